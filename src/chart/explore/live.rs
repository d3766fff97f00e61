//! The explorer's chart while a reader asks: charming's, drawn by ECharts.

use super::stack;
use crate::chart::parts::{self, INK};
use crate::chart::plot::{ACCENT, Group, Look, Plot, Said, Scale};
use crate::chart::{Chart, Frame};
use crate::model::explore::{Asked, What, kind_of};
use crate::text::Words;
use crate::text::fact::{Facts, Seen, most};
use crate::text::render::plain;

/// What is asked for, as a chart.
pub(super) fn chart(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let asked = facts.asked();
    let seen = facts.seen(asked.what);
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for seen in &seen {
        (low, high) = (low.min(seen.value), high.max(seen.value));
    }
    let kinds = if asked.stacked { stack::tops(facts) } else { Vec::new() };
    if asked.stacked {
        high = stack::highest(&kinds);
    }
    let scale = scale(low, high, asked.log);
    let plot = Plot {
        years: years(&asked, frame),
        unit: unit(facts, words, frame),
        groups: line(&asked, &seen).into(),
        // A lone mark stands on a stroke, so that its year can be read.
        rules: if let [one] = &seen[..] { vec![f64::from(one.year)] } else { Vec::new() },
        above: if seen.is_empty() { nothing(facts, words, &asked) } else { numbers(facts, words, &asked) },
        right: stack::names(words, &kinds, frame, scale.ends().1),
        scale,
    };
    let mut chart = plot.chart(frame);
    // Six digits are wider than what other figures count.
    chart.grid = parts::grid(frame).left(62);
    let mut series = stack::columns(&kinds, &asked, frame);
    series.append(&mut chart.series);
    chart.series = series;
    chart
}

/// A line with a gap at each missing year, and years of cannabis alone, which no line joins.
fn line(asked: &Asked<'_>, seen: &[Seen]) -> [Group; 2] {
    let ink = match asked.what {
        What::Drug(drug) if kind_of(drug) == 0 => ACCENT,
        _ => INK,
    };
    let (mut joined, mut floors) = (Vec::new(), Vec::new());
    // Kinds upon each other are columns instead.
    let years = if asked.stacked { 0..0 } else { asked.since..asked.until + 1 };
    for year in years {
        let seen = seen.iter().find(|seen| seen.year == year);
        let (height, fact) = seen.map_or((f64::NAN, ""), |seen| (seen.value, seen.fact.as_str()));
        let marks = if seen.is_some_and(|seen| seen.floor) { &mut floors } else { &mut joined };
        marks.push((f64::from(year), height, fact.to_owned()));
    }
    let group = |id, look, joined, marks| Group { id, look, joined, marks };
    [group("line", Look::Full(ink), true, joined), group("floor", Look::Hollow(ink), false, floors)]
}

/// The years on the axis and those with a label: both ends and round years between. Beside columns there is room for
/// their names.
fn years(asked: &Asked<'_>, frame: Frame) -> (f64, f64, Vec<u16>) {
    let (since, until) = (asked.since, asked.until);
    let span = until - since + 1;
    let step = match (frame, span) {
        (Frame::Phone, 13..) => 10,
        (Frame::Desktop, 13..) | (Frame::Phone, 7..) => 5,
        (Frame::Phone, 4..) => 2,
        _ => 1,
    };
    let apart = if step == 1 { 1 } else { step * 3 / 5 };
    let mut ticks = vec![since];
    for year in since + 1..until {
        if year.is_multiple_of(step) && year - since >= apart && until - year >= apart {
            ticks.push(year);
        }
    }
    if until > since {
        ticks.push(until);
    }
    let room = match (asked.stacked, frame) {
        (false, _) => 0.0,
        (true, Frame::Phone) => 0.26,
        (true, Frame::Desktop) => 0.06,
    };
    (f64::from(since) - 0.8, f64::from(until) + 0.8 + f64::from(span) * room, ticks)
}

/// An axis that holds all values, its labels round; some axis where there is none.
fn scale(low: f64, high: f64, log: bool) -> Scale {
    if high <= 0.0 {
        return Scale::Linear { high: 1.0, step: 2.0 };
    }
    if log && low > 0.0 {
        let (low, high) = (low.log10().floor(), (high * 1.2).log10().ceil());
        return Scale::Log { low: 10_f64.powf(low), high: 10_f64.powf(high) };
    }
    let size = 10_f64.powf((high / 3.0).log10().floor());
    let step = size * [1.0, 2.0, 5.0].into_iter().find(|times| high * 1.12 / (times * size) <= 5.0).unwrap_or(10.0);
    Scale::Linear { high: (high * 1.12 / step).ceil() * step, step }
}

/// Place, drug and unit over the axis, as much of it as has room.
fn unit(facts: &Facts<'_>, words: &Words, frame: Frame) -> String {
    let asked = facts.asked();
    let unit = plain(facts, words, facts.asked_unit());
    let drug = facts.asked_drug(words);
    let room = if frame == Frame::Phone { 44 } else { 96 };
    let mut said = [words.name(asked.place), ", ", &drug, ": ", &unit].concat();
    if said.chars().count() > room {
        said = [drug.as_str(), ": ", &unit].concat();
    }
    if let Some((end, _)) = said.char_indices().nth(room) {
        let (last, _) = said[..end].char_indices().next_back().unwrap_or_default();
        said.truncate(last);
        said.push('…');
    }
    said
}

/// The number of the highest year and that of the last, unless they would touch.
fn numbers(facts: &Facts<'_>, words: &Words, asked: &Asked<'_>) -> Vec<Said> {
    let seen = facts.seen_whole();
    let (Some(top), Some(last)) = (most(&seen), seen.last()) else { return Vec::new() };
    let said = |seen: &Seen| {
        let text = facts.number(&seen.fact, words).map(|number| number.text).unwrap_or_default();
        (f64::from(seen.year), seen.value, text)
    };
    let far = u32::from(last.year.abs_diff(top.year)) * 5 > u32::from(asked.until - asked.since + 1);
    let mut numbers = vec![said(&top)];
    numbers.extend(far.then(|| said(last)));
    numbers
}

/// What stands in an empty frame.
fn nothing(facts: &Facts<'_>, words: &Words, asked: &Asked<'_>) -> Vec<Said> {
    let middle = f64::midpoint(f64::from(asked.since), f64::from(asked.until));
    let lines = super::nothing(facts, words);
    let mut said = Vec::new();
    for (line, height) in lines.into_iter().zip([0.72, 0.56, 0.4, 0.24]) {
        said.push((middle, height, line.chars().take(36).collect()));
    }
    said
}
