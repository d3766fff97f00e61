//! Keeps what the reader said and chose beside the findings at the end, while these are near.

use super::by_id;
use super::dom::all;
use super::follow::follow;
use super::near;
use super::page::Page;
use crate::story::closing::FINDINGS;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Begins to follow the choices. The places are written with the page, in the order of the findings, and empty.
pub(super) fn watch(page: Page) {
    let Some(closing) = by_id("closing") else { return };
    let places = all(&closing, ".own");
    let is_near = RwSignal::new(false);
    near::observe(&closing, Box::new(move |near| is_near.set(near)));
    follow(Box::new(move || {
        if !is_near.get() {
            return;
        }
        for (finding, place) in FINDINGS.iter().zip(&places) {
            let said = page.html_all((finding.own)(&page.facts()));
            let place: &HtmlElement = place.unchecked_ref();
            place.set_hidden(said.is_empty());
            place.set_inner_html(&said);
        }
    }));
}
