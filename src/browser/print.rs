//! When steps stand flat, each with its own figure: in print and where the reader wants no motion.

use super::dom::{listen, window};
use super::page::Page;
use leptos::prelude::*;

const STILL: &str = "(prefers-reduced-motion: reduce)";

/// Follows the reader's wish for less motion, and unrolls the page for the time of a print.
pub(super) fn watch(page: Page) {
    let wish = window().match_media(STILL).ok().flatten();
    if let Some(query) = wish {
        page.flat.set(query.matches());
        let now = query.clone();
        listen(&query, "change", true, Box::new(move |_| page.flat.set(now.matches())));
    }
    listen(&window(), "beforeprint", true, Box::new(move |_| page.flat.set(true)));
    listen(&window(), "afterprint", true, Box::new(move |_| page.flat.set(super::dom::matches(STILL))));
}
