//! Which squares stand in which scene of figure `plants`.

use super::by_reading;
use crate::chart::squares::{Field, Group, Look, Place, Speck, Squares, squares_of};
use crate::chart::with_unit;
use crate::id;
use crate::model::{Inside, SQUARE};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// A look, the fact behind it, and its name.
type Part = (Look, &'static str, Key);

const HERB: Part = (Look::Herb, "herb.after", key::plants::HERB);
const RESIN: Part = (Look::Resin, "resin.after", key::plants::RESIN);
const OIL: Part = (Look::Oil, "oil.after", key::plants::OIL);
const SYNTHETICS: Part = (Look::Synthetics, id::SEED_SYNTH_2023, key::plants::SYNTHETICS);
const PLANTS: Part = (Look::Plants, "plants.after", key::plants::PLANTS);
const STRAW: Part = (Look::Straw, id::KNB23_POPPY, key::plants::STRAW);
const UNKNOWN: Part = (Look::Unknown, "left.neither", key::plants::UNKNOWN);
/// The report's base year, of which the table's rows leave one square over.
const BEFORE: [Part; 4] = [
    (Look::Rest, "rest.before", key::plants::REST),
    (Look::Herb, "herb.before", key::plants::HERB),
    (Look::Resin, "resin.before", key::plants::RESIN),
    (Look::Plants, "plants.before", key::plants::PLANTS),
];

/// The parts of the report's last total under a reading, from below: what it asks about stands on top.
const fn parts(inside: Inside) -> &'static [Part] {
    match inside {
        Inside::Plants => &[HERB, RESIN, OIL, (Look::Rest, "rest.plants", key::plants::REST), SYNTHETICS, PLANTS],
        Inside::Straw => &[HERB, RESIN, OIL, (Look::Rest, "rest.straw", key::plants::REST), SYNTHETICS, STRAW],
        Inside::Neither => &[UNKNOWN, HERB, RESIN, OIL, SYNTHETICS],
    }
}

/// Both totals by drug. Under each reading the squares that it asks about stand on top.
#[must_use]
pub fn drugs(facts: &Facts<'_>, words: &Words) -> Squares {
    let after = field(facts, words, parts(facts.choices.inside), id::SEED_TOTAL_2023);
    let fields =
        vec![field(facts, words, &BEFORE, id::SEED_TOTAL_2018), filled_up(after, facts.kilograms(id::SEED_TOTAL_2023))];
    Squares { fields, layout: by_reading(facts, ["plants", "straw", "neither"]) }
}

/// The report's last total under each reading, what it asks about lifted off; the chosen one in a frame.
#[must_use]
pub fn remain(facts: &Facts<'_>, words: &Words) -> Squares {
    use key::plants::{CHART_NEITHER, CHART_PLANTS, CHART_STRAW, LEFT_NEITHER, LEFT_PLANTS, LEFT_STRAW};
    let field = |inside: Inside| {
        let lifted = |look: Look| match inside {
            Inside::Plants => look == Look::Plants,
            Inside::Straw => look == Look::Straw,
            Inside::Neither => look != Look::Unknown,
        };
        let (name, said, left, before, choose) = match inside {
            Inside::Plants => (CHART_PLANTS, LEFT_PLANTS, "left.plants", "left.before", "inside=plants"),
            Inside::Straw => (CHART_STRAW, LEFT_STRAW, "left.straw", id::SEED_TOTAL_2018, "inside=straw"),
            Inside::Neither => (CHART_NEITHER, LEFT_NEITHER, "left.neither", "rest.before", "inside=neither"),
        };
        let mut field = field(facts, words, parts(inside), id::SEED_TOTAL_2023);
        field = filled_up(field, facts.kilograms(id::SEED_TOTAL_2023));
        for group in field.groups.iter_mut().filter(|group| lifted(group.look)) {
            group.place = Place::Apart;
        }
        let over = match field.groups.iter().find(|group| group.place == Place::Apart) {
            Some(group) if inside != Inside::Neither => {
                [group.name.as_str(), " ", &group.weight.replace(' ', "\u{a0}")].concat()
            }
            _ => words.plain(key::plants::CHART_KNOWN).to_owned(),
        };
        let year = facts.report_base().to_string();
        Field {
            name: plain(facts, words, name),
            note: [&year, ":\u{a0}", &tonnes(facts, words, before).replace(' ', "\u{a0}")].concat(),
            total: vec![plain(facts, words, said), tonnes(facts, words, left)],
            over,
            choose,
            chosen: inside == facts.choices.inside,
            ..field
        }
    };
    let layout = by_reading(facts, ["remain-plants", "remain-straw", "remain-neither"]);
    Squares { fields: Inside::ALL.map(field).into(), layout }
}

