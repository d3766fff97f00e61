//! The rows of figure `doses`, and the numbers behind them.

use crate::chart::spans::{self, Look};
use crate::chart::table::{Cell, Table, heads};
use crate::id;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// A span with its words.
pub(super) struct Row {
    /// What it is, with its number.
    pub(super) label: Key,
    /// A printed weight, or a result.
    pub(super) fact: &'static str,
    /// How it looks.
    look: Look,
    /// How its number is said beside it, where the words have only what it was made of.
    said: Said,
}

/// What a row's words say of its number.
#[derive(Clone, Copy)]
enum Said {
    /// All of it.
    Whole,
    /// All but this unit, which the axis has.
    Unitless(Key),
    /// Nothing: it is written at the mark, in this unit.
    Apart(Key),
}

const fn row(label: Key, fact: &'static str, look: Look) -> Row {
    Row { label, fact, look, said: Said::Whole }
}

const fn share(label: Key, fact: &'static str) -> Row {
    Row { label, fact, look: Look::Published, said: Said::Apart(key::card::UNIT_PERCENT) }
}

const fn weight(label: Key, fact: &'static str) -> Row {
    Row { label, fact, look: Look::Published, said: Said::Unitless(key::doses::UNIT_MG) }
}

/// Tonnes.
pub(super) const CHAIN: [Row; 4] = [
    row(key::doses::ROW_INGREDIENTS, id::SEED_PRECURSOR_2023, Look::Published),
    row(key::doses::ROW_REPORT, id::SEED_PRECURSOR_YIELD, Look::Reckoned),
    row(key::doses::ROW_YOURS, "doses.product", Look::Yours),
    row(key::doses::ROW_SEIZED, id::SEED_SYNTH_2023, Look::Synthetics),
];
/// Percent.
pub(super) const YIELDS: [Row; 3] = [
    share(key::doses::YIELD_REPORT, "doses.yield.report"),
    share(key::doses::YIELD_DEPUTY, "doses.yield.deputy"),
    share(key::doses::YIELD_CASE, "doses.yield.case"),
];
/// Milligrams.
pub(super) const UNITS: [Row; 7] = [
    weight(key::doses::UNIT_NEIGHBOUR, "doses.unit.neighbour"),
    weight(key::doses::UNIT_LAB, "doses.unit.lab"),
    weight(key::doses::UNIT_QUARTER, "doses.unit.quarter"),
    weight(key::doses::UNIT_HALF, "doses.unit.half"),
    weight(key::doses::UNIT_MINISTRY, "doses.unit.ministry"),
    weight(key::doses::UNIT_DEPUTY, "doses.unit.deputy"),
    weight(key::doses::UNIT_CASE, "doses.unit.case"),
];
/// Millions of accounting units.
pub(super) const COUNTS: [Row; 4] = [
    row(key::doses::COUNT_FEWEST, "doses.fewest", Look::Synthetics),
    row(key::doses::COUNT_MOST, "doses.most", Look::Synthetics),
    row(key::doses::COUNT_YOURS, "doses.seized", Look::Yours),
    row(key::doses::COUNT_MADE, "doses.made", Look::Reckoned),
];

impl Row {
    /// The row as it is drawn.
    pub(super) fn span(&self, facts: &Facts<'_>, words: &Words) -> Option<spans::Row<'static>> {
        let (value, ends) = self.ends(facts)?;
        let label = plain(facts, words, self.label);
        let number = || facts.number(self.fact, words).map(|number| number.text).unwrap_or_default();
        let (number, name) = match self.said {
            Said::Whole => (String::new(), label.clone()),
            Said::Unitless(unit) => (String::new(), [&label, " ", words.plain(unit)].concat()),
            Said::Apart(unit) => {
                let number = [&number(), "\u{a0}", words.plain(unit)].concat();
                (number.clone(), [&label, ": ", &number].concat())
            }
        };
        let short = String::new();
        Some(spans::Row { fact: self.fact, label, short, number, name, value, ends, look: self.look })
    }

    /// The value as printed and both ends; weights in tonnes.
    fn ends(&self, facts: &Facts<'_>) -> Option<(f64, (f64, f64))> {
        if let Some(outcome) = facts.outcome(self.fact) {
            let interval = outcome.result.interval?;
            return Some((outcome.result.value.0, (interval.low().0, interval.high().0)));
        }
        let weight = facts.data.figure(self.fact)?.weight()?;
        let tonnes = |kilograms: f64| kilograms / 1000.0;
        Some((facts.tonnes(self.fact)?, (tonnes(weight.low().0), tonnes(weight.high().0))))
    }
}

/// Every row of every scene: what it is, the number, its unit and how it was checked.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::doses::{AXIS_MG, AXIS_MILLIONS, AXIS_PERCENT, AXIS_TONNES, TABLE_NUMBER, TABLE_UNIT, TABLE_WHAT};
    let groups: [(&[Row], Key); 4] =
        [(&CHAIN, AXIS_TONNES), (&YIELDS, AXIS_PERCENT), (&UNITS, AXIS_MG), (&COUNTS, AXIS_MILLIONS)];
    let mut rows = Vec::new();
    for (group, unit) in groups {
        for row in group {
            let Some(number) = facts.number(row.fact, words) else { continue };
            let (check, unit) = (Cell::of(words, number.check_short()), Cell::of(words, unit));
            rows.push(vec![Cell::Words(plain(facts, words, row.label)), Cell::Number(number), unit, check]);
        }
    }
    let head = [TABLE_WHAT, TABLE_NUMBER, TABLE_UNIT, key::doubled::TABLE_CHECK];
    Table { head: heads(facts, words, &head), rows }
}
