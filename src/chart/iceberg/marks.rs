//! Shares caught that somebody published, on a scale of powers of ten: for comparison, none is of synthetics here.

use super::PUBLISHED;
use crate::chart::Frame;
use crate::chart::svg::{At, Size, open, put_mark, put_words};
use crate::data::{Measure, Value};
use crate::id;
use crate::text::Words;
use crate::text::fact::Facts;
use crate::text::render::plain;
use std::fmt::Write as _;

/// Room for the scale below, and at its sides.
const BELOW: f64 = 24.0;
const EDGE: f64 = 12.0;
/// The scale's ends as powers of ten, in percent.
const FROM: f64 = -1.0;
const TO: f64 = 2.0;
/// How long an arrow is.
const ARROW: f64 = 30.0;
/// Half a dot.
const DOT: f64 = 4.5;

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let x = |percent: f64| EDGE + (percent.log10() - FROM) / (TO - FROM) * (size.width - 2.0 * EDGE);
    let wide = size.frame() == Frame::Desktop;
    let row = (size.height - BELOW) / PUBLISHED.len() as f64;
    let mut svg = open("shares", "shares", size);
    for power in FROM as i32..=TO as i32 {
        let percent = 10_f64.powi(power);
        let at = x(percent);
        let _ = write!(svg, "<path class=\"rule\" d=\"M{} 0V{}\"/>", At(at), At(size.height - BELOW));
        let said = words.numbers.fixed(percent, u8::from(power < 0));
        let said = if power < TO as i32 { said } else { [&said, " %"].concat() };
        let anchor = if power < TO as i32 { "middle" } else { "end" };
        let at = if anchor == "end" { size.width } else { at };
        put_words(&mut svg, "tick", (at, size.height - 5.0), anchor, &said);
    }
    for (place, (fact, label, _)) in PUBLISHED.iter().enumerate() {
        let Some((percent, low_open, high_open)) = reach(facts, fact) else { continue };
        let (at, y) = (x(percent), (place as f64 + 0.5) * row + if wide { 0.0 } else { 9.0 });
        let name = plain(facts, words, *label);
        let class = if place == 0 { "synthetics" } else { "dot" };
        let mut path =
            format!("M{} {}a{2} {2} 0 1 1 0 {3}a{2} {2} 0 1 1 0 -{3}z", At(at), At(y - DOT), At(DOT), At(2.0 * DOT));
        // Shaft and head of an arrow, filled like the dot.
        for (open, way) in [(low_open, -1.0), (high_open, 1.0)] {
            if open {
                let [edge, back, tip] = [DOT, ARROW, ARROW + 7.0].map(|far| At(at + way * far));
                let [top, above, below, bottom] = [-5.0, -1.0, 1.0, 5.0].map(|down| At(y + down));
                let _ = write!(path, "M{edge} {above}H{back}V{top}L{tip} {}L{back} {bottom}V{below}H{edge}z", At(y));
            }
        }
        put_mark(&mut svg, class, fact, &path, &name);
        let right = at > size.width * 0.55;
        let far = 10.0 + if (right && low_open) || (!right && high_open) { ARROW + 7.0 } else { DOT };
        // Beside the mark, on the side where there is more room; on a phone above it.
        let (place, anchor) = match (wide, right) {
            (true, true) => ((at - far, y + 4.5), "end"),
            (true, false) => ((at + far, y + 4.5), "start"),
            (false, true) => ((size.width, y - 9.0), "end"),
            (false, false) => ((0.0, y - 9.0), "start"),
        };
        put_words(&mut svg, "halo", place, anchor, &name);
    }
    svg + "</svg>"
}

/// A share with the ways in which it is open.
fn reach(facts: &Facts<'_>, fact: &str) -> Option<(f64, bool, bool)> {
    let Some(figure) = facts.data.figure(fact) else {
        return Some((facts.outcome(fact)?.result.value.get(), true, false));
    };
    let interval = figure.interval()?;
    let open = interval.is_open_ended();
    let endless = interval.high().get().is_infinite();
    let Value::Number(value) = figure.value else { return None };
    // Seizures elsewhere are left out of this one: a floor.
    Some((value, open && !endless, endless || fact == id::INT_US_POE_2019))
}
