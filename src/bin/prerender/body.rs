//! What a page shows: the sections as the components write them, and what stands around them.

use crate::page::Site;
use crate::{Fault, dialog, front, help, languages, method};
use leptos::prelude::*;
use seized::browser::{Page, Scope, Shape};
use seized::model::Choices;
use seized::story::{SECTIONS, Section};
use seized::text::fact::Facts;
use seized::text::render::{self, escape};
use seized::text::{Key, key};
use seized::view::{Stills, card, section};
use std::sync::Arc;

/// Where a page stands, which decides what is around its sections.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The whole, hosted.
    Hosted,
    /// The whole in one file, with nothing beside it.
    File,
    /// The whole in somebody else's page.
    Framed,
    /// A section in somebody else's page.
    Section,
    /// A figure in somebody else's page.
    Figure,
}

impl Kind {
    /// Which shape its components have.
    pub fn shape(self) -> Shape {
        match self {
            Self::Hosted | Self::File => Shape::Story,
            Self::Framed | Self::Section => Shape::Embed,
            Self::Figure => Shape::Figure,
        }
    }
}

impl Site<'_> {
    /// Everything between the skip link and the footer: the sections, and what stands around them. `base` leads to the
    /// site's files.
    pub fn whole(&self, kind: Kind, base: &str) -> Result<String, Fault> {
        let (opening, rest) = SECTIONS.split_at(1);
        let (chapters, appendix) = rest.split_at(front::argument() - 1);
        let written = |sections: &[&'static Section]| self.written(kind, sections);
        let newer = if kind == Kind::Hosted { self.newer() } else { String::new() };
        let front = format!("{}{}{newer}", front::skip(self), self.notices());
        let main = written(opening)? + &front::contents(self) + &written(chapters)? + &front::closing(self);
        let main = main + &written(appendix)? + &method::section(self, kind, base)?;
        let progress = if kind == Kind::Framed { "" } else { front::PROGRESS };
        let dialog = if kind == Kind::Hosted { dialog::dialog(self) } else { String::new() };
        Ok(format!("{front}{progress}<main>{main}</main>{}{}{dialog}", self.card()?, help::dialogs(self)))
    }

    /// Sections as the components write them, each in its root.
    pub fn written(&self, kind: Kind, sections: &[&'static Section]) -> Result<String, Fault> {
        self.in_page(kind, |page| {
            if kind == Kind::Figure {
                sections.iter().for_each(|section| page.begin_at(section));
            }
            sections.iter().map(|found| root(found.id, &section(Scope::new(page, found)).to_html())).collect()
        })
    }

    /// The card, and the one live region.
    pub fn card(&self) -> Result<String, Fault> {
        let card = self.in_page(Kind::Hosted, |page| root("card", &card(page).to_html()))?;
        Ok(card + "<p id=\"live\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>")
    }

    fn in_page(&self, kind: Kind, write: impl FnOnce(Page) -> String) -> Result<String, Fault> {
        let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
        let shape = kind.shape();
        let mut stills = self.stills.clone();
        if matches!(kind, Kind::Hosted | Kind::File | Kind::Framed) {
            let switch = if kind == Kind::Hosted { self.switch() } else { String::new() };
            stills.insert("masthead", switch + &front::masthead(self));
        }
        if kind == Kind::Hosted {
            stills.insert("embed", self.words.plain(key::embed::OPEN).to_owned());
        }
        stills.insert("sound", self.words.plain(key::sound::OPEN).to_owned());
        stills.insert("take", self.words.plain(key::take::OPEN).to_owned());
        owner.with(|| {
            provide_context(Stills(stills));
            let page = Page::new(self.data.clone(), self.words.clone(), shape).map_err(|error| error.to_string())?;
            Ok(write(page))
        })
    }

    pub fn notices(&self) -> String {
        let notice =
            |kind: &str, key: Key| format!("<p class=\"notice {kind}\" role=\"status\">{}</p>", self.plain(key));
        format!(
            "{}{}{}",
            notice("static", key::page::STATIC_NOTICE),
            notice("failed", key::page::FAILED_NOTICE),
            notice("charts", key::page::CHARTS_NOTICE)
        )
    }

    /// What offers a newer edition; only a hosted page can be kept, and so become old.
    fn newer(&self) -> String {
        let [says, show, close] =
            [key::page::NEWER, key::page::NEWER_SHOW, key::embed::CLOSE].map(|key| self.plain(key));
        format!(
            "<p class=\"notice newer\" role=\"status\">{says} <button type=\"button\">{show}</button> <button type=\"button\" class=\"close\" aria-label=\"{close}\">×</button></p>"
        )
    }

    /// Terms, privacy and, with the whole, the data itself; `above` stands before them. A figure alone has the terms.
    pub fn footer(&self, kind: Kind, base: &str, above: &str) -> String {
        let lines = [key::page::FOOTER, key::page::FOOTER_ROUNDING, key::page::FOOTER_PRIVATE];
        let lines = if kind == Kind::Figure { &lines[..1] } else { &lines };
        let kept = if kind == Kind::Hosted { &[key::page::FOOTER_KEPT][..] } else { &[] };
        let lines = lines.iter().chain(kept).map(|line| format!("<p>{}</p>", self.plain(*line))).collect::<String>();
        let keys = format!("<p class=\"share\">{}</p>", help::opener(self, ""));
        format!("<footer class=\"prose\">{above}{lines}{}{keys}</footer>", self.files(kind, base))
    }

    /// Links to the dataset and to the one file: to save where the page is hosted, to open or to copy where it may be in a sandbox.
    pub fn files(&self, kind: Kind, base: &str) -> String {
        let files = [
            (format!("{base}data/figures.csv"), key::page::DATA_FIGURES),
            (format!("{base}data/sources.csv"), key::page::DATA_SOURCES),
            (format!("{base}data/dataset.json"), key::page::DATA_JSON),
            (format!("{base}datapackage.json"), key::page::DATA_COLUMNS),
            (format!("{base}{}seized.html", languages::url(&self.words.language)), key::page::SINGLE),
        ];
        match kind {
            Kind::Hosted => {
                let link = |(path, key)| format!("<a href=\"{path}\" download>{}</a>", self.plain(key));
                let notices =
                    format!("<a href=\"{base}licences/third-party.txt\">{}</a>", self.plain(key::page::NOTICES));
                format!("<p>{} · {notices}</p>", files.map(link).join(" · "))
            }
            Kind::Framed => {
                let link = |(path, key): (String, Key)| format!("<p>{}</p>", self.way_out(&path, key, ""));
                files.map(link).concat()
            }
            _ => String::new(),
        }
    }

    /// A link out of a frame, with its address as text after `lead`: a sandbox may not let links open.
    pub fn way_out(&self, href: &str, label: Key, lead: &str) -> String {
        format!(
            "<a href=\"{href}\" target=\"_blank\" rel=\"noopener\">{}</a> \
             <span class=\"address\">{lead}<span class=\"url\" data-absolute=\"{href}\"></span></span>",
            self.plain(label)
        )
    }

    /// A sentence without slots, safe in HTML.
    pub fn plain(&self, key: Key) -> String {
        escape(self.words.plain(key))
    }

    /// A sentence in words alone.
    pub fn sentence(&self, key: Key) -> String {
        render::plain(&self.facts(), self.words, key)
    }

    /// A sentence as HTML, its numbers as buttons.
    pub fn html(&self, key: Key) -> String {
        render::html(&self.facts(), self.words, key)
    }

    /// A heading or takeaway as HTML.
    pub fn heading(&self, key: Key) -> String {
        render::heading(&self.facts(), self.words, key)
    }

    pub fn facts(&self) -> Facts<'_> {
        Facts { data: self.data, results: self.results, choices: Choices::default() }
    }
}

fn root(id: &str, html: &str) -> String {
    // Leptos marks places by comments in a form that browsers mend and validators refuse; these are the same nodes.
    let html = html.replace("<!>", "<!---->");
    // "story" for modes for reading: see the inside of a section.
    format!("<div id=\"root-{id}\" class=\"root story\">{html}</div>")
}
