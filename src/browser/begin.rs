//! Brings a hydrated page to life, in order.

use super::follow::follow;
use super::page::{Charts, Page};
use super::{card, chart, closing, controls, dom, keys, pads, print, progress, rest, scrolly, url};
use leptos::prelude::*;

/// Starts everything that listens, then applies the URL: the first render has been that of the prerendered page.
pub fn begin(page: Page) {
    rest::watch();
    card::watch(page);
    keys::watch(page);
    controls::watch(page);
    closing::watch(page);
    pads::watch(page);
    print::watch(page);
    scrolly::watch(page);
    progress::watch();
    page.live.set(true);
    url::watch(page);
    chart::load(page);
    follow(Box::new(move || {
        if page.charts.get() == Charts::Failed {
            dom::set_attribute("data-charts", "failed");
        }
    }));
    dom::set_attribute("data-state", "live");
}
