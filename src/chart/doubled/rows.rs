//! The numbers behind figure `doubled`.

use crate::chart::table::{Cell, Table};
use crate::id;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// Year, total, times, verdict and check of every base year; then the totals after them; gaps as rows.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let head = [
        key::doubled::TABLE_YEAR,
        key::doubled::TABLE_TOTAL,
        key::doubled::TABLE_RATIO,
        key::doubled::TABLE_VERDICT,
        key::doubled::TABLE_CHECK,
    ];
    let end = facts.year_of(id::MVD25_TOTAL).unwrap_or(facts.report_last());
    let rows = (facts.first()..=end).map(|year| {
        let heading = Cell::Words(year.to_string());
        let fact = facts.fact_of_year(year);
        let Some(total) = fact.and_then(|fact| facts.number(&fact, words)) else {
            let missing = Cell::Words(words.plain(key::doubled::TABLE_MISSING).to_owned());
            return vec![heading, missing, Cell::Empty, Cell::Empty, Cell::Empty];
        };
        let check = Cell::Words(words.plain(total.check_short()).to_owned());
        let (ratio, verdict) = match facts.number(&format!("ratio.{year}"), words) {
            Some(ratio) => (Cell::Number(ratio), Cell::Words(words.plain(facts.verdict(year)).to_owned())),
            None => (Cell::Empty, Cell::Empty),
        };
        vec![heading, Cell::Number(total), ratio, verdict, check]
    });
    Table { head: head.iter().map(|key| plain(facts, words, *key)).collect(), rows: rows.collect() }
}
