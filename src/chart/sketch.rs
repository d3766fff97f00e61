//! The line that a reader draws: what was seized up to the report's base year, and room for the years after it.

use super::svg::{At, Size, open, put_mark, put_words};
use super::{Frame, with_unit};
use crate::text::fact::{Facts, Point};
use crate::text::{Words, key};
use std::fmt::Write as _;

/// Where years and tonnes stand in a box.
struct Scale {
    size: Size,
    years: (f64, f64),
    top: f64,
}

/// Margins: right of the axis' numbers, above for the unit, below for the years.
const LEFT: f64 = 30.0;
const RIGHT: f64 = 14.0;
const ABOVE: f64 = 22.0;
const BELOW: f64 = 26.0;
/// Lines for the words in the place to draw in, one word each.
const HINT_LINES: u8 = 2;

impl Scale {
    fn new(facts: &Facts<'_>, size: Size) -> Self {
        let years = (f64::from(facts.first()) - 0.5, f64::from(facts.report_last()) + 0.5);
        Self { size, years, top: f64::from(highest(facts)) }
    }

    fn x(&self, year: f64) -> f64 {
        LEFT + (year - self.years.0) / (self.years.1 - self.years.0) * (self.size.width - LEFT - RIGHT)
    }

    fn y(&self, tonnes: f64) -> f64 {
        let room = self.size.height - ABOVE - BELOW;
        ABOVE + (1.0 - tonnes / self.top) * room
    }
}

/// The most that can be drawn, in tonnes: well over the highest year known, so that the scale gives nothing away.
#[must_use]
pub fn highest(facts: &Facts<'_>) -> u16 {
    let mut most = 0.0_f64;
    for point in known(facts) {
        most = most.max(point.tonnes);
    }
    ((most * 1.5 / 20.0).ceil() * 20.0).clamp(20.0, 1000.0) as u16
}

/// The line that is given.
pub(super) fn known(facts: &Facts<'_>) -> Vec<Point> {
    let last = facts.report_base();
    let mut points = facts.points();
    points.retain(|point| point.year <= last);
    points
}

/// The scene as an `svg` element of a size.
#[must_use]
pub fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let scale = Scale::new(facts, size);
    let mut svg = open("sketch", "sketch", size);
    put_axes(&mut svg, &scale, facts, words);
    put_given(&mut svg, &scale, facts, words);
    put_drawn(&mut svg, &scale, facts, words);
    let (left, right) = (scale.x(f64::from(facts.report_base()) + 0.5), scale.x(scale.years.1));
    put_pad(&mut svg, "line", (left, scale.y(scale.top)), (right - left, scale.y(0.0) - scale.y(scale.top)));
    svg + "</svg>"
}

fn put_axes(svg: &mut String, scale: &Scale, facts: &Facts<'_>, words: &Words) {
    let step = if scale.size.height < 220.0 { 40 } else { 20 };
    let (left, right) = (scale.x(scale.years.0), scale.x(scale.years.1));
    for tonnes in (0..=highest(facts)).step_by(step) {
        let y = scale.y(f64::from(tonnes));
        let _ = write!(svg, "<path class=\"rule\" d=\"M{} {}H{}\"/>", At(left), At(y), At(right));
        put_words(svg, "tick", (left - 5.0, y + 4.5), "end", &words.numbers.fixed(f64::from(tonnes), 0));
    }
    put_words(svg, "tick", (0.0, 12.0), "start", words.plain(key::doubled::CHART_UNIT));
    let (base, last) = (facts.report_base(), facts.report_last());
    let every = if scale.size.frame() == Frame::Phone { 9 } else { 6 };
    for year in (facts.first()..base).step_by(every).filter(|year| base - year > 2).chain([base, last]) {
        put_words(svg, "tick", (scale.x(f64::from(year)), scale.size.height - 8.0), "middle", &year.to_string());
    }
}

fn put_given(svg: &mut String, scale: &Scale, facts: &Facts<'_>, words: &Words) {
    let (known, mut line) = (known(facts), Vec::new());
    for point in &known {
        line.push((point.year, point.tonnes));
    }
    put_line(svg, "given", scale, &line);
    for Point { year, tonnes, fact, .. } in &known {
        let name = format!("{year}: {}", with_unit(facts, words, fact));
        put_mark(svg, "dot", fact, &circle(scale, *year, *tonnes, 3.5), &name);
    }
}

/// The reader's line begins where the given one ends. Every year has its handle, hidden before it is drawn.
fn put_drawn(svg: &mut String, scale: &Scale, facts: &Facts<'_>, words: &Words) {
    let drawn = facts.guess_line();
    let mut line = drawn.clone();
    if let Some(last) = known(facts).last() {
        line.insert(0, (last.year, last.tonnes));
    }
    put_line(svg, "drawn", scale, &line);
    for (year, tonnes) in facts.drawn_years().zip(facts.choices.line) {
        let class = if tonnes.is_some() { "handle" } else { "handle away" };
        let at = circle(scale, year, f64::from(tonnes.unwrap_or(0)), 6.0);
        let _ = write!(svg, "<path class=\"{class}\" d=\"{at}\"/>");
    }
    let middle = (scale.x(f64::from(facts.report_base()) + 0.5) + scale.x(scale.years.1)) / 2.0;
    let hint = if drawn.is_empty() { words.plain(key::guess::CHART_DRAW) } else { "" };
    // A word a line: the place to draw in is narrow.
    let mut lines = hint.split(' ');
    for place in 0..HINT_LINES {
        let line = lines.next().unwrap_or_default();
        put_words(svg, "hint", (middle, scale.y(scale.top * 0.7) + 17.0 * f64::from(place)), "middle", line);
    }
}

fn put_line(svg: &mut String, class: &str, scale: &Scale, points: &[(u16, f64)]) {
    let mut path = String::new();
    for (year, tonnes) in points {
        let step = if path.is_empty() { 'M' } else { 'L' };
        let _ = write!(path, "{step}{} {}", At(scale.x(f64::from(*year))), At(scale.y(*tonnes)));
    }
    let _ = write!(svg, "<path class=\"{class}\" d=\"{path}\"/>");
}

fn circle(scale: &Scale, year: u16, tonnes: f64, radius: f64) -> String {
    let (x, y) = (scale.x(f64::from(year)), scale.y(tonnes));
    format!(
        "M{} {}a{r} {r} 0 1 1 0 {}a{r} {r} 0 1 1 0 -{}z",
        At(x),
        At(y - radius),
        At(radius * 2.0),
        At(radius * 2.0),
        r = At(radius)
    )
}

/// The place where a pointer says something: the program reads what from where in it.
pub(super) fn put_pad(svg: &mut String, what: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let (x, y, width, height) = (At(x), At(y), At(width), At(height));
    let _ = write!(
        svg,
        "<rect class=\"pad\" data-pad=\"{what}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
    );
}

/// Which of the years and how many tonnes a reader means who points at a place of the pad, as shares of its width and
/// height.
///
/// ```
/// use seized::chart::sketch::pointed;
/// assert_eq!(pointed(0.05, 0.5, 80), (0, 40));
/// assert_eq!(pointed(0.99, -1.0, 80), (4, 80));
/// assert_eq!(pointed(-1.0, 9.0, 80), (0, 0));
/// ```
#[must_use]
pub fn pointed(across: f64, down: f64, highest: u16) -> (usize, u16) {
    let years = crate::model::DRAWN as f64;
    let place = (across * years).floor().clamp(0.0, years - 1.0) as usize;
    let tonnes = ((1.0 - down.clamp(0.0, 1.0)) * f64::from(highest)).round() as u16;
    (place, tonnes)
}
