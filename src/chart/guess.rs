//! Figure `guess`: the two totals of the report as fields of squares, then the reader's guesses.

use super::hundred::{ALL, Hundred, SIDE};
use super::squares::{Field, Group, Look, Place, Speck, Squares, draw, squares_of};
use super::table::{Cell, Table};
use super::{Draw, Figure, Scene, Size, sketch, with_unit};
use crate::draw::colour::Colour;
use crate::draw::{Drawing, Paint, Part};
use crate::id;
use crate::model::{Choices, SQUARE};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "guess",
    scenes: &[&FIELDS, &HUNDRED, &LINE],
    still: &FIELDS,
    room: [Size::new(350.0, 340.0), Size::new(745.0, 582.0)],
    caption: key::guess::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::guess::CAPTION_MORE,
    table: Some(table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(1),
};
/// Two fields of squares, eleven of them in the accent colour.
pub const FIELDS: Scene = Scene { id: "fields", draw: Draw::Kit(fields), alt: |_| vec![key::guess::ALT_FIELDS] };
/// A hundred squares to guess with.
pub const HUNDRED: Scene = Scene {
    id: "hundred",
    draw: Draw::Kit(hundred),
    alt: |facts| vec![if facts.choices.share.is_some() { key::guess::ALT_SHARE } else { key::guess::ALT_HUNDRED }],
};
/// The line up to the report's base year, to be drawn on.
pub const LINE: Scene = Scene {
    id: "line",
    draw: Draw::Kit(sketch::draw),
    alt: |facts| {
        let drawn = facts.guess_line().last().map(|_| key::guess::ALT_DRAWN);
        [key::guess::ALT_LINE].into_iter().chain(drawn).collect()
    },
};

/// The squares of the first scene. What the accent stands for is told after the guess.
#[must_use]
pub fn squares(facts: &Facts<'_>, words: &Words) -> Squares {
    let field = |total: &str, accent: Option<&str>| {
        let count = squares_of(facts.kilograms(total).unwrap_or_default());
        let apart = accent.map_or(0, |id| squares_of(facts.kilograms(id).unwrap_or_default()));
        let group = |look, fact: &str, count| Group {
            look,
            fact: fact.to_owned(),
            count,
            name: String::new(),
            weight: with_unit(facts, words, fact),
            place: Place::Stack,
        };
        Field {
            name: facts.year_of(total).map(|year| year.to_string()).unwrap_or_default(),
            total: vec![with_unit(facts, words, total)],
            groups: [group(Look::All, total, count.saturating_sub(apart))]
                .into_iter()
                .chain(accent.map(|id| group(Look::Synthetics, id, apart)))
                .collect(),
            ..Field::default()
        }
    };
    let speck = Speck {
        fact: id::SEED_SYNTH_2018.to_owned(),
        name: String::new(),
        weight: with_unit(facts, words, id::SEED_SYNTH_2018),
        share: facts.kilograms(id::SEED_SYNTH_2018).unwrap_or_default() / SQUARE.0,
    };
    let before = Field { speck: Some(speck), ..field(id::SEED_TOTAL_2018, None) };
    Squares { fields: vec![before, field(id::SEED_TOTAL_2023, Some(id::SEED_SYNTH_2023))], layout: "fields" }
}

fn fields(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    draw(&squares(facts, words), size)
}

/// A square a kilogram of every hundred: those that the reader guesses to be synthetic are filled, from the top. Its
/// parts are as many with a guess as without, so that a pointer that is down stays on what it points at.
fn hundred(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let guessed = facts.choices.share.is_some();
    let most = Facts { choices: Choices { share: Some(ALL as u16), ..facts.choices }, ..*facts };
    let [hint, longest] = [(facts, key::guess::CHART_HUNDRED), (&most, key::guess::CHART_SHARE)]
        .map(|(facts, key)| plain(facts, words, key));
    let hundred = Hundred::new(size, &[&hint, &longest], |lines| lines.iter().copied().max().unwrap_or(0));
    let guess = usize::from(facts.choices.share.unwrap_or(0)).min(ALL);
    let mut drawing = Drawing::new("hundred", "hundred", size);
    for (class, places, paint) in
        [("guessed", 0..guess, Paint::full(Colour::Guess)), ("unguessed", guess..ALL, Paint::hollow(Colour::Pale, 1.0))]
    {
        drawing.parts.push(Part::Line { path: hundred.squares(places), paint, class });
    }
    drawing.parts.push(Part::Pad { what: "share", area: hundred.area(), paint: Paint::default() });
    let share = if guessed { plain(facts, words, key::guess::CHART_SHARE) } else { String::new() };
    let [asks, says] = if guessed { ["ask away", "said"] } else { ["ask", "said away"] };
    drawing.group(asks, hundred.words(&hint, 0, 0, false, Colour::Soft));
    drawing.group(says, hundred.words(&share, 0, hundred.lines(&longest), true, Colour::Guess));
    drawing
}

/// How many squares of the hundred are filled when a reader points at a place of it, as shares of its width and
/// height: from one to a hundred, and none above its upper edge.
///
/// ```
/// use seized::chart::guess::pointed;
/// assert_eq!(pointed(0.05, 0.05), 1);
/// assert_eq!(pointed(0.95, 0.25), 30);
/// assert_eq!(pointed(2.0, 2.0), 100);
/// assert_eq!(pointed(0.5, -0.2), 0);
/// ```
#[must_use]
pub fn pointed(across: f64, down: f64) -> u16 {
    if down < 0.0 {
        return 0;
    }
    let place = |share: f64| (share * SIDE as f64).floor().clamp(0.0, SIDE as f64 - 1.0) as u16;
    place(down) * SIDE as u16 + place(across) + 1
}

/// The years of the given line, then the printed totals with their squares.
fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let head = [key::guess::TABLE_YEAR, key::guess::TABLE_TOTAL, key::guess::TABLE_SQUARES, key::doubled::TABLE_CHECK];
    let row = |year: u16, total: &str, squares: Cell| {
        let number = facts.number(total, words)?;
        let check = words.plain(number.check_short()).to_owned();
        Some(vec![Cell::Words(year.to_string()), Cell::Number(number), squares, Cell::Words(check)])
    };
    let before = sketch::known(facts).into_iter().filter(|point| point.year < facts.report_base());
    let before = before.filter_map(|point| row(point.year, &point.fact, Cell::Empty));
    let printed = [id::SEED_TOTAL_2018, id::SEED_TOTAL_2023].into_iter().filter_map(|total| {
        let squares = Facts::whole(squares_of(facts.kilograms(total)?));
        row(facts.year_of(total)?, total, Cell::value(words, squares, 0))
    });
    Table { head: head.iter().map(|key| plain(facts, words, *key)).collect(), rows: before.chain(printed).collect() }
}
