//! Section `audit`: which of the report's claims hold?

use super::{Section, Step};
use crate::chart::audit::{CANNOT, COMPATIBLE, EVERY, FIGURE, INCONSISTENT};
use crate::text::key;

/// The section.
pub const SECTION: Section = Section {
    id: "audit",
    chapter: 4,
    chapter_title: key::audit::CHAPTER,
    title: key::audit::TITLE,
    standfirst: key::audit::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::audit::STEP_ALL], scene: &EVERY },
        Step { text: |_| vec![key::audit::STEP_INCONSISTENT, key::audit::STEP_LABS], scene: &INCONSISTENT },
        Step { text: |_| vec![key::audit::STEP_COMPATIBLE], scene: &COMPATIBLE },
        Step { text: |_| vec![key::audit::STEP_CANNOT, key::audit::STEP_LIST], scene: &CANNOT },
    ],
    controls: &[],
    moved_by: &[],
    takeaway: key::audit::TAKEAWAY,
    sources: &[
        "timesca_2024",
        "unodc_seizures",
        "inbusiness_2018",
        "ca24_kurultai",
        "kozhaev_2024",
        "pm_2023",
        "incsr_2019",
        "inform_2022_10m",
        "knb_2023",
        "ca24_2024",
        "kursiv_2023",
        "gov_470",
        "gov_470_history",
        "gov_240",
    ],
};
