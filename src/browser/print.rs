//! When steps stand flat, each with its own figure: in print, where the reader wants no motion, and in a low frame that
//! scrolls itself.

use super::dom::{listen, matches, window};
use super::page::{Page, Shape};
use super::{frame, scrolly};
use leptos::prelude::*;

const STILL: &str = "(prefers-reduced-motion: reduce)";

/// Follows the reader's wish for less motion and who scrolls, and unrolls the page for the time of a print.
pub(super) fn watch(page: Page) {
    if page.shape == Shape::Figure {
        return;
    }
    let settle = move || page.flat.set(matches(STILL) || frame::scrolls("flat"));
    settle();
    if let Ok(Some(query)) = window().match_media(STILL) {
        listen(&query, "change", true, Box::new(move |_| settle()));
    }
    frame::watch(Box::new(move || {
        settle();
        scrolly::begin_again(page);
    }));
    listen(&window(), "beforeprint", true, Box::new(move |_| page.flat.set(true)));
    listen(&window(), "afterprint", true, Box::new(move |_| settle()));
}
