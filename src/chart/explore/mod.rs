//! Figure `explore`: what the reader asks of the UN table, as a line or as kinds upon each other.

mod rows;
mod stack;

use super::parts::{INK, Series};
use super::plot::{ACCENT, Group, Look, Plot, Said, Scale};
use super::{Chart, Draw, Figure, Frame, Scene, Size};
use crate::model::explore::{Amount, Asked, What, kind_of};
use crate::text::fact::{Facts, Seen};
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use charming::element::Symbol;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "explore",
    scenes: &[&EXPLORER],
    still: &EXPLORER,
    room: [Size::new(350.0, 236.0), Size::new(745.0, 460.0)],
    caption: key::explore::CAPTION,
    caption_more: key::explore::CAPTION_MORE,
    table: Some(rows::table),
};
/// What is asked for.
pub const EXPLORER: Scene = Scene { id: "explorer", draw: Draw::Chart(chart), alt };

fn alt(facts: &Facts<'_>) -> Vec<Key> {
    let asked = facts.asked();
    vec![match (facts.seen(asked.what).len(), asked.stacked) {
        (0, _) => key::explore::ALT_NONE,
        (1, _) => key::explore::ALT_ONE,
        (_, true) => key::explore::ALT_STACKED,
        (_, false) => key::explore::ALT_LINE,
    }]
}

/// From this many kilograms on, the axis has tonnes: its labels would not fit.
const TONNES: f64 = 10_000.0;

fn chart(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let asked = facts.asked();
    let seen = facts.seen(asked.what);
    let highest = seen.iter().map(|seen| seen.value).fold(0.0, f64::max);
    let in_tonnes = asked.amount == Amount::Weight && highest >= TONNES;
    let by = if in_tonnes { 1000.0 } else { 1.0 };
    let values: Vec<f64> = seen.iter().map(|seen| seen.value / by).collect();
    let scale = scale(&values, asked.log);
    let line = if asked.stacked { [empty("line"), empty("floor")] } else { line(&asked, &seen, by) };
    let plot = Plot {
        years: years(&asked, frame),
        unit: unit(facts, words, frame, in_tonnes),
        groups: line.into(),
        spans: Vec::new(),
        // A lone mark stands on a stroke, so that its year can be read.
        rules: if let [one] = &seen[..] { vec![f64::from(one.year)] } else { Vec::new() },
        above: if seen.is_empty() { nothing(facts, words, &asked) } else { numbers(facts, words, &asked, &seen, by) },
        left: Vec::new(),
        right: if asked.stacked { stack::names(facts, words, frame, by, scale.ends().1) } else { Vec::new() },
        scale,
    };
    let mut chart = plot.chart(frame);
    let columns = stack::columns(facts, &asked, frame, by).into_iter().map(Series::Bar);
    chart.series = columns.chain(chart.series).collect();
    chart
}

fn empty(id: &'static str) -> Group {
    Group { id, look: Look::Full(INK), symbol: Symbol::Circle, joined: false, marks: Vec::new() }
}

/// A line with a gap at each missing year, and years of cannabis alone, which no line joins.
fn line(asked: &Asked<'_>, seen: &[Seen], by: f64) -> [Group; 2] {
    let ink = match asked.what {
        What::Drug(drug) if kind_of(drug) == 0 => ACCENT,
        _ => INK,
    };
    let (mut joined, mut floors) = (Vec::new(), Vec::new());
    for year in asked.since..=asked.until {
        match seen.iter().find(|seen| seen.year == year) {
            Some(seen) if seen.floor => floors.push((f64::from(year), seen.value / by, seen.fact.clone())),
            Some(seen) => joined.push((f64::from(year), seen.value / by, seen.fact.clone())),
            None => joined.push((f64::from(year), f64::NAN, String::new())),
        }
    }
    [
        Group { look: Look::Full(ink), joined: true, marks: joined, ..empty("line") },
        Group { look: Look::Hollow(ink), marks: floors, ..empty("floor") },
    ]
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
    let between = |year: &u16| year.is_multiple_of(step) && year - since >= apart && until - year >= apart;
    let mut ticks = vec![since];
    ticks.extend((since + 1..until).filter(between));
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
fn scale(values: &[f64], log: bool) -> Scale {
    let high = values.iter().copied().fold(0.0, f64::max);
    let low = values.iter().copied().fold(high, f64::min);
    if high <= 0.0 {
        return Scale::Linear { high: 1.0, step: 2.0 };
    }
    if log && low > 0.0 {
        let (low, high) = (low.log10().floor(), (high * 1.2).log10().ceil());
        return Scale::Log { low: 10_f64.powf(low), high: 10_f64.powf(high) };
    }
    let size = 10_f64.powf((high / 3.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * size).into_iter().find(|step| high * 1.12 / step <= 5.0);
    let step = step.unwrap_or(size * 10.0);
    Scale::Linear { high: (high * 1.12 / step).ceil() * step, step }
}

/// Place, drug and unit over the axis, as much of it as has room.
fn unit(facts: &Facts<'_>, words: &Words, frame: Frame, in_tonnes: bool) -> String {
    let asked = facts.asked();
    let unit = match asked.amount {
        Amount::Weight if in_tonnes => words.plain(key::explore::CHART_TONNES).to_owned(),
        Amount::Weight => words.plain(key::explore::CHART_KILOGRAMS).to_owned(),
        Amount::Head | Amount::Index => plain(facts, words, facts.asked_unit()),
    };
    let drug = facts.asked_drug(words);
    let room = if frame == Frame::Phone { 44 } else { 96 };
    let full = format!("{}, {drug}: {unit}", asked.place);
    let short = if full.chars().count() > room { format!("{drug}: {unit}") } else { full };
    if short.chars().count() <= room { short } else { short.chars().take(room - 1).chain(['…']).collect() }
}

/// The number of the highest year and that of the last, unless they would touch.
fn numbers(facts: &Facts<'_>, words: &Words, asked: &Asked<'_>, seen: &[Seen], by: f64) -> Vec<Said> {
    let (Some(top), Some(last)) = (facts.seen_top(), seen.last()) else { return Vec::new() };
    let said = |seen: &Seen| {
        let text = match by > 1.0 {
            true => words.numbers.fixed(seen.value / by, 1),
            false => facts.number(&seen.fact, words).map(|number| number.text).unwrap_or_default(),
        };
        (f64::from(seen.year), seen.value / by, text)
    };
    let far = u32::from(last.year.abs_diff(top.year)) * 5 > u32::from(asked.until - asked.since + 1);
    let mut numbers = vec![said(&top)];
    numbers.extend(far.then(|| said(last)));
    numbers
}

/// What stands in an empty frame.
fn nothing(facts: &Facts<'_>, words: &Words, asked: &Asked<'_>) -> Vec<Said> {
    let middle = f64::midpoint(f64::from(asked.since), f64::from(asked.until));
    let head = asked.amount == Amount::Head && facts.has_weights();
    let what = if head { key::explore::CHART_HEAD } else { key::explore::CHART_NONE };
    let drug: String = facts.asked_drug(words).chars().take(36).collect();
    let lines =
        [asked.place.to_owned(), drug, words.plain(what).to_owned(), words.plain(key::explore::CHART_HINT).to_owned()];
    lines.into_iter().zip([0.72, 0.56, 0.4, 0.24]).map(|(line, height)| (middle, height, line)).collect()
}
