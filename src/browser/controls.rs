//! Hears the inputs under figures, all of them at once, and keeps them and their readouts at the reader's choices.

use super::beside;
use super::dom::{all, announce_soon, around, document, first, listen};
use super::follow::follow;
use super::page::Page;
use crate::story::control::{Control, Kind};
use crate::story::{SECTIONS, Section, controls};
use crate::text::csv;
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
    follow(Box::new(move || {
        let live = page.live.get();
        if let Some(button) = document().document_element().and_then(|root| first(&root, "[data-save]")) {
            let _ = button.toggle_attribute_with_force("disabled", !live);
        }
    }));
}

/// Begins to hear inputs and to follow the choices.
pub(super) fn watch(page: Page) {
    // A click on a slider that stands right already is a choice, too.
    for kind in ["input", "click"] {
        listen(&document(), kind, true, Box::new(move |event| choose(page, &event)));
    }
    watch_save(page);
    let found = |section: &'static Section| {
        let place = document().get_element_by_id(section.id)?;
        Some(section.controls.iter().filter_map(move |control| {
            let element = first(&place, &format!("[data-control=\"{}\"]", control.name))?;
            Some((section, control, element))
        }))
    };
    let own: Vec<_> = SECTIONS.iter().filter_map(|section| found(section)).flatten().collect();
    let said = |places: Vec<beside::Copy>| places.into_iter().map(|place| (place, String::new())).collect::<Vec<_>>();
    let (mut own, mut copies, mut copied) = (said(own), Vec::new(), false);
    follow(Box::new(move || {
        let flat = page.flat.get();
        if std::mem::replace(&mut copied, flat) != flat {
            beside::remove();
            copies = said(if flat { beside::put(page) } else { Vec::new() });
        }
        for ((section, control, element), _) in &own {
            let hidden = !control.is_in(section.scene_at(page.place(section)).id);
            if element.hidden() != hidden {
                element.set_hidden(hidden);
            }
        }
        for ((_, control, element), readout) in own.iter_mut().chain(&mut copies) {
            all(element, "input").into_iter().for_each(|input| renew(page, control, input.unchecked_into()));
            all(element, "select").into_iter().for_each(|select| renew_select(page, control, select.unchecked_into()));
            let said = page.html_all((control.readout)(&page.facts()));
            if *readout != said {
                set(element, ".readout", |place| place.set_inner_html(&said));
                *readout = said;
            }
        }
    }));
}

/// Puts an input at the reader's choice, with the words that go with it.
fn renew(page: Page, control: &Control, input: HtmlInputElement) {
    let facts = page.facts();
    let value = control.write(control.value(&facts), &facts);
    input.set_disabled(!page.live.get());
    if input.type_() == "radio" {
        input.set_checked(input.value() == value);
        return;
    }
    input.set_value(&value);
    let (shown, spoken) = control.said(&facts, page.words());
    let _ = input.set_attribute("aria-valuetext", &spoken);
    if let Some(around) = input.parent_element() {
        set(&around, "b", |place| place.set_text_content(Some(&shown)));
    }
}

/// Puts a list at the reader's choice.
fn renew_select(page: Page, control: &Control, select: HtmlSelectElement) {
    let facts = page.facts();
    select.set_disabled(!page.live.get());
    select.set_value(&control.write(control.value(&facts), &facts));
}

fn set(around: &Element, selector: &str, change: impl FnOnce(&Element)) {
    if let Ok(Some(place)) = around.query_selector(selector) {
        change(&place);
    }
}

/// Takes the value of an input that somebody used.
fn choose(page: Page, event: &Event) {
    let Some(target) = event.target() else { return };
    let (name, value) = match (target.dyn_ref::<HtmlInputElement>(), target.dyn_ref::<HtmlSelectElement>()) {
        (Some(input), _) => (input.name(), input.value()),
        (_, Some(select)) => (select.name(), select.value()),
        _ => return,
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
