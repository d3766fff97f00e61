//! The numbers behind figure `labs`.

use super::{REPORT, SYNTHETIC};
use crate::chart::table::{Cell, Table};
use crate::id;
use crate::model::labs::{APART, PARTS, SYNTHETIC_PARTS, YEARS};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// Every count with what its source says was counted, and its check.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let head = [key::labs::TABLE_YEAR, key::labs::TABLE_COUNT, key::labs::TABLE_KIND, key::doubled::TABLE_CHECK];
    let row = |id: &str| {
        let (figure, number) = (facts.data.figure(id)?, facts.number(id, words)?);
        let check = Cell::Words(words.plain(number.check_short()).to_owned());
        Some(vec![
            Cell::Words(words.name(&figure.period.text).to_owned()),
            Cell::Number(number),
            Cell::Words(words.name(&figure.drug).to_owned()),
            check,
        ])
    };
    let whole = REPORT.iter().chain(YEARS).chain(&APART).chain(&SYNTHETIC);
    let ids = whole.chain(PARTS).chain(SYNTHETIC_PARTS);
    Table {
        head: head.iter().map(|key| plain(facts, words, *key)).collect(),
        rows: ids.filter_map(|id| row(id)).chain(together(facts, words)).collect(),
    }
}

/// Three years' counts together.
fn together(facts: &Facts<'_>, words: &Words) -> Option<Vec<Cell>> {
    let (first, last) = (facts.year_of(id::PM22_LABS)?, facts.year_of(id::TIMESCA24_LABS)?);
    let number = facts.number("labs.sum", words)?;
    let check = Cell::Words(words.plain(number.check_short()).to_owned());
    let kind = Cell::Words(words.plain(key::labs::UNIT_THREE).to_owned());
    Some(vec![Cell::Words(format!("{first}–{last}")), Cell::Number(number), kind, check])
}
