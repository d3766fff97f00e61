//! Charts as pure functions: scene, facts and words in, a drawing out.
//!
//! One file a figure. A figure is a constant: its scenes (what a step shows), its table and the scene that stands
//! for it where nothing moves. What has axes is a [`Chart`] of charming's parts, drawn by ECharts; its series keep
//! their ids across scenes, so that marks morph instead of flashing. Fields of [`squares`] and the line that a reader
//! draws ([`sketch`]) are SVG of our own: hundreds of marks that must be there at once and move by the style sheet.

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
pub mod squares;
mod strips;
mod svg;
pub mod table;
pub mod times;

pub use parts::{Chart, Series};
pub use svg::Size;

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
    /// By ECharts.
    Chart(fn(&Facts<'_>, &Words, Frame) -> Chart),
    /// By ourselves: the `svg` element of the whole scene.
    Svg(fn(&Facts<'_>, &Words, Size) -> String),
    /// Beforehand, one way or the other, as no choice changes it: the program finds it with the words, by the figure's
    /// id and the scene's.
    Given(&'static str),
}

/// A chart that no choice of the reader changes.
const fn given_chart(figure: &'static str, chart: fn(&Facts<'_>, &Words, Frame) -> Chart) -> Draw {
    if cfg!(target_arch = "wasm32") { Draw::Given(figure) } else { Draw::Chart(chart) }
}

/// A drawing of our own that no choice of the reader changes.
const fn given_svg(figure: &'static str, svg: fn(&Facts<'_>, &Words, Size) -> String) -> Draw {
    if cfg!(target_arch = "wasm32") { Draw::Given(figure) } else { Draw::Svg(svg) }
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

/// A table that no choice of the reader changes: it is written with the page, and the program goes without.
const fn written(rows: Rows) -> Option<Rows> {
    if cfg!(target_arch = "wasm32") { None } else { Some(rows) }
}

#[cfg(not(target_arch = "wasm32"))]
impl Scene {
    /// The scene in a room of its own, where we draw it ourselves.
    #[must_use]
    pub fn draw_svg(&self, facts: &Facts<'_>, words: &Words, size: Size) -> Option<String> {
        let Draw::Svg(draw) = self.draw else { return None };
        Some(draw(facts, words, size))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Figure {
    /// A scene drawn by ourselves, in both rooms, of which the style sheet shows one. `None` where ECharts draws it.
    #[must_use]
    pub fn svg(&self, scene: &Scene, facts: &Facts<'_>, words: &Words) -> Option<String> {
        let framed = |(frame, size): (Frame, Size)| {
            let svg = scene.draw_svg(facts, words, size)?;
            Some(format!("<div class=\"{}\">{svg}</div>", frame.name()))
        };
        Frame::ALL.into_iter().zip(self.room).map(framed).collect()
    }
}

/// The chart as ECharts reads it, for the still forms and for tests; `None` for a drawing of our own. The program
/// writes it by [`json::text`].
///
/// What every chart has in common and charming has no field for is added by `browser/js/parts.mjs`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn option(scene: &Scene, facts: &Facts<'_>, words: &Words, frame: Frame) -> Option<serde_json::Value> {
    let Draw::Chart(draw) = scene.draw else { return None };
    serde_json::to_value(draw(facts, words, frame).written(&words.numbers)).ok()
}
