//! Places in a drawing where a pointer says something: the reader's guesses, by mouse, pen and touch.
//!
//! A mouse guesses wherever its button is down. A finger that goes up or down scrolls the page, wherever it begins: only
//! one that goes sideways draws, and one that does not move guesses where it was.

use super::dom::{document, drawn, listen, pointed};
use super::page::Page;
use crate::chart::{guess, sketch};
use crate::story::guess::stroke;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// A pointer that is down on a pad.
struct Stroke {
    pad: Element,
    /// The year and tonnes where it was last.
    last: Option<(usize, u16)>,
    /// Where a finger came down that has not shown yet what it wants.
    undecided: Option<Event>,
}

/// So many pixels a finger that only taps may move.
const SLOP: i32 = 8;

thread_local! {
    static STROKE: RefCell<Option<Stroke>> = const { RefCell::new(None) };
}

/// Begins to hear pointers.
pub(super) fn watch(page: Page) {
    listen(
        &document(),
        "pointerdown",
        true,
        Box::new(move |event| {
            let decided = pointer(&event).is_none_or(|event| event.pointer_type() == "mouse");
            let undecided = (!decided).then(|| event.clone());
            STROKE.set(drawn(&event, "[data-pad]").map(|pad| Stroke { pad, last: None, undecided }));
            if decided {
                follow(page, &event);
            }
        }),
    );
    listen(
        &document(),
        "pointermove",
        true,
        Box::new(move |event| {
            if decides(page, &event) {
                follow(page, &event);
            }
        }),
    );
    listen(
        &document(),
        "pointerup",
        true,
        Box::new(move |_| {
            // Neither a stroke nor a scroll: a tap.
            let tap = STROKE.with_borrow_mut(|stroke| stroke.as_mut()?.undecided.take());
            tap.iter().for_each(|event| follow(page, event));
            STROKE.set(None);
        }),
    );
    // The browser took the finger for a scroll.
    listen(&document(), "pointercancel", true, Box::new(|_| STROKE.set(None)));
}

fn pointer(event: &Event) -> Option<&PointerEvent> {
    event.dyn_ref()
}

/// Whether a pointer that moves draws. A finger that leaves its place sideways does from there on, and one that leaves it
/// up or down no more.
fn decides(page: Page, event: &Event) -> bool {
    let begun = STROKE.with_borrow(|stroke| stroke.as_ref()?.undecided.clone());
    let (Some(begun), Some(now)) = (begun, pointer(event)) else { return true };
    let Some(then) = pointer(&begun) else { return true };
    match goes_sideways(then, now) {
        None => return false,
        Some(false) => {
            STROKE.set(None);
            return false;
        }
        Some(true) => {}
    }
    STROKE.with_borrow_mut(|stroke| stroke.iter_mut().for_each(|stroke| stroke.undecided = None));
    follow(page, &begun);
    true
}

/// Whether a pointer leaves its place sideways rather than up or down; none while it has not left it.
pub(super) fn goes_sideways(then: &PointerEvent, now: &PointerEvent) -> Option<bool> {
    let across = (now.client_x() - then.client_x()).abs();
    let down = (now.client_y() - then.client_y()).abs();
    (across.max(down) > SLOP).then_some(across > down)
}

fn follow(page: Page, event: &Event) {
    STROKE.with_borrow_mut(|state| {
        let Some(Stroke { pad, last, .. }) = state else { return };
        let Some((across, down)) = pointed(event, pad) else { return };
        if pad.get_attribute("data-pad").as_deref() == Some("share") {
            page.choices.update(|choices| choices.share = Some(guess::pointed(across, down)));
        } else {
            let to = sketch::pointed(across, down, sketch::highest(&page.facts_now()));
            let from = last.replace(to);
            page.choices.update(|choices| stroke(choices, from, to));
        }
    });
}
