//! Keeps what the reader said and chose beside the findings at the end.

use super::dom::{all, document};
use super::follow::follow;
use super::page::Page;
use crate::story::closing::FINDINGS;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Begins to follow the choices. The places are written with the page, in the order of the findings, and empty.
pub(super) fn watch(page: Page) {
    let Some(body) = document().body() else { return };
    let places = all(&body, "#closing .own");
    follow(Box::new(move || {
        for (finding, place) in FINDINGS.iter().zip(&places) {
            let said = page.html_all((finding.own)(&page.facts()));
            let place: &HtmlElement = place.unchecked_ref();
            place.set_hidden(said.is_empty());
            place.set_inner_html(&said);
        }
    }));
}
