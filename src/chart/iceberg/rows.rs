//! The numbers behind figure `iceberg`.

use super::PUBLISHED;
use crate::chart::table::{Cell, Table};
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
    let published = PUBLISHED[1..].iter().map(|(fact, _, what)| (*fact, *what, key::card::UNIT_PERCENT));
    let row = |(fact, what, unit): (&str, Key, Key)| {
        let number = facts.number(fact, words)?;
        let check = words.plain(number.check_short()).to_owned();
        let unit = Cell::Words(words.plain(unit).to_owned());
        Some(vec![Cell::Words(plain(facts, words, what)), Cell::Number(number), unit, Cell::Words(check)])
    };
    Table {
        head: head.iter().map(|key| plain(facts, words, *key)).collect(),
        rows: ROWS.into_iter().chain(published).filter_map(row).collect(),
    }
}
