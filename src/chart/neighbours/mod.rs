//! Figure `neighbours`: six places without cannabis plants, in small panels.
//!
//! Drawn by ourselves: a chart of charming's has one grid here, and six of them in ECharts would cost a phone six charts
//! for one figure. A panel is a line of a dozen dots, each of which knows its place and its year by name.

mod panel;
mod rows;

use super::svg::{Size, open, put_mark, put_words};
use super::{Figure, Frame, Scene, given_svg, written};
use crate::model::growth::Measured;
use crate::model::neighbours::{PLACES, Series, at, common, index, without_plants, word};
use crate::model::totals::KAZAKHSTAN;
use crate::text::fact::{Facts, top};
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use panel::{Panel, panels};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "neighbours",
    scenes: &[&ALL, &BOTH, &HEAD],
    still: &BOTH,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::neighbours::CAPTION,
    caption_more: key::neighbours::CAPTION_MORE,
    table: written(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(1, 0, YEARS),
};
/// Years of the table that have tonnes; after them its rows count otherwise.
#[cfg(not(target_arch = "wasm32"))]
pub const YEARS: u8 = 14;
/// Tonnes, each place on its own scale.
pub const ALL: Scene = Scene { id: "all", draw: given_svg("neighbours", all), alt: |_| vec![key::neighbours::ALT_ALL] };
/// Against the first common year, on one scale.
pub const BOTH: Scene =
    Scene { id: "both", draw: given_svg("neighbours", both), alt: |_| vec![key::neighbours::ALT_BOTH] };
/// Per head, on one scale.
pub const HEAD: Scene =
    Scene { id: "head", draw: given_svg("neighbours", head), alt: |_| vec![key::neighbours::ALT_HEAD] };

/// What a place is called.
pub(super) fn name(place: &str) -> Key {
    match place {
        "Kyrgyzstan" => key::neighbours::KYRGYZSTAN,
        "Tajikistan" => key::neighbours::TAJIKISTAN,
        "Uzbekistan" => key::neighbours::UZBEKISTAN,
        "Turkmenistan" => key::neighbours::TURKMENISTAN,
        "Russian Federation" => key::neighbours::RUSSIA,
        _ => key::neighbours::KAZAKHSTAN,
    }
}

/// The same where three stand side by side.
fn short(size: Size, place: &str) -> Key {
    let narrow = size.frame() == Frame::Phone && place == "Russian Federation";
    if narrow { key::neighbours::RUSSIA_SHORT } else { name(place) }
}

/// Every place's sums, those of Kazakhstan for the years that a neighbour has.
pub(super) fn all_series(facts: &Facts<'_>) -> Vec<(&'static str, Series)> {
    let series = |place| (place, without_plants(facts.data, place));
    let mut all: Vec<_> = PLACES.into_iter().map(series).collect();
    let first = all[1..].iter().filter_map(|(_, series)| series.first()).map(|(year, _)| *year).min();
    all[0].1.retain(|(year, _)| Some(*year) >= first);
    all
}

fn tonnes(amount: &Measured) -> f64 {
    amount.kilograms.0 / 1000.0
}

fn all(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let all = all_series(facts);
    let years = || all.iter().flat_map(|(_, series)| series.iter().map(|(year, _)| *year));
    let span = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let unit = words.plain(key::card::UNIT_T);
    let mut svg = open("panels", "neighbours-all", size);
    for ((place, series), frame) in all.iter().zip(panels(size, 6)) {
        let Some((most, highest)) = top(series) else { continue };
        let panel = Panel { frame, years: span, high: tonnes(highest), over: 2.2, columns: false };
        panel.begin(&mut svg, words.plain(name(place)));
        let points: Vec<_> = series.iter().map(|(year, amount)| (*year, tonnes(amount))).collect();
        panel.line(&mut svg, "given", &points);
        let last = points.last().copied().unwrap_or_default();
        for (year, value) in points {
            let said = year == *most || year == last.0;
            let shown = words.numbers.fixed(value, 1);
            let class = if said { "at said" } else { "at" };
            let fact = format!("neighbours.without.{}.{year}", word(place));
            let called = format!("{}, {year}: {shown} {unit}", words.plain(name(place)));
            put_mark(&mut svg, class, &fact, &panel.dot(year, value), &called);
            // The highest has its number above, the last at its right, unless they are one or would touch.
            if year == *most {
                panel.above(&mut svg, year, value, &format!("{shown} {unit}"));
            } else if year == last.0 {
                panel.right(&mut svg, year, value, &shown);
            }
        }
        if last.0 + 3 < span.1 {
            panel.gap(&mut svg, words.plain(key::neighbours::CHART_NONE));
        }
    }
    svg + "</svg>"
}

