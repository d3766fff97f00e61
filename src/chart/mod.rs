//! Charts as pure functions: scene, facts and words in, a `charming::Chart` out.
//!
//! One file a figure. A figure is a constant: its scenes (what a step shows), its table and the scene that stands
//! for it where nothing moves. Series keep their ids across scenes, so that marks morph instead of flashing.

pub mod doubled;
pub mod json;
mod parts;
pub mod table;

use crate::text::fact::Facts;
use crate::text::{Key, Words};
use charming::Chart;

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

    /// Width and height in CSS pixels at which the still form is drawn.
    #[must_use]
    pub const fn still_size(self) -> (u32, u32) {
        match self {
            Self::Phone => (358, 280),
            Self::Desktop => (640, 460),
        }
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

/// What a step shows.
#[derive(Debug)]
pub struct Scene {
    /// Name within its figure, in `data-scene`.
    pub id: &'static str,
    /// The chart.
    pub draw: fn(&Facts<'_>, &Words, Frame) -> Chart,
    /// What a reader who cannot see it is told.
    pub alt: Key,
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
    /// What it shows, in one line.
    pub caption: Key,
    /// How to read it: under the caption where there is room, and over the table.
    pub caption_more: Key,
    /// The numbers behind all scenes.
    pub table: fn(&Facts<'_>, &Words) -> table::Table,
}

/// The chart as ECharts reads it, for the still forms and for tests; the program writes it by [`json::text`].
///
/// What every chart has in common and charming has no field for is added by `browser/js/parts.mjs`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn option(scene: &Scene, facts: &Facts<'_>, words: &Words, frame: Frame) -> serde_json::Value {
    serde_json::to_value((scene.draw)(facts, words, frame)).unwrap_or_default()
}
