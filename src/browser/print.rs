//! When steps stand flat, each with its own figure: in print, where the reader wants no motion, and in a low frame that
//! scrolls itself.

use super::dom::{listen, matches, window};
use super::page::{Page, Shape};
use super::{chart, frame, scrolly, tasks};
use leptos::prelude::*;

const STILL: &str = "(prefers-reduced-motion: reduce)";

/// Follows the reader's wish for less motion and who scrolls, and unrolls the page for the time of a print. A figure alone
/// is unrolled on paper only.
pub(super) fn watch(page: Page) {
    let alone = page.shape == Shape::Figure;
    let settle = move || page.flat.set(!alone && (matches(STILL) || frame::scrolls("flat")));
    listen(
        &window(),
        "beforeprint",
        true,
        Box::new(move |_| {
            chart::hurry(page);
            page.flat.set(true);
            tasks::run();
        }),
    );
    listen(&window(), "afterprint", true, Box::new(move |_| settle()));
    if alone {
        return;
    }
    settle();
    if let Ok(Some(query)) = window().match_media(STILL) {
        listen(&query, "change", true, Box::new(move |_| settle()));
    }
    frame::watch(Box::new(move || {
        settle();
        scrolly::begin_again(page);
    }));
}
