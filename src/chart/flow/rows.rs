//! The numbers behind figure `flow`.

use super::fact;
use crate::chart::table::{Cell, Table, heads};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

const ROWS: [(&str, Key); 7] = [
    ("year", key::flow::TABLE_YEAR),
    ("month", key::flow::TABLE_MONTH),
    ("lag", key::flow::TABLE_LAG),
    ("floor", key::flow::TABLE_FLOOR),
    ("batches", key::flow::TABLE_BATCHES),
    ("sites", key::flow::TABLE_SITES),
    ("stores", key::flow::TABLE_STORES),
];

/// Every queue: what comes, how long it stays, how many wait by the law, how many in the simulation, and how far these
/// may be apart by chance.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::flow::{TABLE_ERROR, TABLE_MEAN, TABLE_RATE, TABLE_WAIT, TABLE_WAITING, TABLE_WHAT};
    let head = [TABLE_WHAT, TABLE_RATE, TABLE_WAIT, TABLE_WAITING, TABLE_MEAN, TABLE_ERROR];
    let mut rows = Vec::new();
    for (name, said) in ROWS {
        let Some(queue) = facts.queue(name) else { continue };
        rows.push(vec![
            Cell::Words(plain(facts, words, said)),
            Cell::value(words, queue.rate, 1),
            Cell::value(words, queue.wait * 12.0, 1),
            Cell::number(facts, words, &fact(name, "")),
            Cell::number(facts, words, &fact(name, ".mean")),
            match Cell::value(words, queue.error(), 1) {
                Cell::Value(text, error) => Cell::Value(["± ", &text].concat(), error),
                other => other,
            },
        ]);
    }
    Table { head: heads(facts, words, &head), rows }
}
