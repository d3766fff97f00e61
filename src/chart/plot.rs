//! A chart over time: groups of marks, some joined by a line, on a linear or a logarithmic axis.
//!
//! What figures with axes have in common. A figure says what its marks are; where they stand on the screen, how they
//! look in both schemes and how scenes pass into each other is here.

use super::Frame;
use super::parts::{self, Chart, GUESS, QUIET, Series, color, filled, hollow, labels, mark};
use crate::data::{Date, Period, Value};
use crate::text::fact::Facts;
use charming::component::{Axis, Grid};
use charming::datatype::DataPointItem;
use charming::element::{Easing, LabelPosition, LineStyle, LineStyleType, Symbol};
use charming::series::{Bar, Line, Scatter};

/// Synthetics.
pub(super) const ACCENT: &str = "var(--accent)";
/// Marks behind the others.
pub(super) const PALE: &str = "var(--pale)";

/// How a group's marks look.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// Filled in a colour.
    Full(&'static str),
    /// An outline in a colour.
    Hollow(&'static str),
}

/// Marks that mean the same. A group is in every scene of its figure, empty where it does not show, so that its marks
/// move to their next place.
pub(super) struct Group {
    /// The series' id, unique in its figure.
    pub(super) id: &'static str,
    pub(super) look: Look,
    pub(super) symbol: Symbol,
    /// Whether a line joins the marks; a mark at no height (`f64::NAN`) is a gap in it.
    pub(super) joined: bool,
    /// Place on the axis of years (with a fraction for a day within one), height, the fact whose card it opens.
    pub(super) marks: Vec<(f64, f64, String)>,
}

/// The upright axis, from the lowest value to the highest.
#[derive(Clone, Copy)]
pub(super) enum Scale {
    /// From zero.
    Linear { high: f64, step: f64 },
    /// Powers of ten; both ends above zero.
    Log { low: f64, high: f64 },
}

/// Words beside a place: x, height, words.
pub(super) type Said = (f64, f64, String);

/// A stroke in a colour.
pub(super) fn stroke(ink: &str, width: f64, dashed: bool) -> LineStyle {
    let style = LineStyle::new().color(color(ink)).width(width);
    if dashed { style.type_(LineStyleType::Dashed) } else { style }
}

/// A line without marks, through places; at one at no height it is interrupted.
#[inline(never)]
pub(super) fn path(id: &str, style: LineStyle, places: Vec<Vec<f64>>) -> Series {
    let line = Line::new().id(id).symbol(Symbol::None).silent(true).connect_nulls(false).line_style(style);
    Series::Line(line.data(places))
}

/// Marks that a line joins; `silent` ones open no card.
#[inline(never)]
pub(super) fn joined(
    id: &str,
    (symbol, size): (Symbol, i64),
    silent: bool,
    style: LineStyle,
    marks: Vec<DataPointItem>,
) -> Series {
    let mut line = Line::new().id(id).symbol(symbol).symbol_size(size).show_symbol(true);
    if silent {
        line = line.silent(true);
    }
    Series::Line(line.connect_nulls(false).line_style(style).data(marks))
}

/// Marks alone.
#[inline(never)]
pub(super) fn alone(id: &str, (symbol, size): (Symbol, i64), marks: Vec<DataPointItem>) -> Series {
    Series::Scatter(Scatter::new().id(id).symbol(symbol).symbol_size(size).data(marks))
}

/// Columns, in front of those of the series before.
#[inline(never)]
pub(super) fn columns(id: &str, width: f64, marks: Vec<DataPointItem>) -> Series {
    Series::Bar(Bar::new().id(id).bar_gap("-100%").bar_width(width).data(marks))
}

/// Upright strokes: x, low, high.
fn strokes(id: &str, style: LineStyle, strokes: Vec<(f64, f64, f64)>) -> Series {
    let mut ends = Vec::new();
    for (at, from, to) in strokes {
        // A point at no height between two strokes keeps them apart.
        for height in [from, to, f64::NAN] {
            ends.push(vec![at, height]);
        }
    }
    path(id, style, ends)
}

/// The series of a plot's rules.
fn dashed(rules: Vec<(f64, f64, f64)>) -> Series {
    strokes("rules", stroke(PALE, 1.5, true), rules)
}

/// A chart of some series and words over them: above, left and right of their places.
#[inline(never)]
pub(super) fn framed(
    grid: Grid,
    (low, high, labelled): &(f64, f64, Vec<u16>),
    upright: Axis,
    mut series: Vec<Series>,
    said: [Vec<Said>; 3],
) -> Chart {
    let words = [
        ("labels-above", LabelPosition::Top),
        ("labels-left", LabelPosition::Left),
        ("labels-right", LabelPosition::Right),
    ];
    for ((id, position), said) in words.into_iter().zip(said) {
        series.push(Series::Scatter(labels(id, position, said)));
    }
    Chart {
        animation: true,
        animation_duration_update: 450,
        animation_easing_update: Easing::CubicInOut,
        grid,
        x_axis: parts::years(*low, *high, labelled),
        y_axis: upright,
        series,
    }
}

/// The chart with rules that end before its top: x, low, high. Words beside one pass over the next.
pub(super) fn with_poles(mut chart: Chart, poles: Vec<(f64, f64, f64)>) -> Chart {
    chart.series[0] = dashed(poles);
    chart
}

/// Where a day begins on the axis of years. A year's number stands in the middle of the year, so that its mark and its
/// label do: the first of January 2019 is 2018.5.
pub(super) fn begins(day: Date) -> f64 {
    let months = f64::from(day.month() - 1) + f64::from(day.day() - 1) / 31.0;
    f64::from(day.year().0) - 0.5 + months / 12.0
}

/// The middle of the time that a figure covers: a whole year's number, and for part of one what lies before it. Where no
/// end is printed the year's is taken; `None` without a beginning.
pub(super) fn middle(period: &Period) -> Option<f64> {
    let start = begins(period.start?);
    let end = period.end.map_or_else(|| start.round() + 0.5, |day| begins(day) + 1.0 / 372.0);
    Some(((start + end) * 50.0).round() / 100.0)
}

/// A printed figure as a mark in the middle of its time, at its kilograms, or at its number where it is no weight.
pub(super) fn printed(facts: &Facts<'_>, id: &str) -> Option<(f64, f64, String)> {
    let figure = facts.data.figure(id)?;
    let height = match figure.value {
        Value::Number(value) => figure.kilograms().map_or(value, |kilograms| kilograms.0),
        Value::Date(_) | Value::Words(_) => return None,
    };
    Some((middle(&figure.period)?, height, id.to_owned()))
}

/// A chart before it is composed.
pub(super) struct Plot {
    /// The axis of years: first, last, labelled ones.
    pub(super) years: (f64, f64, Vec<u16>),
    pub(super) scale: Scale,
    /// Over the upright axis.
    pub(super) unit: String,
    pub(super) groups: Vec<Group>,
    /// What a mark may stand for, as upright strokes: x, low, high. An end at the scale's own end is an open one.
    pub(super) spans: Vec<(f64, f64, f64)>,
    /// Dashed strokes through the whole height at a place on the axis of years.
    pub(super) rules: Vec<f64>,
    pub(super) above: Vec<Said>,
    pub(super) left: Vec<Said>,
    pub(super) right: Vec<Said>,
}

impl Plot {
    /// The chart.
    pub(super) fn chart(self, frame: Frame) -> Chart {
        let (bottom, top) = self.scale.ends();
        let rules = self.rules.into_iter().map(|at| (at, bottom, top)).collect();
        let mut series = vec![dashed(rules), strokes("spans", stroke(QUIET, 2.0, false), self.spans)];
        let size = if frame == Frame::Phone { 8 } else { 10 };
        for group in self.groups {
            series.push(group.series(size));
        }
        let said = [self.above, self.left, self.right];
        framed(parts::grid(frame).left(48), &self.years, self.scale.axis(&self.unit), series, said)
    }
}

impl Group {
    /// The series of its marks, of a size.
    #[inline(never)]
    pub(super) fn series(self, size: i64) -> Series {
        let (ink, style) = match self.look {
            Look::Full(ink) => (ink, filled(ink)),
            Look::Hollow(ink) => (ink, hollow(ink)),
        };
        let mut marks = Vec::new();
        for (year, value, fact) in &self.marks {
            marks.push(mark(*year, *value, fact, style.clone()));
        }
        if !self.joined {
            return alone(self.id, (self.symbol, size), marks);
        }
        let guessed = ink == GUESS;
        joined(self.id, (self.symbol, size), guessed, stroke(ink, 2.0, guessed), marks)
    }
}

impl Scale {
    /// The lowest and the highest value.
    pub(super) fn ends(self) -> (f64, f64) {
        match self {
            Self::Linear { high, .. } => (0.0, high),
            Self::Log { low, high } => (low, high),
        }
    }

    fn axis(self, unit: &str) -> Axis {
        match self {
            Self::Linear { high, step } => parts::upright(unit).min(0).max(high).interval(step),
            Self::Log { low, high } => parts::upright(unit).type_(charming::element::AxisType::Log).min(low).max(high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Scope, Year};

    #[test]
    fn marks_stand_in_the_middle_of_their_time() {
        let day = |month, day| Date::new(Year(2023), month, day);
        let middle_of = |start, end| middle(&Period { text: String::new(), scope: Scope::PartYear, start, end });
        assert_eq!(middle_of(day(1, 1), day(12, 31)), Some(2023.0));
        assert_eq!(middle_of(day(1, 1), day(6, 30)), Some(2022.75));
        assert_eq!(middle_of(day(1, 1), None), Some(2023.0));
        assert_eq!(middle_of(None, day(1, 1)), None);
        assert_eq!(begins(Date::new(Year(2019), 7, 1).unwrap()), 2019.0);
    }
}
