//! The thin bar that says how far the reader has come, with a mark where each section begins.

use super::dom::{all, document, first, on_resize};
use super::scrolly::visible_band;
use crate::story::scrolly::Band;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    static BAR: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Finds the bar, where there is one, and keeps its marks where the sections are.
pub(super) fn watch() {
    let Some(body) = document().body() else { return };
    let Some(bar) = first(&body, ".progress") else { return };
    BAR.set(Some(bar.clone()));
    on_resize(
        &body,
        Box::new(move || {
            let band = visible_band();
            for mark in all(&bar, "[data-for]") {
                let id = mark.get_attribute("data-for").unwrap_or_default();
                let section = document().get_element_by_id(&id);
                let top = section.map_or(0.0, |section| section.get_bounding_client_rect().top() + band.top);
                let _ = mark.dyn_ref::<HtmlElement>().map(|mark| set(mark, top / length(band)));
            }
            moved(band);
        }),
    );
}

/// Puts the bar where the reader is.
pub(super) fn moved(band: Band) {
    BAR.with_borrow(|bar| bar.iter().for_each(|bar| set(bar, band.top / length(band))));
}

/// How far the page can scroll, in pixels; at least one.
fn length(band: Band) -> f64 {
    let page = document().document_element().map_or(0.0, |root| f64::from(root.scroll_height()));
    (page - (band.bottom - band.top)).max(1.0)
}

fn set(element: &HtmlElement, share: f64) {
    let thousandths = (share * 1000.0).round().clamp(0.0, 1000.0) as u16;
    let _ = element.style().set_property("--at", &format!("{}.{}%", thousandths / 10, thousandths % 10));
}
