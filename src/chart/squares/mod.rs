//! Fields of squares, each a fixed weight: amounts that a reader can count, to scale in every scene of a figure.
//!
//! A field is a stack, filled row by row from below. Its groups keep their places when one leaves: the style sheet
//! lets it fall. A group is one `path` with one closed shape a square, and opens its fact's card.

mod draw;

pub use draw::draw;

use crate::model::SQUARE;

/// Squares that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are, as the style sheet names it: `herb`, `plants`, `rest`.
    pub look: &'static str,
    /// The fact they stand for; empty where none does.
    pub fact: String,
    /// How many squares.
    pub count: usize,
    /// Their name beside the field; empty where the weight says enough.
    pub name: String,
    /// What they weigh, as the language writes it.
    pub weight: String,
    /// Whether they have left.
    pub away: bool,
}

/// A stack of squares.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// What stands under it.
    pub name: String,
    /// Its groups from below.
    pub groups: Vec<Group>,
    /// What is written above it: what is left of it, where something left.
    pub total: String,
    /// An amount below one square, drawn to scale in the next free place: fact, name, share of a square.
    pub speck: Option<(String, String, f64)>,
}

/// A scene of fields, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Squares {
    /// From left to right.
    pub fields: Vec<Field>,
    /// The most squares that a field of any scene of this figure has: the same squares are as large in all of them.
    pub most: usize,
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
        self.groups.iter().filter(|group| !group.away).map(|group| group.count).sum()
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
