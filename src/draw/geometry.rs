//! Places and boxes in CSS pixels, from the upper left corner.

use std::fmt::{self, Display};

/// A coordinate to the tenth of a pixel, as it is written. By whole numbers: printing any `f64` takes more program than
/// all drawings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At(pub f64);

impl Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = tenths(self.0);
        let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
        match tenths % 10 {
            0 => write!(f, "{sign}{}", tenths / 10),
            part => write!(f, "{sign}{}.{part}", tenths / 10),
        }
    }
}

/// A coordinate in whole tenths.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
pub(super) fn tenths(at: f64) -> i32 {
    (at * 10.0).round() as i32
}

/// The room of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// So wide and so high.
    #[must_use]
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// The whole of it as a box.
    #[must_use]
    pub const fn rect(self) -> Rect {
        Rect { left: 0.0, top: 0.0, right: self.width, bottom: self.height }
    }

    /// Whether it is narrower than a tablet held upright: shorter words, smaller type, fewer labels.
    #[must_use]
    pub fn is_narrow(self) -> bool {
        self.width < 480.0
    }

    /// The size of ordinary type in it, in pixels.
    #[must_use]
    pub fn type_size(self) -> f64 {
        if self.is_narrow() { 13.0 } else { 14.0 }
    }

    /// The middle that is nearest to `middle` for something so wide, from edge to middle, that it stays inside.
    #[must_use]
    pub fn inward(self, middle: f64, half: f64) -> f64 {
        let far = self.width - half;
        middle.clamp(half.min(far), far.max(half))
    }
}

/// A box. `left <= right` and `top <= bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The box between two corners, in any order.
    #[must_use]
    pub fn between((x, y): (f64, f64), (other_x, other_y): (f64, f64)) -> Self {
        Self { left: x.min(other_x), top: y.min(other_y), right: x.max(other_x), bottom: y.max(other_y) }
    }

    /// The box around a place, so far in each direction.
    #[must_use]
    pub fn around((x, y): (f64, f64), far: f64) -> Self {
        Self { left: x - far, top: y - far, right: x + far, bottom: y + far }
    }

    /// From its left to its right edge.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// From its upper to its lower edge.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The place in its middle.
    #[must_use]
    pub fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Whether two boxes have some area in common; touching is not enough.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether it lies within another.
    #[must_use]
    pub fn is_inside(&self, other: &Self) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// The box with so much more on every side; less where it is negative, down to its middle.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        let across = by.max(-self.width() / 2.0);
        let down = by.max(-self.height() / 2.0);
        Self { left: self.left - across, top: self.top - down, right: self.right + across, bottom: self.bottom + down }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_tenths() {
        let written = [0.0, 1.0, -0.04, -0.06, 12.34, 12.36, -3.5].map(|at| At(at).to_string());
        assert_eq!(written, ["0", "1", "0", "-0.1", "12.3", "12.4", "-3.5"]);
    }

    #[test]
    fn boxes_that_touch_do_not_overlap() {
        let one = Rect::between((10.0, 10.0), (0.0, 0.0));
        assert!(!one.overlaps(&Rect::between((10.0, 0.0), (20.0, 10.0))));
        assert!(one.overlaps(&Rect::between((9.9, 9.9), (20.0, 20.0))));
        assert!(one.grown(-1.0).is_inside(&one) && !one.grown(1.0).is_inside(&one));
        assert_eq!(one.grown(-9.0).width(), 0.0);
    }
}
