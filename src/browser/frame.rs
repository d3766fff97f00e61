//! Being in somebody else's page: telling it how high we are.
//!
//! The contract, in messages to the parent window: on a changed height, and only then, each of pym.js, AMP (and
//! `@newswire/frames`), Datawrapper, Medium and Iframely in its own form. The number is whole CSS pixels.

use super::dom::{document, listen, on_resize, window};
use super::json::{get, parsed, quoted};
use super::page::{Page, Shape};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// Heights outside these bounds are a mistake of layout, not a page.
const BOUNDS: (i32, i32) = (100, 30_000);

thread_local! {
    static TOLD: Cell<i32> = const { Cell::new(0) };
}

/// Whether the page stands in another page.
pub(super) fn is_framed() -> bool {
    let window = window();
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// Whether somebody else's page scrolls for us: an embed in a frame that does not scroll itself.
pub(super) fn is_auto_height(page: Page) -> bool {
    page.shape == Shape::Embed && is_framed()
}

/// Begins to tell the parent the height of the page.
pub(super) fn watch() {
    if !is_framed() {
        return;
    }
    // Browsers pause observers in frames that are far from being seen; a host wants to know before.
    tell(false);
    if let Some(body) = document().body() {
        on_resize(&body, Box::new(|| tell(false)));
    }
    listen(
        &window(),
        "message",
        true,
        Box::new(|event| {
            let event: web_sys::MessageEvent = event.unchecked_into();
            let from_parent =
                event.source().is_some_and(|source| Some(source.unchecked_into()) == window().parent().ok().flatten());
            // A parent that loaded after us asks again, in the words of AMP's and newswire's frames.
            if from_parent && get(&event.data(), "type").as_string().as_deref() == Some("frames-init") {
                tell(true);
            }
        }),
    );
}

fn tell(again: bool) {
    let Some(body) = document().body() else { return };
    let height = body.offset_height().clamp(BOUNDS.0, BOUNDS.1);
    if TOLD.replace(height) == height && !again {
        return;
    }
    let Ok(Some(parent)) = window().parent() else { return };
    let location = window().location();
    let (query, href) = (location.search().unwrap_or_default(), location.href().unwrap_or_default());
    let child = web_sys::UrlSearchParams::new_with_str(&query).ok().and_then(|query| query.get("childId"));
    let send = |message: &JsValue| drop(parent.post_message(message, "*"));
    let text = |json: String| send(&json.into());
    let object = |json: String| send(&parsed(&json));
    if let Some(child) = &child {
        text(format!("pymxPYMx{child}xPYMxheightxPYMx{height}"));
    }
    object(format!(r#"{{"sentinel":"amp","type":"embed-size","height":{height}}}"#));
    let id = quoted(child.as_deref().unwrap_or("seized"));
    object(format!(r#"{{"datawrapper-height":{{{id}:{height}}}}}"#));
    text(format!(r#"{{"src":{},"context":"iframe.resize","height":{height}}}"#, quoted(&href)));
    text(format!(r#"{{"method":"resize","height":{height}}}"#));
}
