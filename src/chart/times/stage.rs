//! What the scenes of figure `times-143` share: axes, marks, strokes and where words stand.

use super::thin;
use crate::chart::Size;
use crate::chart::years::{Amounts, Plot, Years, stretch};
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Drawing, Label, Mark, Paint, Rect, Side, path};
use crate::model::times::{LATEST, UNCLEAR};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// Mid-2020: five years before June 2025, as the prosecutor's first figure has it. Its row has no dates.
const FIVE_YEARS_BEFORE: f64 = 2020.0;
/// The years of the axis.
const ENDS: (f64, f64) = (2016.4, 2025.8);
/// The kilograms of the axis.
const AMOUNTS: (f64, f64) = (1.0, 3000.0);
/// An interval that is wider than this many times its lower end shows beside its mark.
const SEEN: f64 = 1.3;

/// How the mark of a whole year looks.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Look {
    /// One of the two that are compared.
    Compared,
    /// Any other.
    Other,
}

/// A scene that is being made.
pub(super) struct Stage<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) words: &'a Words,
    pub(super) plot: Plot<'a>,
    /// Where the strip under the years begins.
    pub(super) strip: f64,
}

impl<'a> Stage<'a> {
    /// The axes, with so much room under the years for a strip on the same axis of time.
    pub(super) fn new(
        (facts, words): (&'a Facts<'a>, &'a Words),
        (size, layout): (Size, &'static str),
        strip: f64,
    ) -> Self {
        let must = [facts.report_base(), facts.report_last()];
        let (first, last) = ((ENDS.0 + 1.0) as u16, ENDS.1 as u16);
        let years = Years { ends: ENDS, labelled: Years::labelled(first, last, &must) };
        let amounts = Amounts::Log(AMOUNTS.0, AMOUNTS.1);
        let above = Size::new(size.width, size.height - strip);
        let mut plot = Plot::new((facts, words), (above, layout), &years, amounts, words.plain(key::times::CHART_UNIT));
        plot.drawing.size = size;
        Self { facts, words, plot, strip: above.height }
    }

    /// Where a figure's mark stands: the middle of its time, and its kilograms.
    fn place(&self, id: &str) -> Option<(f64, f64)> {
        let kilograms = self.facts.kilograms(id)?;
        if id == UNCLEAR[0] {
            return Some((FIVE_YEARS_BEFORE, kilograms));
        }
        let (from, to) = stretch(&self.facts.data.figure(id)?.period)?;
        Some((f64::midpoint(from, to), kilograms))
    }

    /// A whole year: a disc, and what rounding and wording allow as a stroke where it is longer than the disc.
    pub(super) fn whole(&mut self, id: &str, look: Look) {
        let Some((year, kilograms)) = self.place(id) else { return };
        let ends = self.facts.data.figure(id).and_then(|figure| figure.weight());
        let ends = ends.map(|ends| (ends.low().0, ends.high().0));
        if let Some((low, high)) = ends.filter(|(low, high)| *low >= AMOUNTS.0 && *high > low * SEEN) {
            let ends = [low, high].map(|end| Some(self.plot.place(year, end)));
            self.plot.drawing.line(path::line(ends), Paint::line(Colour::Quiet, 2.0));
        }
        let paint = match look {
            Look::Compared => Paint::full(Colour::Accent),
            Look::Other => Paint::hollow(Colour::Accent, 2.0),
        };
        self.plot.dot(year, kilograms, id, paint);
    }

    /// A part of a year: a bar over the months that it covers; dashed where their end is not said.
    pub(super) fn part(&mut self, id: &str) {
        let Some((year, kilograms)) = self.place(id) else { return };
        let period = self.facts.data.figure(id).map(|figure| &figure.period);
        let Some((from, to)) = period.and_then(stretch) else { return };
        let [begin, end] = [from, to].map(|time| self.plot.place(time, kilograms));
        let open = period.is_some_and(|period| period.end.is_none());
        let paint = Paint { dashed: open, ..Paint::line(Colour::Quiet, 4.0) };
        let covers = vec![Rect::between((begin.0, begin.1 - 2.0), (end.0, end.1 + 2.0))];
        let name = self.plot.name(id, year);
        let shape = path::line([Some(begin), Some(end)]);
        self.plot.drawing.mark(Mark::new(id, name, shape, paint, self.plot.place(year, kilograms), covers));
    }

    /// A figure whose year is not said.
    pub(super) fn unclear(&mut self, id: &str) {
        let Some((year, kilograms)) = self.place(id) else { return };
        let radius = if self.plot.drawing.size.is_narrow() { 4.5 } else { 6.0 };
        let (at, name) = (self.plot.place(year, kilograms), self.plot.name(id, year));
        self.plot.drawing.mark(Mark::diamond(id, name, at, radius, Paint::hollow(Colour::Quiet, 1.5)));
    }

    /// From a beginning to the last figure: how far that is above it.
    pub(super) fn climb(&mut self, id: &str, key: Option<Key>) {
        let (Some((begin, low)), Some((end, high))) = (self.place(id), self.place(LATEST)) else { return };
        let [from, foot, mark] =
            [(begin, low), (end, low), (end, high)].map(|(year, kilograms)| self.plot.place(year, kilograms));
        let drawing = &mut self.plot.drawing;
        drawing.line(path::line([Some((from.0 + 7.0, from.1)), Some(foot)]), thin());
        drawing.keep_off_line(from, foot);
        let top = (mark.0, mark.1 + 9.0);
        drawing.line(path::arrow(foot, top), Paint::line(Colour::Accent, 1.5));
        drawing.keep_off_line(foot, top);
        let Some(key) = key else { return };
        let size = drawing.type_size() * 1.25;
        let around = Rect::between(foot, top).grown(4.0);
        let spots = beside(&around, 4.0, size, &[Side::Left, Side::Right]);
        drawing.label(Label::new(plain(self.facts, self.words, key), "", size, spots).bold().rank(0));
    }

    /// Words at a figure's mark, the longest first; those of what is compared are bold and find their place first.
    pub(super) fn say(&mut self, id: &str, keys: &[Key], sides: &[Side], compared: bool) {
        let Some((year, kilograms)) = self.place(id) else { return };
        let (size, at) = (self.plot.drawing.type_size(), self.plot.place(year, kilograms));
        // A bar reaches farther to its sides than a disc.
        let period = self.facts.data.figure(id).map(|figure| &figure.period);
        let bar = period.filter(|period| period.year().is_none()).and_then(stretch);
        let half = bar.map_or(7.0, |(from, to)| (to - from) / 2.0 * self.plot.x.step() + 2.0);
        let around = Rect { left: at.0 - half, right: at.0 + half, ..Rect::around(at, 7.0) };
        let mut forms = keys.iter().map(|key| plain(self.facts, self.words, *key));
        let label = Label::new(forms.next().unwrap_or_default(), id, size, beside(&around, 1.0, size, sides));
        let label = forms.fold(label, Label::or);
        let label = if compared { label.bold().rank(0) } else { label.colour(Colour::Soft).or_lines(65.0) };
        self.plot.drawing.label(label);
    }

    /// A mark's name: the year that it begins in, and what it says.
    pub(super) fn name(&self, id: &str) -> String {
        self.plot.name(id, f64::from(self.facts.year_of(id).unwrap_or_default()))
    }

    pub(super) fn finished(self) -> Drawing {
        self.plot.finished()
    }
}
