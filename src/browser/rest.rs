//! Work that must not disturb a reader: it waits until the page is at rest.

use super::dom::{after, document, listen};
use std::cell::Cell;

/// Milliseconds without a scroll or a key that count as rest.
const REST: f64 = 150.0;

thread_local! {
    static MOVED: Cell<f64> = const { Cell::new(0.0) };
}

/// Begins to watch for scrolling and input.
pub fn watch() {
    for event in ["scroll", "wheel", "touchmove", "keydown", "pointerdown"] {
        listen(&document(), event, true, Box::new(|_| MOVED.set(js_sys::Date::now())));
    }
}

/// Runs `task` in a task of its own, once nothing has moved for a moment.
///
/// Not in an idle callback: Safari has none, and a frame in a busy host may wait for one for good.
pub fn at_rest(task: Box<dyn FnOnce()>) {
    let still = js_sys::Date::now() - MOVED.get();
    if still < REST {
        #[expect(clippy::cast_possible_truncation, reason = "below 150")]
        return after((REST - still) as i32 + 10, Box::new(move || at_rest(task)));
    }
    after(0, task);
}
