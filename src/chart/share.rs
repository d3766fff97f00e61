//! Figure `share`: a hundred squares, and how much of them is synthetic.

use super::hundred::{ALL, Hundred};
use super::table::{Cell, Table};
use super::{Draw, Figure, Scene, Size, with_unit, written};
use crate::draw::colour::Colour;
use crate::draw::{Drawing, Mark, Paint, Part};
use crate::id;
use crate::text::fact::Facts;
use crate::text::key::share::TABLE_RISE;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "share",
    scenes: &[&WEIGHT, &BEFORE, &RISE],
    still: &WEIGHT,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::share::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::share::CAPTION_MORE,
    table: written(table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(3),
};
/// The report's last total, with the reader's guess.
pub const WEIGHT: Scene = Scene {
    id: "weight",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &AFTER, facts.choices.share)),
    alt: |facts| {
        let guess = facts.choices.share.map(|_| key::share::ALT_GUESS);
        [key::share::ALT_WEIGHT].into_iter().chain(guess).collect()
    },
};
/// Its first total.
pub const BEFORE: Scene = Scene {
    id: "before",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &FIRST, None)),
    alt: |_| vec![key::share::ALT_BEFORE],
};
/// The rise between them.
pub const RISE: Scene = Scene {
    id: "rise",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &MORE, None)),
    alt: |_| vec![key::share::ALT_RISE],
};

/// A whole: what it is, the synthetics in it, their share, and how that is said in the figure.
struct Whole {
    all: &'static str,
    synthetics: &'static str,
    share: &'static str,
    said: Key,
    layout: &'static str,
}

const FIRST: Whole = Whole {
    all: id::SEED_TOTAL_2018,
    synthetics: id::SEED_SYNTH_2018,
    share: "share.before",
    said: key::share::CHART_BEFORE,
    layout: "share-before",
};
const AFTER: Whole = Whole {
    all: id::SEED_TOTAL_2023,
    synthetics: id::SEED_SYNTH_2023,
    share: "share.weight",
    said: key::share::CHART_WEIGHT,
    layout: "share-weight",
};
const MORE: Whole = Whole {
    all: "rise.all",
    synthetics: "rise.synthetics",
    share: "share.rise",
    said: key::share::CHART_RISE,
    layout: "share-rise",
};

/// A whole with its synthetics to their area, from the upper left; `guess` is outlined.
fn draw(facts: &Facts<'_>, words: &Words, size: Size, whole: &Whole, guess: Option<u16>) -> Drawing {
    let said = plain(facts, words, whole.said);
    let guessed = guess.map(|_| plain(facts, words, key::share::CHART_GUESS)).unwrap_or_default();
    let rest = words.plain(key::share::CHART_REST);
    // The rest goes without words where they would stand below the squares, and make these smaller.
    let below = |lines: &[usize]| lines[0] + lines[1];
    let hundred = Hundred::new(size, &[&said, &guessed, rest], below);
    let share = facts.ratio(whole.share).unwrap_or_default().clamp(0.0, 99.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 99")]
    let full = share as usize;
    let mut drawing = Drawing::new("hundred", whole.layout, size);
    let name = |of: &str, fact: &str| [of, ": ", &with_unit(facts, words, fact)].concat();
    let year = facts.year_of(whole.all).map_or_else(|| words.plain(TABLE_RISE).to_owned(), |year| year.to_string());
    let area = hundred.area();
    let all = (hundred.squares(0..ALL), Paint::full(Colour::Quiet), area.middle());
    drawing.mark(Mark::new(whole.all, name(&year, whole.all), all.0, all.1, all.2, vec![area]));
    let path = hundred.squares(0..full) + &hundred.part(full, share - full as f64);
    let synthetics = name(words.plain(key::plants::SYNTHETICS), whole.synthetics);
    let at = (area.left + area.width() / 20.0, area.top + area.height() / 20.0);
    drawing.mark(Mark::new(whole.synthetics, synthetics, path, Paint::full(Colour::Accent), at, Vec::new()));
    let guess = usize::from(guess.unwrap_or(0)).min(ALL);
    let path = hundred.squares(0..guess);
    drawing.parts.push(Part::Line { path, paint: Paint::line(Colour::Guess, 2.0), class: "outline" });
    let mut line = 0;
    for (words, bold, colour) in
        [(said.as_str(), true, Colour::Accent), (&guessed, true, Colour::Guess), (rest, false, Colour::Soft)]
    {
        if colour != Colour::Soft || hundred.beside {
            let texts = hundred.words(words, line, 0, bold, colour);
            line += texts.len();
            drawing.parts.extend(texts);
        }
    }
    drawing
}

/// Each whole with its synthetics and their share.
fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::share::{TABLE_SHARE, TABLE_SYNTHETICS, TABLE_TONNES, TABLE_WHOLE};
    let head = [TABLE_WHOLE, TABLE_TONNES, TABLE_SYNTHETICS, TABLE_SHARE, key::doubled::TABLE_CHECK];
    let row = |whole: &Whole| {
        let name = facts.year_of(whole.all).map(|year| year.to_string());
        let share = facts.number(whole.share, words)?;
        let check = words.plain(share.check_short()).to_owned();
        // In tonnes like its neighbours; the report has the first in kilograms.
        let synthetics = match facts.number(whole.synthetics, words) {
            Some(number) if whole.synthetics != id::SEED_SYNTH_2018 => Cell::Number(number),
            _ => Cell::value(words, facts.tonnes(whole.synthetics)?, 4),
        };
        Some(vec![
            Cell::Words(name.unwrap_or_else(|| plain(facts, words, TABLE_RISE))),
            Cell::Number(facts.number(whole.all, words)?),
            synthetics,
            Cell::Number(share),
            Cell::Words(check),
        ])
    };
    Table {
        head: head.iter().map(|key| plain(facts, words, *key)).collect(),
        rows: [&FIRST, &AFTER, &MORE].into_iter().filter_map(row).collect(),
    }
}
