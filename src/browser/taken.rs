//! What `js/take.js` asks the program for, as it hands a figure over: who says a number.

use super::page::Page;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
}

/// Answers from now on, for this page.
pub(super) fn watch(page: Page) {
    PAGE.set(Some(page));
}

/// The inside of a number's card; none where nothing stands behind the id.
#[wasm_bindgen(js_name = card)]
#[must_use]
pub fn card(id: &str) -> Option<String> {
    PAGE.get()?.card_of(id)
}
