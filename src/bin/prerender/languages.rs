//! The languages of the site: where each one's pages lie, and how a reader comes from one to another.

use crate::embed::Piece;
use crate::page::{Site, up};
use seized::text::{LANGUAGES, Words, key};
use std::path::PathBuf;

/// The folder of a language's pages, below the site's: the first language has the top.
pub fn home(language: &str) -> PathBuf {
    if language == LANGUAGES[0] { PathBuf::new() } else { PathBuf::from(language) }
}

/// The same as part of an address.
pub fn url(language: &str) -> String {
    if language == LANGUAGES[0] { String::new() } else { format!("{language}/") }
}

impl Site<'_> {
    /// The address of the same page in another language: in full where the site knows its own.
    fn same_in(&self, language: &str) -> String {
        let base = self.address.map_or_else(|| up(self.home), str::to_owned);
        let path = format!("{base}{}", url(language));
        if path.is_empty() { "./".to_owned() } else { path }
    }

    /// How high the page of a piece is in frames of each width.
    pub fn heights_of(&self, piece: Piece) -> [u32; 3] {
        self.heights.of(&format!("{}{}", url(&self.words.language), piece.name()))
    }

    /// What search engines read of the other languages.
    pub fn alternates(&self) -> String {
        let link = |tag: &str, language: &str| {
            format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">", self.same_in(language))
        };
        let each = LANGUAGES.iter().map(|language| link(language, language));
        each.chain([link("x-default", LANGUAGES[0])]).collect()
    }

    /// The languages as links, and for each a line that offers it to whoever's browser asks for it; the page shows one
    /// of these at most, before anything is painted. The loader gives the links the reader's place and choices.
    pub fn switch(&self) -> String {
        if self.languages.len() == 1 {
            return String::new();
        }
        let base = up(self.home);
        let link = |words: &Words, text: &str| {
            let (tag, path) = (&words.language, url(&words.language));
            let path = if base.is_empty() && path.is_empty() { "./".to_owned() } else { format!("{base}{path}") };
            format!("<a href=\"{path}\" hreflang=\"{tag}\" lang=\"{tag}\">{text}</a>")
        };
        let here = |words: &&Words| words.language == self.words.language;
        let name = |words: &Words| words.plain(key::page::LANGUAGE).to_owned();
        let item = |words: &Words| match here(&words) {
            true => format!("<li><span aria-current=\"true\">{}</span></li>", name(words)),
            false => format!("<li>{}</li>", link(words, &name(words))),
        };
        let items: String = self.languages.iter().map(item).collect();
        let others = self.languages.iter().filter(|words| !here(words));
        let offers: String = others
            .map(|words| {
                let tag = &words.language;
                format!("<p class=\"offer\" data-for=\"{tag}\">{}</p>", link(words, words.plain(key::page::OFFER)))
            })
            .collect();
        let label = self.plain(key::page::LANGUAGES);
        format!("{offers}<nav class=\"languages\" aria-label=\"{label}\"><ul>{items}</ul></nav>")
    }
}
