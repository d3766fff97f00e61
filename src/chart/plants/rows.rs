//! The numbers behind figure `plants`.

use super::by_reading;
use crate::chart::table::{Cell, Table};
use crate::id;
use crate::text::fact::Facts;
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
    let readings = READINGS.iter().enumerate().map(|(place, entry)| row(facts, words, entry, place == chosen));
    let rows = parts.iter().map(|entry| row(facts, words, entry, false)).chain(readings);
    let rows = rows.chain(more.iter().map(|entry| row(facts, words, entry, false)));
    Table { head: head.iter().map(|key| plain(facts, words, *key)).collect(), rows: rows.collect() }
}

fn row(facts: &Facts<'_>, words: &Words, (name, ids): &Row, chosen: bool) -> Vec<Cell> {
    let numbers = ids.map(|id| facts.number(id, words));
    let last = ids.iter().rev().find(|id| !id.is_empty()).copied().unwrap_or_default();
    let interval = facts.amount_interval(last, &words.numbers);
    let check = numbers.iter().flatten().map(|number| number.check).max();
    let check = numbers.iter().flatten().find(|number| Some(number.check) == check);
    let check = check.map(|number| words.plain(number.check_short()).to_owned());
    let mut heading = plain(facts, words, *name);
    if chosen {
        heading = format!("{heading} ({})", words.plain(key::plants::TABLE_SHOWN));
    }
    let mut cells = vec![Cell::Words(heading)];
    cells.extend(numbers.map(|number| number.map_or(Cell::Empty, Cell::Number)));
    cells.extend([interval, check].map(|words| words.map_or(Cell::Empty, Cell::Words)));
    cells
}
