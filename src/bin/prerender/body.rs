//! What a page shows: the sections as the components write them, and what stands around them.

use crate::page::Site;
use crate::{Fault, front, method};
use leptos::prelude::*;
use seized::browser::{Page, Shape};
use seized::model::Choices;
use seized::story::{SECTIONS, Section};
use seized::text::fact::Facts;
use seized::text::render::{self, escape};
use seized::text::{Key, key};
use seized::view::{Stills, card, section};
use std::sync::Arc;

impl Site<'_> {
    /// Everything between the skip link and the footer: the sections, and what stands around them.
    pub fn whole(&self, base: Option<&str>) -> Result<String, Fault> {
        let (opening, rest) = SECTIONS.split_at(1);
        let written = |sections: &[&'static Section]| self.written(Shape::Story, sections);
        let front = format!("{}{}", front::skip(self), self.notices());
        let main = written(opening)? + &front::contents(self) + &written(rest)? + &front::takeaways(self);
        let main = main + &method::section(self, base)?;
        Ok(format!("{front}{}<main>{main}</main>{}", front::progress(), self.card()?))
    }

    /// Sections as the components write them, each in its root.
    pub fn written(&self, shape: Shape, sections: &[&'static Section]) -> Result<String, Fault> {
        self.in_page(shape, |page| {
            sections.iter().map(|found| root(found.id, &section(page, found).to_html())).collect()
        })
    }

    /// The card, and the one live region.
    pub fn card(&self) -> Result<String, Fault> {
        let card = self.in_page(Shape::Story, |page| root("card", &card(page).to_html()))?;
        Ok(card + "<p id=\"live\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>")
    }

    fn in_page(&self, shape: Shape, write: impl FnOnce(Page) -> String) -> Result<String, Fault> {
        let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
        let mut stills = self.stills.clone();
        stills.insert("masthead", front::masthead(self));
        owner.with(|| {
            provide_context(Stills(stills));
            let page = Page::new(self.data.clone(), self.words.clone(), shape).map_err(|error| error.to_string())?;
            Ok(write(page))
        })
    }

    pub fn notices(&self) -> String {
        let notice = |kind: &str, key: Key| format!("<p class=\"notice {kind}\">{}</p>", self.plain(key));
        format!(
            "<noscript>{}</noscript>{}{}",
            notice("static", key::page::STATIC_NOTICE),
            notice("failed", key::page::FAILED_NOTICE),
            notice("charts", key::page::CHARTS_NOTICE)
        )
    }

    /// Terms, privacy and, on hosted pages, the data itself; `above` stands before them.
    pub fn footer(&self, base: Option<&str>, above: &str) -> String {
        let data = base.map_or_else(String::new, |base| {
            format!(
                "<p><a href=\"{base}data/figures.csv\" download>{}</a> · <a href=\"{base}data/sources.csv\" download>{}</a></p>",
                self.plain(key::page::DATA_FIGURES), self.plain(key::page::DATA_SOURCES)
            )
        });
        let lines = [key::page::FOOTER, key::page::FOOTER_ROUNDING, key::page::FOOTER_PRIVATE];
        let lines: String = lines.into_iter().map(|line| format!("<p>{}</p>", self.plain(line))).collect();
        format!("<footer class=\"prose\">{above}{lines}{data}</footer>")
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

    fn facts(&self) -> Facts<'_> {
        Facts { data: self.data, results: self.results, choices: Choices::default() }
    }
}

fn root(id: &str, html: &str) -> String {
    format!("<div id=\"root-{id}\" class=\"root\">{html}</div>")
}
