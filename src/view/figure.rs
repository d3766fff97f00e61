//! The figure: chart or table, controls, caption, and the buttons that step through it.

use super::live::{flag, press, text};
use super::written::{alt, caption, controls, still, table, tools};
use crate::browser::{Scope, figure as drawn, scrolly};
use crate::chart::explore::is_explorer;
use crate::chart::{Figure, Shows};
use crate::story::Section;
use crate::story::scrolly::neighbour;
use crate::text::key;
use leptos::either::Either;
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

/// The keys that its chart hears.
fn keys(figure: &Figure) -> &'static str {
    if is_explorer(figure) { "ArrowLeft ArrowRight Enter Plus - 0" } else { "ArrowLeft ArrowRight Enter" }
}

/// The figure of a section, in the scene of the current step.
pub(super) fn figure(scope: Scope) -> impl IntoView {
    let Scope { page, section, .. } = scope;
    let figure = section.figure;
    let node: NodeRef<html::Div> = NodeRef::new();
    drawn::follow(scope, node);
    let (part, named) = (move |name| part(section, name), move |name| named(section, name));
    let is_table = figure.shows == Shows::Table;
    let shown = if is_table {
        Either::Left(view! {
            <div class="chart tabled" node_ref=node tabindex="0" role="group" aria-label=alt(scope)><table inner_html=table(scope)></table></div>
        })
    } else {
        Either::Right(view! {
            <div class="chart" tabindex="0" role="img" aria-label=alt(scope) aria-keyshortcuts=keys(figure)>
                <div class="still" inner_html=still(figure.id)></div>
                <div class="live" translate="no" node_ref=node></div>
            </div>
        })
    };
    let opened = (!is_table).then(|| {
        view! {
            <details class="table">
                <summary id=part("table") aria-labelledby=named("table") inner_html=page.words_of(key::page::TABLE)></summary>
                <div class="table-box" tabindex="0" role="group" aria-labelledby=named("table")>
                    <table inner_html=table(scope)></table>
                </div>
            </details>
        }
    });
    let idle = move || !section.controls.iter().any(|control| control.is_in(scope.scene().id));
    view! {
        <div id=format!("fig-{}", figure.id) class="figure" data-scene=text(move || scope.scene().id.to_owned()) data-rest=is_table.then_some("true")>
            <figure>
                {shown}
                <div class="controls" hidden=flag(idle) inner_html=controls(page, section)></div>
                <figcaption inner_html=caption(page, section)></figcaption>
            </figure>
            <div class="tools">
                {stepper(scope)}
                {opened}
                <span class="share" inner_html=tools(page, section)></span>
            </div>
        </div>
    }
}

fn stepper(scope: Scope) -> impl IntoView {
    let Scope { page, section, place, .. } = scope;
    let go = move |forward: bool| {
        if let Some(place) = neighbour(place.get_untracked(), forward, section.steps.len()) {
            scrolly::go_to(page, section, place);
        }
    };
    // Not disabled at the ends: a button that is would lose the focus of whoever pressed it last.
    let ends = move |forward: bool| {
        let more = neighbour(place.get(), forward, section.steps.len()).is_some();
        if more { "false" } else { "true" }.to_owned()
    };
    let here = move || place.get().map(|place| page.step_of(section, place)).unwrap_or_default();
    view! {
        <div class="stepper">
            <button type="button" class="previous" id=part(section, "previous") aria-label=page.words_of(key::page::PREVIOUS) aria-labelledby=named(section, "previous") disabled=true aria-disabled=text(move || ends(false)) on:click=press(move || go(false)) inner_html="←"></button>
            <span class="here" inner_html=text(here)></span>
            <button type="button" class="next" id=part(section, "next") aria-label=page.words_of(key::page::NEXT) aria-labelledby=named(section, "next") disabled=true aria-disabled=text(move || ends(true)) on:click=press(move || go(true)) inner_html="→"></button>
        </div>
    }
}
