//! Which squares stand in which scene of figure `plants`.

use super::by_reading;
use crate::chart::squares::{Field, Group, Squares, squares_of};
use crate::chart::with_unit;
use crate::id;
use crate::model::{Inside, SQUARE};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// A look, the fact behind it, and its name.
type Part = (&'static str, &'static str, Key);

const HERB: Part = ("herb", "herb.after", key::plants::HERB);
const RESIN: Part = ("resin", "resin.after", key::plants::RESIN);
const OIL: Part = ("oil", "oil.after", key::plants::OIL);
const SYNTHETICS: Part = ("synthetics", id::SEED_SYNTH_2023, key::plants::SYNTHETICS);
const PLANTS: Part = ("plants", "plants.after", key::plants::PLANTS);
const STRAW: Part = ("straw", id::KNB23_POPPY, key::plants::STRAW);
const UNKNOWN: Part = ("unknown", "left.neither", key::plants::UNKNOWN);
/// The report's base year, of which the table's rows leave one square over.
const BEFORE: [Part; 4] = [
    ("rest", "rest.before", key::plants::REST),
    ("herb", "herb.before", key::plants::HERB),
    ("resin", "resin.before", key::plants::RESIN),
    ("plants", "plants.before", key::plants::PLANTS),
];

/// Both totals by drug. Under each reading the squares that it asks about stand on top.
#[must_use]
pub fn drugs(facts: &Facts<'_>, words: &Words) -> Squares {
    let after: &[Part] = by_reading(
        facts,
        [
            &[HERB, RESIN, OIL, ("rest", "rest.plants", key::plants::REST), SYNTHETICS, PLANTS],
            &[HERB, RESIN, OIL, ("rest", "rest.straw", key::plants::REST), SYNTHETICS, STRAW],
            &[UNKNOWN, HERB, RESIN, OIL, SYNTHETICS],
        ],
    );
    let fields = vec![
        field(facts, words, &BEFORE, id::SEED_TOTAL_2018),
        filled_up(field(facts, words, after, id::SEED_TOTAL_2023), facts.kilograms(id::SEED_TOTAL_2023)),
    ];
    scene(facts, fields, by_reading(facts, ["plants", "straw", "neither"]))
}

/// The same squares after those that the reading is about have left.
#[must_use]
pub fn remain(facts: &Facts<'_>, words: &Words) -> Squares {
    let mut scene = drugs(facts, words);
    let leaves = |look: &str| match facts.choices.inside {
        Inside::Plants => look == "plants",
        Inside::Straw => look == "straw",
        Inside::Neither => look != "unknown" && look != "rest",
    };
    let left = by_reading(
        facts,
        [["left.before", "left.plants"], [id::SEED_TOTAL_2018, "left.straw"], ["rest.before", "left.neither"]],
    );
    for (field, left) in scene.fields.iter_mut().zip(left) {
        field.groups.iter_mut().for_each(|group| group.away = leaves(group.look));
        field.total = tonnes(facts, words, left);
        if facts.choices.inside == Inside::Neither {
            field.speck = None;
        }
    }
    scene
}

/// What there was less of, and what there was more of: together the rise.
#[must_use]
pub fn rise(facts: &Facts<'_>, words: &Words) -> Squares {
    let herb = ("herb", "fall.herb", key::plants::HERB);
    let gone = ("plants", "plants.before", key::plants::PLANTS);
    let less: &[Part] = if facts.choices.inside == Inside::Plants { &[herb] } else { &[herb, gone] };
    let resin = ("resin", "rise.resin", key::plants::RESIN);
    let synthetics = ("synthetics", "rise.synthetics", key::plants::SYNTHETICS);
    let rest = |name| ("rest", name, key::plants::REST);
    let more = by_reading(
        facts,
        [
            vec![resin, OIL, rest("rise.rest.plants"), synthetics, ("plants", "rise.plants", key::plants::PLANTS)],
            vec![resin, OIL, rest("rise.rest.straw"), synthetics, STRAW],
            vec![resin, OIL, synthetics, ("unknown", "rise.rest.neither", key::plants::UNKNOWN)],
        ],
    );
    let mut fields = vec![field(facts, words, less, ""), field(facts, words, &more, "")];
    let names = [key::plants::LESS, key::plants::MORE];
    fields.iter_mut().zip(names).for_each(|(field, name)| field.name = plain(facts, words, name));
    fields[0].groups.iter_mut().for_each(|group| group.look = if group.look == "herb" { "gone" } else { group.look });
    scene(facts, fields, by_reading(facts, ["rise-plants", "rise-straw", "rise-neither"]))
}

