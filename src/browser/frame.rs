//! Being in somebody else's page. What is said to the host is `js/frame.js`, which works without the program; here is what
//! it found out: who scrolls.

use super::dom::{document, listen, window};
use super::page::{Page, Shape};

/// Whether the page stands in another page.
pub(super) fn is_framed() -> bool {
    let window = window();
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// Whether scroll and history are not ours: in a frame they are the host's, and a figure alone has no use for them.
pub(super) fn is_guest(page: Page) -> bool {
    page.shape == Shape::Figure || is_framed()
}

/// Whether `html[data-scroll]` says this.
pub(super) fn scrolls(who: &str) -> bool {
    document().document_element().and_then(|root| root.get_attribute("data-scroll")).is_some_and(|found| found == who)
}

/// Calls `changed` whenever another scrolls than before.
pub(super) fn watch(changed: Box<dyn Fn()>) {
    listen(&document(), "seized-scroll", true, Box::new(move |_| changed()));
}
