//! Figure `plants`: the fields again, by drug; the great harvests are lifted off, and the doubling with them.

mod fields;
mod rows;

pub use fields::{drugs, label, remain, rise, transit};

use super::squares::draw;
use super::{Draw, Figure, Scene, Size};
use crate::model::Inside;
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "plants",
    scenes: &[&DRUGS, &REMAIN, &RISE, &LABEL, &TRANSIT],
    still: &REMAIN,
    room: [Size::new(350.0, 248.0), Size::new(745.0, 506.0)],
    caption: key::plants::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::plants::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(2, 0, 8),
};
/// Both totals by drug, under the chosen reading.
pub const DRUGS: Scene = Scene {
    id: "drugs",
    draw: Draw::Kit(|facts, words, size| draw(&drugs(facts, words), size)),
    alt: |_| vec![key::plants::ALT_DRUGS],
};
/// What remains of the last total under each reading, side by side.
pub const REMAIN: Scene =
    Scene { id: "remain", draw: Draw::Kit(|facts, words, size| draw(&remain(facts, words), size)), alt: alt_remain };
/// What was less and what was more, under the chosen reading.
pub const RISE: Scene =
    Scene { id: "rise", draw: Draw::Kit(|facts, words, size| draw(&rise(facts, words), size)), alt: alt_rise };
/// Herb and plants together.
pub const LABEL: Scene = Scene {
    id: "label",
    draw: Draw::Kit(|facts, words, size| draw(&label(facts, words), size)),
    alt: |_| vec![key::plants::ALT_LABEL],
};
/// The year of one great shipment, with and without it.
pub const TRANSIT: Scene =
    Scene { id: "transit", draw: Draw::Kit(|facts, words, size| draw(&transit(facts, words), size)), alt: alt_transit };

/// One of three, by the reading that the reader chose.
#[must_use]
pub fn by_reading<T>(facts: &Facts<'_>, [plants, straw, neither]: [T; 3]) -> T {
    match facts.choices.inside {
        Inside::Plants => plants,
        Inside::Straw => straw,
        Inside::Neither => neither,
    }
}

fn alt_remain(facts: &Facts<'_>) -> Vec<Key> {
    use key::plants::{ALT_NEITHER, ALT_PLANTS, ALT_STRAW};
    vec![by_reading(facts, [ALT_PLANTS, ALT_STRAW, ALT_NEITHER])]
}

fn alt_rise(facts: &Facts<'_>) -> Vec<Key> {
    use key::plants::{ALT_RISE_NEITHER, ALT_RISE_PLANTS, ALT_RISE_STRAW};
    vec![by_reading(facts, [ALT_RISE_PLANTS, ALT_RISE_STRAW, ALT_RISE_NEITHER])]
}

fn alt_transit(facts: &Facts<'_>) -> Vec<Key> {
    vec![if facts.choices.without_transit { key::plants::ALT_WITHOUT_TRANSIT } else { key::plants::ALT_TRANSIT }]
}
