//! A chart over years, on the kit: what figures with a time axis have in common.

use super::named;
use crate::data::{Date, Period};
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::scale::round_up;
use crate::draw::{Drawing, Label, Mark, Paint, Part, Rect, Scale, Side, Size, axis};
use crate::text::Words;
use crate::text::fact::Facts;

/// The amounts of the upright axis.
#[derive(Clone, Copy)]
pub(super) enum Amounts {
    /// From zero to no less than this.
    Linear(f64),
    /// From zero to a round amount over the highest mark.
    Marks(f64),
    /// Powers of ten from one value to another, both above zero.
    Log(f64, f64),
}

/// The years of the axis along the foot.
pub(super) struct Years {
    /// The first and the last place: a year's number is the middle of that year.
    pub(super) ends: (f64, f64),
    /// Which have a label, those first that must have one.
    pub(super) labelled: Vec<u16>,
}

impl Years {
    /// Labels for a run of years: `must` first, then both ends, then round years between.
    pub(super) fn labelled(first: u16, last: u16, must: &[u16]) -> Vec<u16> {
        let every = if last - first < 10 { 1 } else { 5 };
        let round = (first..=last).filter(|year| year.is_multiple_of(every));
        let mut labelled: Vec<u16> = Vec::new();
        for year in must.iter().copied().chain([last, first]).chain(round) {
            if !labelled.contains(&year) {
                labelled.push(year);
            }
        }
        labelled
    }
}

/// Where a period begins and ends on an axis of years, whose numbers stand in the middle of their years. What does not
/// say its end reaches to the end of the year that it begins in.
pub(super) fn stretch(period: &Period) -> Option<(f64, f64)> {
    let at = |day: Date, through| day.months(through) / 12.0 - 0.5;
    let start = period.start?;
    Some((at(start, false), period.end.map_or(f64::from(start.year().0) + 0.5, |end| at(end, true))))
}

/// How many digits a label needs after the point to tell steps of `finest` apart.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 6")]
fn decimals(finest: f64) -> u8 {
    (-(finest.log10() + 1e-9).floor()).clamp(0.0, 6.0) as u8
}

/// A chart that is being made.
pub(super) struct Plot<'a> {
    pub(super) drawing: Drawing,
    /// Where marks may stand.
    pub(super) area: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    facts: &'a Facts<'a>,
    words: &'a Words,
}

