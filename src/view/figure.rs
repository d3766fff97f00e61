//! The figure: chart, controls, caption, table, and the buttons that step through it.

use super::live::{flag, press, text};
use super::written::{caption, controls, still, tools};
use crate::browser::{Page, chart, scrolly};
use crate::chart::Rows;
use crate::story::Section;
use crate::story::scrolly::neighbour;
use crate::text::key;
use leptos::html;
use leptos::prelude::*;

/// The id of a part of a section.
fn part(section: &Section, name: &str) -> String {
    [section.id, "-", name].concat()
}

/// What names that part: its own words, then the section's question, so that no two sections have the same names.
fn named(section: &Section, name: &str) -> String {
    [section.id, "-", name, " ", section.id, "-title"].concat()
}

/// The figure of a section, in the scene of the current step.
pub(super) fn figure(page: Page, section: &'static Section) -> impl IntoView {
    let figure = section.figure;
    let scene = move || section.scene_at(page.place(section));
    let live: NodeRef<html::Div> = NodeRef::new();
    chart::follow(page, section, live);
    let idle = move || !section.controls.iter().any(|control| control.is_in(scene().id));
    let rows = move |rows: Rows| {
        rows(&page.facts(), page.words()).html(&page.plain(figure.caption), &page.plain(figure.caption_more))
    };
    let table = move || figure.table.map(rows).unwrap_or_default();
    let (part, named) = (move |name| part(section, name), move |name| named(section, name));
    view! {
        <div id=format!("fig-{}", figure.id) class="figure" data-scene=text(move || scene().id.to_owned())>
            <figure>
                <div class="chart" tabindex="0" role="img" aria-label=text(move || page.alt(scene())) aria-keyshortcuts="ArrowLeft ArrowRight Enter">
                    <div class="still" inner_html=still(figure.id)></div>
                    <div class="live" translate="no" node_ref=live></div>
                </div>
                <div class="controls" hidden=flag(idle) inner_html=controls(page, section)></div>
                <figcaption inner_html=caption(page, section)></figcaption>
            </figure>
            <div class="tools">
                {stepper(page, section)}
                <details class="table">
                    <summary id=part("table") aria-labelledby=named("table") inner_html=page.words_of(key::page::TABLE)></summary>
                    <div class="table-box" tabindex="0" role="group" aria-labelledby=named("table")>
                        <table inner_html=text(table)></table>
                    </div>
                </details>
                <span class="share" inner_html=tools(page, section)></span>
            </div>
        </div>
    }
}

fn stepper(page: Page, section: &'static Section) -> impl IntoView {
    let go = move |forward: bool| {
        if let Some(place) = neighbour(page.place(section), forward, section.steps.len()) {
            scrolly::go_to(page, section, place);
        }
    };
    // Not disabled at the ends: a button that is would lose the focus of whoever pressed it last.
    let ends = move |forward: bool| {
        let more = neighbour(page.place(section), forward, section.steps.len()).is_some();
        if more { "false" } else { "true" }.to_owned()
    };
    let waits = move || !page.live.get();
    let here = move || page.place(section).map(|place| page.step_of(section, place)).unwrap_or_default();
    view! {
        <div class="stepper">
            <button type="button" class="previous" id=part(section, "previous") aria-label=page.words_of(key::page::PREVIOUS) aria-labelledby=named(section, "previous") disabled=flag(waits) aria-disabled=text(move || ends(false)) on:click=press(move || go(false)) inner_html="←"></button>
            <span class="here" inner_html=text(here)></span>
            <button type="button" class="next" id=part(section, "next") aria-label=page.words_of(key::page::NEXT) aria-labelledby=named(section, "next") disabled=flag(waits) aria-disabled=text(move || ends(true)) on:click=press(move || go(true)) inner_html="→"></button>
        </div>
    }
}
