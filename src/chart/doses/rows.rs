//! The rows of figure `doses`, and the numbers behind them.

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
    pub(super) class: &'static str,
}

const fn row(label: Key, fact: &'static str, class: &'static str) -> Row {
    Row { label, fact, class }
}

/// Tonnes.
pub(super) const CHAIN: [Row; 4] = [
    row(key::doses::ROW_INGREDIENTS, id::SEED_PRECURSOR_2023, "printed"),
    row(key::doses::ROW_REPORT, id::SEED_PRECURSOR_YIELD, "reckoned"),
    row(key::doses::ROW_YOURS, "doses.product", "set"),
    row(key::doses::ROW_SEIZED, id::SEED_SYNTH_2023, "synthetics"),
];
/// Percent.
pub(super) const YIELDS: [Row; 3] = [
    row(key::doses::YIELD_REPORT, "doses.yield.report", "printed"),
    row(key::doses::YIELD_DEPUTY, "doses.yield.deputy", "printed"),
    row(key::doses::YIELD_CASE, "doses.yield.case", "printed"),
];
/// Milligrams.
pub(super) const UNITS: [Row; 7] = [
    row(key::doses::UNIT_NEIGHBOUR, "doses.unit.neighbour", "printed"),
    row(key::doses::UNIT_LAB, "doses.unit.lab", "printed"),
    row(key::doses::UNIT_QUARTER, "doses.unit.quarter", "printed"),
    row(key::doses::UNIT_HALF, "doses.unit.half", "printed"),
    row(key::doses::UNIT_MINISTRY, "doses.unit.ministry", "printed"),
    row(key::doses::UNIT_DEPUTY, "doses.unit.deputy", "printed"),
    row(key::doses::UNIT_CASE, "doses.unit.case", "printed"),
];
/// Millions of accounting units.
pub(super) const COUNTS: [Row; 4] = [
    row(key::doses::COUNT_FEWEST, "doses.fewest", "synthetics"),
    row(key::doses::COUNT_MOST, "doses.most", "synthetics"),
    row(key::doses::COUNT_YOURS, "doses.seized", "set"),
    row(key::doses::COUNT_MADE, "doses.made", "reckoned"),
];

impl Row {
    /// The value as printed and both ends; weights in tonnes.
    pub(super) fn ends(&self, facts: &Facts<'_>) -> Option<(f64, f64, f64)> {
        if let Some(outcome) = facts.outcome(self.fact) {
            let interval = outcome.result.interval?;
            return Some((outcome.result.value.0, interval.low().0, interval.high().0));
        }
        let weight = facts.data.figure(self.fact)?.weight()?;
        let tonnes = |kilograms: f64| kilograms / 1000.0;
        Some((facts.tonnes(self.fact)?, tonnes(weight.low().0), tonnes(weight.high().0)))
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
