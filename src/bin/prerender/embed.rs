//! Pages for somebody else's page: thin, and without anything that a sandbox forbids.

use crate::assets::Asset;
use crate::body::Kind;
use crate::page::{Parts, Site, up};
use crate::{Fault, help, policy};
use seized::story::{SECTIONS, Section};
use seized::text::key;
use serde_json::json;
use std::path::Path;

/// What can be embedded.
#[derive(Clone, Copy)]
pub enum Piece {
    /// The whole story.
    Story,
    /// A section with its steps.
    Section(&'static Section),
    /// A section's figure alone, its steps one at a time under it.
    Figure(&'static Section),
}

impl Piece {
    /// Everything that can be embedded.
    pub fn all() -> impl Iterator<Item = Self> {
        let sections = SECTIONS.iter().map(|section| Self::Section(section));
        [Self::Story].into_iter().chain(sections).chain(SECTIONS.iter().map(|section| Self::Figure(section)))
    }

    /// The name of its page below `embed/`.
    pub fn name(self) -> String {
        match self {
            Self::Story => "story".to_owned(),
            Self::Section(section) => section.id.to_owned(),
            Self::Figure(section) => format!("fig-{}", section.figure.id),
        }
    }

    /// Where in the whole explainer it stands.
    fn anchor(self) -> String {
        match self {
            Self::Story => String::new(),
            Self::Section(section) => format!("#{}", section.id),
            Self::Figure(section) => format!("#fig-{}", section.figure.id),
        }
    }
}

impl Site<'_> {
    /// What a piece is called, as a frame's title has it.
    pub fn title_of(&self, piece: Piece) -> String {
        let title = self.words.plain(key::page::TITLE);
        match piece {
            Piece::Story => format!("{title}: {}", self.words.plain(key::page::DEK)),
            Piece::Section(section) => format!("{title}: {}", self.sentence(section.title)),
            Piece::Figure(section) => {
                format!("{title}, {}: {}", self.words.plain(key::embed::FIGURE), self.sentence(section.title))
            }
        }
    }

    /// What a piece says, for link previews.
    pub fn about(&self, piece: Piece) -> String {
        match piece {
            Piece::Story => self.sentence(key::page::DESCRIPTION),
            Piece::Section(section) => self.sentence(section.takeaway),
            Piece::Figure(section) => self.sentence(section.figure.caption),
        }
    }

    /// The page of a piece, which lies at `path`.
    pub fn embed(&self, path: &Path, piece: Piece) -> Result<String, Fault> {
        let base = up(path);
        let home = format!("{}{}", "../".repeat(2), piece.anchor());
        let lead = format!("{} ", self.plain(key::page::FULL_STORY_AT));
        let link = format!("<p class=\"whole\">{}</p>", self.way_out(&home, key::page::FULL_STORY, &lead));
        let kind = match piece {
            Piece::Story => Kind::Framed,
            Piece::Section(_) => Kind::Section,
            Piece::Figure(_) => Kind::Figure,
        };
        let scrolls = if kind == Kind::Figure { "none" } else { "host" };
        let body = match piece {
            Piece::Story => self.whole(kind, &base)?,
            Piece::Section(section) | Piece::Figure(section) => {
                let main = self.written(kind, &[section])?;
                format!("{}<main class=\"embed\">{main}</main>{}{}", self.notices(), self.card()?, help::dialogs(self))
            }
        };
        let sentinels = if scrolls == "host" {
            "<div class=\"sentinels\" aria-hidden=\"true\"></div><i class=\"reach\" aria-hidden=\"true\"></i>"
        } else {
            ""
        };
        let body = format!("{body}{}{sentinels}", self.footer(kind, &base, &link));
        let url = |asset: &Asset| json!([format!("{base}{}", asset.path)]);
        let assets = self.assets;
        let page = json!({ "shape": kind.shape().name(), "version": self.version(), "lost": self.words.plain(key::embed::LOST), "saved": self.words.plain(key::take::DONE_ROWS), "glue": url(&assets.glue), "charts": url(&assets.charts),
            "wasmScript": url(&assets.wasm_script), "fontScript": url(&self.faces().script), "tables": url(&self.tables.both), "take": url(&self.tables.take) });
        let links = self.links(&home, piece);
        let meta = self.meta(piece, Some(&base), &format!("<meta name=\"robots\" content=\"noindex\">{links}"));
        let parts = Parts { meta, fonts: assets.fonts.rules(None), page, blocks: Vec::new(), body, scrolls };
        self.assemble(&parts, policy::sandboxed, &[])
    }
}
