//! Section `explore`: the tables behind the story, for a reader's own questions.

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::explore::{EXPLORER, FIGURE};
use crate::model::Choices;
use crate::model::explore::{Amount, KINDS};
use crate::model::neighbours::word;
use crate::text::fact::{Facts, KIND_NAMES};
use crate::text::{Key, Words, key};

/// The section.
pub const SECTION: Section = Section {
    id: "explore",
    chapter: 6,
    chapter_title: key::explore::CHAPTER,
    title: key::explore::TITLE,
    standfirst: key::explore::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::explore::STEP_WHAT], scene: &EXPLORER },
        Step { text: |_| vec![key::explore::STEP_ASK], scene: &EXPLORER },
    ],
    controls: &[
        // Under the columns that it explains.
        Control {
            name: "hide",
            label: key::explore::CONTROL_KINDS,
            scenes: &[],
            kind: Kind::Toggles(&LEGEND, |facts| facts.kinds_there()),
            get: |choices| Some(choices.explore.hidden),
            set: |choices, hidden| choices.explore.hidden = hidden,
            readout: none,
        },
        list(
            "place",
            key::explore::CONTROL_PLACE,
            Kind::Select(
                |facts| facts.results.explore.places.iter().map(|place| word(place)).collect(),
                |facts, words| named(&facts.results.explore.places, words),
            ),
            |choices| Some(choices.explore.place),
            |choices, place| choices.explore.place = place,
            none,
        ),
        list(
            "drug",
            key::explore::CONTROL_DRUG,
            Kind::Select(
                |facts| {
                    let drugs = facts.results.explore.drugs.iter().map(|drug| word(drug));
                    ["all".to_owned()].into_iter().chain(drugs).collect()
                },
                |facts, words| {
                    let all = words.plain(key::explore::ALL).to_owned();
                    [all].into_iter().chain(named(&facts.results.explore.drugs, words)).collect()
                },
            ),
            |choices| Some(choices.explore.drug),
            |choices, drug| choices.explore.drug = drug,
            none,
        ),
        list(
            "since",
            key::explore::CONTROL_SINCE,
            Kind::Select(years, |facts, _| years(facts)),
            |choices| Some(choices.explore.since),
            |choices, year| choices.explore.since = year,
            none,
        ),
        list(
            "until",
            key::explore::CONTROL_UNTIL,
            Kind::Select(years_back, |facts, _| years_back(facts)),
            |choices| Some(choices.explore.until),
            |choices, year| choices.explore.until = year,
            none,
        ),
        list(
            "measure",
            key::explore::CONTROL_MEASURE,
            Kind::Select(
                |_| Amount::ALL.map(|(word, _)| word.to_owned()).into(),
                |_, words| {
                    use key::explore::{OPTION_HEAD, OPTION_INDEX, OPTION_WEIGHT};
                    [OPTION_WEIGHT, OPTION_HEAD, OPTION_INDEX].map(|key| words.plain(key).to_owned()).into()
                },
            ),
            |choices| Some(choices.explore.amount as u16),
            |choices, at| choices.explore.amount = Amount::ALL[usize::from(at).min(2)].1,
            none,
        ),
        list(
            "scale",
            key::explore::CONTROL_AXIS,
            Kind::Select(
                |_| vec!["linear".to_owned(), "log".to_owned()],
                |_, words| {
                    [key::explore::OPTION_LINEAR, key::explore::OPTION_LOG]
                        .map(|key| words.plain(key).to_owned())
                        .into()
                },
            ),
            |choices| Some(u16::from(choices.explore.log)),
            |choices, at| choices.explore.log = at == 1,
            none,
        ),
        list(
            "form",
            key::explore::CONTROL_FORM,
            Kind::Select(
                |_| vec!["kinds".to_owned(), "line".to_owned()],
                |_, words| {
                    [key::explore::OPTION_STACKED, key::explore::OPTION_LINES]
                        .map(|key| words.plain(key).to_owned())
                        .into()
                },
            ),
            |choices| Some(u16::from(choices.explore.lines)),
            |choices, at| choices.explore.lines = at == 1,
            readout,
        ),
    ],
    moved_by: &[],
    takeaway: key::explore::TAKEAWAY,
    sources: &["unodc_seizures", "unodc_wdr2025_71", "wpp_2024"],
};

/// Each kind's word and name, from the lowest.
const LEGEND: [(&str, Key); KINDS.len()] = {
    let mut legend = [("", key::explore::CONTROL_KINDS); KINDS.len()];
    let mut kind = 0;
    while kind < KINDS.len() {
        legend[kind] = (KINDS[kind].0, KIND_NAMES[kind]);
        kind += 1;
    }
    legend
};

type Get = fn(&Choices) -> Option<u16>;
type Set = fn(&mut Choices, u16);

const fn list(
    name: &'static str,
    label: Key,
    kind: Kind,
    get: Get,
    set: Set,
    readout: fn(&Facts<'_>) -> Vec<Key>,
) -> Control {
    Control { name, label, scenes: &[], kind, get, set, readout }
}

/// The last list says what all of them come to.
fn none(_: &Facts<'_>) -> Vec<Key> {
    Vec::new()
}

/// Words of the dataset as the language has them.
fn named(of: &[String], words: &Words) -> Vec<String> {
    of.iter().map(|word| words.name(word).to_owned()).collect()
}

fn years(facts: &Facts<'_>) -> Vec<String> {
    facts.results.explore.years.iter().map(u16::to_string).collect()
}

/// The latest first, so that it is what stands there at the beginning.
fn years_back(facts: &Facts<'_>) -> Vec<String> {
    facts.results.explore.years.iter().rev().map(u16::to_string).collect()
}

/// The answer in a sentence, then what to heed about it.
fn readout(facts: &Facts<'_>) -> Vec<Key> {
    let asked = facts.asked();
    let seen = facts.seen(asked.what);
    let mut keys = vec![match seen.len() {
        0 if facts.has_weights() && asked.amount == Amount::Head => key::explore::READOUT_HEAD,
        0 if facts.has_weights() => key::explore::READOUT_INDEX,
        0 => key::explore::READOUT_NONE,
        1 => key::explore::READOUT_ONE,
        _ => key::explore::READOUT,
    }];
    keys.extend((facts.kinds_off() != 0).then_some(key::explore::READOUT_PART));
    keys.extend(seen.iter().any(|seen| seen.floor).then_some(key::explore::READOUT_FLOOR));
    keys.extend(facts.has_earlier().then_some(key::explore::READOUT_EARLIER));
    keys
}
