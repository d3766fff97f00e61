//! The numbers that the explorer shows.

use super::stack;
use crate::chart::table::{Cell, Table};
use crate::model::explore::{KINDS, What, earlier};
use crate::text::fact::{Facts, Seen, check_short};
use crate::text::render::plain;
use crate::text::{Words, key};

/// A row a year, gaps too: what is asked for, its kinds where they stand upon each other, and how it was checked.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let asked = facts.asked();
    let unit = plain(facts, words, facts.asked_unit());
    let mut head = vec![words.plain(key::explore::TABLE_YEAR).to_owned()];
    head.push(format!("{}, {}: {unit}", asked.place, facts.asked_drug(words)));
    let mut columns = vec![facts.seen(asked.what)];
    if asked.stacked {
        for kind in 0..KINDS.len() {
            head.push(words.plain(stack::name(kind)).to_owned());
            columns.push(facts.seen(What::Kind(kind)));
        }
    }
    head.push(words.plain(key::doubled::TABLE_CHECK).to_owned());
    let cell = |seen: &Seen| facts.number(&seen.fact, words).map_or(Cell::Empty, Cell::Number);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for year in asked.since..=asked.until {
        let mut row = vec![Cell::Words(year.to_string())];
        let mut check = Cell::Empty;
        for (place, column) in columns.iter().enumerate() {
            let found = column.iter().find(|seen| seen.year == year);
            if let (0, Some(seen)) = (place, found) {
                check = Cell::Words(words.plain(check_short(seen.check)).to_owned());
            }
            row.push(match (place, found) {
                (_, Some(seen)) => cell(seen),
                (0, None) => Cell::Words(words.plain(key::explore::TABLE_MISSING).to_owned()),
                _ => Cell::Empty,
            });
        }
        row.push(check);
        rows.push(row);
    }
    for figure in earlier(facts.data, &asked) {
        let number = facts.number(&figure.id, words).map_or(Cell::Empty, Cell::Number);
        let heading = Cell::Words(plain(facts, words, key::explore::TABLE_EARLIER));
        rows.push(vec![heading, number, Cell::Words(words.plain(check_short(figure.check)).to_owned())]);
    }
    Table { head, rows }
}
