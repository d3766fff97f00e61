//! The numbers behind figure `times-143`.

use crate::chart::table::{Cell, Table, heads};
use crate::data::Unit;
use crate::model::times::{self, LATER, LATEST, LENS as SEEN, PART, UNCLEAR};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// Every figure that is drawn, in the order of the rows.
const IDS: [&str; 16] = {
    let ([first, report, later], [police, all, one]) = (times::BASES, SEEN);
    let ([from, to], [groups, threshold, list, last]) = (UNCLEAR, times::LAW);
    let (after, almost) = (LATER[0], LATER[1]);
    [first, report, later, after, LATEST, almost, PART, police, all, one, from, to, groups, threshold, list, last]
};

/// Every figure that is drawn: year, as printed, unit, times to the last, check; the chosen beginning is marked.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::times::{TABLE_PRINTED, TABLE_TIMES, TABLE_UNIT, TABLE_WHAT};
    let head = [TABLE_WHAT, TABLE_PRINTED, TABLE_UNIT, TABLE_TIMES, key::doubled::TABLE_CHECK];
    let mut rows = Vec::new();
    for id in IDS {
        let (Some(figure), Some(number)) = (facts.data.figure(id), facts.number(id, words)) else { continue };
        let year = facts.year_of(id);
        let mut name = String::new();
        if SEEN.contains(&id) || id == PART {
            name.push_str(words.plain(key::times::TABLE_PART));
            name.push(' ');
        }
        match year.filter(|_| !UNCLEAR.contains(&id)) {
            Some(year) => name.push_str(&year.to_string()),
            None => name.push_str(words.plain(key::times::TABLE_UNCLEAR)),
        }
        if id == facts.times_base() {
            name = [name.as_str(), " (", words.plain(key::plants::TABLE_SHOWN), ")"].concat();
        }
        let base = year.filter(|_| times::BASES.contains(&id));
        let multiple = base.map(|year| Cell::number(facts, words, &["times.", &year.to_string()].concat()));
        let unit = match figure.unit {
            Unit::Tonne => key::card::UNIT_T,
            Unit::Kilogram => key::card::UNIT_KG,
            Unit::Gram => key::times::CHART_THRESHOLD,
            _ if id == times::LAW[0] => key::times::CHART_GROUPS,
            _ => key::times::CHART_LIST,
        };
        let check = Cell::of(words, number.check_short());
        let unit = Cell::Words(plain(facts, words, unit));
        rows.push(vec![Cell::Words(name), Cell::Number(number), unit, multiple.unwrap_or(Cell::Empty), check]);
    }
    Table { head: heads(facts, words, &head), rows }
}
