//! What is written once with a page and never changes in the browser: it is in the page already, so the program that
//! readers load has no code for it.

use crate::browser::{Page, Scope};
use crate::story::Section;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{Page, Scope, Section};
    use crate::browser::Shape;
    use crate::chart::Heard;
    use crate::chart::explore::is_explorer;
    use crate::text::key;
    use crate::text::render::{escape, heading, source_link};
    use leptos::prelude::use_context;

    /// What the page's writer hands in, by its name: the still form of each figure; `masthead` where the page is the
    /// whole; the words of buttons: `sound`, `take` and, where it can be embedded, `embed`.
    #[derive(Clone, Debug, Default)]
    pub struct Stills(pub std::collections::HashMap<&'static str, String>);

    /// What was handed in under a name.
    pub fn still(name: &'static str) -> String {
        use_context::<Stills>().and_then(|stills| stills.0.get(name).cloned()).unwrap_or_default()
    }

    /// The level of a section's heading: a page of one section has its question for a title.
    fn level() -> u8 {
        if still("masthead").is_empty() { 1 } else { 2 }
    }

    /// A section's question and what stands between it and the figure; the whole page begins with its masthead.
    pub fn question(page: Page, section: &Section) -> String {
        let said = |key| heading(&page.facts_now(), page.words(), key);
        let masthead = still("masthead");
        let level = level();
        let masthead = if section.chapter == 0 && level == 2 {
            format!("<div class=\"masthead\">{masthead}</div>")
        } else {
            String::new()
        };
        let standfirst = if page.shape == Shape::Figure {
            String::new()
        } else {
            format!("<p class=\"standfirst\">{}</p>", said(section.standfirst))
        };
        format!(
            "{masthead}<p class=\"chapter\">{}</p><h{level} class=\"question\" id=\"{}-title\">{}</h{level}>{standfirst}",
            escape(page.words_of(section.chapter_title)),
            section.id,
            said(section.title),
        )
    }

    /// What the still form shows, for a reader who cannot see it; the browser keeps it at the scene that shows.
    pub fn alt(scope: Scope) -> String {
        scope.alt(scope.section.figure.still)
    }

    /// The table under the usual choices; the browser renews it when it is open.
    pub fn table(scope: Scope) -> String {
        scope.table()
    }

    /// What the figure shows, and how to read it.
    pub fn caption(page: Page, section: &Section) -> String {
        let [caption, more] = [section.figure.caption, section.figure.caption_more].map(|key| page.html(key));
        format!("{caption} <span class=\"more\">{more}</span>")
    }

    /// The figure's own buttons: what shows all years of the explorer again, what saves its rows, and what opens the dialog for embedding.
    pub fn tools(page: Page, section: &Section) -> String {
        if !is_explorer(section.figure) {
            return share(page, section);
        }
        let [all, save] = [key::explore::ALL_YEARS, key::explore::SAVE].map(|key| escape(page.words_of(key)));
        format!(
            "<button type=\"button\" data-years hidden>{all}</button> \
             <button type=\"button\" data-save disabled>{save}</button>{}",
            share(page, section)
        )
    }

    /// What opens the figure to be heard, and the dialog with the code for embedding it.
    fn share(page: Page, section: &Section) -> String {
        let opener = |name: &'static str| {
            let word = still(name);
            if word.is_empty() {
                return word;
            }
            let heard = match (name, section.figure.heard) {
                ("sound", None) => return String::new(),
                ("sound", Some(Heard { column, rows: (first, end) })) => {
                    format!(" data-series=\"{column} {first} {end}\"")
                }
                _ => String::new(),
            };
            let (figure, called) = (section.figure.id, escape(&format!("{word}: {}", page.plain(section.title))));
            let word = escape(&word);
            format!(
                "<button type=\"button\" data-{name}=\"fig-{figure}\"{heard} aria-label=\"{called}\">{word}</button>"
            )
        };
        ["sound", "take", "embed"].map(opener).join(" ").trim().to_owned()
    }

    /// A section's takeaway and its sources.
    pub fn after(page: Page, section: &Section) -> String {
        let takeaway = if page.shape == Shape::Figure {
            String::new()
        } else {
            let level = level() + 1;
            format!(
                "<div class=\"takeaway\"><h{level}>{}</h{level}><p>{}</p></div>",
                escape(page.words_of(key::page::TAKEAWAY)),
                heading(&page.facts_now(), page.words(), section.takeaway)
            )
        };
        let word = page.words_of(key::page::SOURCES);
        format!(
            "{takeaway}<details class=\"sources\"><summary aria-label=\"{}\">{}</summary><ul lang=\"en\">{}</ul></details><p class=\"share\">{}</p>",
            escape(&format!("{word}: {}", page.plain(section.title))),
            escape(word),
            sources(page, section),
            share(page, section)
        )
    }

    /// The section's sources as list items: publisher, title, date, and the address as text where links may not open.
    fn sources(page: Page, section: &Section) -> String {
        let facts = page.facts_now();
        let item = |source: &crate::data::Source| {
            let [publisher, title, date] = [&source.publisher, &source.title, &source.date].map(|text| escape(text));
            let (language, link) = (source.language.as_str(), source_link(&source.url));
            format!("<li>{publisher}, <cite lang=\"en\">{title}</cite>, {date} ({language}). {link}</li>")
        };
        section.sources.iter().filter_map(|id| facts.data.source(id)).map(item).collect()
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::Stills;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use {
    super::control::controls, native::after, native::alt, native::caption, native::question, native::still,
    native::table, native::tools,
};

/// In the browser it is there.
#[cfg(target_arch = "wasm32")]
mod there {
    use super::{Page, Scope, Section};

    pub(in crate::view) fn alt(_: Scope) -> String {
        String::new()
    }

    pub(in crate::view) fn table(_: Scope) -> String {
        String::new()
    }

    pub(in crate::view) fn still(_: &'static str) -> String {
        String::new()
    }

    pub(in crate::view) fn question(_: Page, _: &Section) -> String {
        String::new()
    }

    pub(in crate::view) fn after(_: Page, _: &Section) -> String {
        String::new()
    }

    pub(in crate::view) fn caption(_: Page, _: &Section) -> String {
        String::new()
    }

    pub(in crate::view) fn tools(_: Page, _: &Section) -> String {
        String::new()
    }

    pub(in crate::view) fn controls(_: Page, _: &Section) -> String {
        String::new()
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use there::{after, alt, caption, controls, question, still, table, tools};