/// Herb and whole plants alone, which may be one harvest under two names.
#[must_use]
pub fn label(facts: &Facts<'_>, words: &Words) -> Squares {
    let mut fields = vec![
        field(facts, words, &[BEFORE[1], BEFORE[3]], id::SEED_TOTAL_2018),
        field(facts, words, &[HERB, PLANTS], id::SEED_TOTAL_2023),
    ];
    let sums = ["leaf.before", "leaf.after"];
    for (field, sum) in fields.iter_mut().zip(sums) {
        field.total = tonnes(facts, words, sum);
        field.speck = None;
    }
    scene(facts, fields, "label")
}

/// The report's last year beside the year of one great shipment.
#[must_use]
pub fn transit(facts: &Facts<'_>, words: &Words) -> Squares {
    let all = |fact| ("all", fact, key::plants::ALL);
    let case = ("cocaine", "transit.case", key::plants::TRANSIT);
    let mut before = field(facts, words, &[all(id::SEED_TOTAL_2023)], id::SEED_TOTAL_2023);
    before.groups.iter_mut().for_each(|group| group.name.clear());
    let mut after = field(facts, words, &[all("left.transit"), case], id::MVD25_TOTAL);
    if facts.choices.without_transit {
        after.groups.iter_mut().for_each(|group| group.away = group.look == "cocaine");
        after.total = tonnes(facts, words, "left.transit");
    }
    scene(facts, vec![before, after], "transit")
}

fn scene(facts: &Facts<'_>, fields: Vec<Field>, layout: &'static str) -> Squares {
    let most = [id::SEED_TOTAL_2023, id::MVD25_TOTAL].iter().filter_map(|id| facts.kilograms(id)).fold(0.0, f64::max);
    Squares { fields, most: squares_of(most).max(1), layout }
}

/// The parts of a total as groups, from below; the total stands above and its year below.
fn field(facts: &Facts<'_>, words: &Words, parts: &[Part], total: &str) -> Field {
    let group = |(look, fact, name): &Part| Group {
        look,
        fact: (*fact).to_owned(),
        count: squares_of(facts.kilograms(fact).unwrap_or_default()),
        name: words.plain(*name).to_owned(),
        weight: tonnes(facts, words, fact),
        away: false,
    };
    let share = facts.kilograms(id::SEED_SYNTH_2018).unwrap_or_default() / SQUARE.0;
    let synthetics =
        [words.plain(key::plants::SYNTHETICS), " ", &with_unit(facts, words, id::SEED_SYNTH_2018)].concat();
    let speck = (id::SEED_SYNTH_2018.to_owned(), synthetics, share);
    Field {
        name: facts.year_of(total).map(|year| year.to_string()).unwrap_or_default(),
        groups: parts.iter().map(group).collect(),
        total: if total.is_empty() { String::new() } else { tonnes(facts, words, total) },
        speck: (total == id::SEED_TOTAL_2018).then_some(speck),
    }
}

/// Rounding each part may leave a field a square off its total; the rest, which nobody printed, takes it up.
fn filled_up(mut field: Field, total: Option<f64>) -> Field {
    let wanted = squares_of(total.unwrap_or_default());
    let count = field.count();
    if let Some(rest) = field.groups.iter_mut().find(|group| matches!(group.look, "rest" | "unknown")) {
        rest.count = (rest.count + wanted).saturating_sub(count);
    }
    field
}

/// A weight with its unit, as sentences show it.
fn tonnes(facts: &Facts<'_>, words: &Words, fact: &str) -> String {
    let number = facts.number(fact, words).map(|number| number.text).unwrap_or_default();
    format!("{number} {}", words.plain(key::card::UNIT_T))
}
