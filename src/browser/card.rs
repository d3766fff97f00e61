//! Opens, places and closes the provenance card: beside its number, inside what the reader can see.
//!
//! The card is not modal: in a frame as high as its content a modal dialog would stand in the frame's middle, far from
//! the reader. It opens by click, tap and Enter with the focus moved into it, and by resting on a number without.

use super::dom::{
    after, all, around, callback, closest, document, first, focus, listen, matches, next_frame, pixels, window,
};
use super::follow::follow as run;
use super::json::get;
use super::page::Page;
use super::{hand, values};
use crate::story::beside::{Area, beside};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlDialogElement, HtmlElement, KeyboardEvent, MouseEvent};

/// A mark of a chart reaches about so far around the place where a pointer pressed it, in CSS pixels.
const MARK: f64 = 12.0;
/// Milliseconds that a pointer rests on a number before its card opens, and that it may be away before it closes.
const LINGER: i32 = 250;

#[wasm_bindgen]
extern "C" {
    /// `js/seen.js`: calls with the edges of what the reader sees of the page.
    #[wasm_bindgen(js_name = seizedSeen)]
    fn seen(use_it: &js_sys::Function);
}

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
    /// Where a pointer last pressed, in pixels of the window; none after a key.
    static PRESSED: Cell<Option<(f64, f64)>> = const { Cell::new(None) };
    /// Where on the screen the pointer was last.
    static POINTER: Cell<Option<(i32, i32)>> = const { Cell::new(None) };
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
            } else if let Some((fact, chart)) = values::pressed(&event).or_else(|| hand::pressed(page, &event)) {
                open(page, fact, &chart);
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
            PRESSED.set(None);
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
    let press = |event: Event| {
        let at = event.dyn_ref::<MouseEvent>();
        PRESSED.set(at.map(|at| (f64::from(at.client_x()), f64::from(at.client_y()))));
    };
    listen(&document(), "pointerdown", true, Box::new(press));
    if matches("(hover: hover) and (pointer: fine)") {
        for kind in ["pointerover", "pointermove"] {
            listen(&document(), kind, true, Box::new(move |event| point(page, &event)));
        }
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

/// A pointer came over something, or moved on it. What the page scrolled under a pointer at rest was not pointed at.
fn point(page: Page, event: &Event) {
    let Some(at) = event.dyn_ref::<MouseEvent>().map(|at| (at.screen_x(), at.screen_y())) else { return };
    let first = event.type_() == "pointermove";
    let moved = POINTER.replace(Some(at)).map_or(first, |before| before != at);
    let stays =
        |over: &HtmlElement| over.id() == "provenance" || STATE.with_borrow(|state| state.over.as_ref() == Some(over));
    hover(page, around(event, ".number, #provenance").filter(|over| moved || stays(over)));
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
                seen(&callback(Box::new(move |seen| {
                    if page.card.get_untracked().is_some() {
                        show(&dialog, &seen);
                    }
                })));
            }));
        } else if dialog.open() {
            close(&dialog);
        }
    }));
}

fn show(dialog: &HtmlDialogElement, seen: &JsValue) {
    let (opener, hovered) = STATE.with_borrow(|state| (state.opener.clone(), state.hovered));
    let before = document().active_element();
    // Not `show`, which moves the focus and with it the page to where the dialog stands before it is placed.
    dialog.set_open(true);
    dialog.set_scroll_top(0);
    if let Some(opener) = &opener {
        place(dialog, opener, seen);
    }
    let focused: Option<HtmlElement> = if hovered {
        // `show` moves the focus by itself; a card that was not asked for must not keep it.
        before.and_then(|element| element.dyn_into().ok())
    } else {
        first(dialog, ".close")
    };
    focused.iter().for_each(focus);
}

fn close(dialog: &HtmlDialogElement) {
    let (opener, hovered) = STATE.with_borrow_mut(|state| (state.opener.take(), state.hovered));
    // A number of the card that was activated goes with the card's words, and the focus with it, to the body.
    let lost = |active: &web_sys::Element| !hovered && active.tag_name() == "BODY";
    let had_focus = document().active_element().is_some_and(|active| dialog.contains(Some(&active)) || lost(&active));
    dialog.close();
    if let (true, Some(opener)) = (had_focus, opener) {
        focus(&opener);
    }
}

/// Beside the number, or where in a chart a pointer pressed, inside what the reader sees.
fn place(dialog: &HtmlElement, opener: &HtmlElement, seen: &JsValue) {
    let window = window();
    let (x, y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    let style = dialog.style();
    let _ = style.remove_property("max-height");
    let size = dialog.get_bounding_client_rect();
    let edge = |name: &str| get(seen, name).as_f64().unwrap_or_default() + y;
    let width = document().document_element().map_or(0.0, |root| f64::from(root.client_width()));
    let seen = Area { left: x, top: edge("top"), right: x + width, bottom: edge("bottom") };
    let (left, top, most) = beside(anchor(opener, (x, y)), (size.width(), size.height()), seen);
    for (name, length) in [("left", left), ("top", top), ("max-height", most.min(size.height().ceil()))] {
        let _ = style.set_property(name, &pixels(length));
    }
}

/// What the card must not cover, on the page.
fn anchor(opener: &HtmlElement, (x, y): (f64, f64)) -> Area {
    let around = opener.get_bounding_client_rect();
    let pressed = PRESSED.get().filter(|_| !opener.matches(".number").unwrap_or(false));
    let (left, top, right, bottom) = match pressed {
        Some((across, down)) => (across - MARK, down - MARK, across + MARK, down + MARK),
        None => (around.left(), around.top(), around.right(), around.bottom()),
    };
    Area { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}
