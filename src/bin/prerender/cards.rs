//! The pictures that a link is shown with, one of the story and one of each section in every language, and the icons.

use crate::embed::Piece;
use crate::page::{PATTERNS, Site};
use crate::{Fault, node, read};
use seized::story::SECTIONS;
use seized::text::key;
use serde_json::json;
use std::path::Path;

/// Width and height in pixels.
pub const SIZE: [u32; 2] = [1200, 630];

/// Icons: name, width in pixels, how much of it the drawing fills. Systems cut the maskable one to a shape of theirs.
pub const ICONS: [(&str, u32, f64); 4] =
    [("icon-180", 180, 0.8), ("icon-192", 192, 1.0), ("icon-512", 512, 1.0), ("icon-maskable", 512, 0.6)];

/// The page's light ground, as the style sheet has it.
pub fn paper(css: &str) -> Result<String, Fault> {
    let colour = css.split_once("--paper: var(--light, ").and_then(|(_, rest)| rest.split_once(')'));
    colour.map(|(light, _)| light.to_owned()).ok_or_else(|| "the style sheet has no --paper".to_owned())
}

/// Puts the icons into `dist/icons`.
pub fn icons(root: &Path, dist: &Path) -> Result<(), Fault> {
    let icons = ICONS.map(|(name, size, room)| json!({ "name": name, "size": size, "room": room }));
    let jobs = json!({ "icon": read(&root.join("public/icon.svg"))?, "icons": icons });
    run(root, &dist.join("icons"), &jobs.to_string())
}

fn run(root: &Path, out: &Path, jobs: &str) -> Result<(), Fault> {
    node::run(root, "src/chart/js/cards.mjs", &["--out", &out.to_string_lossy()], jobs).map(drop)
}

impl Site<'_> {
    /// The card of a piece, as a path in `dist`. A figure has its section's.
    pub fn card_path(&self, piece: Piece) -> String {
        let name = match piece {
            Piece::Story => "story",
            Piece::Section(section) | Piece::Figure(section) => section.id,
        };
        format!("cards/{}/{name}.png", self.words.language)
    }

    /// Draws the cards of a language.
    pub fn cards(&self, dist: &Path) -> Result<(), Fault> {
        let name = self.words.plain(key::page::TITLE);
        let foot = format!("{name}: {}", self.words.plain(key::page::DEK));
        // The narrow frame's: its words are large enough to be read when the card is small.
        let still = |figure: &str| {
            let both = self.stills.get(figure).map(String::as_str).unwrap_or_default();
            let narrow = both.split_once("<div class=\"phone\">").and_then(|(_, rest)| rest.split_once("</div>"));
            narrow.map(|(svg, _)| svg.to_owned()).ok_or_else(|| format!("{figure}: no still form"))
        };
        let mut cards = vec![json!({
            "name": "story", "title": name, "more": self.words.plain(key::page::DEK),
            "foot": self.sentence(key::page::EDITION), "svg": still("guess")?,
        })];
        for section in SECTIONS {
            let (title, svg) = (self.sentence(section.title), still(section.figure.id)?);
            cards.push(json!({ "name": section.id, "title": title, "more": "", "foot": foot, "svg": svg }));
        }
        let jobs = json!({ "css": self.assets.sheets, "patterns": PATTERNS, "cards": cards });
        run(self.root, &dist.join("cards").join(&self.words.language), &jobs.to_string())
    }
}
