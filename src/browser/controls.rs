//! Hears the inputs under figures, all of them at once, and keeps them and their readouts at the reader's choices.

use super::beside;
use super::dom::{all, announce_soon, around, closest, document, drawn, first, listen};
use super::follow::follow as run;
use super::page::{Page, Scope};
use crate::story::control::{Control, Kind};
use crate::story::controls;
use crate::text::csv;
use crate::text::fact::Facts;
use crate::text::render;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

#[wasm_bindgen]
extern "C" {
    /// The loader's way to save a text as a file, or to show it where that is forbidden: beside `button`.
    #[wasm_bindgen(js_namespace = ["globalThis", "seized"], js_name = save)]
    fn save(button: &HtmlElement, name: &str, text: &str);
}

/// Saves what the explorer shows when its button is pressed.
fn watch_save(page: Page) {
    let pressed = move |event: Event| {
        if let Some(button) = around(&event, "[data-save]") {
            let facts = page.facts_now();
            save(&button, &csv::name(&facts), &csv::csv(&facts, page.words()));
        }
    };
    listen(&document(), "click", true, Box::new(pressed));
    run(Box::new(move || {
        let live = page.live.get();
        if let Some(button) = document().document_element().and_then(|root| first(&root, "[data-save]")) {
            let _ = button.toggle_attribute_with_force("disabled", !live);
        }
    }));
}

/// Begins to hear inputs, all of them at once.
pub(super) fn watch(page: Page) {
    // A click on a slider that stands right already is a choice, too.
    for kind in ["input", "click"] {
        listen(&document(), kind, true, Box::new(move |event| choose(page, &event)));
    }
    watch_save(page);
    let (mut copies, mut copied): (Vec<(beside::Copy, String)>, bool) = (Vec::new(), false);
    run(Box::new(move || {
        let flat = page.flat.get();
        if std::mem::replace(&mut copied, flat) != flat {
            beside::remove();
            copies = if flat { beside::put(page) } else { Vec::new() }
                .into_iter()
                .map(|copy| (copy, String::new()))
                .collect();
        }
        if copies.is_empty() {
            return;
        }
        let facts = page.facts();
        for ((_, control, element), readout) in &mut copies {
            renew_all(page, &facts, control, element, readout);
        }
    }));
}

/// Keeps a section's inputs and their readouts at the reader's choices, those of other scenes out of sight.
pub(super) fn follow(scope: Scope, node: NodeRef<html::Div>) {
    let mut controls: Option<Vec<(&'static Control, HtmlElement, String)>> = None;
    run(Box::new(move || {
        let Some(figure) = node.get().and_then(|element| closest(&element, ".figure")) else { return };
        let controls = controls.get_or_insert_with(|| {
            let found = |control: &'static Control| {
                let element = first(&figure, &format!("[data-control=\"{}\"]", control.name))?;
                Some((control, element, String::new()))
            };
            scope.section.controls.iter().filter_map(found).collect()
        });
        let (facts, scene) = (scope.facts(), scope.scene().id);
        for (control, element, readout) in controls {
            let hidden = !control.is_in(scene);
            if element.hidden() != hidden {
                element.set_hidden(hidden);
            }
            renew_all(scope.page, &facts, control, element, readout);
        }
    }));
}

/// Puts the inputs of a control and its readout at the reader's choice.
fn renew_all(page: Page, facts: &Facts<'_>, control: &Control, element: &HtmlElement, readout: &mut String) {
    for input in all(element, "input") {
        renew(page, facts, control, &input.unchecked_into());
    }
    for select in all(element, "select") {
        renew_select(page, facts, control, &select.unchecked_into());
    }
    let keys = (control.readout)(facts);
    let said = keys.into_iter().map(|key| render::html(facts, page.words(), key)).collect::<Vec<_>>().join(" ");
    if *readout != said {
        set(element, ".readout", |place| place.set_inner_html(&said));
        *readout = said;
    }
}

/// Puts an input at the reader's choice, with the words that go with it.
fn renew(page: Page, facts: &Facts<'_>, control: &Control, input: &HtmlInputElement) {
    let value = control.write(control.value(facts), facts);
    input.set_disabled(!page.live.get());
    if input.type_() == "radio" {
        input.set_checked(input.value() == value);
        return;
    }
    input.set_value(&value);
    let (shown, spoken) = control.said(facts, page.words());
    let _ = input.set_attribute("aria-valuetext", &spoken);
    if let Some(around) = input.parent_element() {
        set(&around, "b", |place| place.set_text_content(Some(&shown)));
    }
}

/// Puts a list at the reader's choice.
fn renew_select(page: Page, facts: &Facts<'_>, control: &Control, select: &HtmlSelectElement) {
    select.set_disabled(!page.live.get());
    select.set_value(&control.write(control.value(facts), facts));
}

fn set(around: &Element, selector: &str, change: impl FnOnce(&Element)) {
    if let Ok(Some(place)) = around.query_selector(selector) {
        change(&place);
    }
}

/// Takes the value of an input that somebody used, or of a part of a drawing that stands for one.
fn choose(page: Page, event: &Event) {
    let Some(target) = event.target() else { return };
    let (name, value) = match (target.dyn_ref::<HtmlInputElement>(), target.dyn_ref::<HtmlSelectElement>()) {
        (Some(input), _) => (input.name(), input.value()),
        (_, Some(select)) => (select.name(), select.value()),
        _ => match pressed(event) {
            Some(choice) => choice,
            None => return,
        },
    };
    let Some(control) = controls().find(|control| control.name == beside::original(&name)) else { return };
    if let Some(value) = control.read(&value, &page.facts_now())
        && (control.get)(&page.choices.get_untracked()) != Some(value)
    {
        page.choices.update(|choices| (control.set)(choices, value));
        // Other sliders speak what they come to as their value.
        if !matches!(control.kind, Kind::Slider(..) | Kind::Keys(..)) {
            let controls: Option<Element> = around(event, ".controls").map(Into::into);
            announce_soon(Box::new(move || {
                let told = all(&controls?, ".control:not([hidden]) .readout");
                Some(told.iter().filter_map(|place| place.text_content()).collect::<Vec<_>>().join(" "))
            }));
        }
    }
}

/// The choice that a press on a part of a drawing makes, beside its marks, which open their cards.
fn pressed(event: &Event) -> Option<(String, String)> {
    let part = drawn(event, "[data-choose]").filter(|_| event.type_() == "click" && drawn(event, ".mark").is_none())?;
    let choice = part.get_attribute("data-choose")?;
    let (name, value) = choice.split_once('=')?;
    Some((name.to_owned(), value.to_owned()))
}
