//! What the scenes of figure `doubled` share: where marks stand, and the chart that they make.

use crate::chart::Frame;
use crate::chart::parts::{Chart, GUESS, INK, QUIET, filled, grid, hollow, mark, tonnes};
use crate::chart::plot::{Group, Look, Said, columns, framed, joined, path, stroke};
use crate::id;
use crate::text::fact::{Facts, Point};
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use charming::element::Symbol;

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
    pub(super) above: Vec<Said>,
    pub(super) left: Vec<Said>,
    pub(super) right: Vec<Said>,
}

/// The whole run of years with the base year and the report's last year as columns.
pub(super) fn base_parts(facts: &Facts<'_>, words: &Words, frame: Frame) -> Parts {
    let base = facts.choices.base.0;
    let last = facts.report_last();
    let columns = vec![(base, facts.base_fact()), (last, id::SEED_TOTAL_2023.into())];
    let (first, end) = (facts.first(), facts.year_of(id::MVD25_TOTAL).unwrap_or(last));
    let (step, apart) = if frame == Frame::Phone { (10, 6) } else { (5, 3) };
    let mut ticks = Vec::new();
    for year in first..=end {
        if year.is_multiple_of(step) && base.abs_diff(year) >= apart && last.abs_diff(year) >= apart {
            ticks.push(year);
        }
    }
    ticks.push(base);
    if last != base {
        ticks.push(last);
    }
    let mut highest = facts.tonnes(id::SEED_TOTAL_2023).unwrap_or_default();
    for point in facts.points() {
        highest = highest.max(point.tonnes);
    }
    let (mut points, mut right) = (Vec::new(), Vec::new());
    if let (Some(year), Some(tonnes)) = (facts.year_of(id::MVD25_TOTAL), facts.tonnes(id::MVD25_TOTAL)) {
        highest = highest.max(tonnes);
        points.push((f64::from(year), tonnes, id::MVD25_TOTAL.to_owned()));
        // Right of the diamond, where no column stands.
        let about = in_frame(frame, key::doubled::CHART_ABOUT, key::doubled::CHART_ABOUT_SHORT);
        right.push((f64::from(year) + 0.1, tonnes, say(facts, words, about)));
    }
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
        points,
        arrow: None,
        left: Vec::new(),
        right,
    }
}

pub(super) fn compose(facts: &Facts<'_>, words: &Words, frame: Frame, parts: Parts) -> Chart {
    let (low, high, _) = parts.years;
    let last = facts.report_last();
    let mut tops = Vec::new();
    for (year, fact) in &parts.columns {
        if let Some(tonnes) = facts.tonnes(fact) {
            let style = filled(if *year == last { INK } else { QUIET }).border_width(0);
            tops.push(mark(f64::from(*year), tonnes, fact, style));
        }
    }
    let mut dots = Vec::new();
    for point in if parts.line { facts.points() } else { Vec::new() } {
        let style = if (parts.fill)(&point) { filled(QUIET) } else { hollow(QUIET) };
        dots.push(mark(f64::from(point.year), point.tonnes, &point.fact, style));
    }
    let (mut rule, mut right) = (Vec::new(), parts.right);
    if let Some(half) = facts.tonnes(id::SEED_TOTAL_2023).filter(|_| parts.rule).map(|tonnes| tonnes / 2.0) {
        rule = vec![vec![low, half], vec![high, half]];
        // Under the rule, where the years in the middle leave room.
        let middle = low + (high - low) * if frame == Frame::Phone { 0.22 } else { 0.33 };
        right.push((middle, half - parts.top * 0.06, say(facts, words, key::doubled::CHART_HALF)));
    }
    let (mut shaft, mut head) = (Vec::new(), Vec::new());
    if let Some((year, from, to, fact)) = &parts.arrow {
        shaft = vec![mark(*year, *from, fact, filled(INK)), mark(*year, *to, "", filled(INK))];
        head.push((*year, *to, fact.clone()));
    }
    let mut guess = Vec::new();
    for (year, tonnes) in if parts.guess { facts.guess_line() } else { Vec::new() } {
        guess.push((f64::from(year), tonnes, String::new()));
    }
    let group = |id, look, symbol, joined, marks| Group { id, look, symbol, joined, marks };
    let size = if frame == Frame::Phone { 6 } else { 8 };
    let series = vec![
        columns("columns", parts.column_width, tops),
        path("rule", stroke(INK, 1.5, true), rule),
        joined("line", (Symbol::Circle, size), false, stroke(QUIET, 2.0, false), dots),
        group("guess", Look::Full(GUESS), Symbol::Circle, true, guess).series(size),
        group("points", Look::Hollow(INK), Symbol::Diamond, false, parts.points).series(size + 5),
        joined("shaft", (Symbol::None, size), false, stroke(INK, 2.0, false), shaft),
        group("head", Look::Full(INK), Symbol::Triangle, false, head).series(size + 5),
    ];
    let upright = tonnes(parts.top, spacing(frame, parts.top), words.plain(key::doubled::CHART_UNIT));
    framed(grid(frame), &parts.years, upright, series, [parts.above, parts.left, right])
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

#[inline(never)]
pub(super) fn column_labels(facts: &Facts<'_>, words: &Words, columns: &[(u16, String)]) -> Vec<Said> {
    let mut labels = Vec::new();
    for (year, fact) in columns {
        if let (Some(shown), Some(tonnes)) = (facts.number(fact, words), facts.tonnes(fact)) {
            labels.push((f64::from(*year), tonnes, shown.text));
        }
    }
    labels
}

pub(super) fn say(facts: &Facts<'_>, words: &Words, key: Key) -> String {
    plain(facts, words, key)
}

pub(super) fn round_up(value: f64, step: f64) -> f64 {
    (value / step).ceil() * step
}
