//! The table that is figure `audit`.

use super::said::SAID;
use super::{VERDICTS, claims};
use crate::chart::table::{Cell, Table, heads};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key::audit};

/// Each claim as published, the verdict on it, what else was published, and why; those with one verdict together.
pub(super) fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let head =
        [audit::TABLE_CLAIM, audit::TABLE_PRINTED, audit::TABLE_VERDICT, audit::TABLE_COMPARED, audit::TABLE_WHY];
    let mut rows = Vec::new();
    for (verdict, name, word) in VERDICTS {
        for place in claims(facts, verdict) {
            let said = &SAID[place];
            rows.push(vec![
                Cell::of(words, said.about),
                Cell::sentences(facts, words, &[said.label]),
                Cell::Verdict(name, words.plain(word).to_owned()),
                match said.against {
                    [] => Cell::of(words, said.short),
                    against => Cell::sentences(facts, words, against),
                },
                Cell::Words(plain(facts, words, said.why)),
            ]);
        }
    }
    Table { head: heads(facts, words, &head), rows }
}
