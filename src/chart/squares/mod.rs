//! Fields of squares, each a fixed weight: amounts that a reader can count.
//!
//! A field is a stack, filled row by row from below. Its groups keep their places when one leaves: the style sheet
//! lets it fall. What is taken out for a question stands apart, lifted off the stack. A group is one mark with one closed
//! shape a square, and opens its fact's card.

mod draw;
mod grid;
mod side;

pub use draw::draw;

use crate::draw::colour::Colour;
use crate::draw::{Fill, Paint};
use crate::model::SQUARE;

/// What squares are, and so how they look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Drugs of all kinds.
    All,
    /// Cannabis herb.
    Herb,
    /// Cannabis resin.
    Resin,
    /// Cannabis oil.
    Oil,
    /// What no row names.
    Rest,
    /// Synthetic drugs.
    Synthetics,
    /// Whole cannabis plants.
    Plants,
    /// Poppy straw.
    Straw,
    /// What no row explains.
    Unknown,
    /// Cocaine.
    Cocaine,
    /// What there was less of.
    Gone,
}

impl Look {
    pub(super) const fn paint(self) -> Paint {
        match self {
            Self::All => Paint::full(Colour::Quiet),
            Self::Herb => Paint::full(Colour::Herb),
            Self::Resin => Paint::full(Colour::Soft),
            Self::Oil | Self::Cocaine => Paint::full(Colour::Ink),
            Self::Rest => Paint::full(Colour::Pale),
            Self::Synthetics => Paint::full(Colour::Accent),
            Self::Plants => Paint::filled(Fill::Hatch),
            Self::Straw => Paint::filled(Fill::Dots),
            Self::Unknown => Paint::hollow(Colour::Quiet, 1.0),
            Self::Gone => Paint::hollow(Colour::Herb, 1.0),
        }
    }
}

/// Where a group is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In the stack.
    #[default]
    Stack,
    /// It has left the stack, where its place stays empty.
    Away,
    /// Lifted off the stack, in sight.
    Apart,
}

/// Squares that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are.
    pub look: Look,
    /// The fact they stand for.
    pub fact: String,
    /// How many squares.
    pub count: usize,
    /// Their name beside the field; empty where the weight says enough.
    pub name: String,
    /// What they weigh, as the language writes it.
    pub weight: String,
    /// Where they are.
    pub place: Place,
}

/// An amount below one square, drawn to scale in the next free place.
#[derive(Clone, Debug, PartialEq)]
pub struct Speck {
    /// The fact it stands for.
    pub fact: String,
    /// Its name beside the field; empty for none.
    pub name: String,
    /// What it weighs.
    pub weight: String,
    /// Its share of a square.
    pub share: f64,
}

/// A stack of squares.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// What stands under it.
    pub name: String,
    /// What is written under that: what it is held against.
    pub note: String,
    /// Its groups from below.
    pub groups: Vec<Group>,
    /// What is written above what is lifted off it; empty for nothing.
    pub over: String,
    /// What is written above the stack, or what is left of it where something left: the longest form first.
    pub total: Vec<String>,
    /// An amount below one square.
    pub speck: Option<Speck>,
    /// The choice that a tap on it makes; empty for none.
    pub choose: &'static str,
    /// Whether it is the one that is chosen.
    pub chosen: bool,
}

/// A scene of fields, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Squares {
    /// From left to right.
    pub fields: Vec<Field>,
    /// Names the places of all squares: a scene with the same name differs only in what has left.
    pub layout: &'static str,
}

/// How many squares are nearest to a weight in kilograms; none for what is not above zero.
#[must_use]
pub fn squares_of(kilograms: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small, and not below zero")]
    let count = (kilograms / SQUARE.0).round().clamp(0.0, 10_000.0) as usize;
    count
}

impl Field {
    /// How many squares stay.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.groups.iter().filter(|group| group.place == Place::Stack).map(|group| group.count).sum()
    }

    /// How many squares it has, those that left included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::squares_of;

    #[test]
    fn squares_are_the_nearest_number() {
        let counts = [0.0, 49.9, 50.0, 1_100.0, 20_300.0, 41_100.0, -5.0].map(squares_of);
        assert_eq!(counts, [0, 0, 1, 11, 203, 411, 0]);
    }
}
