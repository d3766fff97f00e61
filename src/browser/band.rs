//! The visible band of a frame that is as high as its content, in a page that we cannot ask.
//!
//! In a cross-origin frame neither `position: sticky` nor `rootMargin` knows the host's viewport. Thin sentinels stacked
//! down our page do: an observer with the implicit root reports the visible part of each, to the pixel.

use super::dom::{callback, document, first, listen, next_frame, on_resize, window};
use crate::story::scrolly::Band;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// A sentinel's height in CSS pixels; it has one threshold a pixel.
const TALL: u32 = 64;

struct Watch {
    observer: IntersectionObserver,
    sentinels: Vec<Element>,
    seen: Vec<Option<Band>>,
}

/// Frames that are painted before the observer is taken to be dumb: a frame that is painted is observed, too.
const PATIENCE: u32 = 60;

/// Tells `changed` the visible band whenever it changes; calls `dumb` where nothing will ever tell.
pub(super) fn watch(changed: Box<dyn Fn(Band)>, dumb: Box<dyn FnOnce()>) {
    let heard = Rc::new(Cell::new(false));
    wait(PATIENCE, heard.clone(), dumb);
    let seen: Rc<RefCell<Option<Watch>>> = Rc::default();
    let state = seen.clone();
    let hear = callback(Box::new(move |entries| {
        let mut state = state.borrow_mut();
        let Some(watch) = state.as_mut() else { return };
        heard.set(true);
        js_sys::Array::from(&entries).iter().for_each(|entry| note(watch, &entry.unchecked_into()));
        let band = band(&watch.seen);
        drop(state);
        band.iter().for_each(|band| changed(*band));
    }));
    let thresholds: js_sys::Array = (0..=TALL).map(|part| JsValue::from(f64::from(part) / f64::from(TALL))).collect();
    let options = IntersectionObserverInit::new();
    options.set_threshold(&thresholds);
    let Ok(observer) = IntersectionObserver::new_with_options(&hear, &options) else { return };
    *seen.borrow_mut() = Some(Watch { observer, sentinels: Vec::new(), seen: Vec::new() });
    let again = seen.clone();
    // A tab that was hidden may have scrolled meanwhile: observe afresh, which reports everything.
    listen(&document(), "visibilitychange", true, Box::new(move |_| stack(&again, true)));
    if let Some(body) = document().body() {
        on_resize(&body, Box::new(move || stack(&seen, false)));
    }
}

fn wait(frames: u32, heard: Rc<Cell<bool>>, dumb: Box<dyn FnOnce()>) {
    next_frame(Box::new(move || match (heard.get(), frames) {
        (true, _) => {}
        (false, 0) => dumb(),
        (false, _) => wait(frames - 1, heard, dumb),
    }));
}

/// Makes as many sentinels as the page is high; `afresh` observes them all again.
fn stack(seen: &Rc<RefCell<Option<Watch>>>, afresh: bool) {
    let mut seen = seen.borrow_mut();
    let (Some(watch), Some(body)) = (seen.as_mut(), document().body()) else { return };
    let wanted = usize::try_from(body.offset_height().max(0)).unwrap_or(0) / TALL as usize;
    if afresh {
        watch.observer.disconnect();
        watch.sentinels.iter().for_each(|sentinel| watch.observer.observe(sentinel));
    }
    let Some(place) = first(&body, ".sentinels") else { return };
    while watch.sentinels.len() < wanted {
        let Ok(sentinel) = document().create_element("i") else { return };
        let _ = place.append_child(&sentinel);
        watch.observer.observe(&sentinel);
        watch.sentinels.push(sentinel);
        watch.seen.push(None);
    }
    while watch.sentinels.len() > wanted.max(1) {
        if let Some(sentinel) = watch.sentinels.pop() {
            watch.observer.unobserve(&sentinel);
            sentinel.remove();
        }
        watch.seen.pop();
    }
}

fn note(watch: &mut Watch, entry: &IntersectionObserverEntry) {
    let target = entry.target();
    let Some(place) = watch.sentinels.iter().position(|sentinel| *sentinel == target) else { return };
    let visible = entry.intersection_rect();
    let shown = entry.is_intersecting() && visible.height() > 0.0;
    // Where the frame is lower than its content it scrolls itself, too.
    let scroll = window().scroll_y().unwrap_or_default();
    watch.seen[place] = shown.then(|| Band { top: visible.top() + scroll, bottom: visible.bottom() + scroll });
}

/// From the top of the first visible sentinel to the bottom of the last; `None` while nothing shows.
fn band(seen: &[Option<Band>]) -> Option<Band> {
    let first = seen.iter().flatten().next()?;
    let last = seen.iter().flatten().last()?;
    Some(Band { top: first.top, bottom: last.bottom })
}
