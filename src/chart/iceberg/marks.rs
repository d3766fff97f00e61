//! Shares caught that somebody published, on a scale of powers of ten: for comparison, none is of synthetics here.

use super::PUBLISHED;
use crate::chart::spans::{Axis, Look, Row, draw as draw_rows};
use crate::data::{Measure, Value};
use crate::draw::{Drawing, Size};
use crate::id;
use crate::text::Words;
use crate::text::fact::Facts;
use crate::text::render::plain;

/// The scale's ends in percent, as powers of ten.
const POWERS: (i32, i32) = (-1, 2);

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut labels = Vec::new();
    for power in POWERS.0..=POWERS.1 {
        let percent = 10_f64.powi(power);
        let said = words.numbers.fixed(percent, u8::from(power < 0));
        let said = if power == POWERS.0 { [&said, "\u{a0}%"].concat() } else { said };
        labels.push((percent, said));
    }
    let ends = (labels[0].0, labels[labels.len() - 1].0);
    let mut rows = Vec::new();
    for (place, (fact, label, _)) in PUBLISHED.iter().enumerate() {
        let Some((value, ends)) = reach(facts, fact) else { continue };
        let label = plain(facts, words, *label);
        let look = if place == 0 { Look::Synthetics } else { Look::Published };
        // Up to the last comma, it still says of what; ours is nothing without its condition.
        let short = label.rsplit_once([';', ',']).filter(|_| place > 0).map_or("", |(short, _)| short).to_owned();
        rows.push(Row { fact, name: label.clone(), label, short, number: String::new(), value, ends, look });
    }
    draw_rows((size, "shares"), &Axis { log: true, ends, labels, yours: None }, &rows)
}

/// A share, and its ends where it is open.
fn reach(facts: &Facts<'_>, fact: &str) -> Option<(f64, (f64, f64))> {
    let Some(figure) = facts.data.figure(fact) else {
        let value = facts.outcome(fact)?.result.value.get();
        return Some((value, (0.0, value)));
    };
    let interval = figure.interval()?;
    let Value::Number(value) = figure.value else { return None };
    let endless = interval.high().get().is_infinite();
    let low = if interval.is_open_ended() && !endless { 0.0 } else { value };
    // Seizures elsewhere are left out of this one: a floor.
    let high = if endless || fact == id::INT_US_POE_2019 { f64::INFINITY } else { value };
    Some((value, (low, high)))
}
