//! Charts as pure functions: scene, facts and words in, a drawing out.
//!
//! One file or folder a figure. A figure is a constant: its scenes (what a step shows), its table and the scene that
//! stands for it where nothing moves. All of them are drawn by the chart kit ([`crate::draw`]); the explorer, once a
//! reader is there, is a [`Chart`] of charming's parts, drawn by ECharts.

pub mod audit;
pub mod doses;
pub mod doubled;
pub mod explore;
pub mod flow;
pub mod guess;
mod hundred;
pub mod iceberg;
pub mod json;
pub mod labs;
pub mod neighbours;
pub mod offences;
mod parts;
pub mod plants;
mod plot;
pub mod share;
pub mod sketch;
mod spans;
pub mod squares;
pub mod table;
pub mod times;
mod years;

pub use crate::draw::Size;
pub use parts::{Chart, Series};

use crate::data::Unit;
use crate::draw::Drawing;
use crate::text::fact::Facts;
use crate::text::render::counted;
use crate::text::{Key, Words, key};

/// The room a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Narrower than 480 px: fewer year labels, smaller margins.
    Phone,
    /// Everything wider.
    Desktop,
}

impl Frame {
    /// Both frames, the narrow one first.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Desktop];

    /// The frame for a chart of `width` CSS pixels.
    #[must_use]
    pub fn of_width(width: f64) -> Self {
        if width < 480.0 { Self::Phone } else { Self::Desktop }
    }

    /// The name in classes and file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Desktop => "desktop",
        }
    }
}

