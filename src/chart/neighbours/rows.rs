//! The numbers behind figure `neighbours`.

use super::{all_series, indexed, name};
use crate::chart::table::{Cell, Table};
use crate::model::neighbours::{PLACES, word};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// Tonnes of each year and place, then percent of the first common year, then kilograms per head; gaps stay empty.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let unit = words.plain(key::card::UNIT_T);
    let named = PLACES.iter().map(|place| format!("{}, {unit}", words.plain(name(place))));
    let head = [plain(facts, words, key::neighbours::TABLE_YEAR)].into_iter().chain(named).collect();
    let all = all_series(facts);
    let years = all.iter().flat_map(|(_, series)| series.iter().map(|(year, _)| *year));
    let (first, last) = years.fold((u16::MAX, 0), |(first, last), year| (first.min(year), last.max(year)));
    let row = |heading: String, kind: &str, year: u16| {
        let cell = |place: &&str| {
            let number = facts.number(&format!("neighbours.{kind}.{}.{year}", word(place)), words);
            number.map_or(Cell::Empty, Cell::Number)
        };
        [Cell::Words(heading)].into_iter().chain(PLACES.iter().map(cell)).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = (first..=last).map(|year| row(year.to_string(), "without", year)).collect();
    let lines: Vec<_> = all.iter().map(|(_, series)| indexed(&all[0].1, series)).collect();
    let percent = plain(facts, words, key::neighbours::TABLE_INDEX);
    for (year, _) in &lines[0] {
        let cell = |line: &Vec<(u16, f64)>| {
            let value = line.iter().find(|(known, _)| known == year);
            value.map_or(Cell::Empty, |(_, value)| Cell::value(words, *value, 0))
        };
        let heading = Cell::Words(format!("{year}, {percent}"));
        rows.push([heading].into_iter().chain(lines.iter().map(cell)).collect());
    }
    let headed = |year: &u16| PLACES.iter().any(|place| facts.heads(place).iter().any(|(known, _)| known == year));
    let per = plain(facts, words, key::neighbours::TABLE_HEAD);
    rows.extend((first..=last).filter(headed).map(|year| row(format!("{year}, {per}"), "head", year)));
    Table { head, rows }
}
