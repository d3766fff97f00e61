//! What stands behind a number, as files have it: the rows of its card as fields, numbers as numbers.

use super::{Card, Row, Run};
use crate::text::fact::{Facts, Number};
use crate::text::{Key, Words, key};
use serde::Serialize;

/// A number with who says it. Fields that a number does not have are empty.
#[derive(Debug, Default, Serialize)]
pub struct Record {
    /// The figure's id or the result's key.
    pub id: String,
    /// As the page writes it.
    pub shown: String,
    /// What is shown, as a number; none for a range, a day, a list of years.
    pub value: Option<f64>,
    /// Its unit.
    pub unit: String,
    /// The word that the source has before it.
    pub qualifier: String,
    /// What it may be, as the card writes it.
    pub interval: String,
    /// The lower end.
    pub low: Option<f64>,
    /// The upper end; none where it is open.
    pub high: Option<f64>,
    /// The unit of both, which may be a smaller one.
    pub interval_unit: String,
    /// The time it is about.
    pub period: String,
    /// What was counted, where.
    pub counted: String,
    /// How it was checked, in a word.
    pub check: &'static str,
    /// Who says it; of a computed number, those who say what it is made of.
    pub source: Vec<Origin>,
    /// How it was computed.
    pub formula: String,
    /// Ids of what it was computed from.
    pub inputs: Vec<String>,
    /// Ids of others about the same.
    pub conflicts: Vec<String>,
    /// What else is to be known.
    pub note: String,
}

/// Who says a number, and where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Origin {
    /// Publisher, title and date.
    pub says: String,
    /// The address.
    pub address: String,
    /// The place in it.
    pub place: String,
}

/// The record of a number; `None` where nothing stands behind its id.
#[must_use]
pub fn record(facts: &Facts<'_>, words: &Words, id: &str) -> Option<Record> {
    let number = facts.number(id, words)?;
    let card = Card::of(facts, words, id)?;
    let Number { id, text, check, ends } = number;
    let value = ends.filter(|[low, high]| low == high).map(|[value, _]| value);
    let mut record = Record { id, shown: text, value, check: check.as_str(), ..Record::default() };
    for (name, row) in card.rows {
        record.take(name, row);
    }
    Some(record)
}

impl Record {
    fn take(&mut self, name: Key, row: Row<'_>) {
        match row {
            Row::Value { before, unit, .. } => (self.qualifier, self.unit) = (before.to_owned(), unit),
            Row::Interval(ends) => {
                (self.interval, self.interval_unit) = (ends.text, ends.unit);
                (self.low, self.high) = (Some(ends.low), ends.high);
            }
            Row::Source(source) => {
                let says = [&*source.publisher, ", ", &source.title, ", ", &source.date].concat();
                self.source.push(Origin { says, address: source.url.clone(), place: String::new() });
            }
            Row::Numbers(list) => {
                let ids = list.into_iter().map(|listed| listed.number.id).collect();
                if name == key::card::INPUTS { self.inputs = ids } else { self.conflicts = ids }
            }
            Row::Text(runs) => self.tell(name, text(&runs)),
        }
    }

    fn tell(&mut self, name: Key, text: String) {
        match name {
            key::card::PERIOD => self.period = text,
            key::card::COUNTED => self.counted = text,
            key::card::FORMULA => self.formula = text,
            key::card::NOTE => self.note = text,
            key::card::PLACE => self.source.iter_mut().for_each(|source| source.place.clone_from(&text)),
            _ => {}
        }
    }
}

fn text(runs: &[Run]) -> String {
    let mut all = String::new();
    runs.iter().for_each(|run| all.push_str(&run.text));
    all
}
