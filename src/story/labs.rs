//! Section `labs`: what is a laboratory?

use super::{Section, Step};
use crate::chart::labs::{ALL, FIGURE, KINDS, SUM, TWO};
use crate::text::key;

/// The section.
pub const SECTION: Section = Section {
    id: "labs",
    chapter: 3,
    chapter_title: key::labs::CHAPTER,
    title: key::labs::TITLE,
    standfirst: key::labs::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::labs::STEP_TWO], scene: &TWO },
        Step { text: |_| vec![key::labs::STEP_ALL], scene: &ALL },
        Step { text: |_| vec![key::labs::STEP_KINDS], scene: &KINDS },
        Step { text: |_| vec![key::labs::STEP_SUM], scene: &SUM },
    ],
    controls: &[],
    moved_by: &[],
    takeaway: key::labs::TAKEAWAY,
    sources: &[
        "timesca_2024",
        "kozhaev_2024",
        "pm_2023",
        "knb_2023",
        "timesca_2025_growing",
        "mvd_2025_year",
        "inform_2025_8m",
        "kursiv_2021en",
        "inform_2022_10m",
        "ca24_2024",
        "inform_2025_5m",
        "globalnews_2025_h1",
        "kaztag_2025_apr",
        "astanatimes_2025_pgo",
        "kazpravda_2025_aug",
        "pgo_2025_nov",
        "zakon_2021",
        "i365_2022",
        "liter_2022",
        "khabar_2022",
        "knb_2022",
        "knb_2023_jul",
        "knb_2023_9m",
        "knb_2024_q1",
        "knb_2024_h1",
        "knb_2025_oct",
    ],
};
