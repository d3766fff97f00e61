//! The numbers behind figure `plants`.

use super::by_reading;
use crate::chart::table::{Cell, Table, heads};
use crate::id;
use crate::text::fact::{Facts, check_short};
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// A row's name and its facts in 2018, 2023 and 2025; empty where there is none.
type Row = (Key, [&'static str; 3]);

/// What each reading takes out, and what it leaves.
const READINGS: [Row; 3] = [
    (key::plants::TABLE_PLANTS, ["left.before", "left.plants", ""]),
    (key::plants::TABLE_STRAW, [id::SEED_TOTAL_2018, "left.straw", ""]),
    (key::plants::TABLE_NEITHER, ["rest.before", "left.neither", ""]),
];

/// Parts, readings with the chosen one marked, and totals. What was not reported stays empty.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let head = [
        key::plants::TABLE_WHAT,
        key::plants::TABLE_BEFORE,
        key::plants::TABLE_AFTER,
        key::plants::TABLE_LATER,
        key::plants::TABLE_INTERVAL,
        key::doubled::TABLE_CHECK,
    ];
    let rest = by_reading(facts, ["rest.plants", "rest.straw", ""]);
    let parts: [Row; 8] = [
        (key::plants::TABLE_TOTAL, [id::SEED_TOTAL_2018, id::SEED_TOTAL_2023, id::MVD25_TOTAL]),
        (key::plants::PLANTS, ["plants.before", "plants.after", ""]),
        (key::plants::STRAW, ["", id::KNB23_POPPY, ""]),
        (key::plants::HERB, ["herb.before", "herb.after", ""]),
        (key::plants::RESIN, ["resin.before", "resin.after", ""]),
        (key::plants::OIL, ["", "oil.after", ""]),
        (key::plants::SYNTHETICS, ["", id::SEED_SYNTH_2023, ""]),
        (key::plants::REST, ["rest.before", rest, ""]),
    ];
    let more: [Row; 3] = [
        (key::plants::TABLE_LEAF, ["leaf.before", "leaf.after", ""]),
        (key::plants::TABLE_TRANSIT, ["", "", "transit.case"]),
        (key::plants::TABLE_WITHOUT, ["", "", "left.transit"]),
    ];
    let chosen = by_reading(facts, [0, 1, 2]);
    let mut rows = Vec::new();
    for (list, some) in [(&parts[..], false), (&READINGS, true), (&more, false)] {
        for (place, entry) in list.iter().enumerate() {
            rows.push(row(facts, words, entry, some && place == chosen));
        }
    }
    Table { head: heads(facts, words, &head), rows }
}

fn row(facts: &Facts<'_>, words: &Words, (name, ids): &Row, chosen: bool) -> Vec<Cell> {
    let mut heading = plain(facts, words, *name);
    if chosen {
        heading = [heading.as_str(), " (", words.plain(key::plants::TABLE_SHOWN), ")"].concat();
    }
    let mut cells = vec![Cell::Words(heading)];
    let (mut interval, mut worst) = (None, None);
    for id in ids {
        let number = facts.number(id, words);
        worst = worst.max(number.as_ref().map(|number| number.check));
        cells.push(number.map_or(Cell::Empty, Cell::Number));
        if !id.is_empty() {
            interval = facts.amount_interval(id, &words.numbers);
        }
    }
    cells.push(interval.map_or(Cell::Empty, Cell::Words));
    cells.push(worst.map_or(Cell::Empty, |check| Cell::of(words, check_short(check))));
    cells
}
