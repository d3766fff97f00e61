//! A section: its question, the scrolly of figure and steps, its takeaway and its sources.

use super::figure::figure;
use super::live::text;
use super::steps::steps;
use crate::browser::{Page, Shape};
use crate::story::Section;
use crate::text::key;
use crate::text::render::escape;
use leptos::prelude::*;

/// The inside of a section's root.
pub fn section(page: Page, section: &'static Section) -> impl IntoView {
    let title = format!("{}-title", section.id);
    let labelled_by = title.clone();
    let flat = text(move || (if page.flat.get() { "section flat" } else { "section" }).to_owned());
    let heading = move |key| text(move || page.heading(key));
    let shape = match page.shape {
        Shape::Story => "story",
        Shape::Embed => "embed",
    };
    view! {
        <section id=section.id class=flat data-chapter=section.chapter.to_string() data-shape=shape aria-labelledby=labelled_by>
            <header class="prose">
                <p class="chapter">{page.words_of(section.chapter_title)}</p>
                <h2 id=title inner_html=heading(section.title)></h2>
                <p class="standfirst" inner_html=heading(section.standfirst)></p>
            </header>
            <div class="scrolly">
                <div class="column">{figure(page, section)}</div>
                {steps(page, section)}
            </div>
            <div class="prose after">
                <aside class="takeaway">
                    <h3>{page.words_of(key::page::TAKEAWAY)}</h3>
                    <p inner_html=heading(section.takeaway)></p>
                </aside>
                <details class="sources">
                    <summary>{page.words_of(key::page::SOURCES)}</summary>
                    <ul inner_html=text(move || sources(page, section))></ul>
                </details>
            </div>
        </section>
    }
}

/// The section's sources as list items: publisher, title, date, and the address as text where links may not open.
fn sources(page: Page, section: &Section) -> String {
    let facts = page.facts_now();
    section.sources.iter().filter_map(|id| facts.data.source(id)).fold(String::new(), |html, source| {
        let (publisher, title, date) = (escape(&source.publisher), escape(&source.title), escape(&source.date));
        let (url, language) = (escape(&source.url), source.language.as_str());
        let shown = source.url.split_once("//").map_or(source.url.as_str(), |(_, rest)| rest);
        let shown = escape(shown);
        html + &format!(
            "<li>{publisher}, <cite lang=\"en\">{title}</cite>, {date} ({language}). \
             <a href=\"{url}\" rel=\"noopener\" target=\"_blank\"><span class=\"url\">{shown}</span></a></li>"
        )
    })
}
