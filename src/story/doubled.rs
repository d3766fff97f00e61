//! Section `doubled`: doubled since when?

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::doubled::{BARS, BASES, CONFLICT, FIGURE, LINE, RISE};
use crate::data::Year;
use crate::text::fact::{BaseConflict, Facts};
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "doubled",
    chapter: 1,
    chapter_title: key::doubled::CHAPTER,
    title: key::doubled::TITLE,
    standfirst: key::doubled::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::doubled::STEP_BARS], scene: &BARS },
        Step { text: line, scene: &LINE },
        Step { text: bases, scene: &BASES },
        Step { text: |_| vec![key::doubled::STEP_RISE], scene: &RISE },
        Step { text: |_| vec![key::doubled::STEP_CONFLICT], scene: &CONFLICT },
    ],
    controls: &[Control {
        name: "base",
        label: key::doubled::CONTROL,
        scenes: &[],
        kind: Kind::Slider(|facts| (facts.first(), facts.previous()), 0),
        get: |choices| Some(choices.base.0),
        set: |choices, year| choices.base = Year(year),
        readout,
    }],
    moved_by: &["line2019", "line2020", "line2021", "line2022", "line2023"],
    takeaway: key::doubled::TAKEAWAY,
    sources: &[
        "timesca_2024",
        "unodc_seizures",
        "unodc_wdr2025_71",
        "mvd_2025_year",
        "cocaine_2025",
        "inbusiness_2018",
        "newtimes_2019",
    ],
};

/// The line that the reader drew is revealed here; without one nothing is said of it.
fn line(facts: &Facts<'_>) -> Vec<Key> {
    let guess = (!facts.guess_line().is_empty()).then_some(key::doubled::GUESS);
    [key::doubled::STEP_LINE].into_iter().chain(guess).collect()
}

fn bases(facts: &Facts<'_>) -> Vec<Key> {
    let mut keys = vec![key::doubled::STEP_BASES];
    keys.extend(conflict(facts));
    keys.push(key::doubled::BASES);
    keys
}

fn readout(facts: &Facts<'_>) -> Vec<Key> {
    vec![key::doubled::READOUT, facts.readout_verdict()]
}

/// Where sources disagree about the base year, the page says so beside its number.
fn conflict(facts: &Facts<'_>) -> Option<Key> {
    Some(match facts.base_conflict()? {
        BaseConflict::Whole => key::doubled::BASE_CONFLICT_WHOLE,
        BaseConflict::Part => key::doubled::BASE_CONFLICT_PART,
    })
}
