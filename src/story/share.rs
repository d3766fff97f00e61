//! Section `share`: how much of it was synthetic? The guess of the opening is revealed here.

use super::{Section, Step};
use crate::chart::share::{BEFORE, FIGURE, RISE, WEIGHT};
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "share",
    chapter: 2,
    chapter_title: key::share::CHAPTER,
    title: key::share::TITLE,
    standfirst: key::share::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: weight, scene: &WEIGHT },
        Step { text: |_| vec![key::share::STEP_BEFORE], scene: &BEFORE },
        Step { text: |_| vec![key::share::STEP_RISE], scene: &RISE },
    ],
    controls: &[],
    moved_by: &["share"],
    takeaway: key::share::TAKEAWAY,
    sources: &["timesca_2024", "unodc_seizures"],
};

/// Without a guess nothing is said of one.
fn weight(facts: &Facts<'_>) -> Vec<Key> {
    let guess = facts.share_apart().map(|apart| if apart < 0.5 { key::share::GUESS_NEAR } else { key::share::GUESS });
    [key::share::STEP_WEIGHT].into_iter().chain(guess).collect()
}
