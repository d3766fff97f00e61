//! Figure `offences`: what was recorded, year by year, as columns; a part of a year is as much narrower as it is shorter,
//! and other scopes are no columns.

mod parts;
mod rows;
mod scopes;

use super::years::{Amounts, Plot, Years, stretch};
use super::{Draw, Figure, Scene, Size, written};
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Drawing, Label, Paint, Rect, Side};
use crate::id;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "offences",
    scenes: &[&YEARS, &PARTS, &SCOPES],
    still: &YEARS,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::offences::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::offences::CAPTION_MORE,
    table: written(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(2, 0, 4),
};
/// Whole years, and what the report implies.
pub const YEARS: Scene = Scene { id: "years", draw: Draw::Kit(years), alt: |_| vec![key::offences::ALT_YEARS] };
/// With parts of years.
pub const PARTS: Scene = Scene { id: "parts", draw: Draw::Kit(parts::draw), alt: |_| vec![key::offences::ALT_PARTS] };
/// With crimes alone and persons.
pub const SCOPES: Scene =
    Scene { id: "scopes", draw: Draw::Kit(scopes::draw), alt: |_| vec![key::offences::ALT_SCOPES] };

/// All offences of a whole year.
const WHOLE: [&str; 4] = [id::EHRA_OFF_2015, id::EHRA_OFF_2016, id::EHRA_OFF_2017, id::SEED_OFFENCES_2023];
/// All offences of a part of a year.
const PART: [&str; 4] = [id::INCSR_OFFENCES_2018_9M, id::MVD25_7M_OFF, id::KTKZ25_9M_OFF, id::PGO25_NOV_OFF];
/// A part of a year, with no upper end.
const OPEN: [&str; 1] = [id::KURSIV_2021_OFF_8M];
/// Crimes without misdemeanours, by several offices.
const CRIMES: [&str; 7] = [
    id::EHRA_SER_2015,
    id::EHRA_SER_2016,
    id::EHRA_SER_2017,
    id::INCSR_CRIMES_2016,
    id::INCSR_CRIMES_2017,
    id::PM22_CRIMES,
    id::MVD25_CRIMES,
];
/// Persons.
const DETAINED: [&str; 1] = [id::SEED_DETAINED_2023];

/// The result that stands beside the published figures.
const BEFORE: &str = "offences.before";

/// The share of its year's room that the column of a whole year takes.
const FILLED: f64 = 0.76;

fn years(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut plot = whole(facts, words, (size, "years"), 0.0);
    put_before(facts, &mut plot);
    let said = plain(facts, words, key::offences::CHART_BEFORE);
    if let Some(label) = beside_column(facts, &plot, BEFORE, &said, &[Side::Left, Side::Above]) {
        plot.drawing.label(label.or_lines(90.0).lead());
    }
    plot.finished()
}

/// The whole years with their numbers, and so many years of room after the last.
fn whole<'a>(facts: &'a Facts<'a>, words: &'a Words, (size, layout): (Size, &'static str), aside: f64) -> Plot<'a> {
    let first = facts.year_of(WHOLE[0]).unwrap_or_default();
    let end = facts.year_of(CRIMES[6]).unwrap_or_default();
    let must = WHOLE.iter().rev().filter_map(|fact| facts.year_of(fact));
    let named: Vec<u16> = must.chain([end, facts.previous()]).chain(first..=end).collect();
    let years = Years {
        ends: (f64::from(first) - 0.6, f64::from(end) + 0.6 + aside),
        labelled: Years::labelled(first, end, &named),
    };
    let highest =
        WHOLE.iter().chain(&PART).chain(&OPEN).filter_map(|fact| Some(place(facts, fact)?.1)).fold(0.0, f64::max);
    let unit = words.plain(key::offences::UNIT);
    let mut plot = Plot::new((facts, words), (size, layout), &years, Amounts::Marks(highest), unit);
    let width = column_width(&plot);
    for fact in WHOLE {
        let Some((year, value)) = place(facts, fact) else { continue };
        plot.column(year, value, fact, width, Paint::full(Colour::Ink));
        let said = if fact == WHOLE[3] {
            plain(facts, words, key::offences::CHART_LAST)
        } else {
            facts.number(fact, words).map(|number| number.text).unwrap_or_default()
        };
        if let Some(label) = beside_column(facts, &plot, fact, &said, &[Side::Above, Side::Right]) {
            // The second of three neighbours gives way to the first and the third.
            plot.drawing.label(label.bold().rank(if fact == WHOLE[1] { 2 } else { 0 }));
        }
    }
    plot
}

/// The year before the report's last, as the report implies it: dashed, with its interval.
fn put_before(facts: &Facts<'_>, plot: &mut Plot<'_>) {
    if let (Some((year, value)), Some(outcome)) = (place(facts, BEFORE), facts.outcome(BEFORE)) {
        plot.column(year, value, BEFORE, column_width(plot), Paint::hollow(Colour::Ink, 1.5).dashed());
        if let Some(ends) = outcome.result.interval {
            let ends = [ends.low().0, ends.high().0].map(|end| Some(plot.place(year, end)));
            plot.drawing.line_through(&ends, Paint::line(Colour::Ink, 2.0));
        }
    }
}

/// How wide the column of a whole year is.
fn column_width(plot: &Plot<'_>) -> f64 {
    plot.x.step() * FILLED
}

/// The column of a figure: as much of its year's room as it covers of the year.
fn column(facts: &Facts<'_>, plot: &Plot<'_>, fact: &str) -> Option<Rect> {
    let (year, value) = place(facts, fact)?;
    let (from, to) =
        facts.data.figure(fact).and_then(|figure| stretch(&figure.period)).unwrap_or((year - 0.5, year + 0.5));
    let at = |time: f64| year + (time - year) * FILLED;
    Some(Rect::between(plot.place(at(from), value), plot.place(at(to), 0.0)))
}

/// Words beside the top of a figure's column.
fn beside_column(facts: &Facts<'_>, plot: &Plot<'_>, fact: &str, said: &str, sides: &[Side]) -> Option<Label> {
    let rect = column(facts, plot, fact)?;
    let size = plot.drawing.type_size();
    let top = Rect { bottom: rect.top + size, ..rect };
    Some(Label::new(said, fact, size, beside(&top, 3.0, size, sides)))
}

/// Year and height of a published figure or of the implied year.
fn place(facts: &Facts<'_>, fact: &str) -> Option<(f64, f64)> {
    if let Some(outcome) = facts.outcome(fact) {
        return Some((f64::from(facts.previous()), outcome.result.value.0));
    }
    let value = crate::model::bare::printed(facts.data, fact)?.value.0;
    Some((f64::from(facts.year_of(fact)?), value))
}
