//! When steps stand flat, each with its own figure: in print, where the reader wants no motion, in a window too low to pin
//! anything, and in a low frame that scrolls itself. `html.flat` says so to the style sheet, for sections that are not taken
//! over yet, too.

use super::dom::{all, closest, document, letter_size, listen, matches, next_frame, set_attribute, window};
use super::page::{Page, Shape};
use super::{explorer, frame, near, scrolly, tasks};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use web_sys::HtmlElement;

const STILL: &str = "(prefers-reduced-motion: reduce)";

/// A window lower than so many times the size of its letters pins nothing: a figure would leave no room for words.
/// (`js/theme.js` has the same, for what is painted before the program runs.)
const LOW: f64 = 30.0;

thread_local! {
    static PRINTS: Cell<bool> = const { Cell::new(false) };
    /// What folds up on the screen and is open on paper.
    static OPENED: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// Whether what is drawn has to be there at once.
pub(super) fn is_printing() -> bool {
    PRINTS.get()
}

/// Follows the reader's wish for less motion, the window and who scrolls, and unrolls the page for the time of a print. A
/// figure alone is unrolled on paper only.
pub(super) fn watch(page: Page) {
    listen(
        &window(),
        "beforeprint",
        true,
        Box::new(move |_| {
            PRINTS.set(true);
            near::wake_all();
            explorer::hurry(page);
            set(page, true);
            open();
            tasks::run();
        }),
    );
    listen(
        &window(),
        "afterprint",
        true,
        Box::new(move |_| {
            PRINTS.set(false);
            OPENED.take().iter().for_each(|details| {
                let _ = details.remove_attribute("open");
            });
            settle(page);
        }),
    );
    settle(page);
    if let Ok(Some(query)) = window().match_media(STILL) {
        listen(&query, "change", true, Box::new(move |_| settle(page)));
    }
    listen(&window(), "resize", true, Box::new(move |_| settle(page)));
    frame::watch(Box::new(move || {
        settle(page);
        scrolly::begin_again(page);
    }));
}

/// Unrolls the page or rolls it up. A reader who is at a step stays there.
pub(super) fn settle(page: Page) {
    if PRINTS.get() {
        return;
    }
    let flat = page.shape != Shape::Figure && (matches(STILL) || frame::scrolls("flat") || is_low());
    if page.flat.get_untracked() == flat {
        return;
    }
    // The window has its new size already; what was measured is from before.
    let step = page.step.get_untracked().filter(|_| !frame::is_guest(page) && scrolly::was_among_steps());
    set(page, flat);
    scrolly::begin_again(page);
    if let Some((section, place)) = step {
        let show = move || scrolly::section_of(section).iter().for_each(|section| scrolly::show(section, place, false));
        // A browser may say a frame late how high a window is that has been turned.
        next_frame(Box::new(move || {
            show();
            next_frame(Box::new(show));
        }));
    }
}

/// Where nothing says what the reader sees, the page stands flat.
pub(super) fn unroll(page: Page) {
    set_attribute("data-scroll", "flat");
    near::wake_all();
    set(page, true);
}

fn set(page: Page, flat: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.class_list().toggle_with_force("flat", flat);
    }
    if page.flat.get_untracked() != flat {
        page.flat.set(flat);
    }
}

fn is_low() -> bool {
    scrolly::seen_height().is_some_and(|height| height < LOW * letter_size())
}

/// Opens what folds up: older browsers know no style that does.
fn open() {
    let Some(root) = document().document_element() else { return };
    let closed = all(&root, "main details:not([open]) summary");
    OPENED.set(closed.iter().filter_map(|summary| closest(summary, "details")).collect());
    OPENED.with_borrow(|details| {
        details.iter().for_each(|details| {
            let _ = details.set_attribute("open", "");
        });
    });
}
