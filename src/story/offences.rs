//! Section `offences`: more offences than when?

use super::{Section, Step};
use crate::chart::offences::{FIGURE, PARTS, SCOPES, YEARS};
use crate::text::key;

/// The section.
pub const SECTION: Section = Section {
    id: "offences",
    chapter: 5,
    chapter_title: key::doses::CHAPTER,
    title: key::offences::TITLE,
    standfirst: key::offences::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::offences::STEP_YEARS], scene: &YEARS },
        Step { text: |_| vec![key::offences::STEP_PARTS], scene: &PARTS },
        Step { text: |_| vec![key::offences::STEP_SCOPES], scene: &SCOPES },
    ],
    controls: &[],
    moved_by: &[],
    takeaway: key::offences::TAKEAWAY,
    sources: &[
        "timesca_2024",
        "ehra_kaz",
        "incsr_2018",
        "incsr_2019",
        "kursiv_2021en",
        "elorda_thresholds",
        "pm_2023",
        "kazpravda_2025_aug",
        "ktkz_2025_9m",
        "pgo_2025_nov",
        "mvd_2025_year",
    ],
};
