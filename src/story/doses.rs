//! Section `doses`: what do tonnes of ingredients come to?

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::doses::{FIGURE, FROM, NUMBERS, SHARES, WEIGHTS};
use crate::model::doses::{MILLIGRAMS, PERCENT};
use crate::text::key;

/// The section.
pub const SECTION: Section = Section {
    id: "doses",
    chapter: 5,
    chapter_title: key::doses::CHAPTER,
    title: key::doses::TITLE,
    standfirst: key::doses::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::doses::STEP_CHAIN], scene: &FROM },
        Step { text: |_| vec![key::doses::STEP_YIELDS], scene: &SHARES },
        Step { text: |_| vec![key::doses::STEP_UNITS], scene: &WEIGHTS },
        Step { text: |_| vec![key::doses::STEP_COUNTS], scene: &NUMBERS },
    ],
    controls: &[
        Control {
            name: "yield",
            label: key::doses::CONTROL_YIELD,
            scenes: &[FROM.id, SHARES.id],
            kind: Kind::Amount(|_| PERCENT, key::doses::SAID_YIELD),
            get: |choices| Some(choices.doses.percent),
            set: |choices, percent| choices.doses.percent = percent,
            readout: |_| vec![key::doses::READOUT_YIELD],
        },
        Control {
            name: "unit",
            label: key::doses::CONTROL_UNIT,
            scenes: &[WEIGHTS.id, NUMBERS.id],
            kind: Kind::Amount(|_| MILLIGRAMS, key::doses::SAID_UNIT),
            get: |choices| Some(choices.doses.milligrams),
            set: |choices, milligrams| choices.doses.milligrams = milligrams,
            readout: |_| vec![key::doses::READOUT_UNIT],
        },
    ],
    moved_by: &[],
    takeaway: key::doses::TAKEAWAY,
    sources: &[
        "timesca_2024",
        "ca24_2024",
        "kursiv_2023",
        "kazpravda_2025_aug",
        "tengri_2024_vko",
        "knb_2023",
        "knb_2024_q1",
        "knb_2024_h1",
        "mvd_2025_year",
        "gazetakg_2025",
    ],
};
