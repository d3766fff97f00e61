//! Which rows of the dataset the pages need, and what they are as an asset.

use crate::Fault;
use seized::data::Dataset;
use seized::model::Results;
use seized::story::SECTIONS;
use seized::text::Words;
use seized::text::slot::Slot;
use seized::text::template::{Piece, pieces};
use std::collections::BTreeSet;

/// The needed rows as JSON: figures, then the sources they name.
pub fn asset(data: &Dataset, words: &Words) -> Result<String, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let mut wanted: BTreeSet<&str> = results.figures();
    for (_, _, sentence) in words.all() {
        for piece in pieces(sentence)? {
            if let Piece::Slot(slot) = piece {
                wanted.extend(Slot::read(slot).figure().filter(|id| data.figure(id).is_some()));
            }
        }
    }
    let (figures, sources) =
        data.rows(data.figures().iter().map(|figure| figure.id.as_str()).filter(|id| wanted.contains(id)));
    for section in SECTIONS {
        for source in section.sources {
            if !sources.iter().any(|row| row[0] == **source) {
                return Err(format!("section {}: no figure on the page comes from `{source}`", section.id));
            }
        }
    }
    serde_json::to_string(&(figures, sources)).map_err(|error| error.to_string())
}
