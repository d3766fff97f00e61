//! Figure `doses`: ingredients, drug and accounting units, each with what it may stand for.

mod rows;

use super::spans::{self, Axis};
use super::{Draw, Figure, Scene, Size};
use crate::draw::Drawing;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use rows::{CHAIN, COUNTS, Row, UNITS, YIELDS};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "doses",
    scenes: &[&FROM, &SHARES, &WEIGHTS, &NUMBERS],
    still: &FROM,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::doses::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::doses::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(1, 0, 4),
};
/// Ingredients, drug as reckoned, and drug seized.
pub const FROM: Scene = Scene {
    id: "chain",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &CHAIN_PLAN)),
    alt: |_| vec![key::doses::ALT_CHAIN],
};
/// Published yields.
pub const SHARES: Scene = Scene {
    id: "yields",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &YIELDS_PLAN)),
    alt: |_| vec![key::doses::ALT_YIELDS],
};
/// Published weights of an accounting unit.
pub const WEIGHTS: Scene = Scene {
    id: "units",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &UNITS_PLAN)),
    alt: |_| vec![key::doses::ALT_UNITS],
};
/// What they make of the same weight.
pub const NUMBERS: Scene = Scene {
    id: "counts",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &COUNTS_PLAN)),
    alt: |_| vec![key::doses::ALT_COUNTS],
};

/// A scene: its axis and rows, and what the reader sets on that axis.
struct Plan {
    layout: &'static str,
    log: bool,
    ends: (f64, f64),
    ticks: &'static [f64],
    unit: Key,
    rows: &'static [Row],
    yours: Option<Yours>,
}

/// The reader's setting, and its words.
type Yours = (fn(&Facts<'_>) -> u16, Key);

const CHAIN_PLAN: Plan = Plan {
    layout: "doses-chain",
    log: true,
    ends: (0.7, 300.0),
    ticks: &[1.0, 10.0, 100.0],
    unit: key::card::UNIT_T,
    rows: &CHAIN,
    yours: None,
};
const YIELDS_PLAN: Plan = Plan {
    layout: "doses-yields",
    log: false,
    ends: (0.0, 27.0),
    ticks: &[0.0, 10.0, 20.0],
    unit: key::card::UNIT_PERCENT,
    rows: &YIELDS,
    yours: Some((|facts| facts.choices.doses.percent, key::doses::SAID_YIELD)),
};
const UNITS_PLAN: Plan = Plan {
    layout: "doses-units",
    log: false,
    ends: (0.0, 600.0),
    ticks: &[0.0, 200.0, 400.0, 600.0],
    unit: key::doses::AXIS_MG,
    rows: &UNITS,
    yours: Some((|facts| facts.choices.doses.milligrams, key::doses::SAID_UNIT)),
};
const COUNTS_PLAN: Plan = Plan {
    layout: "doses-counts",
    log: true,
    ends: (1.5, 250.0),
    ticks: &[2.0, 10.0, 50.0],
    unit: key::doses::AXIS_MILLIONS,
    rows: &COUNTS,
    yours: None,
};

fn draw(facts: &Facts<'_>, words: &Words, size: Size, plan: &Plan) -> Drawing {
    let unit = words.plain(plan.unit);
    let mut labels: Vec<(f64, String)> = Vec::new();
    for tick in plan.ticks {
        let number = words.numbers.fixed(*tick, 0);
        labels.push((*tick, if labels.is_empty() { [&number, "\u{a0}", unit].concat() } else { number }));
    }
    let yours = plan.yours.map(|(set, said)| {
        let words = [words.plain(key::doses::CHART_YOURS), ": ", &plain(facts, words, said)].concat();
        (f64::from(set(facts)), words)
    });
    let rows: Vec<spans::Row<'_>> = plan.rows.iter().filter_map(|row| row.span(facts, words)).collect();
    spans::draw((size, plan.layout), &Axis { log: plan.log, ends: plan.ends, labels, yours }, &rows)
}
