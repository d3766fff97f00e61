//! Where steps stand flat, each has beside its own figure what the pinned figure has elsewhere: copies of the controls of its
//! scene, and of the buttons that lead on, make heard and hand over. The ones that are copied stand far above.

use super::dom::{all, around, document, drawn, first, listen};
use super::page::Page;
use super::scrolly;
use crate::story::control::Control;
use crate::story::scrolly::neighbour;
use crate::story::{SECTIONS, Section, step_by_name};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// A copied control and what it is a copy of.
pub(super) type Copy = (&'static Section, &'static Control, HtmlElement);

/// Puts copies beside every step of the page, and gives those of controls.
pub(super) fn put(page: Page) -> Vec<Copy> {
    let root = |section: &Section| document().get_element_by_id(section.id);
    SECTIONS.iter().filter_map(|section| Some(put_section(page, section, &root(section)?))).flatten().collect()
}

/// Takes them away again.
pub(super) fn remove() {
    if let Some(root) = document().document_element() {
        all(&root, ".beside").iter().for_each(Element::remove);
    }
}

fn put_section(page: Page, section: &'static Section, root: &Element) -> Vec<Copy> {
    let mut copies = Vec::new();
    for (place, step) in section.steps.iter().enumerate() {
        let name = section.step_name(place);
        let step_element = first(root, &format!("[data-step=\"{name}\"]"));
        let [Some(beside), Some(controls), Some(tools)] = ["beside", "controls", "tools"].map(made) else { continue };
        for control in section.controls.iter().filter(|control| control.is_in(step.scene.id)) {
            let Some(copy) = copied(root, &format!(".figure [data-control=\"{}\"]", control.name)) else { continue };
            copy.set_hidden(false);
            rename(&copy, &name);
            let _ = controls.append_child(&copy);
            copies.push((section, control, copy));
        }
        for copy in [".figure .stepper", ".figure .share"].into_iter().filter_map(|part| copied(root, part)) {
            rename(&copy, &name);
            let _ = tools.append_child(&copy);
        }
        lead_on(page, section, place, &tools);
        let _ = beside.append_child(&controls).and_then(|_| beside.append_child(&tools));
        let _ = step_element.map(|element| element.append_child(&beside));
    }
    copies
}

fn made(class: &str) -> Option<HtmlElement> {
    let element = document().create_element("div").ok()?;
    element.set_class_name(class);
    element.dyn_into().ok()
}

fn copied(root: &Element, selector: &str) -> Option<HtmlElement> {
    first(root, selector)?.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

/// No id stands twice in a page, and radio buttons of one name would be one group: what is copied has the step's name, too.
fn rename(copy: &HtmlElement, step: &str) {
    let of_step = |old: &str| format!("{old}@{step}");
    let ids: Vec<String> = all(copy, "[id]").iter().map(Element::id).collect();
    for (selector, attribute) in [("[id]", "id"), ("[for]", "for"), ("[type=radio]", "name")] {
        for element in all(copy, selector) {
            let old = element.get_attribute(attribute).unwrap_or_default();
            let _ = element.set_attribute(attribute, &of_step(&old));
        }
    }
    // What is named by itself and by the section's question is named by itself still.
    for element in all(copy, "[aria-labelledby]") {
        let old = element.get_attribute("aria-labelledby").unwrap_or_default();
        let part = |id: &str| if ids.iter().any(|own| own == id) { of_step(id) } else { id.to_owned() };
        let names: Vec<String> = old.split(' ').map(part).collect();
        let _ = element.set_attribute("aria-labelledby", &names.join(" "));
    }
}

/// The name of a control, by that of its input or of a copy.
pub(super) fn original(name: &str) -> &str {
    name.split('@').next().unwrap_or_default()
}

/// A copied stepper counts from its own step.
fn lead_on(page: Page, section: &Section, place: usize, tools: &HtmlElement) {
    if let Some(here) = first(tools, ".here") {
        here.set_text_content(Some(&page.step_of(section, place)));
    }
    for (selector, forward) in [(".previous", false), (".next", true)] {
        if let Some(button) = first(tools, selector) {
            let ends = neighbour(Some(place), forward, section.steps.len()).is_none();
            let _ = button.set_attribute("aria-disabled", if ends { "true" } else { "false" });
        }
    }
}

/// Begins to hear what is done beside a step.
pub(super) fn watch(page: Page) {
    // What is handed over, made heard or chosen belongs to the step that it stands beside.
    for kind in ["pointerdown", "focusin"] {
        let hear = move |event: Event| {
            if let Some((section, place)) = step_of(&event, ".beside") {
                scrolly::hold(page, (section.id, place));
            }
        };
        listen(&document(), kind, true, Box::new(hear));
    }
    listen(
        &document(),
        "click",
        true,
        Box::new(move |event| {
            for (selector, forward) in [(".beside .previous", false), (".beside .next", true)] {
                if let Some((section, place)) = step_of(&event, selector)
                    && let Some(next) = neighbour(Some(place), forward, section.steps.len())
                {
                    scrolly::go_to(page, section, next);
                    focus(section, next, selector);
                }
            }
        }),
    );
}

/// The step beside which an event happened, within what a selector names.
fn step_of(event: &Event, selector: &str) -> Option<(&'static Section, usize)> {
    drawn(event, selector)?;
    step_by_name(&around(event, ".step")?.get_attribute("data-step")?)
}

/// Whoever goes on by keys goes on from there.
fn focus(section: &Section, place: usize, selector: &str) {
    let Some(root) = document().document_element() else { return };
    if let Some(button) = first(&root, &format!("[data-step=\"{}\"] {selector}", section.step_name(place))) {
        super::dom::focus(&button);
    }
}
