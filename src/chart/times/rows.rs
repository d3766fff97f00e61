//! The numbers behind figure `times-143`.

use crate::chart::table::{Cell, Table};
use crate::data::Unit;
use crate::model::times::{self, LATER, LATEST, LENS as SEEN, PART, UNCLEAR};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// Every figure that is drawn: year, as printed, unit, times to the last, check; the chosen beginning is marked.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::times::{TABLE_PRINTED, TABLE_TIMES, TABLE_UNIT, TABLE_WHAT};
    let head = [TABLE_WHAT, TABLE_PRINTED, TABLE_UNIT, TABLE_TIMES, key::doubled::TABLE_CHECK];
    let row = |id: &str| {
        let figure = facts.data.figure(id)?;
        let number = facts.number(id, words)?;
        let mut name = facts
            .year_of(id)
            .filter(|_| !UNCLEAR.contains(&id))
            .map_or_else(|| words.plain(key::times::TABLE_UNCLEAR).to_owned(), |year| year.to_string());
        if SEEN.contains(&id) || id == PART {
            name = format!("{} {name}", words.plain(key::times::TABLE_PART));
        }
        let base = times::BASES.contains(&id);
        if id == facts.times_base() {
            name = format!("{name} ({})", words.plain(key::plants::TABLE_SHOWN));
        }
        let multiple = if base { facts.number(&format!("times.{}", facts.year_of(id)?), words) } else { None };
        let unit = match figure.unit {
            Unit::Tonne => key::card::UNIT_T,
            Unit::Kilogram => key::card::UNIT_KG,
            Unit::Gram => key::times::CHART_THRESHOLD,
            _ if id == times::LAW[0] => key::times::CHART_GROUPS,
            _ => key::times::CHART_LIST,
        };
        let check = Cell::Words(words.plain(number.check_short()).to_owned());
        let multiple = multiple.map_or(Cell::Empty, Cell::Number);
        Some(vec![Cell::Words(name), Cell::Number(number), Cell::Words(plain(facts, words, unit)), multiple, check])
    };
    let ids = times::BASES.iter().chain(&LATER[..1]).chain([&LATEST]).chain(&LATER[1..]);
    let ids = ids.chain([&PART]).chain(&SEEN).chain(&UNCLEAR).chain(&times::LAW);
    Table {
        head: head.iter().map(|key| plain(facts, words, *key)).collect(),
        rows: ids.filter_map(|id| row(id)).collect(),
    }
}