impl<'a> Plot<'a> {
    /// An empty chart with its axes; `unit` stands at the highest label.
    pub(super) fn new(
        (facts, words): (&'a Facts<'a>, &'a Words),
        (size, layout): (Size, &'static str),
        years: &Years,
        amounts: Amounts,
        unit: &str,
    ) -> Self {
        let mut drawing = Drawing::new("years", layout, size);
        let (top, foot) = (drawing.type_size(), size.height - axis::BELOW);
        let rows = ((foot - top) / 48.0).clamp(2.0, 6.0) as usize;
        // Lines of powers of ten say little: they may stand nearer to one another.
        let (scale, rows) = match amounts {
            Amounts::Linear(high) => (Scale::linear((0.0, round_up(high, rows)), (foot, top)), rows),
            Amounts::Marks(high) => {
                // The highest label, which has the unit, stands over all of them.
                let over = 1.0 + 0.6 * drawing.type_size() / (foot - top);
                (Scale::linear((0.0, round_up(high * over, rows)), (foot, top)), rows)
            }
            Amounts::Log(low, high) => (Scale::log((low, high), (foot, top)), ((foot - top) / 24.0) as usize),
        };
        let ticks = scale.ticks(rows);
        let step = ticks.get(1).copied().unwrap_or(1.0);
        let label = |value: f64| {
            let finest = if matches!(amounts, Amounts::Log(..)) { value } else { step };
            (value, words.numbers.fixed(value, decimals(finest)))
        };
        let labels: Vec<(f64, String)> = ticks.into_iter().map(label).collect();
        let left = axis::width_of(&labels, unit, drawing.type_size()) + 8.0;
        let area = Rect { left, top, right: size.width - 6.0, bottom: foot };
        axis::upright(&mut drawing, &scale, &area, &labels, unit);
        let x = Scale::linear(years.ends, (area.left, area.right));
        let labelled: Vec<(f64, String)> =
            years.labelled.iter().map(|year| (f64::from(*year), year.to_string())).collect();
        axis::along(&mut drawing, &x, &area, &labelled);
        Self { drawing, area, x, y: scale, facts, words }
    }

    /// Where a year and an amount stand.
    pub(super) fn place(&self, year: f64, amount: f64) -> (f64, f64) {
        (self.x.at(year), self.y.at(amount))
    }

    /// What a mark is called.
    pub(super) fn name(&self, fact: &str, year: f64) -> String {
        named(self.facts, self.words, fact, year.round() as u16)
    }

    /// A disc at a year.
    pub(super) fn dot(&mut self, year: f64, amount: f64, fact: &str, paint: Paint) {
        let (at, radius) = (self.place(year, amount), if self.drawing.size.is_narrow() { 3.5 } else { 4.5 });
        let name = self.name(fact, year);
        self.drawing.mark(Mark::dot(fact, name, at, radius, paint));
    }

    /// A square on its corner: what was published beside the series.
    pub(super) fn diamond(&mut self, year: f64, amount: f64, fact: &str, paint: Paint) {
        let (at, name) = (self.place(year, amount), self.name(fact, year));
        self.drawing.mark(Mark::diamond(fact, name, at, 7.0, paint));
    }

    /// A column from the foot, so many pixels wide.
    pub(super) fn column(&mut self, year: f64, amount: f64, fact: &str, width: f64, paint: Paint) {
        self.part(year, (0.0, amount), fact, width, paint);
    }

    /// A part of a column between two amounts, so many pixels wide.
    pub(super) fn part(&mut self, year: f64, (from, to): (f64, f64), fact: &str, width: f64, paint: Paint) {
        let (x, y) = self.place(year, to);
        let name = self.name(fact, year);
        let foot = if from > 0.0 { self.y.at(from) } else { self.area.bottom };
        let rect = Rect::between((x - width / 2.0, y), (x + width / 2.0, foot));
        self.drawing.mark(Mark::bar(fact, name, rect, paint));
    }

    /// "More than": an arrow upward from what was published, which has no upper end.
    pub(super) fn upward(&mut self, year: f64, amount: f64, fact: &str, colour: Colour) {
        let (x, y) = self.place(year, amount);
        let (name, head) = (self.name(fact, year), (y - 26.0).max(4.0));
        let path = crate::draw::path::arrow((x, y), (x, head));
        let covers = vec![Rect::between((x - 4.0, head), (x + 4.0, y))];
        self.drawing.mark(Mark::new(fact, name, path, Paint::line(colour, 2.0), (x, y), covers));
    }

    /// A line through years and amounts, interrupted where a year has none.
    pub(super) fn line(&mut self, points: &[(f64, Option<f64>)], paint: Paint) {
        let place = |(year, amount): &(f64, Option<f64>)| amount.map(|amount| self.place(*year, amount));
        let places: Vec<Option<(f64, f64)>> = points.iter().map(place).collect();
        self.drawing.line_through(&places, paint);
    }

    /// A rule over the whole width at an amount.
    pub(super) fn rule(&mut self, amount: f64, paint: Paint) {
        let y = self.y.at(amount);
        self.drawing.line_through(&[Some((self.area.left, y)), Some((self.area.right, y))], paint);
    }

    /// Words beside a year and an amount, about the mark of a fact.
    pub(super) fn label(&self, words: &str, fact: &str, (year, amount): (f64, f64), sides: &[Side]) -> Label {
        let around = Rect::around(self.place(year, amount), 7.0);
        let size = self.drawing.type_size();
        Label::new(words, fact, size, beside(&around, 1.0, size, sides))
    }

    /// A number above the column or dot of a fact.
    pub(super) fn number(&mut self, fact: &str, (year, amount): (f64, f64), sides: &[Side]) {
        if let Some(number) = self.facts.number(fact, self.words) {
            let label = self.label(&number.text, fact, (year, amount), sides).bold().rank(0);
            self.drawing.label(label);
        }
    }

    /// The chart with its labels in their places, its marks from left to right over all else, as the arrow keys go.
    pub(super) fn finished(mut self) -> Drawing {
        let place = |part: &Part| if let Part::Mark(mark) = part { mark.at.0 } else { f64::NEG_INFINITY };
        self.drawing.parts.sort_by(|one, other| place(one).total_cmp(&place(other)));
        self.drawing.finished()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Scope, Year};

    #[test]
    fn a_year_s_number_is_the_middle_of_the_year() {
        let day = |month, day| Date::new(Year(2023), month, day);
        let of = |start, end| stretch(&Period { text: String::new(), scope: Scope::PartYear, start, end });
        assert_eq!(of(day(1, 1), day(12, 31)), Some((2022.5, 2023.5)));
        assert_eq!(of(day(1, 1), day(6, 30)), Some((2022.5, 2023.0)));
        assert_eq!(of(day(7, 1), None), Some((2023.0, 2023.5)));
        assert_eq!(of(None, day(1, 1)), None);
    }
}
