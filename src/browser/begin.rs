//! Brings a page to life, in order.

use super::after;
use super::page::Page;
use super::{beside, card, closing, controls, dom, keys, pads, print, progress, rest, scrolly, taken, url, values};
use leptos::prelude::*;

/// Starts everything that listens, then applies the URL: the first render has been that of the prerendered page.
pub fn begin(page: Page) {
    rest::watch();
    taken::watch(page);
    card::watch(page);
    keys::watch(page);
    pads::watch(page);
    values::watch();
    beside::watch(page);
    print::watch(page);
    scrolly::watch(page);
    progress::watch();
    controls::watch(page);
    after(0, Box::new(move || closing::watch(page)));
    after(0, Box::new(move || live(page)));
}

/// Controls can be used, and the URL is applied.
fn live(page: Page) {
    page.live.set(true);
    card::wake();
    url::watch(page);
    dom::set_attribute("data-state", "live");
}
