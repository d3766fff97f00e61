//! The numbers behind figure `doubled`.

use crate::chart::table::{Cell, Table};
use crate::id;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// Year, total, times, verdict and check of every base year; then the totals after them; gaps as rows.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let guess = facts.guess_line();
    let mut head = vec![
        key::doubled::TABLE_YEAR,
        key::doubled::TABLE_TOTAL,
        key::doubled::TABLE_RATIO,
        key::doubled::TABLE_VERDICT,
        key::doubled::TABLE_CHECK,
    ];
    head.extend((!guess.is_empty()).then_some(key::doubled::TABLE_GUESS));
    let end = facts.year_of(id::MVD25_TOTAL).unwrap_or(facts.report_last());
    let rows = (facts.first()..=end).map(|year| {
        let heading = Cell::Words(year.to_string());
        let fact = facts.fact_of_year(year);
        let Some(total) = fact.and_then(|fact| facts.number(&fact, words)) else {
            let missing = Cell::Words(words.plain(key::doubled::TABLE_MISSING).to_owned());
            let mut gap = vec![heading, missing];
            gap.resize(head.len(), Cell::Empty);
            return gap;
        };
        let check = Cell::Words(words.plain(total.check_short()).to_owned());
        let (ratio, verdict) = match facts.number(&format!("ratio.{year}"), words) {
            Some(ratio) => (Cell::Number(ratio), Cell::Words(words.plain(facts.verdict(year)).to_owned())),
            None => (Cell::Empty, Cell::Empty),
        };
        let mut row = vec![heading, Cell::Number(total), ratio, verdict, check];
        if !guess.is_empty() {
            let drawn = guess.iter().find(|(drawn, _)| *drawn == year);
            row.push(drawn.map_or(Cell::Empty, |(_, tonnes)| Cell::Words(words.numbers.fixed(*tonnes, 0))));
        }
        row
    });
    let rows = rows.collect();
    Table { head: head.iter().map(|key| plain(facts, words, *key)).collect(), rows }
}
