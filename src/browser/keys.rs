//! The keyboard inside a chart: arrows walk its marks, Enter opens the card of the one they stand on.

use super::dom::{announce, around, closest, document, listen};
use super::echarts::Mark;
use super::page::Page;
use crate::chart::explore::kind_said;
use crate::data::Unit;
use crate::text::key;
use crate::text::render::counted;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// A chart that can be walked, its marks, and the place of the walker.
type Walk = (HtmlElement, Vec<Mark>, Option<usize>);

thread_local! {
    /// The marks of each chart that can be walked, and the place of the walker.
    static WALKS: RefCell<Vec<Walk>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what can be walked in the chart around `element`, from left to right; the walker keeps its place.
pub(super) fn remember(element: &HtmlElement, marks: Vec<Mark>) {
    let Some(chart) = closest(element, ".chart") else { return };
    WALKS.with_borrow_mut(|walks| match walks.iter_mut().find(|(known, ..)| *known == chart) {
        Some(walk) => walk.1 = marks,
        None => walks.push((chart, marks, None)),
    });
}

/// Begins to hear keys in charts.
pub(super) fn watch(page: Page) {
    listen(
        &document(),
        "keydown",
        false,
        Box::new(move |event| {
            let Some(chart) = around(&event, ".chart") else { return };
            let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
            // With another key held down, a key is the browser's.
            if pressed.alt_key() || pressed.ctrl_key() || pressed.meta_key() || pressed.shift_key() {
                return;
            }
            let step = match pressed.key().as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => -1,
                "Enter" | " " => 0,
                _ => return,
            };
            if let Some(mark) = walk(&chart, step) {
                event.prevent_default();
                if step == 0 {
                    super::card::open(page, mark.fact, &chart);
                } else {
                    announce(&point(page, &mark));
                    page.walked.set(Some(mark.fact));
                }
            }
        }),
    );
}

/// Moves the walker and gives the mark it stands on then.
fn walk(chart: &HtmlElement, step: isize) -> Option<Mark> {
    WALKS.with_borrow_mut(|walks| {
        let (_, marks, place) = walks.iter_mut().find(|(known, ..)| known == chart)?;
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
    })
}

/// A mark in words: by its name, or as "2017: 40.6 tonnes"; what covers no whole year says which time it covers, and a
/// day what happened on it.
pub(super) fn point(page: Page, mark: &Mark) -> String {
    let Mark { year, fact, name, .. } = mark;
    if !name.is_empty() {
        return name.clone();
    }
    let (facts, words) = (page.facts_now(), page.words());
    let number = facts.number(fact, words).map(|number| number.text).unwrap_or_default();
    let mut when = (year.round() as u16).to_string();
    let figure = facts.data.figure(fact);
    if let Some(figure) = figure.filter(|figure| figure.period.year().is_none()) {
        words.name(&figure.period.text).clone_into(&mut when);
    }
    if let Some(kind) = kind_said(fact, words) {
        when.push_str(", ");
        when.push_str(kind);
    }
    if let Some(said) = super::handed::given(&format!("said/{fact}")) {
        return format!("{when}: {said}");
    }
    let unit = match figure.map(|figure| (figure, figure.unit)) {
        Some((figure, Unit::Date)) => return format!("{when}: {}", words.name(&figure.drug)),
        Some((_, Unit::Kilogram)) => words.plain(key::card::UNIT_KG),
        Some((_, Unit::Gram)) => words.plain(key::card::UNIT_G),
        Some((_, Unit::Tonne)) => words.plain(key::doubled::CHART_UNIT),
        Some((figure, _)) => words.unit(figure),
        None => {
            let unit = facts.outcome(fact).map_or(key::doubled::CHART_UNIT, |outcome| outcome.unit);
            &counted(&facts, words, unit, &number)
        }
    };
    format!("{when}: {number} {unit}")
}
