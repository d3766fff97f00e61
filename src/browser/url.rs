//! The URL and the history: Next and Previous push an entry, scrolling and sliders replace it, frames only replace.

use super::dom::{after, listen, window};
use super::follow::follow;
use super::json::get;
use super::page::Page;
use super::{frame, scrolly};
use crate::story::url::{State, read, write};
use crate::story::{SECTIONS, step_by_name};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// Milliseconds after the last change before the URL follows: browsers limit how often it may.
const DEBOUNCE: i32 = 300;

thread_local! {
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Applies the URL once the page is live, then keeps it up to date and follows Back and Forward.
pub(super) fn watch(page: Page) {
    apply(page, None);
    listen(
        &window(),
        "popstate",
        true,
        Box::new(move |event| {
            let left_at = get(&event, "state").as_f64();
            apply(page, left_at);
        }),
    );
    let mut first = true;
    follow(Box::new(move || {
        page.choices.track();
        if !std::mem::take(&mut first) {
            replace_soon(page);
        }
    }));
}

/// Takes choices and step from the URL; an entry that was left by Next or Previous knows where it was scrolled to.
fn apply(page: Page, left_at: Option<f64>) {
    let query = window().location().search().unwrap_or_default();
    let state = read(&query, &page.facts_now());
    if page.choices.get_untracked() != state.choices {
        page.choices.set(state.choices);
    }
    if let (Some(y), false) = (left_at, frame::is_guest(page)) {
        scrolly::scroll_to(page, y);
        return;
    }
    let Some((id, place)) = state.step else { return };
    if frame::is_guest(page) {
        scrolly::hold(page, (id, place));
    } else if let Some(section) = SECTIONS.iter().find(|section| section.id == id) {
        scrolly::show(section, place, false);
        scrolly::ask(page);
    }
}

/// Writes the state into the present history entry, shortly.
pub(super) fn replace_soon(page: Page) {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    after(
        DEBOUNCE,
        Box::new(move || {
            if TURN.get() == turn {
                // Where a hash led beyond the sections, it says more than the step that was passed on the way.
                let led = window().location().hash().is_ok_and(|hash| !hash.is_empty());
                let step = page.step.get_untracked().filter(|(id, _)| !led || scrolly::shows(id));
                record(page, step, false);
            }
        }),
    );
}

/// Records a step that the reader asked for as an entry of its own; in a frame it replaces, as Back is the host's.
pub(super) fn push(page: Page, step: (&'static str, usize)) {
    if !frame::is_guest(page) {
        // The entry that is left says what it shows and where, however short ago that changed.
        record(page, page.step.get_untracked(), false);
        let here = window().scroll_y().unwrap_or_default();
        let _ = window().history().map(|history| history.replace_state(&here.into(), ""));
    }
    record(page, Some(step), !frame::is_guest(page));
}

fn record(page: Page, step: Option<(&'static str, usize)>, push: bool) {
    let location = window().location();
    let before = location.search().unwrap_or_default();
    let after = write(&before, &State { step, choices: page.choices.get_untracked() }, &page.facts_now());
    if after == before || (before.is_empty() && after.is_empty()) {
        return;
    }
    let hash = location.hash().unwrap_or_default();
    // A section's hash would scroll back to its top on reload; the step says more.
    let hash = if step.is_some() && step_by_name(hash.trim_start_matches('#')).is_none() { "" } else { &hash };
    let path = location.pathname().unwrap_or_default();
    let (Ok(history), target) = (window().history(), format!("{path}{after}{hash}")) else { return };
    // From a file or a sandbox some browsers refuse; the page works without.
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&target))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&target))
    };
}
