//! Figure `explore`: what the reader asks of the UN table, as a line or as kinds upon each other.

mod live;
mod rows;
mod stack;
mod still;

use super::{Draw, Figure, Scene, Size};
use crate::model::explore::{Amount, KINDS};
use crate::text::fact::Facts;
use crate::text::{Key, Words, key};

/// The kind of drugs that a mark of the columns upon each other stands for; none for other marks.
pub(super) fn kind_said<'a>(fact: &str, words: &'a Words) -> Option<&'a str> {
    let what = fact.strip_prefix("explore.")?.split('.').nth(2)?;
    let kind = KINDS.iter().position(|(word, _)| *word == what)?;
    Some(words.plain(stack::name(kind)))
}

/// A mark of the live chart in words.
#[must_use]
pub fn named(facts: &Facts<'_>, words: &Words, fact: &str, year: f64) -> String {
    super::named(facts, words, fact, year.round() as u16)
}

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "explore",
    scenes: &[&EXPLORER],
    still: &EXPLORER,
    room: [Size::new(350.0, 236.0), Size::new(745.0, 460.0)],
    caption: key::explore::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::explore::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(1),
};

/// Whether a figure is the one that answers a reader's own questions.
#[must_use]
pub fn is_explorer(figure: &Figure) -> bool {
    figure.id == FIGURE.id
}

/// What is asked for.
pub const EXPLORER: Scene =
    Scene { id: "explorer", draw: Draw::Explorer { still: still::draw, live: live::chart }, alt };

fn alt(facts: &Facts<'_>) -> Vec<Key> {
    let asked = facts.asked();
    vec![match (facts.seen(asked.what).len(), asked.stacked) {
        (0, _) => key::explore::ALT_NONE,
        (1, _) if facts.kinds_off() == 0 => key::explore::ALT_ONE,
        (_, true) if facts.kinds_off() != 0 => key::explore::ALT_PART,
        (_, true) => key::explore::ALT_STACKED,
        (_, false) => key::explore::ALT_LINE,
    }]
}

/// What stands in an empty frame: place, drug, what is missing, what to do.
fn nothing(facts: &Facts<'_>, words: &Words) -> [String; 4] {
    let asked = facts.asked();
    let head = asked.amount == Amount::Head && facts.has_weights();
    let missing = if head { key::explore::CHART_HEAD } else { key::explore::CHART_NONE };
    let said = |key| words.plain(key).to_owned();
    [words.name(asked.place).to_owned(), facts.asked_drug(words), said(missing), said(key::explore::CHART_HINT)]
}
