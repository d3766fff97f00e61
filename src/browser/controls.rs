//! Hears the inputs under figures, all of them at once, and keeps them and their readouts at the reader's choices.

use super::dom::{all, document, first, listen};
use super::follow::follow;
use super::page::Page;
use crate::story::control::Control;
use crate::story::{SECTIONS, Section, controls};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Begins to hear inputs and to follow the choices.
pub(super) fn watch(page: Page) {
    // A click on a slider that stands right already is a choice, too.
    for kind in ["input", "click"] {
        listen(&document(), kind, true, Box::new(move |event| choose(page, &event)));
    }
    let found = |section: &'static Section| {
        let place = document().get_element_by_id(section.id)?;
        Some(section.controls.iter().filter_map(move |control| {
            let element = first(&place, &format!("[data-control=\"{}\"]", control.name))?;
            Some((section, control, element, String::new()))
        }))
    };
    let mut places: Vec<_> = SECTIONS.iter().filter_map(|section| found(section)).flatten().collect();
    follow(Box::new(move || {
        let flat = page.flat.get();
        for (section, control, element, readout) in &mut places {
            let hidden = !flat && !control.is_in(section.scene_at(page.place(section)).id);
            if element.hidden() != hidden {
                element.set_hidden(hidden);
            }
            all(element, "input").into_iter().for_each(|input| renew(page, control, input.unchecked_into()));
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
    let value = control.write(control.value(&facts));
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

fn set(around: &Element, selector: &str, change: impl FnOnce(&Element)) {
    if let Ok(Some(place)) = around.query_selector(selector) {
        change(&place);
    }
}

/// Takes the value of an input that somebody used.
fn choose(page: Page, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let name = input.name();
    let Some(control) = controls().find(|control| control.name == name) else { return };
    if let Some(value) = control.read(&input.value(), &page.facts_now())
        && (control.get)(&page.choices.get_untracked()) != Some(value)
    {
        page.choices.update(|choices| (control.set)(choices, value));
    }
}