/// What there was less of, and what there was more of: together the rise.
#[must_use]
pub fn rise(facts: &Facts<'_>, words: &Words) -> Squares {
    let herb = (Look::Herb, "fall.herb", key::plants::HERB);
    let gone = (Look::Plants, "plants.before", key::plants::PLANTS);
    let less: &[Part] = if facts.choices.inside == Inside::Plants { &[herb] } else { &[herb, gone] };
    let resin = (Look::Resin, "rise.resin", key::plants::RESIN);
    let synthetics = (Look::Synthetics, "rise.synthetics", key::plants::SYNTHETICS);
    let rest = |name| (Look::Rest, name, key::plants::REST);
    let more = by_reading(
        facts,
        [
            vec![resin, OIL, rest("rise.rest.plants"), synthetics, (Look::Plants, "rise.plants", key::plants::PLANTS)],
            vec![resin, OIL, rest("rise.rest.straw"), synthetics, STRAW],
            vec![resin, OIL, synthetics, (Look::Unknown, "rise.rest.neither", key::plants::UNKNOWN)],
        ],
    );
    let mut fields = vec![field(facts, words, less, ""), field(facts, words, &more, "")];
    let names = [key::plants::LESS, key::plants::MORE];
    fields.iter_mut().zip(names).for_each(|(field, name)| field.name = plain(facts, words, name));
    for group in fields[0].groups.iter_mut().filter(|group| group.look == Look::Herb) {
        group.look = Look::Gone;
    }
    Squares { fields, layout: by_reading(facts, ["rise-plants", "rise-straw", "rise-neither"]) }
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
        field.total = vec![tonnes(facts, words, sum)];
        field.speck = None;
    }
    Squares { fields, layout: "label" }
}

/// The report's last year beside the year of one great shipment.
#[must_use]
pub fn transit(facts: &Facts<'_>, words: &Words) -> Squares {
    let all = |fact| (Look::All, fact, key::plants::ALL);
    let case = (Look::Cocaine, "transit.case", key::plants::TRANSIT);
    let mut before = field(facts, words, &[all(id::SEED_TOTAL_2023)], id::SEED_TOTAL_2023);
    before.groups.iter_mut().for_each(|group| group.name.clear());
    let mut after = field(facts, words, &[all("left.transit"), case], id::MVD25_TOTAL);
    if facts.choices.without_transit {
        for group in after.groups.iter_mut().filter(|group| group.look == Look::Cocaine) {
            group.place = Place::Away;
        }
        after.total = vec![tonnes(facts, words, "left.transit")];
    }
    Squares { fields: vec![before, after], layout: "transit" }
}

/// The parts of a total as groups, from below; the total stands above and its year below.
fn field(facts: &Facts<'_>, words: &Words, parts: &[Part], total: &str) -> Field {
    let group = |(look, fact, name): &Part| Group {
        look: *look,
        fact: (*fact).to_owned(),
        count: squares_of(facts.kilograms(fact).unwrap_or_default()),
        name: words.plain(*name).to_owned(),
        weight: tonnes(facts, words, fact),
        place: Place::Stack,
    };
    let speck = || Speck {
        fact: id::SEED_SYNTH_2018.to_owned(),
        name: words.plain(key::plants::SYNTHETICS).to_owned(),
        weight: with_unit(facts, words, id::SEED_SYNTH_2018),
        share: facts.kilograms(id::SEED_SYNTH_2018).unwrap_or_default() / SQUARE.0,
    };
    Field {
        name: facts.year_of(total).map(|year| year.to_string()).unwrap_or_default(),
        groups: parts.iter().map(group).collect(),
        total: if total.is_empty() { Vec::new() } else { vec![tonnes(facts, words, total)] },
        speck: (total == id::SEED_TOTAL_2018).then(speck),
        ..Field::default()
    }
}

/// Rounding each part may leave a field a square off its total; the rest, which nobody printed, takes it up.
fn filled_up(mut field: Field, total: Option<f64>) -> Field {
    let wanted = squares_of(total.unwrap_or_default());
    let count = field.count();
    if let Some(rest) = field.groups.iter_mut().find(|group| matches!(group.look, Look::Rest | Look::Unknown)) {
        rest.count = (rest.count + wanted).saturating_sub(count);
    }
    field
}

/// A weight with its unit, as sentences show it.
fn tonnes(facts: &Facts<'_>, words: &Words, fact: &str) -> String {
    let number = facts.number(fact, words).map(|number| number.text).unwrap_or_default();
    format!("{number} {}", words.plain(key::card::UNIT_T))
}
