//! Small hands for drawings of our own.

use super::Frame;
use crate::text::render::escape;
use std::fmt::{self, Display, Write as _};

/// A coordinate to the tenth of a pixel. By whole numbers: printing any `f64` takes more program than all drawings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct At(pub(super) f64);

impl Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
        let tenths = (self.0 * 10.0).round() as i32;
        let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
        match tenths % 10 {
            0 => write!(f, "{sign}{}", tenths / 10),
            part => write!(f, "{sign}{}.{part}", tenths / 10),
        }
    }
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

/// The path of a square by its upper left corner.
pub(super) fn put_square(path: &mut String, (x, y): (f64, f64), side: f64) {
    let _ = write!(path, "M{} {}h{2}v{2}h-{2}z", At(x), At(y), At(side));
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
    use super::At;

    #[test]
    fn coordinates_have_tenths() {
        let written = [0.0, 1.0, -0.04, -0.06, 12.34, 12.36, -3.5].map(|at| At(at).to_string());
        assert_eq!(written, ["0", "1", "0", "-0.1", "12.3", "12.4", "-3.5"]);
    }
}
