//! The numbers behind figure `iceberg`.

use super::PUBLISHED;
use crate::chart::table::{Cell, Table, heads};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// What follows from the reader's assumptions, and its unit.
const ROWS: [(&str, Key, Key); 5] = {
    use key::card::{UNIT_PERCENT, UNIT_TIMES};
    use key::iceberg as k;
    [
        ("iceberg.ratio", k::TABLE_RATIO, UNIT_TIMES),
        ("iceberg.growth", k::TABLE_GROWTH, UNIT_TIMES),
        ("iceberg.above.drawn", k::TABLE_DRAWN, UNIT_PERCENT),
        ("iceberg.above", k::TABLE_ABOVE, UNIT_PERCENT),
        ("iceberg.bound", k::TABLE_BOUND, UNIT_PERCENT),
    ]
};

/// Results under the reader's assumptions; then published shares, with what each measured.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::iceberg::{TABLE_NUMBER, TABLE_UNIT, TABLE_WHAT};
    let head = [TABLE_WHAT, TABLE_NUMBER, TABLE_UNIT, key::doubled::TABLE_CHECK];
    let mut rows = Vec::new();
    for (fact, what, unit) in ROWS {
        rows.extend(row(facts, words, (fact, what, unit)));
    }
    for (fact, _, what) in &PUBLISHED[1..] {
        rows.extend(row(facts, words, (fact, *what, key::card::UNIT_PERCENT)));
    }
    Table { head: heads(facts, words, &head), rows }
}

#[inline(never)]
fn row(facts: &Facts<'_>, words: &Words, (fact, what, unit): (&str, Key, Key)) -> Option<Vec<Cell>> {
    let number = facts.number(fact, words)?;
    let (unit, check) = (Cell::of(words, unit), Cell::of(words, number.check_short()));
    Some(vec![Cell::Words(plain(facts, words, what)), Cell::Number(number), unit, check])
}