fn both(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let all = all_series(facts);
    let home = &all[0].1;
    let lines: Vec<_> = all.iter().map(|(place, series)| (*place, indexed(home, series))).collect();
    let values = || lines.iter().flat_map(|(_, line)| line.iter());
    let high = values().map(|(_, value)| *value).fold(100.0, f64::max);
    let span = (values().map(|(year, _)| *year).min().unwrap_or(0), values().map(|(year, _)| *year).max().unwrap_or(0));
    let mut svg = open("panels", "neighbours-both", size);
    for ((place, line), frame) in lines.iter().zip(panels(size, 6)) {
        let panel = Panel { frame, years: span, high, over: 1.5, columns: false };
        panel.begin(&mut svg, words.plain(name(place)));
        // Named once: elsewhere the numbers at the ends of the lines need the room.
        let home = *place == KAZAKHSTAN;
        panel.level(&mut svg, 100.0, &if home { words.numbers.fixed(100.0, 0) } else { String::new() });
        if !home {
            panel.line(&mut svg, "tie", &lines[0].1);
        }
        panel.line(&mut svg, "given", line);
        let last = line.last().copied().unwrap_or_default();
        for (year, value) in line {
            // Between the ends the sum opens: the index has a card of its own at its end alone.
            let fact = match *year == last.0 {
                true => format!("neighbours.index.{}", word(place)),
                false => format!("neighbours.without.{}.{year}", word(place)),
            };
            let shown = words.numbers.fixed(*value, 0);
            let called = format!("{}, {year}: {shown}", words.plain(name(place)));
            let class = if *year == last.0 { "at said" } else { "at" };
            put_mark(&mut svg, class, &fact, &panel.dot(*year, *value), &called);
        }
        panel.right(&mut svg, last.0, last.1, &words.numbers.fixed(last.1, 0));
        // Where the pale line goes on alone is room for its name.
        if last.0 + 3 < span.1 {
            panel.over_end(&mut svg, 100.0, words.plain(name(KAZAKHSTAN)));
        }
    }
    svg + "</svg>"
}

/// A series in hundredths of its first year in common with Kazakhstan, for the years that both have.
fn indexed(home: &Series, series: &Series) -> Vec<(u16, f64)> {
    let Some((first, last)) = common(home, series) else { return Vec::new() };
    let Some(base) = at(series, first) else { return Vec::new() };
    let both = series.iter().filter(|(year, _)| (first..=last).contains(year) && at(home, *year).is_some());
    both.map(|(year, amount)| (*year, index(amount, base).value.0)).collect()
}

fn head(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let all: Vec<_> = facts.headed().into_iter().map(|place| (place, facts.heads(place))).collect();
    let heads = || all.iter().flat_map(|(_, heads)| heads.iter());
    let high = heads().map(|(_, head)| head.value.0).fold(0.0, f64::max);
    let span = (heads().map(|(year, _)| *year).min().unwrap_or(0), heads().map(|(year, _)| *year).max().unwrap_or(0));
    let unit = plain(facts, words, key::neighbours::UNIT_HEAD);
    let mut svg = open("panels", "neighbours-head", size);
    for (place, ((place_name, heads), frame)) in all.iter().zip(panels(size, 3)).enumerate() {
        let panel = Panel { frame, years: span, high, over: 3.4, columns: true };
        panel.begin(&mut svg, words.plain(short(size, place_name)));
        if place == 0 {
            put_words(&mut svg, "tick", panel.under_name(), "start", &unit);
        }
        for (year, head) in heads {
            let value = head.value.0;
            let shown = words.numbers.fixed(value, 1);
            let fact = format!("neighbours.head.{}.{year}", word(place_name));
            let called = format!("{}, {year}: {shown} {unit}", words.plain(name(place_name)));
            put_mark(&mut svg, "all", &fact, &panel.column(*year, value), &called);
            panel.above_column(&mut svg, *year, value, &words.numbers.fixed(value, panel.decimals()));
        }
        let floor = heads.last().map_or(span.1, |(year, _)| *year);
        if floor < span.1 {
            panel.missing(&mut svg, words.plain(key::neighbours::CHART_FLOOR));
        }
    }
    svg + "</svg>"
}
