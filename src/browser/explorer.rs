//! The explorer's chart, specified with charming's parts and drawn by ECharts, which is asked for when a reader is near.

use super::dom::{callback, matches, set_attribute};
use super::echarts::{Drawing, add_ring, marks, option};
use super::json::get;
use super::marked::remember;
use super::page::{Charts, Page, Scope};
use super::rest::at_rest;
use super::room::{replace_still, rest};
use crate::chart::explore::named;
use crate::chart::{Chart, Frame};
use crate::text::Words;
use crate::text::fact::Facts;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// The loader's promise of ECharts.
    #[wasm_bindgen(js_namespace = ["globalThis", "seized"], js_name = charts, catch)]
    fn load_charts() -> Result<Promise, JsValue>;

    type Promise;
    #[wasm_bindgen(method)]
    fn then(this: &Promise, ready: &js_sys::Function, failed: &js_sys::Function);
}

/// The chart of an element, once there is one.
pub(super) type Place = Rc<RefCell<Option<Drawing>>>;

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
    /// The room that the chart was last drawn for: ECharts would measure it each time.
    static SIZE: Cell<(i32, i32)> = const { Cell::new((0, 0)) };
}

/// Loads ECharts once nothing moves; the still form stays until then, and for good where it fails.
fn load(page: Page) {
    if ASKED.replace(true) {
        return;
    }
    let fail = move || {
        set_attribute("data-charts", "failed");
        page.charts.set(Charts::Failed);
    };
    let ready = callback(Box::new(move |_| at_rest(Box::new(move || page.charts.set(Charts::Ready)))));
    let failed = callback(Box::new(move |_| fail()));
    at_rest(Box::new(move || match load_charts() {
        Ok(promise) => promise.then(&ready, &failed),
        Err(_) => fail(),
    }));
}

/// Does not wait for rest: a page that is printed gets its chart, if ECharts is there in time.
pub(super) fn hurry(page: Page) {
    let there = !get(&js_sys::global(), "seizedECharts").is_undefined();
    if there && page.charts.get_untracked() == Charts::Waiting {
        page.charts.set(Charts::Ready);
    }
}

/// Shows what is asked for, if ECharts is there; asking makes the caller follow the choices, and what the keyboard stands on.
pub(super) fn show(
    scope: Scope,
    element: &HtmlElement,
    place: &Place,
    draw: fn(&Facts<'_>, &Words, Frame) -> Chart,
    size: (i32, i32),
) -> bool {
    let (page, words) = (scope.page, scope.page.words());
    load(page);
    if page.charts.get() != Charts::Ready {
        return false;
    }
    let option = option(&draw(&scope.facts(), words, Frame::of_width(f64::from(size.0))).written(&words.numbers));
    let first = place.borrow().is_none();
    let resized = SIZE.replace(size) != size;
    if first {
        place.replace(begin(element));
    } else if resized {
        place.borrow().iter().for_each(Drawing::resize);
    }
    let moves = !first && !page.flat.get() && !matches("(prefers-reduced-motion: reduce)");
    let _ = js_sys::Reflect::set(&option, &"animation".into(), &moves.into());
    let (marks, walked) = (marks(&option), page.walked.get());
    let at = marks.iter().find(|mark| Some(&mark.fact) == walked.as_ref());
    add_ring(&option, at.map(|mark| (mark, named(&scope.facts(), words, &mark.fact, mark.year))));
    remember(element, place, marks);
    rest(element, false);
    if place.borrow().as_ref().is_some_and(|drawing| drawing.show(&option)) {
        replace_still(element);
        return true;
    }
    // The kit draws it instead; what is asked for next is tried afresh.
    place.take();
    element.set_inner_html("");
    set_attribute("data-charts", "failed");
    false
}

fn begin(element: &HtmlElement) -> Option<Drawing> {
    // What the kit drew until now.
    element.set_inner_html("");
    let mut drawing = Drawing::new(element)?;
    let inside = element.clone();
    drawing.on_rest(Box::new(move || rest(&inside, true)));
    Some(drawing)
}
