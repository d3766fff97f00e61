//! The numbers behind figure `offences`.

use super::{BEFORE, CRIMES, DETAINED, OPEN, PART, WHOLE, place};
use crate::chart::table::{Cell, Table};
use crate::text::fact::Facts;
use crate::text::{Key, Words, key};

/// Every mark: its year, what it counts, the number and its check.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::offences::{TABLE_NUMBER, TABLE_WHAT, WHAT_ALL, WHAT_CRIMES, WHAT_IMPLIED, WHAT_PART, WHAT_PERSONS};
    let groups: [(&[&str], Key); 6] = [
        (&WHOLE, WHAT_ALL),
        (&[BEFORE], WHAT_IMPLIED),
        (&PART, WHAT_PART),
        (&OPEN, key::offences::WHAT_OPEN),
        (&CRIMES, WHAT_CRIMES),
        (&DETAINED, WHAT_PERSONS),
    ];
    let mut rows = Vec::new();
    for (group, what) in groups {
        for fact in group {
            let Some((number, (year, _))) = facts.number(fact, words).zip(place(facts, fact)) else { continue };
            let check = words.plain(number.check_short()).to_owned();
            let (year, what) = ((year as u16).to_string(), words.plain(what));
            rows.push(vec![Cell::Words(year), Cell::Words(what.to_owned()), Cell::Number(number), Cell::Words(check)]);
        }
    }
    let head = [key::doubled::TABLE_YEAR, TABLE_WHAT, TABLE_NUMBER, key::doubled::TABLE_CHECK];
    Table { head: head.iter().map(|key| words.plain(*key).to_owned()).collect(), rows }
}
