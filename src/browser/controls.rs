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
        renew_select(facts, control, &select.unchecked_into());
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
    if let Kind::Toggles(options, there) = control.kind {
        let (off, there) = (control.value(facts), there(facts));
        let bit = options.iter().position(|(word, _)| *word == input.value()).map_or(0, |place| 1 << place);
        input.set_checked(off & bit == 0);
        let is_last = there & !off == bit;
        let _ = input.set_attribute("aria-disabled", if is_last { "true" } else { "false" });
        if let Some(label) = input.parent_element() {
            let _ = label.toggle_attribute_with_force("hidden", there & bit == 0);
        }
        if let Some(all) = closest(input, "fieldset") {
            all.set_hidden(there == 0);
        }
        return;
    }
    let value = control.write(control.value(facts), facts);
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
fn renew_select(facts: &Facts<'_>, control: &Control, select: &HtmlSelectElement) {
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
    let (facts, input) = (page.facts_now(), target.dyn_ref::<HtmlInputElement>());
    let used = control.used(&value, input.is_some_and(HtmlInputElement::checked), &facts);
    // The last kind stays on.
    if let (Kind::Toggles(..), None, Some(input)) = (control.kind, used, input) {
        input.set_checked(true);
    }
    if let Some(value) = used
        && (control.get)(&page.choices.get_untracked()) != Some(value)
    {
        page.choices.update(|choices| (control.set)(choices, value));
        // Other sliders speak what they come to as their value.
        if !matches!(control.kind, Kind::Slider(..) | Kind::Keys(..)) {
            let controls: Option<Element> = around(event, ".controls").map(Into::into);
            announce_soon(Box::new(move || Some(readouts(&controls?))));
        }
    }
}

/// What the choices under a figure come to, in words.
pub(super) fn readouts(controls: &Element) -> String {
    let told = all(controls, ".control:not([hidden]) .readout");
    let said = told.iter().filter_map(|place| place.text_content()).filter(|said| !said.is_empty());
    said.collect::<Vec<_>>().join(" ")
}

/// The choice that a press on a part of a drawing makes, beside its marks, which open their cards.
fn pressed(event: &Event) -> Option<(String, String)> {
    let part = drawn(event, "[data-choose]").filter(|_| event.type_() == "click" && drawn(event, ".mark").is_none())?;
    let choice = part.get_attribute("data-choose")?;
    let (name, value) = choice.split_once('=')?;
    Some((name.to_owned(), value.to_owned()))
}
