//! Brings a page to life, in order.

use super::after;
use super::page::Page;
use super::{
    beside, card, closing, controls, dom, hand, keys, pads, print, progress, rest, scrolly, taken, url, values, years,
};
use leptos::prelude::*;

/// Starts everything that listens, then applies the URL: the first render has been that of the prerendered page.
pub fn begin(page: Page) {
    rest::watch();
    taken::watch(page);
    card::watch(page);
    keys::watch(page);
    pads::watch(page);
    values::watch(page);
    hand::watch(page);
    beside::watch(page);
    print::watch(page);
    scrolly::watch(page);
    progress::watch();
    controls::watch(page);
    years::watch(page);
    after(0, Box::new(move || closing::watch(page)));
    after(0, Box::new(move || live(page)));
}

/// Controls can be used, far ones too, and the URL is applied.
fn live(page: Page) {
    page.live.set(true);
    let root = dom::document().document_element();
    for control in root.into_iter().flat_map(|root| dom::all(&root, "main :disabled")) {
        let _ = control.remove_attribute("disabled");
    }
    card::wake();
    url::watch(page);
    dom::set_attribute("data-state", "live");
}
