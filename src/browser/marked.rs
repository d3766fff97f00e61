//! What stands on the explorer's chart as ECharts has drawn it: which mark the keys walk to, and which a pointer means.

use super::dom::{announce, around, closest};
use super::echarts::{self, Mark};
use super::explorer::Place;
use super::page::Page;
use super::values::next;
use crate::chart::explore::named;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, MouseEvent};

/// So far from a mark's year a pointer still means it, in CSS pixels; in a wide column the column's width.
const REACH: f64 = 18.0;

/// The explorer's chart as ECharts has drawn it last.
struct Live {
    chart: HtmlElement,
    /// The element that ECharts draws in.
    inside: HtmlElement,
    place: Place,
    /// From left to right.
    marks: Vec<Mark>,
}

thread_local! {
    static LIVE: RefCell<Option<Live>> = const { RefCell::new(None) };
}

/// What is drawn can be walked and pointed at.
pub(super) fn remember(inside: &HtmlElement, place: &Place, marks: Vec<Mark>) {
    let Some(chart) = closest(inside, ".chart") else { return };
    LIVE.set(Some(Live { chart, inside: inside.clone(), place: place.clone(), marks }));
}

/// Moves along the marks of the explorer's chart, from the one whose value is written, says the one that it comes to, and
/// gives its fact; none where the chart is another.
pub(super) fn walk(page: Page, chart: &HtmlElement, step: isize) -> Option<String> {
    let walked = page.walked.get_untracked();
    let mark = LIVE.with_borrow(|live| {
        let Live { marks, .. } = live.as_ref().filter(|live| live.chart == *chart)?;
        let at = marks.iter().position(|mark| Some(&mark.fact) == walked.as_ref());
        marks.get(next(at, step, marks.len())?).cloned()
    })?;
    if step != 0 {
        announce(&named(&page.facts_now(), page.words(), &mark.fact, mark.year));
        page.walked.set(Some(mark.fact.clone()));
    }
    Some(mark.fact)
}

/// The year of the mark whose value is written.
pub(super) fn walked_year(page: Page) -> Option<u16> {
    let walked = page.walked.get_untracked()?;
    LIVE.with_borrow(|live| {
        let mark = live.as_ref()?.marks.iter().find(|mark| mark.fact == walked)?;
        Some(mark.year.round() as u16)
    })
}

/// A place in the chart.
pub(super) struct Spot {
    /// Pixels from the chart's left edge.
    x: f64,
    /// Where that is on the axis of years, and how many of them a pixel is.
    pub(super) year: f64,
    years: f64,
    value: f64,
    /// Whether it lies between the axes.
    inside: bool,
}

impl Spot {
    /// How far from the chart's left edge a place on the axis of years is.
    pub(super) fn x_of(&self, year: f64) -> f64 {
        self.x + (year - self.year) / self.years
    }
}

/// Where the pointer of an event is in the chart, or beside it; none where ECharts does not draw it.
pub(super) fn spot(event: &Event) -> Option<Spot> {
    let event = event.dyn_ref::<MouseEvent>()?;
    LIVE.with_borrow(|live| {
        let Live { inside, place, .. } = live.as_ref()?;
        let (drawing, around) = (place.borrow(), inside.get_bounding_client_rect());
        let drawing = drawing.as_ref()?;
        let (x, y) = (f64::from(event.client_x()) - around.left(), f64::from(event.client_y()) - around.top());
        let ((year, value), (next, _)) = (drawing.at(x, y)?, drawing.at(x + 1.0, y)?);
        Some(Spot { x, year, years: next - year, value, inside: drawing.has(x, y) })
    })
}

/// The explorer's chart, if an event happened in it and ECharts draws it.
pub(super) fn chart_of(event: &Event) -> Option<HtmlElement> {
    let chart = around(event, ".chart")?;
    let drawn = |live: &Live| live.chart == chart && live.place.borrow().is_some();
    LIVE.with_borrow(|live| live.as_ref().is_some_and(drawn)).then_some(chart)
}

/// The fact of the mark that the pointer of an event means.
pub(super) fn meant(event: &Event) -> Option<String> {
    chart_of(event)?;
    let spot = spot(event).filter(|spot| spot.inside)?;
    let reach = (REACH * spot.years).max(0.5);
    LIVE.with_borrow(|live| {
        let marks = &live.as_ref()?.marks;
        echarts::meant(marks, (spot.year, spot.value), reach).map(|mark| mark.fact.clone())
    })
}
