//! Pieces that charts share: the chart itself, colours, axes, labels.

use super::Frame;
use crate::text::number::Numbers;
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::font_settings::FontWeight;
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, Color, Easing, ItemStyle, Label, LabelPosition, LineStyle, SplitLine,
    Symbol, TextStyle,
};
use charming::series::{Bar, Line, Scatter};
use serde::Serialize;

/// A chart of charming's parts, as ECharts takes it.
///
/// `charming::Chart` can hold every kind of series, axis and tool there is, and the code that writes them all would be
/// a tenth of the program that readers load; this one holds what our figures use.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// Whether marks move to where they belong.
    pub animation: bool,
    /// Milliseconds of a movement.
    pub animation_duration_update: u16,
    /// Its course.
    pub animation_easing_update: Easing,
    /// Margins.
    pub grid: Grid,
    /// The axis of years.
    pub x_axis: Axis,
    /// The axis of amounts.
    pub y_axis: Axis,
    /// Every series of the figure, some of them empty.
    pub series: Vec<Series>,
}

/// A series of marks.
#[expect(clippy::large_enum_variant, reason = "a chart has ten, and each lives as long as its drawing")]
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Series {
    /// Columns.
    Bar(Bar),
    /// Marks that a line joins.
    Line(Line),
    /// Marks alone.
    Scatter(Scatter),
}

/// Text and the mark that the sentence is about.
pub(super) const INK: &str = "var(--ink)";
/// Marks that give the context.
pub(super) const QUIET: &str = "var(--quiet)";
/// Rules and axes.
pub(super) const RULE: &str = "var(--rule)";
/// The page behind the chart, for hollow marks.
pub(super) const PAPER: &str = "var(--paper)";
/// Words in charts, in CSS pixels.
pub(super) const FONT: u8 = 14;

pub(super) fn color(name: &str) -> Color {
    Color::Value(name.to_owned())
}

/// A mark that knows which fact it stands for: activating it opens that fact's card.
pub(super) fn mark(year: f64, value: f64, fact: &str, style: ItemStyle) -> DataPointItem {
    DataPointItem::new(vec![year, value]).name(fact).item_style(style)
}

pub(super) fn filled(name: &str) -> ItemStyle {
    ItemStyle::new().color(color(name)).border_color(color(name)).border_width(2).opacity(1)
}

pub(super) fn hollow(name: &str) -> ItemStyle {
    ItemStyle::new().color(color(PAPER)).border_color(color(name)).border_width(2).opacity(1)
}

/// The years' axis from `low` to `high`, with a label at each of `labels` only.
pub(super) fn years(low: f64, high: f64, labels: &[u16]) -> Axis {
    let at: Vec<CompositeValue> = labels.iter().map(|year| CompositeValue::from(i64::from(*year))).collect();
    Axis::new()
        .type_(AxisType::Value)
        .min(low)
        .max(high)
        .axis_line(AxisLine::new().show(true).line_style(charming::element::AxisLineStyle::new().color((1.0, RULE))))
        .axis_tick(
            AxisTick::new()
                .show(true)
                .length(5)
                .custom_values(at.clone())
                .line_style(LineStyle::new().color(color(RULE))),
        )
        .axis_label(
            at.into_iter()
                .fold(AxisLabel::new().color(color(INK)).font_size(FONT).formatter("{year}"), AxisLabel::custom_values),
        )
        .split_line(SplitLine::new().show(false))
}

/// An axis of amounts, its unit above the highest label; linear, its ends still open.
pub(super) fn upright(unit: &str) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .name(unit)
        .name_gap(12)
        .name_text_style(
            TextStyle::new().color(color(QUIET)).font_size(FONT).align("left").padding([0.0, 0.0, 0.0, -28.0]),
        )
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(color(RULE)).width(1)))
}

impl Chart {
    /// The chart with the numbers of its upright axis as the language writes them: ECharts knows English alone, so the
    /// page's own part of it reads the separators here.
    #[must_use]
    pub fn written(mut self, numbers: &Numbers) -> Self {
        let how = ["{number}", &numbers.decimal, &numbers.group].concat();
        self.y_axis =
            self.y_axis.axis_label(AxisLabel::new().color(color(QUIET)).font_size(FONT).formatter(how.as_str()));
        self
    }
}

/// Margins that leave room for the labels.
pub(super) fn grid(frame: Frame) -> Grid {
    Grid::new().left(36).right(if frame == Frame::Phone { 40 } else { 74 }).top(34).bottom(28)
}

/// Words on the chart, each at its place; no mark of their own.
pub(super) fn labels(id: &str, position: LabelPosition, at: Vec<(f64, f64, String)>) -> Scatter {
    // Beside a mark words need more room than over it, where letters have some of their own.
    let distance = if matches!(position, LabelPosition::Top) { 5 } else { 8 };
    let item = |(year, value, words): (f64, f64, String)| DataPointItem::new(vec![year, value]).name(words);
    Scatter::new()
        .id(id)
        .symbol(Symbol::Circle)
        .symbol_size(0)
        .item_style(ItemStyle::new().opacity(1))
        .label(
            Label::new()
                .show(true)
                .position(position)
                .distance(distance)
                .formatter("{b}")
                .color(color(INK))
                .font_size(FONT)
                .font_weight(FontWeight::Number(600))
                .background_color(color(PAPER))
                .padding((1, 3, 1, 3)),
        )
        .data(at.into_iter().map(item).collect::<Vec<_>>())
}
