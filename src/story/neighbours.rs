//! Section `neighbours`: did the neighbours' tables move alike? An appendix, without a choice.

use super::{Section, Step};
use crate::chart::neighbours::{ALL, BOTH, FIGURE, HEAD};
use crate::text::key;

/// The section.
pub const SECTION: Section = Section {
    id: "neighbours",
    chapter: 5,
    chapter_title: key::neighbours::CHAPTER,
    title: key::neighbours::TITLE,
    standfirst: key::neighbours::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::neighbours::STEP_ALL], scene: &ALL },
        Step { text: |_| vec![key::neighbours::STEP_BOTH], scene: &BOTH },
        Step { text: |_| vec![key::neighbours::STEP_HEAD], scene: &HEAD },
    ],
    controls: &[],
    moved_by: &[],
    takeaway: key::neighbours::TAKEAWAY,
    sources: &["unodc_seizures", "unodc_wdr2025_71", "wpp_2024"],
};
