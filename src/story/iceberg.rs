//! Section `iceberg`: did supply grow, or the share caught?

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::iceberg::{BOUND, DRAWS, FIGURE, MARKS, MATCHED, SAME};
use crate::model::supply::{MOST, Of, UNSURE};
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "iceberg",
    chapter: 4,
    chapter_title: key::iceberg::CHAPTER,
    title: key::iceberg::TITLE,
    standfirst: key::iceberg::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |facts| hemp(facts, key::iceberg::STEP_SAME), scene: &SAME },
        Step { text: |_| vec![key::iceberg::STEP_MATCHED], scene: &MATCHED },
        Step { text: draws, scene: &DRAWS },
        Step { text: |facts| hemp(facts, key::iceberg::STEP_BOUND), scene: &BOUND },
        Step { text: |_| vec![key::iceberg::STEP_MARKS], scene: &MARKS },
    ],
    controls: &[
        Control {
            name: "of",
            label: key::iceberg::CONTROL_OF,
            scenes: &[SAME.id, MATCHED.id, BOUND.id],
            kind: Kind::Options(&[("synthetics", key::iceberg::OPTION_SYNTHETICS), ("all", key::iceberg::OPTION_ALL)]),
            get: |choices| Some(choices.supply.of as u16),
            set: |choices, place| choices.supply.of = if place == 1 { Of::All } else { Of::Synthetics },
            readout: |facts| {
                let all = facts.choices.supply.of == Of::All;
                vec![if all { key::iceberg::READOUT_ALL } else { key::iceberg::READOUT_SYNTHETICS }]
            },
        },
        Control {
            name: "caught",
            label: key::iceberg::CONTROL_CAUGHT,
            scenes: &[DRAWS.id],
            kind: Kind::Amount(|_| (0, MOST), key::iceberg::SAID_CAUGHT),
            get: |choices| Some(choices.supply.caught),
            set: |choices, place| choices.supply.caught = place.min(MOST),
            readout: |_| Vec::new(),
        },
        Control {
            name: "unsure",
            label: key::iceberg::CONTROL_UNSURE,
            scenes: &[DRAWS.id],
            kind: Kind::Amount(|_| (0, UNSURE.len() as u16 - 1), key::iceberg::SAID_UNSURE),
            get: |choices| Some(choices.supply.unsure),
            set: |choices, place| choices.supply.unsure = place,
            readout: |_| vec![key::iceberg::READOUT_DRAWS],
        },
    ],
    moved_by: &[],
    takeaway: key::iceberg::TAKEAWAY,
    sources: &["timesca_2024", "eurasianet_2012", "odccp_2000", "ojp_interception", "dhs_2022"],
};

/// For the total, that wild hemp is not supply.
fn hemp(facts: &Facts<'_>, step: Key) -> Vec<Key> {
    let hemp = (facts.choices.supply.of == Of::All).then_some(key::iceberg::HEMP);
    [step].into_iter().chain(hemp).collect()
}

/// Whoever is sure has one growth; everybody else a range.
fn draws(facts: &Facts<'_>) -> Vec<Key> {
    let sure = facts.choices.supply.unsure == 0;
    hemp(facts, key::iceberg::STEP_DRAWS)
        .into_iter()
        .chain([if sure { key::iceberg::DRAWS_SURE } else { key::iceberg::DRAWS_RANGE }])
        .collect()
}
