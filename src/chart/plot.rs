//! The explorer's chart over time: groups of marks, some joined by a line, on a linear or a logarithmic axis.

use super::Frame;
use super::parts::{self, Chart, Series, color, filled, hollow, labels, mark};
use charming::component::Axis;
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

/// Marks that mean the same.
pub(super) struct Group {
    /// The series' id, unique in its figure.
    pub(super) id: &'static str,
    pub(super) look: Look,
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

/// Columns, in front of those of the series before.
#[inline(never)]
pub(super) fn columns(id: &str, width: f64, marks: Vec<DataPointItem>) -> Series {
    Series::Bar(Bar::new().id(id).bar_gap("-100%").bar_width(width).data(marks))
}

/// A chart before it is composed.
pub(super) struct Plot {
    /// The axis of years: first, last, labelled ones.
    pub(super) years: (f64, f64, Vec<u16>),
    pub(super) scale: Scale,
    /// Over the upright axis.
    pub(super) unit: String,
    pub(super) groups: Vec<Group>,
    /// Dashed strokes through the whole height at a place on the axis of years.
    pub(super) rules: Vec<f64>,
    pub(super) above: Vec<Said>,
    pub(super) right: Vec<Said>,
}

impl Plot {
    /// The chart.
    pub(super) fn chart(self, frame: Frame) -> Chart {
        let mut series = vec![dashed(&self.rules, self.scale.ends())];
        let size = if frame == Frame::Phone { 8 } else { 10 };
        for group in self.groups {
            series.push(group.series(size));
        }
        series.push(Series::Scatter(labels("labels-above", LabelPosition::Top, self.above)));
        series.push(Series::Scatter(labels("labels-right", LabelPosition::Right, self.right)));
        Chart {
            animation: true,
            animation_duration_update: 450,
            animation_easing_update: Easing::CubicInOut,
            grid: parts::grid(frame).left(48),
            x_axis: parts::years(self.years.0, self.years.1, &self.years.2),
            y_axis: self.scale.axis(&self.unit),
            series,
        }
    }
}

/// Dashed strokes from the lowest to the highest value.
fn dashed(rules: &[f64], (bottom, top): (f64, f64)) -> Series {
    let mut ends = Vec::new();
    for at in rules {
        // A point at no height between two strokes keeps them apart.
        for height in [bottom, top, f64::NAN] {
            ends.push(vec![*at, height]);
        }
    }
    let style = LineStyle::new().color(color(PALE)).width(1.5).type_(LineStyleType::Dashed);
    let line = Line::new().id("rules").symbol(Symbol::None).silent(true).connect_nulls(false).line_style(style);
    Series::Line(line.data(ends))
}

impl Group {
    /// The series of its marks, of a size.
    fn series(self, size: i64) -> Series {
        let (ink, style) = match self.look {
            Look::Full(ink) => (ink, filled(ink)),
            Look::Hollow(ink) => (ink, hollow(ink)),
        };
        let mut marks = Vec::new();
        for (year, value, fact) in &self.marks {
            marks.push(mark(*year, *value, fact, style.clone()));
        }
        if !self.joined {
            return Series::Scatter(Scatter::new().id(self.id).symbol(Symbol::Circle).symbol_size(size).data(marks));
        }
        let style = LineStyle::new().color(color(ink)).width(2.0);
        let line = Line::new().id(self.id).symbol(Symbol::Circle).symbol_size(size).show_symbol(true);
        Series::Line(line.connect_nulls(false).line_style(style).data(marks))
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
