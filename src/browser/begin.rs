//! Brings a hydrated page to life, in order.

use super::after;
use super::follow::follow;
use super::page::{Charts, Page};
use super::{beside, card, chart, closing, controls, dom, keys, pads, print, progress, rest, scrolly, taken, url};
use leptos::prelude::*;

/// Starts everything that listens, then applies the URL: the first render has been that of the prerendered page.
pub fn begin(page: Page) {
    rest::watch();
    taken::watch(page);
    card::watch(page);
    keys::watch(page);
    pads::watch(page);
    beside::watch(page);
    print::watch(page);
    scrolly::watch(page);
    progress::watch();
    after(0, Box::new(move || controls::watch(page)));
    after(0, Box::new(move || closing::watch(page)));
    after(0, Box::new(move || live(page)));
}

/// Controls can be used, and the URL is applied.
fn live(page: Page) {
    page.live.set(true);
    card::wake();
    url::watch(page);
    chart::load(page);
    follow(Box::new(move || {
        if page.charts.get() == Charts::Failed {
            dom::set_attribute("data-charts", "failed");
        }
    }));
    dom::set_attribute("data-state", "live");
}
