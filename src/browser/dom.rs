//! Small hands for the DOM.
//!
//! What takes a closure takes it boxed, so that the code behind it is in the program once and not once a closure.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, Window};

/// Milliseconds that something must have been the latest to be spoken.
const QUIET: i32 = 400;

thread_local! {
    /// How many things were to be spoken so far.
    static SPOKEN: Turns = Turns::default();
}

/// The window; a page always has one.
pub(super) fn window() -> Window {
    web_sys::window().unwrap_throw()
}

/// The document; a page always has one.
pub(super) fn document() -> Document {
    window().document().unwrap_throw()
}

/// Runs `task` once, `milliseconds` from now, in a task of its own.
pub fn after(milliseconds: i32, task: Box<dyn FnOnce()>) {
    let task = Closure::once_into_js(task);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(task.unchecked_ref(), milliseconds);
}

/// Runs `task` before the next frame is painted.
pub(super) fn next_frame(task: Box<dyn FnOnce()>) {
    let task = Closure::once_into_js(task);
    let _ = window().request_animation_frame(task.unchecked_ref());
}

/// Listens for as long as the page lives; `passive` promises not to stop a scroll.
pub(super) fn listen(target: &web_sys::EventTarget, event: &str, passive: bool, hear: Box<dyn FnMut(Event)>) {
    let hear = Closure::wrap(hear).into_js_value();
    let options = web_sys::AddEventListenerOptions::new();
    options.set_passive(passive);
    let _ =
        target.add_event_listener_with_callback_and_add_event_listener_options(event, hear.unchecked_ref(), &options);
}

/// Hears what happens anywhere in the page, before whatever it happens to.
pub(super) fn hear_first(event: &str, hear: Box<dyn FnMut(Event)>) {
    let hear = Closure::wrap(hear).into_js_value();
    let _ = document().add_event_listener_with_callback_and_bool(event, hear.unchecked_ref(), true);
}

/// Listens for one event.
pub(super) fn once(target: &web_sys::EventTarget, event: &str, hear: Box<dyn FnOnce()>) {
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let hear = Closure::once_into_js(hear);
    let _ =
        target.add_event_listener_with_callback_and_add_event_listener_options(event, hear.unchecked_ref(), &options);
}

/// A function that lives as long as the page, for whoever calls back with one argument.
pub(super) fn callback(hear: Box<dyn FnMut(JsValue)>) -> js_sys::Function {
    Closure::wrap(hear).into_js_value().unchecked_into()
}

/// Calls `changed` now and whenever the size of `element` changes, for as long as the page lives.
pub(super) fn on_resize(element: &Element, mut changed: Box<dyn FnMut()>) {
    let changed = callback(Box::new(move |_| changed()));
    if let Ok(observer) = web_sys::ResizeObserver::new(&changed) {
        observer.observe(element);
    }
}

/// Whether a media query holds now.
pub(super) fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}

/// The size of the page's letters in whole CSS pixels: the browser's, unless something of the reader's sets another.
pub(super) fn letter_size() -> f64 {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
    size.split(['.', 'p']).next().and_then(|whole| whole.parse::<u16>().ok()).map_or(16.0, f64::from)
}

/// The first element under `root` that a selector names.
pub(super) fn first(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements under `root` that a selector names.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.item(place)?.dyn_into().ok()).collect()
}

/// What is written or marked over a chart, in an element of its own that only eyes need; made where there is none yet.
pub(super) fn over(chart: &Element, class: &str) -> Option<HtmlElement> {
    first(chart, &[".", class].concat()).or_else(|| {
        let made: HtmlElement = document().create_element("p").ok()?.dyn_into().ok()?;
        made.set_class_name(class);
        let _ = made.set_attribute("aria-hidden", "true");
        chart.append_child(&made).ok()?;
        Some(made)
    })
}

/// The nearest element that a selector names, from `element` itself outwards.
pub(super) fn closest(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.closest(selector).ok()??.dyn_into().ok()
}

/// The element around the target of an event that a selector names.
pub(super) fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    closest(&event.target()?.dyn_into().ok()?, selector)
}

/// The element of a drawing at the target of an event that a selector names.
pub(super) fn drawn(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Where the pointer of an event is in an element, as shares of its width and height.
pub(super) fn pointed(event: &Event, element: &Element) -> Option<(f64, f64)> {
    let event = event.dyn_ref::<web_sys::MouseEvent>()?;
    let place = element.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - place.left()) / place.width();
    let down = (f64::from(event.client_y()) - place.top()) / place.height();
    (across.is_finite() && down.is_finite()).then_some((across, down))
}

/// Things that are begun one after the other, of which the latest alone is wanted.
#[derive(Clone, Default)]
pub(super) struct Turns(Rc<Cell<u32>>);

impl Turns {
    /// Begins another; tells later on whether it still is the latest.
    pub(super) fn begin(&self) -> impl Fn() -> bool + use<> {
        let (turns, now) = (self.0.clone(), self.0.get().wrapping_add(1));
        turns.set(now);
        move || turns.get() == now
    }
}

/// Moves the focus to an element, and nothing else: neither the page nor a host scrolls there.
pub(super) fn focus(element: &HtmlElement) {
    let gently = FocusOptions::new();
    gently.set_prevent_scroll(true);
    let _ = element.focus_with_options(&gently);
}

/// Says something through the page's one live region.
pub fn announce(words: &str) {
    let _ = SPOKEN.with(Turns::begin);
    if let Some(region) = document().get_element_by_id("live") {
        region.set_text_content(Some(words));
    }
}

/// The same once it has been the latest for a while: what is scrolled past, or slid over, is not spoken.
pub(super) fn announce_soon(words: Box<dyn FnOnce() -> Option<String>>) {
    let is_latest = SPOKEN.with(Turns::begin);
    after(
        QUIET,
        Box::new(move || {
            if is_latest()
                && let Some(words) = words()
            {
                announce(&words);
            }
        }),
    );
}

/// Puts a word about the page where its contract has it: on the root element.
pub(super) fn set_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Whole CSS pixels, as a style has them.
pub(super) fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
