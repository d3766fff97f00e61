//! Small hands for drawings of our own.

use super::Frame;
use crate::text::render::escape;
use std::fmt::{self, Display, Write as _};

/// A coordinate to the tenth of a pixel. By whole numbers: printing any `f64` takes more program than all drawings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct At(pub(super) f64);

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

#[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
fn tenths(at: f64) -> i32 {
    (at * 10.0).round() as i32
}

/// A length cut to whole tenths: steps of it leave every coordinate with the same fraction.
pub(super) fn whole_tenths(length: f64) -> f64 {
    (length * 10.0 + 1e-6).floor() / 10.0
}

/// The room of a drawing in CSS pixels.
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

    /// Which frame it is.
    #[must_use]
    pub fn frame(self) -> Frame {
        Frame::of_width(self.width)
    }
}

/// The beginning of a drawing. A drawing with the same layout and the same elements may be updated in place.
pub(super) fn open(class: &str, layout: &str, size: Size) -> String {
    format!(
        "<svg class=\"{class}\" data-layout=\"{layout}\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\" focusable=\"false\">",
        At(size.width),
        At(size.height)
    )
}

/// Squares of one side by their upper left corners, as one path.
///
/// Each begins where the one before it did, so that rows are the same few letters again and again: a page with a thousand
/// squares packs to half the size. Steps are between rounded places; nothing adds up.
pub(super) fn squares(corners: impl Iterator<Item = (f64, f64)>, side: f64) -> String {
    let (mut path, mut last) = (String::new(), None);
    for (x, y) in corners {
        let (x, y) = (tenths(x), tenths(y));
        let (go, from_x, from_y) = last.map_or(('M', 0, 0), |(x, y)| ('m', x, y));
        let step = |to: i32, from: i32| At(f64::from(to - from) / 10.0);
        let _ = write!(path, "{go}{} {}h{2}v{2}h-{2}z", step(x, from_x), step(y, from_y), At(side));
        last = Some((x, y));
    }
    path
}

/// Words at a place; `anchor` is `start`, `middle` or `end`.
pub(super) fn put_words(svg: &mut String, class: &str, (x, y): (f64, f64), anchor: &str, words: &str) {
    let words = escape(words);
    let _ =
        write!(svg, "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{words}</text>", At(x), At(y));
}

/// A mark that opens its fact's card, with its name.
pub(super) fn put_mark(svg: &mut String, class: &str, fact: &str, path: &str, name: &str) {
    let (fact, name) = (escape(fact), escape(name));
    let _ = write!(svg, "<path class=\"mark {class}\" data-id=\"{fact}\" d=\"{path}\"><title>{name}</title></path>");
}

#[cfg(test)]
mod tests {
    use super::{At, squares, whole_tenths};

    #[test]
    fn coordinates_have_tenths() {
        let written = [0.0, 1.0, -0.04, -0.06, 12.34, 12.36, -3.5].map(|at| At(at).to_string());
        assert_eq!(written, ["0", "1", "0", "-0.1", "12.3", "12.4", "-3.5"]);
    }

    #[test]
    fn squares_begin_where_the_one_before_did() {
        let path = squares([(1.04, 20.0), (11.46, 20.0), (1.04, 9.58)].into_iter(), 9.0);
        assert_eq!(path, "M1 20h9v9h-9zm10.5 0h9v9h-9zm-10.5 -10.4h9v9h-9z");
        assert_eq!([10.43, 10.4, 0.3, 0.59].map(whole_tenths), [10.4, 10.4, 0.3, 0.5]);
    }
}
