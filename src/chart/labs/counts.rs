//! Every count of figure `labs`: whole years as columns of squares; under them, apart and hollow, those of a part of a
//! year, as high for as many.

use super::fields::Grid;
use super::{ANY, APART, PARTS, REPORT, YEARS, count, name, number};
use crate::chart::Size;
use crate::draw::colour::Colour;
use crate::draw::font;
use crate::draw::label::beside;
use crate::draw::{Anchor, Drawing, Label, Mark, Paint, Rect, Side, Spot, Text, path};
use crate::id;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// How much of its room a column takes.
const FILLED: f64 = 0.84;

/// Years in order, each with its counts of the whole year and of a part of it.
fn years<'a>(facts: &Facts<'_>) -> Vec<(u16, Vec<&'a str>, Vec<&'a str>)> {
    // The report's first, then the others of its year.
    let whole: Vec<&str> = REPORT.iter().chain(YEARS).chain(APART.iter().rev()).copied().collect();
    let mut all: Vec<u16> = whole.iter().chain(PARTS).filter_map(|fact| facts.year_of(fact)).collect();
    all.sort_unstable();
    all.dedup();
    let of = |facts_of: &[&'a str], year| {
        facts_of.iter().copied().filter(|fact| facts.year_of(fact) == Some(year)).collect::<Vec<_>>()
    };
    all.into_iter().map(|year| (year, of(&whole, year), of(PARTS, year))).collect()
}

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut drawing = Drawing::new("fields", "all", size);
    let years = years(facts);
    let bands: usize = years.iter().map(|(_, whole, _)| whole.len().max(1)).sum();
    let band = size.width / bands.max(1) as f64;
    let highest = |of: &mut dyn Iterator<Item = &&str>| of.map(|fact| count(facts, fact)).max().unwrap_or(1);
    let most = highest(&mut years.iter().flat_map(|(_, whole, _)| whole));
    let most_of_parts = highest(&mut years.iter().flat_map(|(.., parts)| parts));
    let type_size = drawing.type_size();
    // Over both rows room for a line of words; between them the years.
    let (above, between) = (type_size * 1.35, type_size * 1.5 + 8.0);
    let room = size.height - 2.0 * above - between - 2.0;
    let pitch = |columns: usize| {
        let rows = most.div_ceil(columns) as f64 + most_of_parts as f64 / columns as f64;
        (band * FILLED / columns as f64).min(room / rows)
    };
    let columns = (2..20).fold(2, |best, columns| if pitch(columns) > pitch(best) { columns } else { best });
    let pitch = path::whole_tenths(pitch(columns).max(1.0));
    let one = pitch / columns as f64;
    let foot = size.height - 2.0;
    let middle = foot - most_of_parts as f64 * one - above - between;
    let mut left = 0.0;
    let mut later = Vec::new();
    for (year, whole, parts) in &years {
        let right = left + band * whole.len().max(1) as f64;
        for (place, fact) in whole.iter().enumerate() {
            let inset = (band - columns as f64 * pitch) / 2.0;
            let grid = Grid { columns, pitch, corner: (left + band * place as f64 + inset, middle) };
            put_whole(&mut drawing, (facts, words), fact, (&grid, band));
        }
        let at = (f64::midpoint(left, right), middle + 4.0 + type_size * 0.9);
        let text = Text::new(year.to_string(), at, Anchor::Middle, type_size);
        drawing.text(Text { colour: Colour::Soft, ..text });
        let wide = ((right - left - 6.0) / parts.len().max(1) as f64).min(16.0);
        let begin = at.0 - wide * parts.len() as f64 / 2.0;
        for (place, fact) in parts.iter().enumerate() {
            let x = begin + wide * place as f64;
            let top = foot - count(facts, fact) as f64 * one;
            later.push((*fact, Rect { left: x + 0.75, top, right: x + wide - 0.75, bottom: foot }));
        }
        left = right;
    }
    for edge in [middle + 1.0, foot + 0.5] {
        drawing.line(path::line([Some((0.0, edge)), Some((size.width, edge))]), Paint::line(Colour::Quiet, 1.0));
    }
    for (fact, rect) in later {
        let paint = Paint::hollow(Colour::Quiet, 1.0);
        drawing.mark(Mark::bar(fact, name(facts, words, fact), rect, paint));
        if fact == id::MVD25_8M_LABS {
            let spots = beside(&rect, 2.0, type_size, &[Side::Above]);
            drawing.label(Label::new(number(facts, words, fact), fact, type_size, spots).colour(Colour::Soft).rank(2));
        }
    }
    title(&mut drawing, plain(facts, words, key::labs::CHART_WHOLE), type_size);
    let under = middle + between + type_size * 0.8;
    title(&mut drawing, plain(facts, words, key::labs::CHART_PARTS), under);
    drawing.finished()
}

/// What a row shows, at its upper left corner.
fn title(drawing: &mut Drawing, words: String, level: f64) {
    let size = drawing.type_size();
    drawing.text(Text { colour: Colour::Soft, ..Text::new(words, (0.0, level), Anchor::Start, size) });
}

/// The squares of a whole year's count, and its number or whose it is.
fn put_whole(drawing: &mut Drawing, (facts, words): (&Facts<'_>, &Words), fact: &str, (grid, band): (&Grid, f64)) {
    let paint = match fact {
        fact if REPORT.contains(&fact) => Paint::full(Colour::Ink),
        fact if APART.contains(&fact) => Paint::hollow(Colour::Quiet, 1.0),
        _ => ANY,
    };
    let count = count(facts, fact);
    drawing.mark(grid.mark(fact, name(facts, words, fact), (0, count), paint));
    let size = drawing.type_size();
    let rect = Rect { right: grid.corner.0 + grid.columns as f64 * grid.pitch, ..grid.rect(0, count) };
    let [over] = beside(&rect, 3.0, size, &[Side::Above])[..] else { return };
    // For one, two and three lines, the last one next to the column.
    let spot = |above: f64| Spot { at: (over.at.0, over.at.1 - size * 1.2 * above), ..over };
    let spots = vec![spot(0.0), spot(1.0), spot(2.0)];
    let number = number(facts, words, fact);
    let key: Option<Key> = match fact {
        id::SEED_LABS_PREV => Some(key::labs::CHART_REPORT_PREV),
        id::SEED_LABS_2023 => Some(key::labs::CHART_REPORT),
        id::PM22_LABS => Some(key::labs::CHART_GOVERNMENT),
        id::KOZHAEV_LABS_2023 => Some(key::labs::CHART_OTHER),
        id::KNB23_LABS => Some(key::labs::CHART_AGENCY),
        _ => None,
    };
    let Some(key) = key else { return drawing.label(Label::new(number, fact, size, spots).bold().rank(0)) };
    // Whose it is, where the columns beside it leave that room.
    let room = band;
    let lines = font::lines(&plain(facts, words, key), size, false, room);
    let fits = lines.iter().all(|line| font::width(line, size, false) <= room);
    let label = Label::new(if fits { lines.join("\n") } else { number.clone() }, fact, size, spots).or(number);
    let plain_number = !fits && !APART.contains(&fact);
    drawing.label(if plain_number { label.bold() } else { label }.rank(0));
}
