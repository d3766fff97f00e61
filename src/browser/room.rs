//! The place of a drawing in the page: how large it is, what stands in it, and whether it is at rest.

use super::dom::{after, closest, on_resize};
use crate::chart::Frame;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Milliseconds after which a drawing's marks have come to rest: the style sheet moves them for 500.
const SETTLED: i32 = 600;

/// Shows a drawing in place of its still form, and says when it has come to rest.
pub(super) fn settle(element: &HtmlElement) {
    replace_still(element);
    rest(element, false);
    let element = element.clone();
    after(SETTLED, Box::new(move || rest(&element, true)));
}

pub(super) fn replace_still(element: &HtmlElement) {
    if let Some(chart) = element.parent_element() {
        let _ = chart.set_attribute("data-live", "true");
    }
}

pub(super) fn restore_still(element: &HtmlElement) {
    if let Some(chart) = element.parent_element() {
        let _ = chart.remove_attribute("data-live");
    }
    rest(element, true);
}

/// Says on the figure whether its marks are at rest: for tests, pictures and anyone who scripts the page.
pub(super) fn rest(inside: &HtmlElement, at_rest: bool) {
    if let Some(figure) = closest(inside, ".figure") {
        let _ = figure.set_attribute("data-rest", if at_rest { "true" } else { "false" });
    }
}

/// Keeps `narrow` and `room` at the size of an element; `resized` hears of it first.
pub(super) fn watch(
    element: &HtmlElement,
    narrow: RwSignal<bool>,
    room: RwSignal<(i32, i32)>,
    resized: Box<dyn Fn() -> bool>,
) {
    let measure = move |element: &HtmlElement| {
        let (width, height) = (element.client_width(), element.client_height());
        let is_narrow = Frame::of_width(f64::from(width)) == Frame::Phone;
        if narrow.get_untracked() != is_narrow {
            narrow.set(is_narrow);
        }
        if room.get_untracked() != (width, height) {
            room.set((width, height));
        }
    };
    measure(element);
    let watched = element.clone();
    on_resize(
        element,
        Box::new(move || {
            if resized() {
                measure(&watched);
            }
        }),
    );
}
