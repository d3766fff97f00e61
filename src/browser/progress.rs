//! The thin bar that says how far the reader has come.

use super::dom::{document, first};
use std::cell::RefCell;
use web_sys::HtmlElement;

thread_local! {
    static BAR: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Finds the bar, where there is one.
pub(super) fn watch() {
    BAR.set(document().body().and_then(|body| first(&body, ".progress i")));
}

/// Puts the bar where the reader is: a share of the way, from 0 to 1.
pub(super) fn moved(share: f64) {
    let thousandths = (share * 1000.0).round().clamp(0.0, 1000.0) as u16;
    let _ = BAR.with_borrow(|bar| {
        let style = bar.as_ref()?.style();
        // A transform of one element: a variable of the page would be reckoned anew for all of it.
        style.set_property("transform", &format!("scaleX({}.{:03})", thousandths / 1000, thousandths % 1000)).ok()
    });
}
