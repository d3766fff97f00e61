//! What scripts ask the program for, as they hand a figure over or make it heard: its numbers as data, never as a page that
//! somebody may have translated shows them.
//!
//! What no choice changes comes with those scripts (`prerender/take.rs`), and is none here.

use super::by_id;
use super::dom::{document, first, window};
use super::json::text;
use super::page::Page;
use crate::chart::table::Told;
use crate::chart::{Shows, Size};
use crate::draw::colour::Palette;
use crate::draw::{self, About};
use crate::story::url::{State, write};
use crate::story::{SECTIONS, Section};
use leptos::prelude::*;
use serde::Serialize;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
}

/// A figure as the reader has it now.
#[derive(Serialize)]
struct Now<'a> {
    /// Its scene.
    scene: &'static str,
    /// What that shows, in words.
    shows: String,
    /// Step and choices, as an address has them.
    query: String,
    /// Heads of its table's columns; none where no choice changes the table.
    columns: &'a [String],
    /// Its rows.
    rows: Vec<Vec<Told<'a>>>,
}

/// Answers from now on, for this page.
pub(super) fn watch(page: Page) {
    PAGE.set(Some(page));
}

/// A figure by its element's id, as JSON; none where there is no such figure.
#[wasm_bindgen(js_name = figure)]
#[must_use]
pub fn figure(id: &str) -> Option<String> {
    let page = PAGE.get()?;
    let id = id.strip_prefix("fig-")?;
    SECTIONS.iter().find(|section| section.figure.id == id).map(|section| now(page, section))
}

fn now(page: Page, section: &Section) -> String {
    let facts = page.facts_now();
    let table = section.figure.table.map(|rows| rows(&facts, page.words()));
    let step = page.step.get_untracked().filter(|(id, _)| *id == section.id);
    let scene = section.scene_at(step.map(|(_, place)| place));
    text(&Now {
        scene: scene.id,
        shows: page.alt_now(scene),
        query: write("", &State { step, choices: facts.choices }, &facts),
        columns: table.as_ref().map_or(&[], |table| &table.head),
        rows: table.as_ref().map(|table| table.told()).unwrap_or_default(),
    })
}

/// What stands behind a number, as JSON; none where that comes with the script, or nothing does.
#[wasm_bindgen(js_name = number)]
#[must_use]
pub fn number(id: &str) -> Option<String> {
    PAGE.get()?.record_of(id).map(|record| text(&record))
}

/// The room of a picture of a figure that is a table in the page.
const TABLE: Size = Size::new(680.0, 440.0);

/// A figure's drawing as the reader has it, in the page's colours of now, as an SVG file with a mark for where its
/// letters go (`js/drawing.js` puts them there). `foot` has a paragraph a line. None where there is no such figure, or the reader's system has the colours.
#[wasm_bindgen(js_name = picture)]
#[must_use]
pub fn picture(id: &str, title: String, reads: String, foot: &str, family: String) -> Option<String> {
    let page = PAGE.get()?;
    let section = SECTIONS.iter().find(|section| id.strip_prefix("fig-") == Some(section.figure.id))?;
    let size = match section.figure.shows {
        Shows::Table => TABLE,
        Shows::Drawing => {
            let chart = first(&*by_id(id)?, ".chart")?;
            Size::new(f64::from(chart.client_width()), f64::from(chart.client_height()))
        }
    };
    let colours = window().get_computed_style(&document().document_element()?).ok()??;
    let palette = Palette::new(|name| colours.get_property_value(&["--", name].concat()).ok())?;
    let step = page.step.get_untracked().filter(|(id, _)| *id == section.id);
    let scene = section.scene_at(step.map(|(_, place)| place));
    let drawing = scene.drawing(&page.facts_now(), page.words(), size);
    let foot = foot.lines().map(str::to_owned).collect();
    Some(draw::picture(&drawing, &About { title, reads, foot, family, faces: "/*faces*/".to_owned() }, &palette))
}
