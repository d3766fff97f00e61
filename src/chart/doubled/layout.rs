//! What the scenes of figure `doubled` share: where marks stand, and the chart that they make.

use crate::chart::Frame;
use crate::chart::parts::{Chart, GUESS, INK, QUIET, Series, color, filled, grid, hollow, labels, mark, tonnes, years};
use crate::id;
use crate::text::fact::{Facts, Point};
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use charming::datatype::DataPointItem;
use charming::element::{Easing, LabelPosition, LineStyle, LineStyleType, Symbol};
use charming::series::{Bar, Line, Scatter};

/// What a scene of this figure puts where; every scene has all series, some of them empty.
pub(super) struct Parts {
    /// Years on the axis from, to, and those with a label.
    pub(super) years: (f64, f64, Vec<u16>),
    pub(super) top: f64,
    pub(super) columns: Vec<(u16, String)>,
    pub(super) column_width: f64,
    pub(super) line: bool,
    /// Whether the line that the reader drew stands beside it.
    pub(super) guess: bool,
    pub(super) fill: fn(&Point) -> bool,
    pub(super) rule: bool,
    pub(super) points: Vec<(f64, f64, String)>,
    pub(super) arrow: Option<(f64, f64, f64, String)>,
    pub(super) above: Vec<(f64, f64, String)>,
    pub(super) left: Vec<(f64, f64, String)>,
    pub(super) right: Vec<(f64, f64, String)>,
}

/// The whole run of years with the base year and the report's last year as columns.
pub(super) fn base_parts(facts: &Facts<'_>, words: &Words, frame: Frame) -> Parts {
    let base = facts.choices.base.0;
    let columns = vec![(base, facts.base_fact()), (facts.report_last(), id::SEED_TOTAL_2023.into())];
    let (first, end) = (facts.first(), facts.year_of(id::MVD25_TOTAL).unwrap_or(facts.report_last()));
    let (step, apart) = if frame == Frame::Phone { (10, 6) } else { (5, 3) };
    let named: Vec<u16> = columns.iter().map(|(year, _)| *year).collect();
    let far = |year: &u16| year.is_multiple_of(step) && named.iter().all(|column| column.abs_diff(*year) >= apart);
    let mut ticks: Vec<u16> = (first..=end).filter(far).chain(named.iter().copied()).collect();
    ticks.dedup();
    let after: Vec<(u16, f64)> =
        facts.year_of(id::MVD25_TOTAL).zip(facts.tonnes(id::MVD25_TOTAL)).into_iter().collect();
    let points = facts.points();
    // Right of the diamond, where no column stands.
    let about = in_frame(frame, key::doubled::CHART_ABOUT, key::doubled::CHART_ABOUT_SHORT);
    let beside = |(year, tonnes): &(u16, f64)| (f64::from(*year) + 0.1, *tonnes, say(facts, words, about));
    let highest = points.iter().map(|point| point.tonnes).chain(after.iter().map(|(_, tonnes)| *tonnes));
    let highest = highest.chain(facts.tonnes(id::SEED_TOTAL_2023)).fold(0.0, f64::max);
    Parts {
        years: (f64::from(first) - 0.8, f64::from(end) + 0.8, ticks),
        top: round_up(highest * 1.1, if frame == Frame::Phone { 20.0 } else { 10.0 }),
        above: column_labels(facts, words, &columns),
        columns,
        column_width: if frame == Frame::Phone { 7.0 } else { 12.0 },
        line: true,
        guess: false,
        fill: |_| true,
        rule: false,
        points: after.iter().map(|(year, tonnes)| (f64::from(*year), *tonnes, id::MVD25_TOTAL.to_owned())).collect(),
        arrow: None,
        left: Vec::new(),
        right: after.iter().map(beside).collect(),
    }
}

