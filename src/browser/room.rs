//! The place of a drawing in the page: how large it is, and whether it is at rest.

use super::dom::{after, closest, on_resize};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Milliseconds after which a drawing's marks have come to rest: the style sheet moves them for 500.
const SETTLED: i32 = 600;

/// Says when the marks that the style sheet moves have come to rest.
pub(super) fn settle(element: &HtmlElement) {
    rest(element, false);
    let element = element.clone();
    after(SETTLED, Box::new(move || rest(&element, true)));
}

/// Shows the live form in place of the still one.
pub(super) fn replace_still(element: &HtmlElement) {
    if let Some(chart) = element.parent_element() {
        let _ = chart.set_attribute("data-live", "true");
    }
}

/// Says on the figure whether its marks are at rest: for tests, pictures and anyone who scripts the page.
pub(super) fn rest(inside: &HtmlElement, at_rest: bool) {
    if let Some(figure) = closest(inside, ".figure") {
        let _ = figure.set_attribute("data-rest", if at_rest { "true" } else { "false" });
    }
}

/// Keeps `size` at the width and height of an element, in whole pixels.
pub(super) fn watch(element: &HtmlElement, size: RwSignal<(i32, i32)>) {
    let watched = element.clone();
    on_resize(
        element,
        Box::new(move || {
            let now = (watched.client_width(), watched.client_height());
            if size.try_get_untracked().is_some_and(|before| before != now) {
                size.set(now);
            }
        }),
    );
}
