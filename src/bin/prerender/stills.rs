//! Draws the still form of every figure, in both frames.

use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::story::SECTIONS;
use seized::text::Words;
use seized::text::fact::Facts;
use std::collections::HashMap;

/// The SVGs of each figure by its id: the narrow frame's, then the wide one's.
pub fn draw(data: &Dataset, results: &Results, words: &Words) -> HashMap<&'static str, String> {
    let facts = Facts { data, results, choices: Choices::default() };
    SECTIONS.iter().map(|section| (section.figure.id, section.figure.svg(&facts, words))).collect()
}
