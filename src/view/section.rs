//! A section: its question, the scrolly of figure and steps, its takeaway and its sources.

use super::figure::figure;
use super::steps::steps;
use super::written::{after, question};
use crate::browser::{Scope, Shape};
use leptos::prelude::*;

/// The inside of a section's root. Modes for reading judge blocks by their names and drop what is called "scroll" or "share"
/// unless it is called "story", too.
pub fn section(scope: Scope) -> impl IntoView {
    let Scope { page, section, .. } = scope;
    // The opening's question begins its text, so that the picture stands first.
    let above =
        if section.chapter > 0 || page.shape == Shape::Figure { question(page, section) } else { String::new() };
    view! {
        <section
            id=section.id class="section" data-chapter=section.chapter.to_string() data-shape=page.shape.name()
            aria-labelledby=format!("{}-title", section.id)
        >
            <header class="prose" inner_html=above></header>
            <div class="scrolly story">
                <div class="column">{figure(scope)}</div>
                {steps(scope)}
            </div>
            <div class="prose after" inner_html=after(page, section)></div>
        </section>
    }
}
