//! Draws scenes: the sticky figure's, and in the flat form one a step. Loads ECharts at rest.

use super::dom::{callback, closest, listen, matches, on_resize, window};
use super::echarts::{Drawing, add_ring, marks, option};
use super::follow::follow as run;
use super::json::get;
use super::keys;
use super::page::{Charts, Page};
use super::rest::at_rest;
use crate::chart::{Frame, Scene};
use crate::story::Section;
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;
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

/// Loads ECharts once nothing moves; the still forms stay until then, and for good where it fails.
pub fn load(page: Page) {
    let settle = move |charts| callback(Box::new(move |_| at_rest(Box::new(move || page.charts.set(charts)))));
    at_rest(Box::new(move || match load_charts() {
        Ok(promise) => promise.then(&settle(Charts::Ready), &settle(Charts::Failed)),
        Err(_) => page.charts.set(Charts::Failed),
    }));
    // A page that is printed before it came to rest still gets its charts, if they are there in time.
    listen(&window(), "beforeprint", true, Box::new(move |_| print_now(page)));
}

fn print_now(page: Page) {
    let there = !get(&js_sys::global(), "seizedECharts").is_undefined();
    if there && page.charts.get_untracked() == Charts::Waiting {
        page.charts.set(Charts::Ready);
    }
}

/// Keeps the sticky figure at the current step's scene and the reader's choices.
pub fn follow(page: Page, section: &'static Section, node: NodeRef<html::Div>) {
    let scene = move || Some(section.scene_at(if page.flat.get() { None } else { page.place(section) }));
    draw(page, node, true, Box::new(scene));
}

/// Draws a step's own figure while the page is flat.
pub fn flat(page: Page, scene: &'static Scene, node: NodeRef<html::Div>) {
    draw(page, node, false, Box::new(move || page.flat.get().then_some(scene)));
}

/// The chart of an element, once there is one; dropped with the effect that draws it, which disposes of it.
type Place = Rc<RefCell<Option<Drawing>>>;

/// Draws what `scene` says whenever it, a choice, the width or the reader's settings change.
fn draw(page: Page, node: NodeRef<html::Div>, walk: bool, scene: Box<dyn Fn() -> Option<&'static Scene>>) {
    let place = Place::default();
    // Whether the element is narrow: drawn anew when that changes, since the scene has other labels then.
    let narrow = RwSignal::new(false);
    let mut watched = false;
    run(Box::new(move || {
        let ready = page.charts.get() == Charts::Ready;
        let (Some(element), true) = (node.get(), ready) else { return };
        let element: HtmlElement = element.into();
        if !watched {
            watched = true;
            watch_width(&element, narrow, &place);
        }
        let Some(scene) = scene() else {
            place.take();
            return;
        };
        let frame = if narrow.get() { Frame::Phone } else { Frame::Desktop };
        let first = place.borrow().is_none();
        if first {
            place.replace(begin(page, &element));
        }
        let moves = !first && !page.flat.get() && !matches("(prefers-reduced-motion: reduce)");
        let option = option(&(scene.draw)(&page.facts(), page.words(), frame).animation(moves));
        if walk {
            let marks = marks(&option);
            let walked = page.walked.get();
            let at = marks.iter().find(|mark| Some(&mark.fact) == walked.as_ref());
            add_ring(&option, at.map(|mark| (mark, keys::point(page, mark.year, &mark.fact))));
            keys::remember(&element, marks);
        }
        if let Some(drawing) = &*place.borrow() {
            show(drawing, &element, &option);
        }
    }));
}

fn show(drawing: &Drawing, element: &HtmlElement, option: &JsValue) {
    rest(element, false);
    if drawing.show(option)
        && let Some(chart) = element.parent_element()
    {
        let _ = chart.set_attribute("data-live", "true");
    }
}

fn begin(page: Page, element: &HtmlElement) -> Option<Drawing> {
    let mut drawing = Drawing::new(element)?;
    let chart = element.clone();
    drawing.hear("click", Box::new(move |fact| super::card::open(page, fact, &chart)));
    let inside = element.clone();
    drawing.hear("finished", Box::new(move |_| rest(&inside, true)));
    Some(drawing)
}

/// Says on the figure whether its marks are at rest: for tests, pictures and anyone who scripts the page.
fn rest(inside: &HtmlElement, at_rest: bool) {
    if let Some(figure) = closest(inside, "figure") {
        let _ = figure.set_attribute("data-rest", if at_rest { "true" } else { "false" });
    }
}

fn watch_width(element: &HtmlElement, narrow: RwSignal<bool>, place: &Place) {
    let is_narrow = |element: &HtmlElement| Frame::of_width(f64::from(element.client_width())) == Frame::Phone;
    narrow.set(is_narrow(element));
    let (watched, place) = (element.clone(), Rc::downgrade(place));
    on_resize(
        element,
        Box::new(move || {
            let Some(place) = place.upgrade() else { return };
            if let Some(drawing) = &*place.borrow() {
                drawing.resize();
            }
            if narrow.get_untracked() != is_narrow(&watched) {
                narrow.set(is_narrow(&watched));
            }
        }),
    );
}
