use super::*;

const FIGURES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/figures.csv"));
const SOURCES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/sources.csv"));

/// The dataset as it ships.
pub(crate) fn shipped() -> Dataset {
    Dataset::from_csv(FIGURES, SOURCES).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
}

mod convention;
mod hostile;
mod interval;
mod validation;

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}
