//! A whole as a hundred squares, ten by ten, with words beside or below it.

use crate::draw::colour::Colour;
use crate::draw::path::{squares, whole_tenths};
use crate::draw::{Anchor, Part, Rect, Size, Text, font, path};

/// Squares a side.
pub const SIDE: usize = 10;
/// All squares.
pub const ALL: usize = SIDE * SIDE;
/// How much of its place a square fills, from edge to edge.
const FILLED: f64 = 0.9;
/// Between the squares and words beside them, and the least width of these.
const APART: f64 = 16.0;
const LEAST: f64 = 100.0;
/// From one line to the next, in sizes of type.
const LINE: f64 = 1.25;

/// Where the squares stand in a box, and the words.
pub(super) struct Hundred {
    /// Left and upper edge.
    corner: (f64, f64),
    /// From one square to the next.
    pitch: f64,
    /// The size of type.
    size: f64,
    /// Whether the words stand beside it, and how wide their lines may be.
    pub(super) beside: bool,
    room: f64,
}

impl Hundred {
    /// As large as a box lets it be: the words stand beside it where that leaves it more room than below. `said` are all
    /// that may be said, `count` the lines of them that stand below each other.
    pub(super) fn new(size: Size, said: &[&str], count: impl Fn(&[usize]) -> usize) -> Self {
        let type_size = size.type_size();
        let broken = |room: f64| said.iter().map(|words| font::lines(words, type_size, true, room)).collect::<Vec<_>>();
        let lines: Vec<usize> = broken(size.width).iter().map(Vec::len).collect();
        let below = count(&lines) as f64 * type_size * LINE + 8.0;
        let pitch = |room: f64, high: f64| whole_tenths(room.min(high) / SIDE as f64);
        let (under, beside) = (pitch(size.width, size.height - below), pitch(size.width, size.height));
        let column = size.width - beside * SIDE as f64 - APART;
        let all = SIDE as f64;
        let lines = broken(column);
        let widest = lines.iter().flatten().map(|line| font::width(line, type_size, true)).fold(0.0, f64::max);
        if column < LEAST || beside <= under || widest > column {
            let corner = ((size.width - under * all) / 2.0, 0.0);
            return Self { corner, pitch: under, size: type_size, beside: false, room: size.width };
        }
        let left = ((size.width - beside * all - APART - widest) / 2.0).max(0.0);
        let corner = (left, (size.height - beside * all) / 2.0);
        Self { corner, pitch: beside, size: type_size, beside: true, room: widest }
    }

    /// The box of all squares with the room around each.
    pub(super) fn area(&self) -> Rect {
        let ((left, top), side) = (self.corner, self.pitch * SIDE as f64);
        Rect { left, top, right: left + side, bottom: top + side }
    }

    fn place(&self, place: usize) -> (f64, f64) {
        let ((left, top), inset) = (self.corner, self.pitch * (1.0 - FILLED) / 2.0);
        (left + (place % SIDE) as f64 * self.pitch + inset, top + (place / SIDE) as f64 * self.pitch + inset)
    }

    /// The squares of some places, from the upper left.
    pub(super) fn squares(&self, places: std::ops::Range<usize>) -> String {
        squares(places.map(|place| self.place(place)), self.pitch * FILLED)
    }

    /// A part of one square, to its area: its left side, or a small square where that would be a hair.
    pub(super) fn part(&self, place: usize, share: f64) -> String {
        let (side, (x, y)) = (self.pitch * FILLED, self.place(place));
        if share < 0.1 {
            squares([(x, y)].into_iter(), side * share.max(0.0).sqrt())
        } else {
            path::rect(&Rect { left: x, top: y, right: x + side * share, bottom: y + side })
        }
    }

    /// How many lines some words have.
    pub(super) fn lines(&self, words: &str) -> usize {
        font::lines(words, self.size, true, self.room).len()
    }

    /// Words in lines, of which the first is the one at this place, as many parts as `least` or more.
    pub(super) fn words(&self, words: &str, first: usize, least: usize, bold: bool, colour: Colour) -> Vec<Part> {
        let mut lines = font::lines(words, self.size, true, self.room);
        lines.resize(lines.len().max(least), String::new());
        let area = self.area();
        let text = |(place, words): (usize, String)| {
            let down = self.size * (0.85 + LINE * (first + place) as f64);
            let (at, anchor) = match self.beside {
                true => ((area.right + APART, area.top + down), Anchor::Start),
                false => ((area.middle().0, area.bottom + 4.0 + down), Anchor::Middle),
            };
            Part::Text(Text { bold, colour, ..Text::new(words, at, anchor, self.size) })
        };
        lines.into_iter().enumerate().map(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The areas of the shapes of a path of rectangles.
    fn area(path: &str) -> f64 {
        let shape = |shape: &str| -> Option<f64> {
            let (_, rest) = shape.split_once('h')?;
            let (width, rest) = rest.split_once('v')?;
            Some(width.parse::<f64>().ok()? * rest.split_once('h')?.0.parse::<f64>().ok()?)
        };
        path.split('z').filter_map(shape).sum()
    }

    #[test]
    fn parts_are_drawn_to_their_area() {
        let hundred = Hundred::new(Size::new(400.0, 430.0), &[], |_| 1);
        let one = area(&hundred.squares(0..1));
        assert!((area(&hundred.squares(0..ALL)) / one - 100.0).abs() < 1e-9);
        for share in [0.038, 0.25, 0.68, 1.0] {
            let part = area(&hundred.part(3, share)) / one;
            assert!((part - share).abs() < 0.003, "{share}: {part}");
        }
    }
}