pub(super) fn compose(facts: &Facts<'_>, words: &Words, frame: Frame, parts: Parts) -> Chart {
    let (low, high, ticks) = &parts.years;
    let last = facts.report_last();
    let style = |year: u16| filled(if year == last { INK } else { QUIET });
    let columns = parts.columns.iter().filter_map(|(year, fact)| {
        Some(mark(f64::from(*year), facts.tonnes(fact)?, fact, style(*year).border_width(0)))
    });
    let dot = |point: &Point| {
        let style = if (parts.fill)(point) { filled(QUIET) } else { hollow(QUIET) };
        mark(f64::from(point.year), point.tonnes, &point.fact, style)
    };
    let dots: Vec<_> = if parts.line { facts.points().iter().map(dot).collect() } else { Vec::new() };
    let half = facts.tonnes(id::SEED_TOTAL_2023).filter(|_| parts.rule).map(|tonnes| tonnes / 2.0);
    let rule: Vec<Vec<f64>> = half.map_or_else(Vec::new, |half| vec![vec![*low, half], vec![*high, half]]);
    // Under the rule, where the years in the middle leave room.
    let middle = low + (high - low) * if frame == Frame::Phone { 0.22 } else { 0.33 };
    let mut right = parts.right;
    right.extend(half.map(|half| (middle, half - parts.top * 0.06, say(facts, words, key::doubled::CHART_HALF))));
    let arrow = parts.arrow.as_ref();
    let shaft: Vec<_> = arrow
        .iter()
        .flat_map(|(year, from, to, fact)| [mark(*year, *from, fact, filled(INK)), mark(*year, *to, "", filled(INK))])
        .collect();
    let head: Vec<_> = arrow.iter().map(|(year, _, to, fact)| mark(*year, *to, fact, filled(INK))).collect();
    let single = |(year, tonnes, fact): &(f64, f64, String)| mark(*year, *tonnes, fact, hollow(INK));
    let size = if frame == Frame::Phone { 6 } else { 8 };
    let guess = facts.guess_line().into_iter().map(|(year, tonnes)| {
        let style = filled(GUESS);
        DataPointItem::new(vec![f64::from(year), tonnes]).item_style(style)
    });
    let guess: Vec<_> = guess.filter(|_| parts.guess).collect();
    let series = vec![
        Series::Bar(Bar::new().id("columns").bar_width(parts.column_width).data(columns.collect::<Vec<_>>())),
        Series::Line(
            Line::new()
                .id("rule")
                .symbol(Symbol::None)
                .silent(true)
                .line_style(LineStyle::new().color(color(INK)).width(1.5).type_(LineStyleType::Dashed))
                .data(rule),
        ),
        Series::Line(
            Line::new()
                .id("line")
                .symbol(Symbol::Circle)
                .symbol_size(size)
                .show_symbol(true)
                .connect_nulls(false)
                .line_style(LineStyle::new().color(color(QUIET)).width(2))
                .data(dots),
        ),
        Series::Line(
            Line::new()
                .id("guess")
                .symbol(Symbol::Circle)
                .symbol_size(size)
                .show_symbol(true)
                .silent(true)
                .line_style(LineStyle::new().color(color(GUESS)).width(2).type_(LineStyleType::Dashed))
                .data(guess),
        ),
        Series::Scatter(
            Scatter::new()
                .id("points")
                .symbol(Symbol::Diamond)
                .symbol_size(size + 5)
                .data(parts.points.iter().map(single).collect::<Vec<_>>()),
        ),
        Series::Line(
            Line::new()
                .id("shaft")
                .symbol(Symbol::None)
                .line_style(LineStyle::new().color(color(INK)).width(2))
                .data(shaft),
        ),
        Series::Scatter(Scatter::new().id("head").symbol(Symbol::Triangle).symbol_size(size + 5).data(head)),
        Series::Scatter(labels("labels-above", LabelPosition::Top, parts.above)),
        Series::Scatter(labels("labels-left", LabelPosition::Left, parts.left)),
        Series::Scatter(labels("labels-right", LabelPosition::Right, right)),
    ];
    Chart {
        animation: true,
        animation_duration_update: 450,
        animation_easing_update: Easing::CubicInOut,
        grid: grid(frame),
        x_axis: years(*low, *high, ticks),
        y_axis: tonnes(parts.top, spacing(frame, parts.top), words.plain(key::doubled::CHART_UNIT)),
        series,
    }
}

/// Tonnes between the labels of the axis: few where the chart is low.
fn spacing(frame: Frame, top: f64) -> f64 {
    match (frame, top > 70.0) {
        (Frame::Phone, true) => 50.0,
        (Frame::Phone, false) | (Frame::Desktop, true) => 20.0,
        (Frame::Desktop, false) => 10.0,
    }
}

pub(super) fn in_frame(frame: Frame, long: Key, short: Key) -> Key {
    if frame == Frame::Phone { short } else { long }
}

pub(super) fn wide(frame: Frame) -> f64 {
    if frame == Frame::Phone { 56.0 } else { 110.0 }
}

pub(super) fn column_labels(facts: &Facts<'_>, words: &Words, columns: &[(u16, String)]) -> Vec<(f64, f64, String)> {
    let label = |(year, fact): &(u16, String)| {
        let shown = facts.number(fact, words)?;
        Some((f64::from(*year), facts.tonnes(fact)?, shown.text))
    };
    columns.iter().filter_map(label).collect()
}

pub(super) fn say(facts: &Facts<'_>, words: &Words, key: Key) -> String {
    plain(facts, words, key)
}

pub(super) fn round_up(value: f64, step: f64) -> f64 {
    (value / step).ceil() * step
}
