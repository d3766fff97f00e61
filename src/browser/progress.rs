//! The thin bar that says how far the reader has come, with a mark where each section begins.

use super::dom::{all, document, first, listen, next_frame, on_resize, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to follow the page's scroll, where there is a bar.
pub(super) fn watch() {
    let Some(body) = document().body() else { return };
    let Some(bar) = first(&body, ".progress") else { return };
    let moved = bar.clone();
    listen(
        &window(),
        "scroll",
        true,
        Box::new(move |_| {
            if !ASKED.replace(true) {
                let bar = moved.clone();
                next_frame(Box::new(move || {
                    ASKED.set(false);
                    let at = window().scroll_y().unwrap_or_default();
                    set(&bar, at / length());
                }));
            }
        }),
    );
    on_resize(
        &body,
        Box::new(move || {
            let scrolled = window().scroll_y().unwrap_or_default();
            for mark in all(&bar, "[data-for]") {
                let id = mark.get_attribute("data-for").unwrap_or_default();
                let section = document().get_element_by_id(&id);
                let top = section.map_or(0.0, |section| section.get_bounding_client_rect().top() + scrolled);
                let _ = mark.dyn_ref::<HtmlElement>().map(|mark| set(mark, top / length()));
            }
            set(&bar, scrolled / length());
        }),
    );
}

/// How far the page can scroll, in pixels; at least one.
fn length() -> f64 {
    let page = document().document_element().map_or(0.0, |root| f64::from(root.scroll_height()));
    let seen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    (page - seen).max(1.0)
}

fn set(element: &HtmlElement, share: f64) {
    let thousandths = (share * 1000.0).round().clamp(0.0, 1000.0) as u16;
    let _ = element.style().set_property("--at", &format!("{}.{}%", thousandths / 10, thousandths % 10));
}
