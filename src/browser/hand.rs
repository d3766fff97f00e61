//! A hand on the explorer's chart as ECharts draws it: where a pointer is, the value of the mark there is written, a press
//! opens its card, and what a pointer goes over sideways are the years that are asked for.

use super::dom::{document, listen, over, pixels};
use super::marked::{self, Spot};
use super::page::Page;
use super::values::was_touched;
use super::{pads, years};
use crate::model::zoom::{Years, drawn_over};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent};

/// A pointer that is down on the chart.
struct Drag {
    begun: PointerEvent,
    chart: HtmlElement,
    /// The place on the axis of years where it came down.
    from: f64,
    /// What shows the years that it goes over, once it does.
    band: Option<HtmlElement>,
}

thread_local! {
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
    /// Whether the last press went over years: it is no click.
    static DREW: Cell<bool> = const { Cell::new(false) };
}

/// Begins to hear pointers on the chart.
pub(super) fn watch(page: Page) {
    for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel", "dblclick"] {
        listen(&document(), kind, true, Box::new(move |event| hear(page, event)));
    }
}

fn hear(page: Page, event: Event) {
    match event.type_().as_str() {
        "pointerdown" => begin(event),
        "pointermove" => follow(page, &event),
        "dblclick" => {
            // A finger's second tap opens a card, which the first press of a mouse has done.
            if !was_touched() && marked::chart_of(&event).is_some() {
                page.card.set(None);
                years::ask(page, None);
            }
        }
        // Where the browser took the finger for a scroll, it asks for nothing.
        kind => end(page, (kind == "pointerup").then_some(&event)),
    }
}

/// A pointer that is up rests somewhere.
pub(super) fn hover(page: Page, event: &Event) {
    if DRAG.with_borrow(Option::is_none) {
        point(page, marked::meant(event));
    }
}

fn begin(event: Event) {
    DREW.set(false);
    // A second finger ends what the first has begun.
    let drag = |event: PointerEvent| {
        let (chart, spot) = (marked::chart_of(&event)?, marked::spot(&event)?);
        let begins = event.is_primary() && event.button() == 0;
        begins.then(|| Drag { begun: event, chart, from: spot.year, band: None })
    };
    let before = DRAG.replace(event.dyn_into().ok().and_then(drag));
    hide(before);
}

fn hide(drag: Option<Drag>) {
    if let Some(band) = drag.and_then(|drag| drag.band) {
        band.set_hidden(true);
    }
}

/// Marks the years that a pointer goes over. A finger that goes up or down scrolls.
fn follow(page: Page, event: &Event) {
    let goes_over = DRAG.with_borrow_mut(|state| {
        let drag = state.as_mut()?;
        let (now, spot) = (event.dyn_ref::<PointerEvent>()?, marked::spot(event)?);
        if drag.band.is_none() {
            if pads::goes_sideways(&drag.begun, now)? {
                drag.band = over(&drag.chart, "stretch");
            } else {
                if now.pointer_type() != "mouse" {
                    *state = None;
                }
                return None;
            }
        }
        mark(drag, &spot, drawn_over((drag.from, spot.year), years::shown(page)));
        Some(())
    });
    if goes_over.is_some() {
        point(page, None);
    }
}

/// Puts the band over whole years, and writes which.
fn mark(drag: &Drag, spot: &Spot, (since, until): Years) {
    let Some(band) = &drag.band else { return };
    let left = spot.x_of(f64::from(since) - 0.5);
    let _ = band.set_attribute("data-said", &years::written((since, until)));
    for (name, length) in [("left", left), ("width", spot.x_of(f64::from(until) + 0.5) - left)] {
        let _ = band.style().set_property(name, &pixels(length));
    }
    band.set_hidden(false);
}

/// The pointer left; without an event it asks for nothing.
fn end(page: Page, event: Option<&Event>) {
    let Some(drag) = DRAG.take() else { return };
    if let (Some(event), Some(_)) = (event, &drag.band) {
        DREW.set(true);
        if let Some(spot) = marked::spot(event) {
            years::ask(page, Some(drawn_over((drag.from, spot.year), years::shown(page))));
        }
    }
    hide(Some(drag));
}

fn point(page: Page, fact: Option<String>) {
    if page.walked.get_untracked() != fact {
        page.walked.set(fact);
    }
}

/// The fact whose card a click on the chart opens, with the chart. A finger's first press only shows the value.
pub(super) fn pressed(page: Page, event: &Event) -> Option<(String, HtmlElement)> {
    let chart = marked::chart_of(event).filter(|_| !DREW.take())?;
    let fact = marked::meant(event);
    let opens = !was_touched() || page.walked.get_untracked() == fact;
    point(page, fact.clone());
    Some((fact.filter(|_| opens)?, chart))
}
