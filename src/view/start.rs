//! Takes the prerendered page over: the card at once, each section when it comes near the reader.

use super::{card, section};
use crate::browser::{Page, Scope, Shape, after, begin, by_id, handed, near, tasks};
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
    // Reading the dataset was a task of its own.
    after(0, Box::new(move || take_over(page, owner)));
}

fn take_over(page: Page, owner: Owner) {
    owner.set();
    let found = |section: &&'static Section| by_id(&format!("root-{}", section.id)).map(|root| (root, *section));
    let found: Vec<_> = SECTIONS.iter().filter_map(found).collect();
    if let (Shape::Figure, Some((_, section))) = (page.shape, found.first()) {
        page.begin_at(section);
    }
    let roots = found.into_iter().map(|(root, section)| (root, Scope::new(page, section))).collect();
    std::mem::forget(owner);
    if let Some(root) = by_id("root-card") {
        hydrate_from(root, move || card(page)).forget();
    }
    near::watch(roots, Box::new(|root, scope| hydrate_from(root, move || section(scope)).forget()));
    begin(page);
}
