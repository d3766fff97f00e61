//! The explorer's years, asked for at once: by a hand that goes over them, by keys, and all of them by a button.

use super::controls::readouts;
use super::dom::{all, announce_soon, around, by_id, document, first, listen};
use super::follow::follow;
use super::marked;
use super::page::Page;
use crate::chart::explore::FIGURE;
use crate::model::zoom::{Years, doubled, halved};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// The years that are shown.
pub(super) fn shown(page: Page) -> Years {
    let facts = page.facts_now();
    let asked = facts.asked();
    (asked.since, asked.until)
}

/// Years in letters.
pub(super) fn written((since, until): Years) -> String {
    [&since.to_string(), "–", &until.to_string()].concat()
}

/// Asks for years, or for all of them, and says what they come to.
pub(super) fn ask(page: Page, years: Option<Years>) {
    let catalogue = &page.facts_now().results.explore;
    let mut choices = page.choices.get_untracked();
    match years {
        Some(years) => choices.explore.ask_years(years, catalogue),
        None => choices.explore.ask_all_years(),
    }
    if choices != page.choices.get_untracked() {
        page.choices.set(choices);
    }
    announce_soon(Box::new(move || {
        let controls = first(&*figure()?, ".controls")?;
        Some([&written(shown(page)), ". ", &readouts(&controls)].concat())
    }));
}

fn figure() -> Option<HtmlElement> {
    by_id(&["fig-", FIGURE.id].concat())
}

/// Hears a key in a chart: `+` halves the years around the mark that is walked to, `-` doubles them, `0` asks for all.
pub(super) fn press(page: Page, chart: &HtmlElement, key: &str) -> bool {
    if !matches!(key, "+" | "=" | "-" | "0") || !figure().is_some_and(|figure| figure.contains(Some(chart))) {
        return false;
    }
    let years = shown(page);
    let middle = marked::walked_year(page).unwrap_or(u16::midpoint(years.0, years.1));
    let all = page.facts_now().results.explore.years_of(page.choices.get_untracked().explore.place);
    let asked = match key {
        "0" => None,
        "-" => Some(doubled(years, middle, all)),
        _ => Some(halved(years, middle)),
    };
    ask(page, asked);
    true
}

/// Begins to hear the button that asks for all years, which is there while fewer are shown.
pub(super) fn watch(page: Page) {
    let pressed = move |event| {
        if let Some(button) = around(&event, "[data-years]") {
            ask(page, None);
            // It goes, and leaves the focus to its neighbour.
            let next = button.parent_element().and_then(|tools| first(&tools, "[data-save]"));
            let _ = next.map(|next| next.focus());
        }
    };
    listen(&document(), "click", true, Box::new(pressed));
    follow(Box::new(move || {
        let hidden = !page.live.get() || page.choices.get().explore.has_all_years();
        if let Some(root) = document().document_element() {
            for button in all(&root, "[data-years]") {
                let _ = button.toggle_attribute_with_force("hidden", hidden);
            }
        }
    }));
}
