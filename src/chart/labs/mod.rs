//! Figure `labs`: laboratories as squares, one each, by what they made; a part of a year is framed or stands apart.

mod counts;
mod fields;
mod rows;

use super::{Draw, Figure, Scene, Size, named, written};
use crate::draw::colour::Colour;
use crate::draw::{Drawing, Fill, Paint};
use crate::id;
use crate::model::labs::{APART, PARTS, YEARS};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use fields::{Field, put};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "labs",
    scenes: &[&TWO, &ALL, &KINDS, &SUM],
    still: &KINDS,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::labs::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::labs::CAPTION_MORE,
    table: written(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    // Without the sum, which is three of them together.
    heard: crate::chart::Heard::rows(1, 0, COUNTS),
};
/// The report's two counts.
pub const TWO: Scene = Scene { id: "two", draw: Draw::Kit(two), alt: |_| vec![key::labs::ALT_TWO] };
/// Every count.
pub const ALL: Scene = Scene { id: "all", draw: Draw::Kit(counts::draw), alt: |_| vec![key::labs::ALT_ALL] };
/// Laboratories for synthetics among them.
pub const KINDS: Scene = Scene { id: "kinds", draw: Draw::Kit(kinds), alt: |_| vec![key::labs::ALT_KINDS] };
/// Three years together, and how many were for synthetics in several.
pub const SUM: Scene = Scene { id: "sum", draw: Draw::Kit(sum), alt: |_| vec![key::labs::ALT_SUM] };

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::cast_possible_truncation, reason = "a few dozen")]
const COUNTS: u8 = (REPORT.len()
    + YEARS.len()
    + APART.len()
    + SYNTHETIC.len()
    + PARTS.len()
    + crate::model::labs::SYNTHETIC_PARTS.len()) as u8;
const SYNTHETIC: [&str; 3] = [id::MVD25_LABS_SYNTH, id::MVD25_8M_LABS_GROW, id::UNODC_87_LABS];
const REPORT: [&str; 2] = [id::SEED_LABS_PREV, id::SEED_LABS_2023];
/// Laboratories of all kinds, or of none that is said.
const ANY: Paint = Paint::full(Colour::Quiet);
/// Laboratories for synthetics.
const MADE: Paint = Paint::full(Colour::Accent);

/// A mark in words, with what its source says was counted.
fn name(facts: &Facts<'_>, words: &Words, fact: &str) -> String {
    let kind = facts.data.figure(fact).map_or("", |figure| words.name(&figure.drug));
    [&named(facts, words, fact, facts.year_of(fact).unwrap_or_default()), ", ", kind].concat()
}

/// A count; none of what is no number.
fn count(facts: &Facts<'_>, fact: &str) -> usize {
    let value = crate::model::bare::printed(facts.data, fact).map_or(0.0, |number| number.value.0);
    value.round().clamp(0.0, 10_000.0) as usize
}

/// A count's number.
fn number(facts: &Facts<'_>, words: &Words, fact: &str) -> String {
    facts.number(fact, words).map(|number| number.text).unwrap_or_default()
}

fn year(facts: &Facts<'_>, fact: &str) -> String {
    facts.year_of(fact).map(|year| year.to_string()).unwrap_or_default()
}

/// The count of a whole year, its number over it.
fn whole<'a>(facts: &Facts<'_>, words: &Words, fact: &'a str) -> Field<'a> {
    Field {
        groups: vec![(fact, count(facts, fact), ANY)],
        above: vec![number(facts, words, fact)],
        below: Vec::new(),
        name: year(facts, fact),
        frame: None,
    }
}

fn two(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut drawing = Drawing::new("fields", "two", size);
    let fields = REPORT.map(|fact| whole(facts, words, fact));
    put(&mut drawing, (facts, words), &fields, 0.0);
    drawing.finished()
}

fn kinds(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let said = |keys: &[Key]| -> Vec<String> { keys.iter().map(|key| plain(facts, words, *key)).collect() };
    let part = facts.data.figure(id::MVD25_8M_LABS).map_or("", |figure| words.name(&figure.period.text));
    let synthetic = count(facts, id::MVD25_LABS_SYNTH);
    let others = count(facts, id::MVD25_LABS).saturating_sub(synthetic);
    let fields = [
        Field {
            groups: vec![(id::MVD25_LABS_SYNTH, synthetic, MADE), (id::MVD25_LABS, others, ANY)],
            above: said(&[key::labs::CHART_KINDS]),
            below: said(&[key::labs::CHART_SYNTHETIC]),
            name: year(facts, id::MVD25_LABS),
            frame: None,
        },
        Field {
            groups: vec![
                (id::MVD25_8M_LABS_SYNTH, count(facts, id::MVD25_8M_LABS_SYNTH), MADE),
                (id::MVD25_8M_LABS_GROW, count(facts, id::MVD25_8M_LABS_GROW), Paint::filled(Fill::Hatch)),
            ],
            above: said(&[key::labs::CHART_GROW, key::labs::CHART_GROW_SHORT]),
            below: said(&[key::labs::CHART_SYNTHETIC_PART]),
            name: part.to_owned(),
            frame: Some(id::MVD25_8M_LABS),
        },
    ];
    let mut drawing = Drawing::new("fields", "kinds", size);
    put(&mut drawing, (facts, words), &fields, 0.0);
    drawing.finished()
}

fn sum(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut fields: Vec<Field<'_>> =
        [id::PM22_LABS, id::SEED_LABS_2023, id::TIMESCA24_LABS].map(|fact| whole(facts, words, fact)).into();
    fields.push(Field {
        groups: vec![(id::UNODC_87_LABS, count(facts, id::UNODC_87_LABS), MADE)],
        above: vec![number(facts, words, id::UNODC_87_LABS)],
        below: Vec::new(),
        name: plain(facts, words, key::labs::CHART_QUOTED),
        frame: None,
    });
    let mut drawing = Drawing::new("fields", "sum", size);
    let high = drawing.type_size() * 1.6;
    let middle = put(&mut drawing, (facts, words), &fields, high);
    fields::sum(&mut drawing, &middle[..3], &plain(facts, words, key::labs::CHART_SUM));
    drawing.finished()
}
