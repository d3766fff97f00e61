//! Shows scenes as drawings: the sticky figure's, and in the flat form one a step.
//!
//! The still form stands until the reader rests near it. A scene that is passed in a flick is not drawn.

use super::dom::{after, closest, first, listen};
use super::follow::follow as run;
use super::page::Scope;
use super::rest::at_rest;
use super::room;
use super::{controls, drawing, explorer, print};
use crate::chart::{Draw, Scene, Shows, Size};
use leptos::html;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Milliseconds that a step must be the current one before its scene is drawn.
const PASSED: i32 = 90;
/// Milliseconds that a reader must stay before the scene is described anew for who cannot see it.
const STAYS: i32 = 400;
/// The room of a drawing that has not been measured yet, in CSS pixels.
const UNMEASURED: (i32, i32) = (600, 300);

/// Keeps the sticky figure at the current step's scene and the reader's choices, its description and its table, too.
pub fn follow(scope: Scope, node: NodeRef<html::Div>) {
    let scene = move || Some(if scope.page.flat.get() { scope.section.figure.still } else { scope.scene() });
    if scope.section.figure.shows == Shows::Drawing {
        keep(scope, node, true, Box::new(scene));
    }
    controls::follow(scope, node);
    describe(scope, node);
    watch_table(scope, node);
}

/// Shows a step's own figure while the page is flat.
pub fn flat(scope: Scope, scene: &'static Scene, node: NodeRef<html::Div>) {
    keep(scope, node, false, Box::new(move || scope.page.flat.get().then_some(scene)));
}

/// Shows what `scene` says whenever it, a choice or the room changes.
fn keep(scope: Scope, node: NodeRef<html::Div>, sticky: bool, scene: Box<dyn Fn() -> Option<&'static Scene>>) {
    let page = scope.page;
    let size = RwSignal::new((0, 0));
    let (shown, turn) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(0_u32)));
    let chart = explorer::Place::default();
    let mut watched = false;
    run(Box::new(move || {
        let (Some(element), true, true) = (node.get(), page.live.get(), scope.near.get()) else { return };
        let element: HtmlElement = element.into();
        if !std::mem::replace(&mut watched, true) {
            room::watch(&element, size);
        }
        let Some(scene) = scene() else {
            shown.set(None);
            chart.take();
            element.set_inner_html("");
            return;
        };
        // What the drawing depends on is asked for here, so that this runs again when it changes.
        let (_, _) = (scope.facts(), size.get());
        if let Draw::Explorer { live, .. } = &scene.draw
            && sticky
            && explorer::show(scope, &element, &chart, *live, size.get().0)
        {
            return;
        }
        let now = turn.get().wrapping_add(1);
        turn.set(now);
        let (shown, turn) = (shown.clone(), turn.clone());
        let (before, inside) = (shown.get(), element.clone());
        let draw = move || {
            if turn.get() == now {
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

/// Describes the scene for who cannot see it, once the reader stays.
fn describe(scope: Scope, node: NodeRef<html::Div>) {
    let turn = Rc::new(Cell::new(0_u32));
    let mut first_time = true;
    run(Box::new(move || {
        let scene = scope.scene();
        let (_, Some(element)) = (scope.facts(), node.get()) else { return };
        // The page has been written with the first one.
        if std::mem::take(&mut first_time) {
            return;
        }
        let now = turn.get().wrapping_add(1);
        turn.set(now);
        let turn = turn.clone();
        after(
            STAYS,
            Box::new(move || {
                if turn.get() == now
                    && let Some(chart) = closest(&element, ".chart")
                {
                    let _ = chart.set_attribute("aria-label", &scope.alt_now(scene));
                }
            }),
        );
    }));
}

/// Renews the table while it is open.
fn watch_table(scope: Scope, node: NodeRef<html::Div>) {
    let mut watched = false;
    run(Box::new(move || {
        let Some(figure) = node.get().and_then(|element| closest(&element, ".figure")) else { return };
        if !std::mem::replace(&mut watched, true)
            && let Some(details) = first(&figure, "details.table")
        {
            let open = details.clone();
            let toggled = move |_| scope.table_open.set(open.has_attribute("open"));
            listen(&details, "toggle", true, Box::new(toggled));
        }
        if scope.table_open.get()
            && let Some(table) = first(&figure, "table")
        {
            let html = scope.table();
            // What no choice changes is in the page alone.
            if !html.is_empty() {
                table.set_inner_html(&html);
            }
        }
    }));
}
