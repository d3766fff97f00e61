//! Which rows of the dataset the pages need. Native only: pages carry them, the program takes what it is given.

use crate::data::Dataset;
use crate::model::{self, Results};
use crate::text::Words;
use crate::text::slot::Slot;
use crate::text::template::{Piece, pieces};
use std::collections::BTreeSet;

/// Ids of every figure that a result, a chart or a sentence stands on.
///
/// # Errors
/// A sentence whose braces are broken.
pub fn needed<'a>(data: &'a Dataset, results: &'a Results, words: &'a Words) -> Result<BTreeSet<&'a str>, String> {
    let mut wanted: BTreeSet<&str> = results.figures();
    wanted.extend(model::drawn(data));
    for (_, _, sentence) in words.all() {
        for piece in pieces(sentence)? {
            if let Piece::Slot(slot) = piece {
                wanted.extend(Slot::read(slot).figure());
            }
        }
    }
    wanted.retain(|id| data.figure(id).is_some());
    Ok(wanted)
}
