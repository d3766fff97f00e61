//! The explorer's chart, specified with charming's parts and drawn by ECharts, which is asked for when a reader is near.

use super::dom::{announce, callback, closest, matches, set_attribute};
use super::echarts::{Drawing, Mark, add_ring, marks, option};
use super::json::get;
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

/// The chart of an element, once there is one; dropped with the effect that draws it, which disposes of it.
pub(super) type Place = Rc<RefCell<Option<Drawing>>>;

/// A chart that can be walked, its marks, and the place of the walker.
type Walk = (HtmlElement, Vec<Mark>, Option<usize>);

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
    static WALK: RefCell<Option<Walk>> = const { RefCell::new(None) };
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
    width: i32,
) -> bool {
    let (page, words) = (scope.page, scope.page.words());
    load(page);
    if page.charts.get() != Charts::Ready {
        return false;
    }
    let option = option(&draw(&scope.facts(), words, Frame::of_width(f64::from(width))).written(&words.numbers));
    let first = place.borrow().is_none();
    if first {
        place.replace(begin(page, element));
    } else {
        place.borrow().iter().for_each(Drawing::resize);
    }
    let moves = !first && !page.flat.get() && !matches("(prefers-reduced-motion: reduce)");
    let _ = js_sys::Reflect::set(&option, &"animation".into(), &moves.into());
    let (marks, walked) = (marks(&option), page.walked.get());
    let at = marks.iter().find(|mark| Some(&mark.fact) == walked.as_ref());
    add_ring(&option, at.map(|mark| (mark, named(&scope.facts(), words, &mark.fact, mark.year))));
    remember(element, marks);
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

fn begin(page: Page, element: &HtmlElement) -> Option<Drawing> {
    // What the kit drew until now.
    element.set_inner_html("");
    let mut drawing = Drawing::new(element)?;
    let chart = element.clone();
    drawing.hear("click", Box::new(move |fact| super::card::open(page, fact, &chart)));
    let inside = element.clone();
    drawing.hear("finished", Box::new(move |_| rest(&inside, true)));
    Some(drawing)
}

/// Keeps what can be walked, from left to right; the walker keeps its place.
fn remember(element: &HtmlElement, marks: Vec<Mark>) {
    let Some(chart) = closest(element, ".chart") else { return };
    WALK.with_borrow_mut(|walk| {
        let place = walk.as_ref().and_then(|(_, _, place)| *place);
        *walk = Some((chart, marks, place));
    });
}

/// Moves along the marks of the explorer's chart, says the one that it comes to, and gives its fact; none where the
/// chart is another.
pub(super) fn walk(page: Page, chart: &HtmlElement, step: isize) -> Option<String> {
    let mark = WALK.with_borrow_mut(|walk| {
        let (_, marks, place) = walk.as_mut().filter(|(known, ..)| known == chart)?;
        let last = marks.len().checked_sub(1)?;
        let next = match (*place, step) {
            (None, 0) => return None,
            (None, step) => {
                if step > 0 {
                    0
                } else {
                    last
                }
            }
            (Some(at), step) => at.saturating_add_signed(step).min(last),
        };
        *place = Some(next);
        marks.get(next).cloned()
    })?;
    if step != 0 {
        announce(&named(&page.facts_now(), page.words(), &mark.fact, mark.year));
        page.walked.set(Some(mark.fact.clone()));
    }
    Some(mark.fact)
}
