//! Section `times-143`: how many times what?

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::times::{BASES, FIGURE, LAW, LENS, PAIR, chosen};
use crate::model::times::agreement;
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "times-143",
    chapter: 2,
    chapter_title: key::share::CHAPTER,
    title: key::times::TITLE,
    standfirst: key::times::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: pair, scene: &PAIR },
        Step { text: |facts| vec![key::times::STEP_BASES, chosen(facts), key::times::STEP_UNUSABLE], scene: &BASES },
        Step { text: |_| vec![key::times::STEP_LAW], scene: &LAW },
        Step { text: |_| vec![key::times::STEP_LENS, key::times::STEP_USERS], scene: &LENS },
    ],
    controls: &[Control {
        name: "from",
        label: key::times::CONTROL_FROM,
        scenes: &[BASES.id],
        // The words of the URL are the years of the figures; a test holds them against the dataset.
        kind: Kind::Options(&[
            ("2017", key::times::OPTION_FIRST),
            ("2018", key::times::OPTION_REPORT),
            ("2019", key::times::OPTION_LATER),
        ]),
        get: |choices| Some(choices.times_from),
        set: |choices, place| choices.times_from = place.min(2),
        readout: |facts| vec![chosen(facts)],
    }],
    moved_by: &[],
    takeaway: key::times::TAKEAWAY,
    sources: &[
        "timesca_2024",
        "inform_2022_mid",
        "kozhaev_2024",
        "incsr_2019",
        "pgo_2025_jun",
        "mvd_2025_year",
        "knb_2023_9m",
        "kazpravda_2025_users",
        "adilet_205",
        "gov_470",
        "gov_470_history",
        "gov_240",
        "elorda_thresholds",
    ],
};

fn pair(facts: &Facts<'_>) -> Vec<Key> {
    let agree = agreement(facts.data).is_some();
    vec![key::times::STEP_PAIR, if agree { key::times::STEP_AGREE } else { key::times::STEP_DISAGREE }]
}
