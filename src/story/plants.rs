//! Section `plants`: and without the plants?

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::plants::{DRUGS, FIGURE, LABEL, REMAIN, RISE, TRANSIT, by_reading};
use crate::model::Inside;
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "plants",
    chapter: 1,
    chapter_title: key::doubled::CHAPTER,
    title: key::plants::TITLE,
    standfirst: key::plants::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::plants::STEP_DRUGS], scene: &DRUGS },
        Step { text: |_| vec![key::plants::STEP_REMAIN], scene: &REMAIN },
        Step { text: rise, scene: &RISE },
        Step { text: |_| vec![key::plants::STEP_LABEL], scene: &LABEL },
        Step { text: |_| vec![key::plants::STEP_TRANSIT], scene: &TRANSIT },
    ],
    controls: &[
        Control {
            name: "inside",
            label: key::plants::CONTROL_INSIDE,
            scenes: &[DRUGS.id, REMAIN.id, RISE.id],
            kind: Kind::Options(&[
                ("plants", key::plants::OPTION_PLANTS),
                ("straw", key::plants::OPTION_STRAW),
                ("neither", key::plants::OPTION_NEITHER),
            ]),
            get: |choices| Some(choices.inside as u16),
            set: |choices, place| choices.inside = Inside::ALL[usize::from(place).min(2)],
            readout: |facts| vec![reading(facts)],
        },
        Control {
            name: "transit",
            label: key::plants::CONTROL_TRANSIT,
            scenes: &[TRANSIT.id],
            kind: Kind::Options(&[("with", key::plants::OPTION_WITH), ("without", key::plants::OPTION_WITHOUT)]),
            get: |choices| Some(u16::from(choices.without_transit)),
            set: |choices, place| choices.without_transit = place == 1,
            readout: |facts| {
                let without = facts.choices.without_transit;
                vec![if without { key::plants::READOUT_WITHOUT } else { key::plants::READOUT_WITH }]
            },
        },
    ],
    moved_by: &[],
    takeaway: key::plants::TAKEAWAY,
    sources: &["timesca_2024", "unodc_seizures", "unodc_wdr2025_71", "knb_2023", "mvd_2025_year", "cocaine_2025"],
};

/// What the chosen reading leaves, in one sentence.
fn reading(facts: &Facts<'_>) -> Key {
    by_reading(facts, [key::plants::READOUT_PLANTS, key::plants::READOUT_STRAW, key::plants::READOUT_NEITHER])
}

fn rise(facts: &Facts<'_>) -> Vec<Key> {
    use key::plants::{RISE_NEITHER, RISE_PLANTS, RISE_STRAW};
    vec![key::plants::STEP_RISE, by_reading(facts, [RISE_PLANTS, RISE_STRAW, RISE_NEITHER])]
}
