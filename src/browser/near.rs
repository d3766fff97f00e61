//! Which sections are near the reader. A section is taken over when it comes near or is asked for, and follows what
//! changes only while it is near.

use super::dom::{callback, hear_first};
use super::page::Scope;
use crate::story::Section;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, Node};

/// How far around the window counts as near, as CSS has it. In a frame of another origin browsers take none.
const MARGIN: &str = "75% 0px";

/// Takes a section over: its root, and what its components share.
pub type TakeOver = Box<dyn Fn(HtmlElement, Scope)>;

struct Near {
    roots: Vec<(HtmlElement, Scope)>,
    /// Which of them have been taken over.
    taken: Vec<bool>,
    take_over: TakeOver,
}

thread_local! {
    static NEAR: RefCell<Option<Near>> = const { RefCell::new(None) };
}

/// Begins to watch the roots of sections.
pub fn watch(roots: Vec<(HtmlElement, Scope)>, take_over: TakeOver) {
    for (place, (root, _)) in roots.iter().enumerate() {
        observe(root, Box::new(move |is_near| set(place, is_near)));
    }
    NEAR.set(Some(Near { taken: vec![false; roots.len()], roots, take_over }));
    // Whoever gets to a far section by keyboard, or presses what has just come into sight, does not wait for the observer.
    for event in ["focusin", "pointerdown", "click", "input"] {
        hear_first(event, Box::new(|event| event.target().into_iter().for_each(|target| set_around(&target))));
    }
}

/// What is around an element is needed now.
fn set_around(target: &JsValue) {
    let inside = |(root, _): &(HtmlElement, Scope)| root.contains(target.dyn_ref::<Node>());
    let place = NEAR.with_borrow(|near| {
        let near = near.as_ref()?;
        near.roots.iter().position(inside).filter(|place| !near.taken[*place])
    });
    place.into_iter().for_each(|place| set(place, true));
}

/// Says whether an element is near the reader, now and whenever that changes.
pub(super) fn observe(element: &HtmlElement, tell: Box<dyn Fn(bool)>) {
    let hear = callback(Box::new(move |entries| {
        let last = js_sys::Array::from(&entries).pop();
        tell(last.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
    }));
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    if let Ok(observer) = IntersectionObserver::new_with_options(&hear, &options) {
        observer.observe(element);
    }
}

/// A section is needed now, wherever it is.
pub fn wake(section: &Section) {
    let place =
        NEAR.with_borrow(|near| near.as_ref()?.roots.iter().position(|(_, scope)| scope.section.id == section.id));
    place.into_iter().for_each(|place| set(place, true));
}

/// All of them are: the page is to be printed.
pub fn wake_all() {
    let count = NEAR.with_borrow(|near| near.as_ref().map_or(0, |near| near.roots.len()));
    (0..count).for_each(|place| set(place, true));
}

fn set(place: usize, is_near: bool) {
    let scope = NEAR.with_borrow_mut(|near| {
        let near = near.as_mut()?;
        let (root, scope) = near.roots[place].clone();
        if is_near && !std::mem::replace(&mut near.taken[place], true) {
            (near.take_over)(root, scope);
        }
        Some(scope)
    });
    // The first render has been that of the prerendered page: only now does the section follow.
    if let Some(scope) = scope.filter(|scope| scope.near.get_untracked() != is_near) {
        scope.near.set(is_near);
    }
}
