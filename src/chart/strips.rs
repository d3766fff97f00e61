//! Rows of spans on one common axis: what a figure stands for, drawn from end to end.

use super::svg::{At, put_words};
use std::fmt::Write as _;

/// Where rows and values stand in a box.
pub(super) struct Strips {
    /// Whether the axis counts powers of ten.
    pub(super) log: bool,
    /// Lowest and highest value; what lies beyond is drawn at the end.
    pub(super) ends: (f64, f64),
    /// Where they stand.
    pub(super) edges: (f64, f64),
    /// The middle of the first row, and from one to the next.
    pub(super) rows: (f64, f64),
    /// How far an open end reaches.
    pub(super) reach: f64,
}

/// How much longer and how much higher an arrow's head is than half of its shaft.
const HEAD: (f64, f64) = (4.0, 3.0);
/// A span is never narrower.
const NARROWEST: f64 = 2.0;

impl Strips {
    pub(super) fn x(&self, value: f64) -> f64 {
        let (low, high) = self.ends;
        let along = |value: f64| if self.log { value.max(1e-9).ln() } else { value };
        let share = (along(value) - along(low)) / (along(high) - along(low));
        self.edges.0 + share.clamp(0.0, 1.0) * (self.edges.1 - self.edges.0)
    }

    pub(super) fn y(&self, row: usize) -> f64 {
        self.rows.0 + self.rows.1 * row as f64
    }

    /// The path of a span in a row, of half a height. An end without a bound is an arrow: upwards where `high` is
    /// infinite, downwards where `low` is zero.
    pub(super) fn span(&self, row: usize, (low, high): (f64, f64), half: f64) -> String {
        let (up, down) = (high.is_infinite(), low <= 0.0);
        let y = self.y(row);
        let (long, tall) = (half + HEAD.0, half + HEAD.1);
        let left = if down { (self.x(high) - self.reach).max(self.edges.0 + long) } else { self.x(low) };
        let right = if up { (self.x(low) + self.reach).min(self.edges.1 - long) } else { self.x(high) };
        let right = right.max(left + NARROWEST);
        let mut path = format!("M{} {}H{}", At(left), At(y - half), At(right));
        if up {
            let (x, top, bottom) = (At(right + long), At(y - tall), At(y + tall));
            let _ = write!(path, "V{top}L{x} {}L{} {bottom}", At(y), At(right));
        }
        let _ = write!(path, "V{}H{}", At(y + half), At(left));
        if down {
            let (x, top, bottom) = (At(left - long), At(y - tall), At(y + tall));
            let _ = write!(path, "V{bottom}L{x} {}L{} {top}", At(y), At(left));
        }
        path + "z"
    }

    /// The path of a circle at a value.
    pub(super) fn ring(&self, row: usize, value: f64, radius: f64) -> String {
        let (x, y, r) = (self.x(value), self.y(row), At(radius));
        let wide = At(radius * 2.0);
        format!("M{} {}a{r} {r} 0 1 1 0 {wide}a{r} {r} 0 1 1 0 -{wide}z", At(x), At(y - radius))
    }

    /// The path of a cross at a value.
    pub(super) fn cross(&self, row: usize, value: f64, radius: f64) -> String {
        let (x, y, wide) = (self.x(value) - radius, self.y(row) - radius, At(radius * 2.0));
        format!("M{} {}l{wide} {wide}m0 -{wide}l-{wide} {wide}", At(x), At(y))
    }

    /// An upright rule at a value from `top` to `bottom`, with words below it.
    pub(super) fn put_tick(&self, svg: &mut String, value: f64, (top, bottom): (f64, f64), words: &str) {
        let x = self.x(value);
        let _ = write!(svg, "<path class=\"rule\" d=\"M{} {}V{}\"/>", At(x), At(top), At(bottom));
        put_words(svg, "tick", (x, bottom + 14.0), "middle", words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_have_heads_and_stay_inside() {
        let strips = Strips { log: true, ends: (1.0, 100.0), edges: (0.0, 200.0), rows: (10.0, 20.0), reach: 40.0 };
        assert_eq!(strips.span(0, (10.0, 100.0), 3.0), "M100 7H200V13H100z");
        assert_eq!(strips.span(1, (10.0, f64::INFINITY), 3.0), "M100 27H140V24L147 30L140 36V33H100z");
        assert_eq!(strips.span(0, (0.0, 10.0), 3.0), "M60 7H100V13H60V16L53 10L60 4z");
        assert_eq!(strips.span(0, (90.0, f64::INFINITY), 3.0).split('V').next(), Some("M195.4 7H197.4"));
        assert_eq!((strips.x(0.0), strips.x(1e9)), (0.0, 200.0));
    }
}