/// How a scene is drawn.
#[derive(Debug)]
pub enum Draw {
    /// By the chart kit.
    Kit(fn(&Facts<'_>, &Words, Size) -> Drawing),
    /// By the chart kit where it stands still, and by ECharts where a reader asks.
    Explorer {
        /// In the page, in the flat form, in pictures.
        still: fn(&Facts<'_>, &Words, Size) -> Drawing,
        /// Under the reader's hand.
        live: fn(&Facts<'_>, &Words, Frame) -> Chart,
    },
}

/// What a step shows.
#[derive(Debug)]
pub struct Scene {
    /// Name within its figure, in `data-scene`.
    pub id: &'static str,
    /// The drawing.
    pub draw: Draw,
    /// The sentences that tell it to a reader who cannot see it, under the reader's choices.
    pub alt: fn(&Facts<'_>) -> Vec<Key>,
}

/// What of a figure a reader sees in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Its drawing, with the table to be opened.
    Drawing,
    /// Its table, which is the figure: each scene stands out by the style sheet. The drawing is for where no table has
    /// room: the steps of the flat form, the picture of a link, a picture to take along.
    Table,
}

/// A figure of the story.
#[derive(Debug)]
pub struct Figure {
    /// The id in `figure#fig-<id>`.
    pub id: &'static str,
    /// Every scene, in the order of the story.
    pub scenes: &'static [&'static Scene],
    /// The scene that makes the point alone: in print, without a program, before the first step.
    pub still: &'static Scene,
    /// The room in which its still form is drawn, narrow and wide: that of the live one on a usual phone and desktop, so
    /// that nothing changes its place there when the program takes over.
    pub room: [Size; 2],
    /// What it shows, in one line.
    pub caption: Key,
    /// What of it a reader sees.
    pub shows: Shows,
    /// How to read it: under the caption where there is room, and over the table.
    pub caption_more: Key,
    /// The numbers behind all scenes; none in the program where no choice changes them, as the page has them.
    pub table: Option<Rows>,
    /// What of the table is its main series, to be heard; none where no two of its numbers have a unit in common. The
    /// page has it; the program goes without.
    #[cfg(not(target_arch = "wasm32"))]
    pub heard: Option<Heard>,
}

/// The numbers of a table that sound one after another: a column, and of its rows those that count the same.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Which of the row's cells, from 0; the first is its heading.
    pub column: u8,
    /// The first row, from 0, and the one after the last.
    pub rows: (u8, u8),
}

#[cfg(not(target_arch = "wasm32"))]
impl Heard {
    /// A whole column.
    const fn column(column: u8) -> Option<Self> {
        Self::rows(column, 0, u8::MAX)
    }

    /// Some rows of a column.
    const fn rows(column: u8, first: u8, end: u8) -> Option<Self> {
        Some(Self { column, rows: (first, end) })
    }
}

/// A table under the reader's choices.
pub type Rows = fn(&Facts<'_>, &Words) -> table::Table;

/// "7.7 kg": a number with its unit, where it has one.
fn with_unit(facts: &Facts<'_>, words: &Words, fact: &str) -> String {
    let number = facts.number(fact, words).map(|number| number.text).unwrap_or_default();
    let unit = match facts.data.figure(fact) {
        Some(figure) => words.unit(figure),
        None => &counted(facts, words, facts.outcome(fact).map_or(key::card::UNIT_T, |outcome| outcome.unit), &number),
    };
    [&number, " ", unit].concat()
}

/// A mark in words, for whoever points at it, walks to it or hears it: "2017: 40.6 tonnes"; what covers no whole year says
/// which time it covers, and a day what happened on it.
fn named(facts: &Facts<'_>, words: &Words, fact: &str, year: u16) -> String {
    let figure = facts.data.figure(fact);
    let part = figure.filter(|figure| figure.period.year().is_none());
    let when = part.map_or_else(|| year.to_string(), |figure| words.name(&figure.period.text).to_owned());
    if let Some(figure) = figure.filter(|figure| figure.unit == Unit::Date) {
        return [&when, ": ", words.name(&figure.drug)].concat();
    }
    let number = facts.number(fact, words).map(|number| number.text).unwrap_or_default();
    let unit = match figure {
        Some(figure) => match figure.unit {
            Unit::Kilogram => words.plain(key::card::UNIT_KG),
            Unit::Gram => words.plain(key::card::UNIT_G),
            Unit::Tonne => words.plain(key::doubled::CHART_UNIT),
            _ => words.unit(figure),
        },
        None => {
            let unit = facts.outcome(fact).map_or(key::doubled::CHART_UNIT, |outcome| outcome.unit);
            &counted(facts, words, unit, &number)
        }
    };
    let kind = explore::kind_said(fact, words).map_or(String::new(), |kind| [", ", kind].concat());
    [&when, &kind, ": ", &number, " ", unit].concat()
}

/// A table that no choice of the reader changes: it is written with the page, and the program goes without.
const fn written(rows: Rows) -> Option<Rows> {
    if cfg!(target_arch = "wasm32") { None } else { Some(rows) }
}

impl Scene {
    /// The scene in a room of its own.
    #[must_use]
    pub fn drawing(&self, facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
        let (Draw::Kit(draw) | Draw::Explorer { still: draw, .. }) = self.draw;
        draw(facts, words, size)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Figure {
    /// The still form in both rooms, of which the style sheet shows one.
    #[must_use]
    pub fn svg(&self, facts: &Facts<'_>, words: &Words) -> String {
        let framed = |(frame, size): (Frame, Size)| {
            format!("<div class=\"{}\">{}</div>", frame.name(), self.still.drawing(facts, words, size).svg())
        };
        Frame::ALL.into_iter().zip(self.room).map(framed).collect()
    }
}

/// The explorer's live chart as ECharts reads it, for tests; `None` for any other scene. The program writes it by
/// [`json::text`].
///
/// What every chart has in common and charming has no field for is added by `browser/js/parts.mjs`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn option(scene: &Scene, facts: &Facts<'_>, words: &Words, frame: Frame) -> Option<serde_json::Value> {
    let Draw::Explorer { live, .. } = scene.draw else { return None };
    serde_json::to_value(live(facts, words, frame).written(&words.numbers)).ok()
}
