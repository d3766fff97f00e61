//! Opens, places and closes the provenance card: beside its number, inside what the reader can see.
//!
//! The card is not modal: in a frame as high as its content a modal dialog would stand in the frame's middle, far from
//! the reader. It opens by click, tap and Enter with the focus moved into it, and by resting on a number without.

use super::dom::{after, all, around, closest, document, drawn, first, listen, matches, next_frame, pixels, window};
use super::follow::follow as run;
use super::page::Page;
use super::scrolly;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusOptions, HtmlDialogElement, HtmlElement, KeyboardEvent};

/// Milliseconds that a pointer rests on a number before its card opens, and that it may be away before it closes.
const LINGER: i32 = 250;

#[derive(Default)]
struct State {
    opener: Option<HtmlElement>,
    /// Opened by resting on a number: closes when the pointer leaves.
    hovered: bool,
    /// The number or card that the pointer is on.
    over: Option<HtmlElement>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Opens the card of `fact` beside `opener`, and moves the focus into it.
pub(super) fn open(page: Page, fact: String, opener: &HtmlElement) {
    if fact.is_empty() {
        return;
    }
    STATE.with_borrow_mut(|state| {
        state.opener = Some(opener.clone());
        state.hovered = false;
    });
    // Setting an equal value again still notifies, so a second click brings a card that was hovered to the front.
    page.card.set(Some(fact));
}

/// Listens for numbers being activated anywhere in the page, once for all of them.
pub(super) fn watch(page: Page) {
    listen(
        &document(),
        "click",
        false,
        Box::new(move |event| {
            if let Some(number) = around(&event, ".number") {
                let inside = closest(&number, "dialog").is_some();
                let opener = STATE.with_borrow(|state| state.opener.clone().filter(|_| inside));
                open(page, number.get_attribute("data-id").unwrap_or_default(), &opener.unwrap_or(number));
            } else if let Some(mark) = drawn(&event, ".mark")
                && let Some(chart) = closest(&mark, ".chart, .step-figure")
            {
                open(page, mark.get_attribute("data-id").unwrap_or_default(), &chart);
            } else if around(&event, "dialog, .chart").is_none() && page.card.get_untracked().is_some() {
                page.card.set(None);
            }
        }),
    );
    listen(
        &document(),
        "keydown",
        true,
        Box::new(move |event| {
            let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if escape && page.card.get_untracked().is_some() {
                page.card.set(None);
            }
        }),
    );
    // A number is no button of the browser's own: keys have to be told.
    let press = move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let plain = !(key.alt_key() || key.ctrl_key() || key.meta_key());
        if let Some(number) = around(&event, ".number").filter(|_| plain && matches!(&*key.key(), "Enter" | " ")) {
            event.prevent_default();
            number.click();
        }
    };
    listen(&document(), "keydown", false, Box::new(press));
    if matches("(hover: hover) and (pointer: fine)") {
        let hear = move |event| hover(page, around(&event, ".number, #provenance"));
        listen(&document(), "pointerover", true, Box::new(hear));
    }
}

/// Makes the numbers of the written page ones that can be activated: from now on they answer.
pub(super) fn wake() {
    let Some(root) = document().document_element() else { return };
    for number in all(&root, ".number:not([role])") {
        let _ = number.set_attribute("role", "button");
        let _ = number.set_attribute("tabindex", "0");
    }
}

fn hover(page: Page, over: Option<HtmlElement>) {
    let same = STATE.with_borrow_mut(|state| std::mem::replace(&mut state.over, over.clone()) == over);
    if same {
        return;
    }
    let still = over.clone();
    after(
        LINGER,
        Box::new(move || {
            let (rests, hovered) = STATE.with_borrow(|state| (state.over == still, state.hovered));
            let open = page.card.get_untracked().is_some();
            match over {
                Some(number)
                    if rests
                        && number.id() != "provenance"
                        && (!open || hovered)
                        && closest(&number, "dialog").is_none() =>
                {
                    let fact = number.get_attribute("data-id");
                    STATE.with_borrow_mut(|state| {
                        state.opener = Some(number);
                        state.hovered = true;
                    });
                    page.card.set(fact);
                }
                None if rests && hovered && open => page.card.set(None),
                _ => {}
            }
        }),
    );
}

/// Shows and places the dialog whenever a card is asked for, and closes it when none is.
pub fn follow(page: Page) {
    run(Box::new(move || {
        let asked = page.card.get().is_some();
        let dialog =
            document().get_element_by_id("provenance").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        let Some(dialog) = dialog else { return };
        if asked {
            // The words are put in by another effect of this turn; measure them when they stand. A reader may have
            // closed the card by then.
            next_frame(Box::new(move || {
                if page.card.get_untracked().is_some() {
                    show(&dialog);
                }
            }));
        } else if dialog.open() {
            close(&dialog);
        }
    }));
}

fn show(dialog: &HtmlDialogElement) {
    let (opener, hovered) = STATE.with_borrow(|state| (state.opener.clone(), state.hovered));
    let before = document().active_element();
    // Not `show`, which moves the focus and with it the page to where the dialog stands before it is placed.
    dialog.set_open(true);
    dialog.set_scroll_top(0);
    if let Some(opener) = &opener {
        place(dialog, opener);
    }
    let gently = FocusOptions::new();
    gently.set_prevent_scroll(true);
    let focus: Option<HtmlElement> = if hovered {
        // `show` moves the focus by itself; a card that was not asked for must not keep it.
        before.and_then(|element| element.dyn_into().ok())
    } else {
        first(dialog, ".close")
    };
    let _ = focus.map(|element| element.focus_with_options(&gently));
}

fn close(dialog: &HtmlDialogElement) {
    let (opener, hovered) = STATE.with_borrow_mut(|state| (state.opener.take(), state.hovered));
    // A number of the card that was activated goes with the card's words, and the focus with it, to the body.
    let lost = |active: &web_sys::Element| !hovered && active.tag_name() == "BODY";
    let had_focus = document().active_element().is_some_and(|active| dialog.contains(Some(&active)) || lost(&active));
    dialog.close();
    if let (true, Some(opener)) = (had_focus, opener) {
        let gently = FocusOptions::new();
        gently.set_prevent_scroll(true);
        let _ = opener.focus_with_options(&gently);
    }
}

/// Under the number, or over it where there is no room below; never outside what is visible.
fn place(dialog: &HtmlElement, opener: &HtmlElement) {
    let window = window();
    let (scroll_x, scroll_y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    let anchor = opener.get_bounding_client_rect();
    let size = dialog.get_bounding_client_rect();
    let band = scrolly::visible_band();
    let room = document().document_element().map_or(0.0, |root| f64::from(root.client_width()));
    let (above, below) = (anchor.top() + scroll_y, anchor.bottom() + scroll_y);
    let under = below + 8.0;
    let over = above - size.height() - 8.0;
    let top = if under + size.height() <= band.bottom || over < band.top { under } else { over };
    let top = top.min(band.bottom - size.height() - 8.0).max(band.top + 8.0);
    let left = (anchor.left() + scroll_x).min(room - size.width() - 12.0).max(12.0);
    let style = dialog.style();
    let _ = style.set_property("top", &pixels(top));
    let _ = style.set_property("left", &pixels(left));
}
