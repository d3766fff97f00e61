//! Figure `guess`: the two totals of the report as fields of squares, then the reader's guesses.

use super::hundred::{ALL, Hundred, SIDE};
use super::squares::{Field, Group, Squares, draw, squares_of};
use super::svg::{Size, open, put_mark, put_words};
use super::table::{Cell, Table};
use super::{Draw, Figure, Scene, sketch, with_unit};
use crate::id;
use crate::model::SQUARE;
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
    caption_more: key::guess::CAPTION_MORE,
    table: Some(table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(1),
};
/// Two fields of squares, eleven of them in the accent colour.
pub const FIELDS: Scene = Scene { id: "fields", draw: Draw::Svg(fields), alt: |_| vec![key::guess::ALT_FIELDS] };
/// A hundred squares to guess with.
pub const HUNDRED: Scene = Scene {
    id: "hundred",
    draw: Draw::Svg(hundred),
    alt: |facts| vec![if facts.choices.share.is_some() { key::guess::ALT_SHARE } else { key::guess::ALT_HUNDRED }],
};
/// The line up to the report's base year, to be drawn on.
pub const LINE: Scene = Scene {
    id: "line",
    draw: Draw::Svg(sketch::draw),
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
            away: false,
        };
        Field {
            name: facts.year_of(total).map(|year| year.to_string()).unwrap_or_default(),
            total: with_unit(facts, words, total),
            groups: [group("all", total, count.saturating_sub(apart))]
                .into_iter()
                .chain(accent.map(|id| group("synthetics", id, apart)))
                .collect(),
            speck: None,
        }
    };
    let share = facts.kilograms(id::SEED_SYNTH_2018).unwrap_or_default() / SQUARE.0;
    let mut before = field(id::SEED_TOTAL_2018, None);
    let weight = with_unit(facts, words, id::SEED_SYNTH_2018);
    before.speck = Some((id::SEED_SYNTH_2018.to_owned(), weight, share));
    let fields = vec![before, field(id::SEED_TOTAL_2023, Some(id::SEED_SYNTH_2023))];
    Squares { most: fields.iter().map(Field::count).max().unwrap_or(1), fields, layout: "fields" }
}

fn fields(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    draw(&squares(facts, words), size)
}

/// A square a kilogram of every hundred: those that the reader guesses to be synthetic are filled, from the top.
fn hundred(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let hundred = Hundred::new(size);
    let guess = usize::from(facts.choices.share.unwrap_or(0)).min(ALL);
    let mut svg = open("hundred", "hundred", size);
    put_mark(&mut svg, "guessed", "", &hundred.squares(0..guess), "");
    put_mark(&mut svg, "unguessed", "", &hundred.squares(guess..ALL), "");
    sketch::put_pad(&mut svg, "share", hundred.corner, (hundred.side(), hundred.side()));
    let key = if facts.choices.share.is_some() { key::guess::CHART_SHARE } else { key::guess::CHART_HUNDRED };
    put_words(&mut svg, "name", hundred.words(), "middle", &plain(facts, words, key));
    svg + "</svg>"
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
