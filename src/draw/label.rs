//! Where words go: a figure offers forms and places in the order of its liking, and each label takes the first that is
//! free. Nothing is squeezed, and nothing lies over what is not its own.

use super::colour::Colour;
use super::font::{ASCENT, DESCENT};
use super::geometry::Rect;
use super::mark::{Anchor, Text};

/// A place for words: where they are anchored, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// On the line that the words stand on.
    pub at: (f64, f64),
    /// Which part of them is there.
    pub anchor: Anchor,
}

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Over its middle.
    Above,
    /// Under its middle.
    Below,
    /// Beside its middle, ending there.
    Left,
    /// Beside its middle, beginning there.
    Right,
}

/// What becomes of a label for which no place is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It is left out: the mark says it when pointed at, and the table has it.
    Omit,
    /// It goes to the nearest free place, with a line that leads to its mark.
    Lead,
}

/// Words that look for a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The same said in different lengths, the longest first. A form may have several lines, parted by line feeds.
    pub forms: Vec<String>,
    /// The places for them, the best first.
    pub spots: Vec<Spot>,
    /// The id of the mark that they are about and may lie over; empty for none.
    pub of: String,
    /// The size of the type in pixels.
    pub size: f64,
    /// Whether it is semibold.
    pub bold: bool,
    /// Its colour.
    pub colour: Colour,
    /// Which go first: the lowest.
    pub rank: u8,
    /// What becomes of it where no place is free.
    pub missing: Missing,
    /// Whether it may stand on its own mark: in a bar, on an area.
    pub on: bool,
}

impl Label {
    /// A label that is left out where it has no room.
    #[must_use]
    pub fn new(words: impl Into<String>, of: &str, size: f64, spots: Vec<Spot>) -> Self {
        Self {
            forms: vec![words.into()],
            spots,
            of: of.to_owned(),
            size,
            bold: false,
            colour: Colour::Ink,
            rank: 1,
            missing: Missing::Omit,
            on: false,
        }
    }

    /// The same said shorter, where the longer form has no room.
    #[must_use]
    pub fn or(mut self, shorter: impl Into<String>) -> Self {
        self.forms.push(shorter.into());
        self
    }

    /// The same broken into lines of about `room` pixels, where one line has none.
    #[must_use]
    pub fn or_lines(mut self, room: f64) -> Self {
        if let Some(words) = self.forms.last() {
            let broken = super::font::lines(words, self.size, self.bold, room).join("\n");
            if broken != *words {
                self.forms.push(broken);
            }
        }
        self
    }

    /// In semibold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// In a colour.
    #[must_use]
    pub fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// Before or after others.
    #[must_use]
    pub fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    /// Never left out: led to its mark by a line where nothing beside it is free.
    #[must_use]
    pub fn lead(mut self) -> Self {
        self.missing = Missing::Lead;
        self
    }

    /// It may stand on its own mark: in a bar, on an area.
    #[must_use]
    pub fn on(mut self) -> Self {
        self.on = true;
        self
    }

    /// Its lines at a place, in one of its forms.
    pub(super) fn texts(&self, form: &str, spot: Spot) -> Vec<Text> {
        let text = |(place, words): (usize, &str)| Text {
            bold: self.bold,
            colour: self.colour,
            halo: true,
            of: self.of.clone(),
            ..Text::new(words, (spot.at.0, spot.at.1 + place as f64 * self.size * 1.2), spot.anchor, self.size)
        };
        form.split('\n').enumerate().map(text).collect()
    }
}

/// Places around a box, `apart` pixels from its edges, for words of a size.
#[must_use]
pub fn beside(rect: &Rect, apart: f64, size: f64, sides: &[Side]) -> Vec<Spot> {
    let (x, y) = rect.middle();
    let level = y + (ASCENT - DESCENT) / 2.0 * size;
    let spot = |side: &Side| match side {
        Side::Above => Spot { at: (x, rect.top - apart - DESCENT * size), anchor: Anchor::Middle },
        Side::Below => Spot { at: (x, rect.bottom + apart + ASCENT * size), anchor: Anchor::Middle },
        Side::Left => Spot { at: (rect.left - apart, level), anchor: Anchor::End },
        Side::Right => Spot { at: (rect.right + apart, level), anchor: Anchor::Start },
    };
    sides.iter().map(spot).collect()
}

/// The same lines, moved sideways so far that they lie within a box, and upward or downward as little.
pub(super) fn moved_inside(texts: &mut [Text], frame: &Rect) {
    let Some(whole) = around(texts) else { return };
    let across = (frame.left - whole.left).max(0.0) + (frame.right - whole.right).min(0.0);
    let down = (frame.top - whole.top).max(0.0) + (frame.bottom - whole.bottom).min(0.0);
    for text in texts {
        text.at = (text.at.0 + across, text.at.1 + down);
    }
}

/// The box around some lines.
pub(super) fn around(texts: &[Text]) -> Option<Rect> {
    let join = |one: Rect, other: Rect| Rect {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    };
    texts.iter().map(Text::rect).reduce(join)
}
