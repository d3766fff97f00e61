//! Figure `doses`: ingredients, drug and accounting units, each with what it may stand for.

mod rows;

use super::strips::Strips;
use super::svg::{At, Size, open, put_mark, put_words};
use super::{Draw, Figure, Frame, Scene};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use rows::{CHAIN, COUNTS, Row, UNITS, YIELDS};
use std::fmt::Write as _;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "doses",
    scenes: &[&FROM, &SHARES, &WEIGHTS, &NUMBERS],
    still: &FROM,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::doses::CAPTION,
    caption_more: key::doses::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(1, 0, 4),
};
/// Ingredients, drug as reckoned, and drug seized.
pub const FROM: Scene = Scene {
    id: "chain",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &CHAIN_PLAN)),
    alt: |_| vec![key::doses::ALT_CHAIN],
};
/// Published yields.
pub const SHARES: Scene = Scene {
    id: "yields",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &YIELDS_PLAN)),
    alt: |_| vec![key::doses::ALT_YIELDS],
};
/// Published weights of an accounting unit.
pub const WEIGHTS: Scene = Scene {
    id: "units",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &UNITS_PLAN)),
    alt: |_| vec![key::doses::ALT_UNITS],
};
/// What they make of the same weight.
pub const NUMBERS: Scene = Scene {
    id: "counts",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &COUNTS_PLAN)),
    alt: |_| vec![key::doses::ALT_COUNTS],
};

/// A scene: its axis and rows, and where on the axis the reader's setting stands.
struct Plan {
    layout: &'static str,
    log: bool,
    ends: (f64, f64),
    ticks: &'static [f64],
    /// After the last tick's number.
    unit: Key,
    rows: &'static [Row],
    yours: fn(&Facts<'_>) -> Option<f64>,
}

const CHAIN_PLAN: Plan = Plan {
    layout: "doses-chain",
    log: true,
    ends: (0.7, 300.0),
    ticks: &[1.0, 10.0, 100.0],
    unit: key::doses::AXIS_TONNES,
    rows: &CHAIN,
    yours: |_| None,
};
const YIELDS_PLAN: Plan = Plan {
    layout: "doses-yields",
    log: false,
    ends: (0.0, 30.0),
    ticks: &[0.0, 10.0, 20.0],
    unit: key::doses::AXIS_PERCENT,
    rows: &YIELDS,
    yours: |facts| Some(f64::from(facts.choices.doses.percent)),
};
const UNITS_PLAN: Plan = Plan {
    layout: "doses-units",
    log: false,
    ends: (0.0, 640.0),
    ticks: &[0.0, 200.0, 400.0],
    unit: key::doses::AXIS_MG,
    rows: &UNITS,
    yours: |facts| Some(f64::from(facts.choices.doses.milligrams)),
};
const COUNTS_PLAN: Plan = Plan {
    layout: "doses-counts",
    log: true,
    ends: (1.5, 250.0),
    ticks: &[2.0, 10.0, 50.0],
    unit: key::doses::AXIS_MILLIONS,
    rows: &COUNTS,
    yours: |_| None,
};

/// Below the rows, for the numbers of the axis.
const BELOW: f64 = 24.0;

/// Above them, for the name of the reader's rule.
const ABOVE: f64 = 16.0;
/// What nobody seized is hollow, without a dot.
const RECKONED: &str = "reckoned";

/// Each row is a line of words with its span below; a dot is the value as printed.
fn draw(facts: &Facts<'_>, words: &Words, size: Size, plan: &Plan) -> String {
    let phone = size.frame() == Frame::Phone;
    let yours = (plan.yours)(facts);
    let above = if yours.is_some() { ABOVE } else { 0.0 };
    let pitch = (size.height - BELOW - above - 4.0) / plan.rows.len() as f64;
    // The words stand over their own span, nearer than to the one above; where there is room, a little further.
    let half = (pitch * 0.06).clamp(2.0, 4.0);
    let over = half + if phone { (pitch - 14.0).clamp(5.0, 8.0) } else { 12.0 };
    let strips = Strips {
        log: plan.log,
        ends: plan.ends,
        edges: (8.0, size.width - 8.0),
        rows: (above + pitch / 2.0 + over / 2.0 + 1.0, pitch),
        reach: size.width * 0.2,
    };
    let (mut svg, bottom) = (open("strips", plan.layout, size), size.height - BELOW + 4.0);
    for (place, tick) in plan.ticks.iter().enumerate() {
        let number = words.numbers.fixed(*tick, 0);
        let unit = if place + 1 == plan.ticks.len() { words.plain(plan.unit) } else { "" };
        strips.put_tick(&mut svg, *tick, (0.0, bottom), format!("{number} {unit}").trim());
    }
    if let Some(yours) = yours {
        let x = strips.x(yours);
        let _ = write!(svg, "<path class=\"yours\" d=\"M{} 0V{}\"/>", At(x), At(bottom));
        let (x, anchor) = if x < size.width * 0.8 { (x + 6.0, "start") } else { (x - 6.0, "end") };
        put_words(&mut svg, "hint", (x, 12.0), anchor, words.plain(key::doses::CHART_YOURS));
    }
    for (place, row) in plan.rows.iter().enumerate() {
        let label = plain(facts, words, row.label);
        if let Some((value, low, high)) = row.ends(facts) {
            let dot = if row.class == RECKONED { String::new() } else { strips.ring(place, value, half * 2.0 + 0.5) };
            let path = strips.span(place, (low, high), half) + &dot;
            put_mark(&mut svg, row.class, row.fact, &path, &label);
        }
        put_words(&mut svg, "over", (strips.edges.0, strips.y(place) - over), "start", &label);
    }
    svg + "</svg>"
}
