//! Section `flow`: does a faster list mean a shorter queue?

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::flow::{BATCHES, FIGURE, LAG, MONTH, SHOPS, YEAR};
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "flow",
    chapter: 3,
    chapter_title: key::flow::CHAPTER,
    title: key::flow::TITLE,
    standfirst: key::flow::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::flow::STEP_YEAR], scene: &YEAR },
        Step { text: |_| vec![key::flow::STEP_MONTH], scene: &MONTH },
        Step { text: lag, scene: &LAG },
        Step { text: |_| vec![key::flow::STEP_BATCHES], scene: &BATCHES },
        Step { text: |_| vec![key::flow::STEP_SHOPS], scene: &SHOPS },
    ],
    controls: &[
        Control {
            name: "arrivals",
            label: key::flow::CONTROL_ARRIVALS,
            scenes: &[YEAR.id, MONTH.id],
            kind: Kind::Amount(|_| (10, 240), key::flow::SAID_ARRIVALS),
            get: |choices| Some(choices.flow.arrivals),
            set: |choices, half| choices.flow.arrivals = half,
            readout: |_| vec![key::flow::READOUT_YEAR],
        },
        Control {
            name: "lag",
            label: key::flow::CONTROL_LAG,
            scenes: &[LAG.id],
            kind: Kind::Amount(|_| (0, 24), key::flow::SAID_LAG),
            get: |choices| Some(choices.flow.lag),
            set: |choices, months| choices.flow.lag = months,
            readout: |_| Vec::new(),
        },
        Control {
            name: "procedure",
            label: key::flow::CONTROL_PROCEDURE,
            scenes: &[LAG.id],
            kind: Kind::Amount(|_| (1, 24), key::flow::SAID_PROCEDURE),
            get: |choices| Some(choices.flow.procedure),
            set: |choices, months| choices.flow.procedure = months,
            readout: |_| vec![key::flow::READOUT_LAG],
        },
        Control {
            name: "life",
            label: key::flow::CONTROL_LIFE,
            scenes: &[SHOPS.id],
            kind: Kind::Amount(|_| (1, 365), key::flow::SAID_LIFE),
            get: |choices| Some(choices.flow.life),
            set: |choices, days| choices.flow.life = days,
            readout: |_| vec![key::flow::READOUT_SHOPS],
        },
    ],
    moved_by: &[],
    takeaway: key::flow::TAKEAWAY,
    sources: &["timesca_2024", "i365_2022", "gov_470", "gov_470_history", "gov_240"],
};

/// Two delays, of which the procedure shortens one: said against a procedure of a year.
fn lag(facts: &Facts<'_>) -> Vec<Key> {
    let flow = &facts.choices.flow;
    let compared = match (flow.procedure < 12, flow.lag) {
        (true, 0) => key::flow::LAG_LONGEST,
        (true, _) => key::flow::LAG_FASTER,
        (false, _) => key::flow::LAG_SLOWER,
    };
    vec![key::flow::STEP_LAG, compared]
}
