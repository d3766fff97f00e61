//! Figure `neighbours`: six places without cannabis plants, in small panels.
//

mod panel;
mod rows;

use super::{Draw, Figure, Scene, Size, written};
use crate::data::Ratio;
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Anchor, Drawing, Label, Mark, Paint, Side, Spot, Text, font};
use crate::model::growth::{Derived, Measured};
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
    shows: super::Shows::Drawing,
    caption_more: key::neighbours::CAPTION_MORE,
    table: written(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(1, 0, YEARS),
};
/// Years of the table that have tonnes; after them its rows count otherwise.
#[cfg(not(target_arch = "wasm32"))]
pub const YEARS: u8 = 14;
/// Every year against the first common one, on one scale, with the highest in tonnes.
pub const ALL: Scene = Scene { id: "all", draw: Draw::Kit(all), alt: |_| vec![key::neighbours::ALT_ALL] };
/// The same for the years in common, with Kazakhstan behind the others.
pub const BOTH: Scene = Scene { id: "both", draw: Draw::Kit(both), alt: |_| vec![key::neighbours::ALT_BOTH] };
/// Per head, on one scale.
pub const HEAD: Scene = Scene { id: "head", draw: Draw::Kit(head), alt: |_| vec![key::neighbours::ALT_HEAD] };

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

/// What the places are called, the Russian Federation in short where `room` has none for more.
fn names<'a>(words: &'a Words, places: &[&str], room: f64) -> Vec<&'a str> {
    let name = |place: &&str| {
        let long = words.plain(name(place));
        let fits = *place != "Russian Federation" || font::width(long, 14.0, true) <= room;
        if fits { long } else { words.plain(key::neighbours::RUSSIA_SHORT) }
    };
    places.iter().map(name).collect()
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

/// The first and the last year of some lines, and their highest value.
fn span(lines: &[Line]) -> ((u16, u16), f64) {
    let values = || lines.iter().flat_map(|(_, line)| line.iter());
    let years = || values().map(|(year, _)| *year);
    let high = values().map(|(_, value)| *value).fold(100.0, f64::max);
    ((years().min().unwrap_or_default(), years().max().unwrap_or_default()), high)
}

