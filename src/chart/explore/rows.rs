//! The numbers that the explorer shows.

use super::stack;
use crate::chart::table::{Cell, Table};
use crate::model::explore::{KINDS, What, earlier};
use crate::text::fact::{Facts, check_short};
use crate::text::render::plain;
use crate::text::{Words, key};

/// A row a year, gaps too: what is asked for, its kinds where they stand upon each other, and how it was checked.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let asked = facts.asked();
    let unit = plain(facts, words, facts.asked_unit());
    let mut head = vec![words.plain(key::explore::TABLE_YEAR).to_owned()];
    head.push(format!("{}, {}: {unit}", words.name(asked.place), facts.asked_drug(words)));
    let mut columns = vec![facts.seen(asked.what)];
    if asked.stacked {
        for kind in 0..KINDS.len() {
            head.push(words.plain(stack::name(kind)).to_owned());
            columns.push(facts.seen(What::Kind(kind)));
        }
    }
    head.push(words.plain(key::doubled::TABLE_CHECK).to_owned());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for year in asked.since..=asked.until {
        let mut row = vec![Cell::Words(year.to_string())];
        let mut check = Cell::Empty;
        for (place, column) in columns.iter().enumerate() {
            let found = column.iter().find(|seen| seen.year == year);
            row.push(match found {
                Some(seen) => {
                    if place == 0 {
                        check = Cell::of(words, check_short(seen.check));
                    }
                    Cell::number(facts, words, &seen.fact)
                }
                None if place == 0 => Cell::of(words, key::explore::TABLE_MISSING),
                None => Cell::Empty,
            });
        }
        row.push(check);
        rows.push(row);
    }
    for figure in earlier(facts.data, &asked) {
        let heading = Cell::Words(plain(facts, words, key::explore::TABLE_EARLIER));
        let number = Cell::number(facts, words, &figure.id);
        rows.push(vec![heading, number, Cell::of(words, check_short(figure.check))]);
    }
    Table { head, rows }
}
