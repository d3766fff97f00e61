//! Takes the prerendered page over, root by root, each in a task of its own.

use super::{card, section};
use crate::browser::{Page, Shape, after, begin, handed, roots, tasks};
use crate::story::{SECTIONS, Section};
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::throw_str;

/// Starts the program. What goes wrong is thrown to the loader, which leaves the prerendered page as it is and says so.
pub fn start() {
    tasks::begin();
    let data = match handed::dataset() {
        Ok(data) => data,
        Err(problems) => throw_str(&problems.first().map(ToString::to_string).unwrap_or_default()),
    };
    // Owns the signals that all roots share, for as long as the page lives.
    let owner = Owner::new();
    owner.set();
    let page = match Page::new(data, handed::words(), handed::shape()) {
        Ok(page) => page,
        Err(error) => throw_str(&error.to_string()),
    };
    std::mem::forget(owner);
    if page.shape == Shape::Figure {
        let here = |section: &&&Section| !roots([format!("root-{}", section.id)].into_iter()).is_empty();
        SECTIONS.iter().find(here).iter().for_each(|section| page.begin_at(section));
    }
    let ids = SECTIONS.iter().map(|section| format!("root-{}", section.id));
    let roots = roots(ids.chain(["root-card".to_owned()]));
    // Reading the dataset was a task of its own.
    after(0, Box::new(move || next(page, roots)));
}

/// Hydrates the last of `roots`, then the rest in tasks of their own, then begins.
fn next(page: Page, mut roots: Vec<leptos::web_sys::HtmlElement>) {
    let Some(root) = roots.pop() else { return begin(page) };
    let id = root.id();
    match SECTIONS.iter().find(|section| id == format!("root-{}", section.id)) {
        Some(found) => hydrate_from(root, move || section(page, found)).forget(),
        None => hydrate_from(root, move || card(page)).forget(),
    }
    after(0, Box::new(move || next(page, roots)));
}
