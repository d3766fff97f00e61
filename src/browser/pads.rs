//! Places in a drawing where a pointer says something: the reader's guesses, by mouse, pen and touch.

use super::dom::{document, drawn, listen, pointed};
use super::page::Page;
use crate::chart::{guess, sketch};
use crate::story::guess::stroke;
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::{Element, Event};

/// The pad on which a pointer is down, and the year and tonnes where it was last.
type Stroke = Option<(Element, Option<(usize, u16)>)>;

thread_local! {
    static STROKE: RefCell<Stroke> = const { RefCell::new(None) };
}

/// Begins to hear pointers. The style sheet keeps a touch on a pad from scrolling.
pub(super) fn watch(page: Page) {
    listen(
        &document(),
        "pointerdown",
        true,
        Box::new(move |event| {
            STROKE.set(drawn(&event, "[data-pad]").map(|pad| (pad, None)));
            follow(page, &event);
        }),
    );
    listen(&document(), "pointermove", true, Box::new(move |event| follow(page, &event)));
    for end in ["pointerup", "pointercancel"] {
        listen(&document(), end, true, Box::new(|_| STROKE.set(None)));
    }
}

fn follow(page: Page, event: &Event) {
    STROKE.with_borrow_mut(|state| {
        let Some((pad, last)) = state else { return };
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