/// A place and its values by year.
type Line = (&'static str, Vec<(u16, f64)>);

/// Kazakhstan stands out.
fn colour(place: &str) -> Colour {
    if place == KAZAKHSTAN { Colour::Ink } else { Colour::Quiet }
}

/// Panels of index lines on one scale, each with its name, its base line and the rule of a hundred, which the first one
/// names.
fn begin(facts: &Facts<'_>, words: &Words, size: Size, lines: &[Line], layout: &'static str) -> (Drawing, Vec<Panel>) {
    let mut drawing = Drawing::new("panels", layout, size);
    let type_size = drawing.type_size();
    let (years, high) = span(lines);
    let places: Vec<&str> = lines.iter().map(|(place, _)| *place).collect();
    let names = names(words, &places, size.width / 3.0 - 14.0);
    let ends = (f64::from(years.0), f64::from(years.1));
    let all = panels(size, &names, ends, high, font::width("100", type_size, true) + 9.0);
    let base = facts.neighbours_words("year.base", words).unwrap_or_default();
    for (place, (panel, name)) in all.iter().zip(&names).enumerate() {
        panel.begin(&mut drawing, name, years);
        panel.level(&mut drawing, 100.0);
        if place == 0 {
            let words = [&base, " = ", &words.numbers.fixed(100.0, 0)].concat();
            drawing.label(panel.along(words, 100.0, type_size).rank(2).lead());
        }
    }
    (drawing, all)
}

fn all(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let all = all_series(facts);
    let home = &all[0].1;
    let line = |(place, series): &(&'static str, Series)| {
        let base = common(home, series).and_then(|(first, _)| at(series, first));
        let value = |(year, amount): &(u16, Measured)| Some((*year, index(amount, base?).value.0));
        (*place, series.iter().filter_map(value).collect())
    };
    let lines: Vec<Line> = all.iter().map(line).collect();
    let unit = words.plain(key::card::UNIT_T);
    let (mut drawing, panels) = begin(facts, words, size, &lines, "neighbours-all");
    let type_size = drawing.type_size();
    let ((_, last_year), _) = span(&lines);
    for (((place, line), (_, series)), panel) in lines.iter().zip(&all).zip(&panels) {
        panel.line(&mut drawing, line, Paint::line(colour(place), 2.0));
        let most = top(series).map(|(year, _)| *year);
        for ((year, value), (_, amount)) in line.iter().zip(series) {
            let shown = words.numbers.fixed(tonnes(amount), 1);
            let fact = format!("neighbours.without.{}.{year}", word(place));
            let called = format!("{}, {year}: {shown} {unit}", words.plain(name(place)));
            let radius = if most == Some(*year) { 3.5 } else { 2.0 };
            drawing.mark(Mark::dot(&fact, called, panel.place(*year, *value), radius, Paint::full(colour(place))));
            if most == Some(*year) {
                let sides = [Side::Above, Side::Right, Side::Left, Side::Below];
                let label = panel.label(format!("{shown} {unit}"), &fact, (*year, *value), type_size, &sides);
                drawing.label(label.bold().rank(0).lead());
            }
        }
        let end = line.last().map_or(last_year, |(year, _)| *year);
        let missing = |key| words.plain(key).to_owned();
        if end + 3 < last_year {
            let value = panel.y.value(panel.area.bottom - 3.0 * type_size);
            drawing.label(panel.along(missing(key::neighbours::CHART_NONE), value, type_size));
        } else if end < last_year && panel.area.height() > 5.0 * type_size {
            let sides = [Side::Below, Side::Above, Side::Left];
            let words = [&last_year.to_string(), ": ", words.plain(key::neighbours::CHART_FLOOR)].concat();
            let at = (last_year, panel.y.value(panel.area.bottom - 1.6 * type_size));
            drawing.label(panel.label(words, "", at, type_size, &sides).or_lines(60.0).colour(Colour::Soft));
        }
    }
    drawing.finished()
}

fn both(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let all = all_series(facts);
    let lines: Vec<Line> = all.iter().map(|(place, series)| (*place, indexed(&all[0].1, series))).collect();
    let (mut drawing, panels) = begin(facts, words, size, &lines, "neighbours-both");
    let type_size = drawing.type_size();
    let ((_, last_year), _) = span(&lines);
    let home = &lines[0].1;
    let unit = words.plain(key::card::UNIT_T);
    for (order, (((place, line), (_, series)), panel)) in lines.iter().zip(&all).zip(&panels).enumerate() {
        if order > 0 {
            panel.line(&mut drawing, home, Paint::line(Colour::Ink, 1.5));
        }
        panel.line(&mut drawing, line, Paint::line(colour(place), 2.5));
        let Some((end, end_value)) = line.last().copied() else { continue };
        for (year, value) in line {
            // Between the ends the sum opens: the index has a card of its own at its end alone.
            let fact = match *year == end {
                true => format!("neighbours.index.{}", word(place)),
                false => format!("neighbours.without.{}.{year}", word(place)),
            };
            let shown = words.numbers.fixed(*value, 0);
            // The card between the ends is that of the sum, so it is said, too.
            let sum = at(series, *year)
                .filter(|_| *year != end)
                .map_or(String::new(), |amount| format!("; {} {unit}", words.numbers.fixed(tonnes(amount), 1)));
            let called = format!("{}, {year}: {shown}{sum}", words.plain(name(place)));
            let radius = if *year == end { 4.0 } else { 2.0 };
            drawing.mark(Mark::dot(&fact, called, panel.place(*year, *value), radius, Paint::full(colour(place))));
            if *year == end {
                let sides = [Side::Right, Side::Above, Side::Below];
                let label = panel.label(shown, &fact, (end, end_value), type_size, &sides);
                drawing.label(label.bold().rank(0).lead());
            }
        }
        // Where the line of Kazakhstan goes on alone is room for its name; and once beside another.
        if order == 1 || end + 3 < last_year {
            let at = home.get(home.len() * 3 / 5).copied().unwrap_or_default();
            let words = words.plain(name(KAZAKHSTAN)).to_owned();
            drawing.label(panel.label(words, "", at, type_size, &[Side::Right, Side::Above, Side::Below, Side::Left]));
        }
    }
    drawing.finished()
}

/// A series in hundredths of its first year in common with Kazakhstan, for the years that both have.
fn indexed(home: &Series, series: &Series) -> Vec<(u16, f64)> {
    let Some((first, last)) = common(home, series) else { return Vec::new() };
    let Some(base) = at(series, first) else { return Vec::new() };
    let both = series.iter().filter(|(year, _)| (first..=last).contains(year) && at(home, *year).is_some());
    both.map(|(year, amount)| (*year, index(amount, base).value.0)).collect()
}

fn head(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let all: Vec<_> = facts.headed().into_iter().map(|place| (place, facts.heads(place))).collect();
    let line = |(place, heads): &(&'static str, Vec<(u16, _)>)| -> Line {
        (*place, heads.iter().map(|(year, head): &(u16, Derived<Ratio>)| (*year, head.value.0)).collect())
    };
    let lines: Vec<Line> = all.iter().map(line).collect();
    let high = lines.iter().flat_map(|(_, line)| line.iter()).map(|(_, value)| *value).fold(0.0, f64::max);
    let (years, _) = span(&lines);
    let unit = plain(facts, words, key::neighbours::UNIT_HEAD);
    let mut drawing = Drawing::new("panels", "neighbours-head", size);
    let type_size = drawing.type_size();
    let places: Vec<&str> = lines.iter().map(|(place, _)| *place).collect();
    let names = names(words, &places, size.width / 3.0 - 14.0);
    // The unit stands over all, and a number over the highest column.
    let room = Size::new(size.width, size.height - type_size * 1.3);
    let ends = (f64::from(years.0) - 0.5, f64::from(years.1) + 0.5);
    let mut panels = panels(room, &names, ends, high, 0.0);
    panels.iter_mut().for_each(|panel| panel.lower(type_size * 1.3));
    drawing.text(Text { colour: Colour::Soft, ..Text::new(&unit, (0.0, type_size * 0.9), Anchor::Start, type_size) });
    // The same number of decimals over all columns, as their width allows.
    let widest = font::width(&words.numbers.fixed(high, 1), type_size, false);
    let decimals = u8::from(panels.iter().all(|panel| panel.x.step() > widest + 3.0));
    for (((place, line), panel), short) in lines.iter().zip(&panels).zip(&names) {
        panel.begin(&mut drawing, short, years);
        for (year, value) in line {
            let fact = format!("neighbours.head.{}.{year}", word(place));
            let called = format!("{}, {year}: {} {unit}", words.plain(name(place)), words.numbers.fixed(*value, 1));
            let column = panel.column(*year, *value);
            drawing.mark(Mark::bar(&fact, called, column, Paint::full(colour(place))));
            let spots = beside(&column, 2.0, type_size, &[Side::Above]);
            let shown = words.numbers.fixed(*value, decimals);
            drawing.label(Label::new(shown, &fact, type_size, spots).rank(0));
        }
        let end = line.last().map_or(years.1, |(year, _)| *year);
        if end < years.1 {
            let said = words.plain(key::neighbours::CHART_FLOOR).to_owned();
            let left = panel.column(years.1, 0.0).left;
            let at = |share: f64| (left, panel.area.bottom - panel.area.height() * share);
            let spots = [0.45, 0.6, 0.3, 0.75].map(|share| Spot { at: at(share), anchor: Anchor::Start });
            let label = Label::new(said, "", type_size, spots.into()).or_lines(50.0);
            drawing.label(label.colour(Colour::Soft).lead());
        }
    }
    drawing.finished()
}
