//! Whether a language has a name for every word of the dataset that its pages may say.

use crate::Fault;
use seized::data::{Dataset, Figure, Unit};
use seized::model::Results;
use seized::story::needed::needed;
use seized::text::{LANGUAGES, Words};
use std::collections::BTreeSet;

/// Refuses a language that lacks a name; the dataset's own language needs none.
pub fn check(data: &Dataset, results: &Results, words: &Words) -> Result<(), Fault> {
    if words.language == LANGUAGES[0] {
        return Ok(());
    }
    let ids = needed(data, results, words)?;
    let said: BTreeSet<String> = ids.iter().filter_map(|id| data.figure(id)).flat_map(said).collect();
    let missing: Vec<_> = said.iter().filter(|word| !words.has_name(word)).collect();
    let file = format!("src/text/names/{}.toml", words.language);
    if missing.is_empty() { Ok(()) } else { Err(format!("{file}: no name for {missing:?}")) }
}

/// What pages say of a row in the dataset's own words. A dash and plain years are the same everywhere.
fn said(figure: &Figure) -> Vec<String> {
    let is_word = |word: &String| word.chars().any(|letter| letter.is_alphabetic() || letter == '-') && word != "-";
    let mut said = vec![figure.drug.clone(), figure.place.clone(), figure.quantity.replace('_', " ")];
    said.push(figure.period.text.clone());
    if !matches!(figure.unit, Unit::Text | Unit::Date) {
        said.push(format!("{} other", figure.unit.as_str()));
    }
    said.retain(is_word);
    said
}
