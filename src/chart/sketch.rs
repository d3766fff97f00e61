//! The line that a reader draws: what was seized up to the report's base year, and room for the years after it.

use super::Size;
use super::years::{Amounts, Plot, Years};
use crate::draw::colour::Colour;
use crate::draw::{Anchor, Drawing, Fill, Paint, Part, Rect, Side, Text, font, path};
use crate::text::fact::{Facts, Point};
use crate::text::{Words, key};

/// Lines for the words in the place to draw in, one word each.
const HINT_LINES: usize = 2;

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

/// The scene in a box. Its parts are as many with a line as without, so that a pointer that is down stays on what it
/// points at.
#[must_use]
pub fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let (first, base, last) = (facts.first(), facts.report_base(), facts.report_last());
    let ends = (f64::from(first) - 0.5, f64::from(last) + 0.5);
    let years = Years { ends, labelled: Years::labelled(first, last, &[base]) };
    let (high, unit) = (f64::from(highest(facts)), words.plain(key::doubled::CHART_UNIT));
    let mut plot = Plot::new((facts, words), (size, "sketch"), &years, Amounts::Linear(high), unit);
    plot.drawing.class = "sketch";
    let known = known(facts);
    let at = |year: u16| {
        let found = known.iter().find(|point| point.year == year);
        (f64::from(year), found.map(|point| point.tonnes))
    };
    plot.line(&(first..=base).map(at).collect::<Vec<_>>(), Paint::line(Colour::Quiet, 2.0));
    for Point { year, tonnes, fact, .. } in &known {
        plot.dot(f64::from(*year), *tonnes, fact, Paint::full(Colour::Quiet));
    }
    if let Some(Point { year, tonnes, fact, .. }) = known.last() {
        plot.number(fact, (f64::from(*year), *tonnes), &[Side::Left]);
    }
    let pad = Rect {
        left: plot.x.at(f64::from(base) + 0.5),
        top: plot.y.at(high),
        right: plot.x.at(ends.1),
        bottom: plot.y.at(0.0),
    };
    let (x, y) = (plot.x, plot.y);
    let place = |year: u16, tonnes: f64| (x.at(f64::from(year)), y.at(tonnes));
    let mut drawing = plot.finished();
    let paint = Paint { edge: Some((Colour::Guess, 1.0)), ..Paint::filled(Fill::Faint(Colour::Guess, 0.07)) };
    drawing.parts.push(Part::Pad { what: "line", area: pad, paint: paint.dashed() });
    put_hint(&mut drawing, &pad, words.plain(key::guess::CHART_DRAW), facts.guess_line().is_empty());
    put_drawn(&mut drawing, facts, words, known.last(), &place);
    drawing
}

/// What to do, a word a line: the place to draw in is narrow.
fn put_hint(drawing: &mut Drawing, pad: &Rect, words: &str, shown: bool) {
    let size = drawing.type_size();
    let mut lines = words.split(' ');
    let text = |line: usize| {
        let at = (pad.middle().0, pad.top + pad.height() * 0.3 + size * (0.9 + 1.2 * line as f64));
        let words = font::cut(lines.next().unwrap_or_default(), size, true, pad.width());
        Part::Text(Text { bold: true, colour: Colour::Guess, ..Text::new(words, at, Anchor::Middle, size) })
    };
    let texts = (0..HINT_LINES).map(text).collect();
    drawing.group(if shown { "ask" } else { "ask away" }, texts);
}

/// The reader's line begins where the given one ends. Every year has its handle, hidden before it is drawn, and the last
/// one that is drawn its number.
fn put_drawn(
    drawing: &mut Drawing,
    facts: &Facts<'_>,
    words: &Words,
    from: Option<&Point>,
    place: &dyn Fn(u16, f64) -> (f64, f64),
) {
    let size = drawing.type_size();
    let drawn = facts.guess_line();
    let begins = from.map(|point| (point.year, point.tonnes));
    let line = begins.into_iter().chain(drawn.iter().copied()).map(|(year, tonnes)| Some(place(year, tonnes)));
    let path = path::line(line);
    drawing.parts.push(Part::Line { path, paint: Paint::line(Colour::Guess, 2.5).dashed(), class: "drawn" });
    for (year, tonnes) in facts.drawn_years().zip(facts.choices.line) {
        let path = path::dot(place(year, f64::from(tonnes.unwrap_or(0))), 6.0);
        let handle = Part::Line { path, paint: Paint::full(Colour::Guess), class: "" };
        drawing.group(if tonnes.is_some() { "handle" } else { "handle away" }, vec![handle]);
    }
    let (year, tonnes) = drawn.last().copied().unwrap_or_default();
    let (x, y) = place(year, tonnes);
    let number = if drawn.is_empty() { String::new() } else { words.numbers.fixed(tonnes, 0) };
    let y = if y < 2.5 * size { y + 10.0 + size * 0.8 } else { y - 10.0 };
    let mut text =
        Text { bold: true, colour: Colour::Guess, halo: true, ..Text::new(number, (x, y), Anchor::Middle, size) };
    text.at.0 = x.min(drawing.size.width - text.width() / 2.0 - 1.0);
    drawing.group(if drawn.is_empty() { "said away" } else { "said" }, vec![Part::Text(text)]);
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
