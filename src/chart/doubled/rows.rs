//! The numbers behind figure `doubled`.

use crate::chart::table::{Cell, Table, heads};
use crate::id;
use crate::text::fact::Facts;
use crate::text::{Words, key};

/// Year, total, times, verdict and check of every base year, and what others say of it; then the totals after them; gaps
/// as rows.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let guess = facts.guess_line();
    let mut head = vec![
        key::doubled::TABLE_YEAR,
        key::doubled::TABLE_TOTAL,
        key::doubled::TABLE_RATIO,
        key::doubled::TABLE_VERDICT,
        key::doubled::TABLE_CHECK,
        key::card::CONFLICTS,
    ];
    head.extend((!guess.is_empty()).then_some(key::doubled::TABLE_GUESS));
    let end = facts.year_of(id::MVD25_TOTAL).unwrap_or(facts.report_last());
    let mut rows = Vec::new();
    for year in facts.first()..=end {
        let mut row = vec![Cell::Words(year.to_string())];
        if let Some(total) = facts.fact_of_year(year).and_then(|fact| facts.number(&fact, words)) {
            let check = Cell::of(words, total.check_short());
            row.push(Cell::Number(total));
            match Cell::number(facts, words, &["ratio.", &year.to_string()].concat()) {
                Cell::Empty => row.resize(4, Cell::Empty),
                ratio => row.extend([ratio, Cell::of(words, facts.verdict(year))]),
            }
            row.push(check);
            let others = [id::PGO18_TOTAL, id::KOKNAR_2019_TOTAL];
            let other = others.into_iter().find(|other| facts.year_of(other) == Some(year));
            row.push(other.map_or(Cell::Empty, |other| Cell::number(facts, words, other)));
            if let Some((_, tonnes)) = guess.iter().find(|(drawn, _)| *drawn == year) {
                row.push(Cell::value(words, *tonnes, 0));
            }
        } else {
            row.push(Cell::of(words, key::doubled::TABLE_MISSING));
        }
        row.resize(head.len(), Cell::Empty);
        rows.push(row);
    }
    Table { head: heads(facts, words, &head), rows }
}
