//! A small panel: a name, a line or columns over years, a few numbers.

use crate::chart::Frame;
use crate::chart::svg::{At, Size, put_words};
use crate::text::render::escape;
use std::fmt::Write as _;

/// A line of words.
const LINE: f64 = 17.0;

/// Where panels stand, as many as wanted: side by side, six of them in rows of two on a phone and of three elsewhere.
pub(super) fn panels(size: Size, count: usize) -> impl Iterator<Item = (f64, f64, f64, f64)> {
    let columns = if count == 6 && size.frame() == Frame::Phone { 2 } else { 3 };
    let gap = if size.frame() == Frame::Phone { 14.0 } else { 36.0 };
    let rows = count.div_ceil(columns);
    let width = (size.width - gap * (columns - 1) as f64) / columns as f64;
    let height = (size.height - gap * 0.6 * (rows - 1) as f64) / rows as f64;
    (0..count).map(move |place| {
        let (column, row) = ((place % columns) as f64, (place / columns) as f64);
        (column * (width + gap), row * (height + gap * 0.6), width, height)
    })
}

/// A panel with its scales.
pub(super) struct Panel {
    /// Left, top, width, height.
    pub(super) frame: (f64, f64, f64, f64),
    /// The first and the last year of its axis.
    pub(super) years: (u16, u16),
    /// The highest value.
    pub(super) high: f64,
    /// Lines of words over the highest value, the name among them.
    pub(super) over: f64,
    /// Whether years have columns, each a strip of its own, and no number at their right.
    pub(super) columns: bool,
}

impl Panel {
    fn narrow(&self) -> bool {
        self.frame.2 < 200.0
    }

    /// Where the first and the last year stand; right of a line a number has room.
    fn sides(&self) -> (f64, f64) {
        let (left, _, width, _) = self.frame;
        if self.columns {
            let strip = width / f64::from(self.years.1.saturating_sub(self.years.0) + 1);
            return (left + strip / 2.0, left + width - strip / 2.0);
        }
        (left + 5.0, left + width - if self.narrow() { 36.0 } else { 40.0 })
    }

    /// The heights of the highest value and of zero.
    fn heights(&self) -> (f64, f64) {
        let (_, top, _, height) = self.frame;
        (top + self.over * LINE, top + height - LINE)
    }

    fn x(&self, year: u16) -> f64 {
        let (left, right) = self.sides();
        let (first, last) = self.years;
        let share = (f64::from(year) - f64::from(first)) / f64::from(last.saturating_sub(first).max(1));
        left + (right - left) * share
    }

    fn y(&self, value: f64) -> f64 {
        let (top, bottom) = self.heights();
        bottom - (bottom - top) * value / self.high.max(f64::MIN_POSITIVE)
    }

    /// Name, base line, first and last year.
    pub(super) fn begin(&self, svg: &mut String, name: &str) {
        let (left, top, ..) = self.frame;
        let ((_, to), (_, bottom)) = (self.sides(), self.heights());
        put_words(svg, "total", (left, top + 12.0), "start", name);
        let to = if self.columns { left + self.frame.2 } else { to + 5.0 };
        let _ = write!(svg, "<path class=\"rule\" d=\"M{} {}H{}\"/>", At(left), At(bottom + 0.5), At(to));
        for (year, anchor, x) in [(self.years.0, "start", left), (self.years.1, "middle", self.x(self.years.1))] {
            put_words(svg, "tick", (x, bottom + 14.0), anchor, &year.to_string());
        }
    }

    /// A line across at a value, with its name where it has one.
    pub(super) fn level(&self, svg: &mut String, value: f64, name: &str) {
        let ((from, to), y) = (self.sides(), self.y(value));
        let _ = write!(svg, "<path class=\"rule\" d=\"M{} {}H{}\"/>", At(from), At(y), At(to));
        put_words(svg, "tick", (to + 6.0, y + 4.5), "start", name);
    }

    /// A line through points of consecutive years; a missing year breaks it.
    pub(super) fn line(&self, svg: &mut String, class: &str, points: &[(u16, f64)]) {
        let _ = write!(svg, "<path class=\"{class}\" d=\"");
        let mut before = None;
        for (year, value) in points {
            let go = if before == Some(year - 1) { 'L' } else { 'M' };
            let _ = write!(svg, "{go}{} {}", At(self.x(*year)), At(self.y(*value)));
            before = Some(*year);
        }
        svg.push_str("\"/>");
    }

    /// The path of a dot.
    pub(super) fn dot(&self, year: u16, value: f64) -> String {
        format!("M{} {}h0", At(self.x(year)), At(self.y(value)))
    }

    /// Words above a point, within the panel.
    pub(super) fn above(&self, svg: &mut String, year: u16, value: f64, words: &str) {
        let (x, (from, to)) = (self.x(year), self.sides());
        let (anchor, x) = if x < from + 22.0 { ("start", from - 5.0) } else { ("middle", x.min(to)) };
        put_words(svg, "", (x, self.y(value) - 8.0), anchor, words);
    }

    /// Words right of a point.
    pub(super) fn right(&self, svg: &mut String, year: u16, value: f64, words: &str) {
        put_words(svg, "total", (self.x(year) + 7.0, self.y(value) + 4.5), "start", words);
    }

    /// Words over the last years, where the line has ended.
    pub(super) fn gap(&self, svg: &mut String, words: &str) {
        put_words(svg, "tick", (self.x(self.years.1) + 8.0, self.heights().0), "end", words);
    }

    /// Words over a level at the panel's right end: over a line that has sunk, away from the panel's own name.
    pub(super) fn over_end(&self, svg: &mut String, level: f64, words: &str) {
        put_words(svg, "tick", (self.frame.0 + self.frame.2, self.y(level) - 5.0), "end", words);
    }

    /// Words where the last column is missing: upright, as across there is no room.
    pub(super) fn missing(&self, svg: &mut String, words: &str) {
        let (x, y) = (At(self.x(self.years.1) + 4.5), At(self.heights().1 - 5.0));
        let _ =
            write!(svg, "<text class=\"tick\" transform=\"translate({x} {y})rotate(-90)\">{}</text>", escape(words));
    }

    fn step(&self) -> f64 {
        self.x(self.years.0 + 1) - self.x(self.years.0)
    }

    /// The path of a column from zero.
    pub(super) fn column(&self, year: u16, value: f64) -> String {
        let (width, (_, bottom)) = (self.step() * 0.68, self.heights());
        format!(
            "M{} {}V{}h{}V{}z",
            At(self.x(year) - width / 2.0),
            At(bottom),
            At(self.y(value)),
            At(width),
            At(bottom)
        )
    }

    /// A number above a column.
    pub(super) fn above_column(&self, svg: &mut String, year: u16, value: f64, words: &str) {
        put_words(svg, "", (self.x(year), self.y(value) - 5.0), "middle", words);
    }

    /// How many decimals have room above a column.
    pub(super) fn decimals(&self) -> u8 {
        u8::from(!self.narrow())
    }

    /// Where a second line under the name stands.
    pub(super) fn under_name(&self) -> (f64, f64) {
        (self.frame.0, self.frame.1 + 12.0 + LINE)
    }
}
