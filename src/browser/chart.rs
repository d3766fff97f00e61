//! Shows scenes: the sticky figure's, and in the flat form one a step. Loads ECharts at rest.

use super::dom::{callback, matches, on_near};
use super::drawing;
use super::echarts::{Drawing, add_ring, marks, option};
use super::follow::follow as run;
use super::handed::given;
use super::json::{get, parsed};
use super::keys;
use super::page::{Charts, Page};
use super::rest::at_rest;
use super::room::{self, replace_still, rest, settle};
use crate::chart::{Draw, Frame, Scene, Size};
use crate::story::Section;
use leptos::html;
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

/// Loads ECharts once nothing moves; the still forms stay until then, and for good where it fails.
pub fn load(page: Page) {
    let settle = move |charts| callback(Box::new(move |_| at_rest(Box::new(move || page.charts.set(charts)))));
    at_rest(Box::new(move || match load_charts() {
        Ok(promise) => promise.then(&settle(Charts::Ready), &settle(Charts::Failed)),
        Err(_) => page.charts.set(Charts::Failed),
    }));
}

/// Does not wait for rest: a page that is printed before gets its charts, if they are there in time.
pub(super) fn hurry(page: Page) {
    let there = !get(&js_sys::global(), "seizedECharts").is_undefined();
    if there && page.charts.get_untracked() == Charts::Waiting {
        page.charts.set(Charts::Ready);
    }
}

/// Keeps the sticky figure at the current step's scene and the reader's choices.
pub fn follow(page: Page, section: &'static Section, node: NodeRef<html::Div>) {
    let scene = move || Some(section.scene_at(page.place(section)));
    keep(page, node, true, Box::new(scene));
}

/// Shows a step's own figure while the page is flat: all of them at once would stop whoever turns a phone for seconds.
pub fn flat(page: Page, scene: &'static Scene, node: NodeRef<html::Div>) {
    let (near, watched) = (RwSignal::new(false), Cell::new(false));
    let shown = move || {
        if page.flat.get() && !page.every.get() && !near.get() {
            if let (Some(element), false) = (node.get(), watched.replace(true)) {
                on_near(&element, Box::new(move || near.set(true)));
            }
            return None;
        }
        page.flat.get().then_some(scene)
    };
    keep(page, node, false, Box::new(shown));
}

/// The chart of an element, once there is one; dropped with the effect that draws it, which disposes of it.
type Place = Rc<RefCell<Option<Drawing>>>;

/// Shows what `scene` says whenever it, a choice, the room or the reader's settings change.
fn keep(page: Page, node: NodeRef<html::Div>, walk: bool, scene: Box<dyn Fn() -> Option<&'static Scene>>) {
    let place = Place::default();
    // Charts follow their room by themselves, but have other labels where it is narrow; drawings are made anew.
    let narrow = RwSignal::new(false);
    let size = RwSignal::new((0, 0));
    let mut watched = false;
    // Each figure is first drawn in a task of its own.
    let (ready, mut called) = (RwSignal::new(false), false);
    run(Box::new(move || {
        let (Some(element), true) = (node.get(), page.live.get()) else { return };
        if !std::mem::replace(&mut called, true) {
            super::after(0, Box::new(move || ready.set(true)));
        }
        if !ready.get() {
            return;
        }
        let element: HtmlElement = element.into();
        if !std::mem::replace(&mut watched, true) {
            let place = Rc::downgrade(&place);
            let resized = move || {
                let Some(place) = place.upgrade() else { return false };
                place.borrow().iter().for_each(Drawing::resize);
                true
            };
            room::watch(&element, narrow, size, Box::new(resized));
        }
        let Some(scene) = scene() else {
            place.take();
            element.set_inner_html("");
            return;
        };
        match scene.draw {
            Draw::Chart(chart) => {
                if page.charts.get() == Charts::Ready {
                    let words = page.words();
                    let chart = chart(&page.facts(), words, frame(narrow)).written(&words.numbers);
                    draw(page, &element, walk, &place, option(&chart));
                }
            }
            Draw::Svg(svg) => {
                let (width, height) = size.get();
                // Before a print nobody measures what has just been unrolled: it is drawn to be scaled.
                let (width, height) = if width > 0 && height > 0 { (width, height) } else { UNMEASURED };
                let size = Size::new(f64::from(width), f64::from(height));
                put(page, &element, walk, &svg(&page.facts(), page.words(), size));
            }
            Draw::Given(figure) => {
                let made = |frame: Frame| given(&format!("{figure}/{}/{}", scene.id, frame.name())).unwrap_or_default();
                let wide = made(Frame::Desktop);
                if !wide.starts_with('<') {
                    if page.charts.get() == Charts::Ready {
                        draw(page, &element, walk, &place, parsed(&made(frame(narrow))));
                    }
                } else if size.get().0 < SCALED {
                    put(page, &element, walk, &made(Frame::Phone));
                } else {
                    put(page, &element, walk, &wide);
                }
            }
        }
    }));
}

/// Which frame a chart's labels are for.
fn frame(narrow: RwSignal<bool>) -> Frame {
    if narrow.get() { Frame::Phone } else { Frame::Desktop }
}

/// Puts a drawing of our own in its place.
fn put(page: Page, element: &HtmlElement, walk: bool, svg: &str) {
    drawing::put(element, svg);
    if walk {
        keys::remember(element, drawing::marks(element, page.walked.get()));
    }
    settle(element);
}

/// Draws a chart by ECharts.
fn draw(page: Page, element: &HtmlElement, walk: bool, place: &Place, option: JsValue) {
    let first = place.borrow().is_none();
    if first {
        place.replace(begin(page, element));
    }
    let moves = !first && !page.flat.get() && !matches("(prefers-reduced-motion: reduce)");
    let _ = js_sys::Reflect::set(&option, &"animation".into(), &moves.into());
    if walk {
        let marks = marks(&option);
        let walked = page.walked.get();
        let at = marks.iter().find(|mark| Some(&mark.fact) == walked.as_ref());
        add_ring(&option, at.map(|mark| (mark, keys::point(page, mark))));
        keys::remember(element, marks);
    }
    let shown = place.borrow().as_ref().is_some_and(|drawing| show(drawing, element, &option));
    if !shown {
        // This figure falls back to its still form; its next scene is tried afresh.
        place.take();
        element.set_inner_html("");
        room::restore_still(element);
        super::dom::set_attribute("data-charts", "failed");
    }
}

/// Up to this width a drawing made beforehand is the narrow one, scaled up; the words of the wide one would be too small.
const SCALED: i32 = 560;

/// The room of a drawing that has not been measured yet, in CSS pixels.
const UNMEASURED: (i32, i32) = (600, 300);

fn show(drawing: &Drawing, element: &HtmlElement, option: &JsValue) -> bool {
    rest(element, false);
    let shown = drawing.show(option);
    if shown {
        replace_still(element);
    }
    shown
}

fn begin(page: Page, element: &HtmlElement) -> Option<Drawing> {
    let mut drawing = Drawing::new(element)?;
    let chart = element.clone();
    drawing.hear("click", Box::new(move |fact| super::card::open(page, fact, &chart)));
    let inside = element.clone();
    drawing.hear("finished", Box::new(move |_| rest(&inside, true)));
    Some(drawing)
}
