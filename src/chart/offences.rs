//! Figure `offences`: what was recorded, year by year; other scopes and parts of a year apart.

use super::parts::{Chart, INK, QUIET};
use super::plot::{Group, Look, PALE, Plot, Said, Scale};
use super::table::{Cell, Table};
use super::{Figure, Frame, Scene, Size, given_chart, written};
use crate::id;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use charming::element::Symbol;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "offences",
    scenes: &[&YEARS, &PARTS, &SCOPES],
    still: &YEARS,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::offences::CAPTION,
    caption_more: key::offences::CAPTION_MORE,
    table: written(table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(2, 0, 4),
};
/// Whole years, and what the report implies.
pub const YEARS: Scene =
    Scene { id: "years", draw: given_chart("offences", years), alt: |_| vec![key::offences::ALT_YEARS] };
/// With parts of years.
pub const PARTS: Scene =
    Scene { id: "parts", draw: given_chart("offences", parts), alt: |_| vec![key::offences::ALT_PARTS] };
/// With crimes alone and persons.
pub const SCOPES: Scene =
    Scene { id: "scopes", draw: given_chart("offences", scopes), alt: |_| vec![key::offences::ALT_SCOPES] };

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

/// What one scene shows of each.
#[derive(Default)]
struct Shown {
    part: bool,
    other: bool,
    above: Vec<(&'static str, Key)>,
    left: Vec<(&'static str, Key)>,
    right: Vec<(&'static str, Key)>,
}

fn years(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let above = vec![(WHOLE[3], key::offences::CHART_LAST)];
    let right = vec![(WHOLE[0], key::offences::CHART_FIRST), (WHOLE[2], key::offences::CHART_THIRD)];
    let left = vec![(BEFORE, key::offences::CHART_BEFORE)];
    compose(facts, words, frame, &Shown { above, left, right, ..Shown::default() })
}

fn parts(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let above = vec![
        (PART[3], key::offences::CHART_NOVEMBER),
        (PART[0], key::offences::CHART_NINE),
        (OPEN[0], key::offences::CHART_EIGHT),
    ];
    let left = vec![(PART[1], key::offences::CHART_JULY), (PART[2], key::offences::CHART_SEPTEMBER)];
    compose(facts, words, frame, &Shown { part: true, above, left, ..Shown::default() })
}

fn scopes(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let above = vec![
        (WHOLE[3], key::offences::CHART_LAST),
        (CRIMES[3], key::offences::CHART_CRIMES),
        (DETAINED[0], key::offences::CHART_DETAINED),
    ];
    compose(facts, words, frame, &Shown { other: true, above, ..Shown::default() })
}

/// The result that stands beside the printed figures.
const BEFORE: &str = "offences.before";

/// Year and height of a printed figure or of the implied year.
fn place(facts: &Facts<'_>, fact: &str) -> Option<(f64, f64)> {
    if let Some(outcome) = facts.outcome(fact) {
        return Some((f64::from(facts.previous()), outcome.result.value.0));
    }
    let value = crate::model::bare::printed(facts.data, fact)?.value.0;
    Some((f64::from(facts.year_of(fact)?), value))
}

fn group(facts: &Facts<'_>, id: &'static str, (look, symbol): (Look, Symbol), of: &[&str]) -> Group {
    let mark = |fact: &&str| place(facts, fact).map(|(year, value)| (year, value, (*fact).to_owned()));
    Group { id, look, symbol, joined: false, marks: of.iter().filter_map(mark).collect() }
}

fn compose(facts: &Facts<'_>, words: &Words, frame: Frame, shown: &Shown) -> Chart {
    fn when<'a>(holds: bool, of: &'a [&'a str]) -> &'a [&'a str] {
        if holds { of } else { &[] }
    }
    // Beside the mark, not on it.
    let said = |of: &[(&'static str, Key)], (right, up): (f64, f64)| -> Vec<Said> {
        let words = |(fact, key): &(&'static str, Key)| {
            let (year, value) = place(facts, fact)?;
            Some((year + right, value + up, plain(facts, words, *key)))
        };
        of.iter().filter_map(words).collect()
    };
    let interval = facts.outcome(BEFORE).and_then(|outcome| outcome.result.interval);
    let span = interval.map(|interval| (f64::from(facts.previous()), interval.low().0, interval.high().0));
    let first = facts.year_of(WHOLE[0]).unwrap_or_default();
    let last = facts.year_of(CRIMES[6]).unwrap_or_default();
    let every = if frame == Frame::Phone { 4 } else { 2 };
    let plot = Plot {
        years: (f64::from(first) - 0.8, f64::from(last) + 0.8, (first..=last).step_by(every).collect()),
        scale: Scale::Linear { high: 10_000.0, step: 2_500.0 },
        unit: words.plain(key::offences::UNIT).to_owned(),
        groups: vec![
            group(facts, "whole", (Look::Full(INK), Symbol::Circle), &WHOLE),
            group(facts, "implied", (Look::Hollow(INK), Symbol::Circle), &[BEFORE]),
            group(facts, "part", (Look::Hollow(QUIET), Symbol::Circle), when(shown.part, &PART)),
            group(facts, "open", (Look::Full(QUIET), Symbol::Triangle), when(shown.part, &OPEN)),
            group(facts, "crimes", (Look::Full(PALE), Symbol::Diamond), when(shown.other, &CRIMES)),
            group(facts, "persons", (Look::Full(QUIET), Symbol::Rect), when(shown.other, &DETAINED)),
        ],
        spans: span.into_iter().collect(),
        rules: Vec::new(),
        above: said(&shown.above, (0.0, 120.0)),
        left: said(&shown.left, (-0.12, 0.0)),
        right: said(&shown.right, (0.12, 0.0)),
    };
    plot.chart(frame)
}

/// Every mark: its year, what it counts, the number and its check.
fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::offences::{TABLE_NUMBER, TABLE_WHAT, WHAT_ALL, WHAT_CRIMES, WHAT_IMPLIED, WHAT_PART, WHAT_PERSONS};
    let groups: [(&[&str], Key); 6] = [
        (&WHOLE, WHAT_ALL),
        (&[BEFORE], WHAT_IMPLIED),
        (&PART, WHAT_PART),
        (&OPEN, key::offences::WHAT_OPEN),
        (&CRIMES, WHAT_CRIMES),
        (&DETAINED, WHAT_PERSONS),
    ];
    let mut rows = Vec::new();
    for (group, what) in groups {
        for fact in group {
            let Some((number, (year, _))) = facts.number(fact, words).zip(place(facts, fact)) else { continue };
            let check = words.plain(number.check_short()).to_owned();
            let (year, what) = ((year as u16).to_string(), words.plain(what));
            rows.push(vec![Cell::Words(year), Cell::Words(what.to_owned()), Cell::Number(number), Cell::Words(check)]);
        }
    }
    let head = [key::doubled::TABLE_YEAR, TABLE_WHAT, TABLE_NUMBER, key::doubled::TABLE_CHECK];
    Table { head: head.iter().map(|key| words.plain(*key).to_owned()).collect(), rows }
}
