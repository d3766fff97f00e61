//! A whole as a hundred squares, ten by ten.

use super::svg::{At, Size, squares, whole_tenths};

/// Squares a side.
pub const SIDE: usize = 10;
/// All squares.
pub const ALL: usize = SIDE * SIDE;
/// How much of its place a square fills, from edge to edge.
const FILLED: f64 = 0.9;
/// Room for the words below.
const BELOW: f64 = 30.0;

/// Where the squares stand in a box.
pub(super) struct Hundred {
    /// Left and upper edge.
    pub(super) corner: (f64, f64),
    /// From one square to the next.
    pub(super) pitch: f64,
}

impl Hundred {
    pub(super) fn new(size: Size) -> Self {
        let pitch = whole_tenths(((size.height - BELOW) / SIDE as f64).min(size.width * 0.9 / SIDE as f64));
        Self { corner: ((size.width - pitch * SIDE as f64) / 2.0, 4.0), pitch }
    }

    /// The side of the whole.
    pub(super) fn side(&self) -> f64 {
        self.pitch * SIDE as f64
    }

    fn place(&self, place: usize) -> (f64, f64) {
        let (left, top) = self.corner;
        (left + (place % SIDE) as f64 * self.pitch, top + (place / SIDE) as f64 * self.pitch)
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
            format!("M{} {}h{2}v{3}h-{2}z", At(x), At(y), At(side * share), At(side))
        }
    }

    /// Where words stand below it.
    pub(super) fn words(&self) -> (f64, f64) {
        (self.corner.0 + self.side() / 2.0, self.corner.1 + self.side() + 19.0)
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
        let hundred = Hundred::new(Size::new(400.0, 430.0));
        let one = area(&hundred.squares(0..1));
        assert!((area(&hundred.squares(0..ALL)) / one - 100.0).abs() < 1e-9);
        for share in [0.038, 0.25, 0.68, 1.0] {
            let part = area(&hundred.part(3, share)) / one;
            assert!((part - share).abs() < 0.003, "{share}: {part}");
        }
    }
}
