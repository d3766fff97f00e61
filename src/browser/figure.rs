//! Shows scenes as drawings: the sticky figure's, and in the flat form one a step.
//!
//! The still form stands until the reader rests near it. A scene that is passed in a flick is not drawn.

use super::dom::{Turns, after, closest, first};
use super::follow::follow as run;
use super::page::Scope;
use super::rest::at_rest;
use super::room;
use super::{controls, drawing, explorer, print};
use crate::chart::{Draw, Scene, Shows, Size};
use crate::model::Choices;
use leptos::html;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Milliseconds that a step must be the current one before its scene is drawn.
const PASSED: i32 = 90;
/// Milliseconds that a reader must stay before the scene is described anew for who cannot see it, and the table renewed.
const STAYS: i32 = 400;
/// The room of a drawing that has not been measured yet, in CSS pixels.
const UNMEASURED: (i32, i32) = (600, 300);

/// Keeps the sticky figure at the current step's scene and the reader's choices, its description and its table, too.
pub fn follow(scope: Scope, node: NodeRef<html::Div>) {
    let scene = move || Some(if scope.page.flat.get() { scope.section.figure.still } else { scope.scene() });
    match scope.section.figure.shows {
        Shows::Drawing => keep(scope, node, true, Box::new(scene)),
        Shows::Table => find(scope, node),
    }
    controls::follow(scope, node);
    describe(scope, node);
}

/// Scrolls a figure that is a table to the rows that a scene is about, within its own room, once the reader rests.
fn find(scope: Scope, node: NodeRef<html::Div>) {
    run(Box::new(move || {
        let (scene, true, Some(element)) = (scope.scene(), scope.near.get(), node.get()) else { return };
        at_rest(Box::new(move || {
            if scope.section.scene_at(scope.place.get_untracked()).id == scene.id {
                let row = first(&element, &format!("tr[data-verdict=\"{}\"]", scene.id));
                let head = first(&element, "thead").map_or(0, |head| head.offset_height());
                element.set_scroll_top(row.map_or(0, |row| row.offset_top() - head));
            }
        }));
    }));
}

/// Shows a step's own figure while the page is flat, and describes it. Written into the page, these words would be a twelfth
/// of it.
pub fn flat(scope: Scope, scene: &'static Scene, node: NodeRef<html::Div>) {
    let mut described = String::new();
    run(Box::new(move || {
        let alt = if scope.page.flat.get() { scope.alt(scene) } else { String::new() };
        let figure = node.get().and_then(|element| closest(&element, ".step-figure"));
        if let Some(figure) = figure.filter(|_| described != alt) {
            let _ = figure.set_attribute("role", if alt.is_empty() { "none" } else { "img" });
            let _ = figure.set_attribute("aria-label", &alt);
            described = alt;
        }
    }));
    keep(scope, node, false, Box::new(move || scope.page.flat.get().then_some(scene)));
}

/// Shows what `scene` says whenever it, a choice or the room changes.
fn keep(scope: Scope, node: NodeRef<html::Div>, sticky: bool, scene: Box<dyn Fn() -> Option<&'static Scene>>) {
    let page = scope.page;
    let size = RwSignal::new((0, 0));
    let (shown, turns) = (Rc::new(Cell::new(None)), Turns::default());
    let chart = explorer::Place::default();
    let mut watched = false;
    run(Box::new(move || {
        let (Some(element), true, true) = (node.get(), page.live.get(), scope.near.get()) else { return };
        let element: HtmlElement = element.into();
        let Some(scene) = scene() else {
            // A step's own figure, while nothing stands flat: it has nothing to clear away before it ever did.
            if watched {
                shown.set(None);
                chart.take();
                element.set_inner_html("");
            }
            return;
        };
        if !std::mem::replace(&mut watched, true) {
            room::watch(&element, size);
        }
        // What the drawing depends on is asked for here, so that this runs again when it changes.
        let (_, _) = (scope.facts(), size.get());
        // What is still to be drawn is not wanted any more.
        let is_latest = turns.begin();
        if let Draw::Explorer { live, .. } = &scene.draw
            && sticky
            && explorer::show(scope, &element, &chart, *live, size.get())
        {
            return;
        }
        let (before, shown, inside) = (shown.get(), shown.clone(), element.clone());
        let draw = move || {
            if is_latest() {
                let fades = sticky && shown.replace(Some(scene.id)).is_some_and(|before| before != scene.id);
                show(scope, &inside, scene, size.get_untracked(), fades);
            }
        };
        if before == Some(scene.id) || !sticky || print::is_printing() {
            return draw();
        }
        room::rest(&element, false);
        if before.is_none() && scene.id == scope.section.figure.still.id {
            at_rest(Box::new(draw));
        } else {
            after(PASSED, Box::new(draw));
        }
    }));
}

fn show(scope: Scope, element: &HtmlElement, scene: &Scene, (width, height): (i32, i32), fades: bool) {
    // Before a print nobody measures what has just been unrolled: it is drawn to be scaled.
    let (width, height) = if width > 0 && height > 0 { (width, height) } else { UNMEASURED };
    let size = Size::new(f64::from(width), f64::from(height));
    let (facts, words) = (scope.facts_now(), scope.page.words());
    drawing::show(element, &scene.drawing(&facts, words, size).svg(), fades);
}

/// Describes the scene for who cannot see it, and renews the table, once the reader stays.
fn describe(scope: Scope, node: NodeRef<html::Div>) {
    let turns = Turns::default();
    // The choices that the table was written for.
    let written = Rc::new(Cell::new(Choices::default()));
    run(Box::new(move || {
        let scene = scope.scene();
        let (_, true, Some(element)) = (scope.facts(), scope.near.get(), node.get()) else { return };
        let (is_latest, written) = (turns.begin(), written.clone());
        let tell = move || {
            let Some(chart) = closest(&element, ".chart").filter(|_| is_latest()) else { return };
            let said = scope.page.alt_now(scene);
            if chart.get_attribute("aria-label").as_ref() != Some(&said) {
                let _ = chart.set_attribute("aria-label", &said);
            }
            let choices = scope.choices_now();
            if written.replace(choices) != choices
                && let Some(table) = closest(&chart, ".figure").and_then(|figure| first(&figure, "table"))
            {
                // What no choice changes is in the page alone.
                let html = scope.table();
                if !html.is_empty() {
                    table.set_inner_html(&html);
                }
            }
        };
        after(STAYS, Box::new(tell));
    }));
}
