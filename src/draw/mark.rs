//! What a drawing is made of: marks that stand for a row or a result, and words.

use super::colour::Colour;
use super::font::{self, ASCENT, DESCENT};
use super::geometry::Rect;

/// How an area is filled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fill {
    /// Not at all.
    #[default]
    None,
    /// In a colour.
    Full(Colour),
    /// In so much of a colour, from 0 to 1.
    Faint(Colour, f64),
    /// With the hatching that means cannabis plants.
    Hatch,
    /// With the dots that mean poppy straw.
    Dots,
}

/// How a shape looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    /// Its area.
    pub fill: Fill,
    /// Its edge: colour and width in pixels.
    pub edge: Option<(Colour, f64)>,
    /// Whether the edge is dashed.
    pub dashed: bool,
}

impl Paint {
    /// An area in a colour.
    #[must_use]
    pub const fn full(colour: Colour) -> Self {
        Self::filled(Fill::Full(colour))
    }

    /// An area filled in some way.
    #[must_use]
    pub const fn filled(fill: Fill) -> Self {
        Self { fill, edge: None, dashed: false }
    }

    /// An outline in a colour over the ground, so that what lies behind does not show.
    #[must_use]
    pub const fn hollow(colour: Colour, width: f64) -> Self {
        Self { fill: Fill::Full(Colour::Paper), edge: Some((colour, width)), dashed: false }
    }

    /// A line in a colour.
    #[must_use]
    pub const fn line(colour: Colour, width: f64) -> Self {
        Self { fill: Fill::None, edge: Some((colour, width)), dashed: false }
    }

    /// The same with a dashed edge.
    #[must_use]
    pub const fn dashed(self) -> Self {
        Self { dashed: true, ..self }
    }
}

/// A shape that stands for a row of the dataset or a result: it says its value and opens its card.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The row's or result's id.
    pub id: String,
    /// What it is, for whoever does not see it, and in the drawing when it is pointed at: "2017: 40.6 tonnes".
    pub name: String,
    /// Its shape, as the `d` of a path.
    pub path: String,
    /// How it looks.
    pub paint: Paint,
    /// The place that is nearest to a pointer that means it, and that its value is written beside.
    pub at: (f64, f64),
    /// The boxes that it covers, where no foreign words may stand.
    pub covers: Vec<Rect>,
    /// More for the style sheet: `away` when it has left.
    pub class: &'static str,
}

impl Mark {
    /// A mark of one box.
    #[must_use]
    pub fn bar(id: &str, name: String, rect: Rect, paint: Paint) -> Self {
        let at = (rect.middle().0, rect.top);
        Self::new(id, name, super::path::rect(&rect), paint, at, vec![rect])
    }

    /// A disc.
    #[must_use]
    pub fn dot(id: &str, name: String, at: (f64, f64), radius: f64, paint: Paint) -> Self {
        Self::new(id, name, super::path::dot(at, radius), paint, at, vec![Rect::around(at, radius)])
    }

    /// A square on its corner: what was counted or published in another way.
    #[must_use]
    pub fn diamond(id: &str, name: String, at: (f64, f64), far: f64, paint: Paint) -> Self {
        Self::new(id, name, super::path::diamond(at, far), paint, at, vec![Rect::around(at, far * 0.8)])
    }

    /// A mark of any shape, the boxes that it covers, and the place where its value is.
    #[must_use]
    pub fn new(id: &str, name: String, path: String, paint: Paint, at: (f64, f64), covers: Vec<Rect>) -> Self {
        Self { id: id.to_owned(), name, path, paint, at, covers, class: "" }
    }
}

/// Which part of some words stands at their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    #[default]
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Words at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where they are anchored, on the line that they stand on.
    pub at: (f64, f64),
    /// Which part of them is there.
    pub anchor: Anchor,
    /// The words.
    pub words: String,
    /// The size of the type in pixels.
    pub size: f64,
    /// Whether it is semibold.
    pub bold: bool,
    /// Its colour.
    pub colour: Colour,
    /// Whether it has the ground around its letters, so that lines behind do not cross them.
    pub halo: bool,
    /// The id of the mark that they are about and may lie over; empty for none.
    pub of: String,
    /// More for the style sheet.
    pub class: &'static str,
}

impl Text {
    /// Words in ordinary type.
    #[must_use]
    pub fn new(words: impl Into<String>, at: (f64, f64), anchor: Anchor, size: f64) -> Self {
        let words = words.into();
        Self { at, anchor, words, size, bold: false, colour: Colour::Ink, halo: false, of: String::new(), class: "" }
    }

    /// How wide they are.
    #[must_use]
    pub fn width(&self) -> f64 {
        font::width(&self.words, self.size, self.bold)
    }

    /// The box that their letters fill.
    #[must_use]
    pub fn rect(&self) -> Rect {
        let (x, y) = self.at;
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Rect { left, top: y - ASCENT * self.size, right: left + width, bottom: y + DESCENT * self.size }
    }
}
