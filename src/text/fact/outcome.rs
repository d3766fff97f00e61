//! Results of single sections, each with what its card says.
//!
//! A section with results of its own has one file here: it answers slots that begin with the section's name.

use super::{Facts, Number, Said, shown_ratio};
use crate::data::{Check, Ratio};
use crate::model::digits::{Shown, round};
use crate::model::growth::Derived;
use crate::text::number::Numbers;
use crate::text::{Key, Words};

/// A result as a sentence shows it and as its card explains it.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The number in [`unit`](Self::unit), what it may be, the worst check and the ids of the figures it stands on.
    pub result: Derived<Ratio>,
    /// Decimals to show; none: as many digits as the interval lets through, else a range.
    pub decimals: Option<u8>,
    /// Its unit, as the card says it.
    pub unit: Key,
    /// How it was computed, in a sentence.
    pub formula: Key,
}

impl Outcome {
    /// The number, as sentences and charts write it.
    #[must_use]
    pub fn text(&self, numbers: &Numbers) -> String {
        numbers.shown(self.shown())
    }

    /// The number with the digits that are shown.
    pub(super) fn shown(&self) -> Shown {
        let Derived { value, interval, .. } = &self.result;
        match self.decimals {
            Some(decimals) => Shown::Value { value: round(value.0, i32::from(decimals)), decimals },
            None => shown_ratio(interval.as_ref(), value.0),
        }
    }
}

impl Facts<'_> {
    /// The result behind a section's own slot, such as `times.ratio`; `None` for any other.
    #[must_use]
    pub fn outcome(&self, slot: &str) -> Option<Outcome> {
        let (section, name) = slot.split_once('.')?;
        match section {
            "audit" => self.audit(name),
            "doses" => self.doses(name),
            "offences" => self.offences(name),
            "times" => self.times(name),
            "labs" => self.labs(name),
            "flow" => self.flow(name),
            "iceberg" => self.iceberg(name),
            "neighbours" => self.neighbours(name),
            "explore" => self.explore(name),
            _ => None,
        }
    }

    /// A count behind a section's own slot, for plural forms.
    pub(super) fn own_count(&self, slot: &str) -> Option<usize> {
        let (section, name) = slot.split_once('.')?;
        match section {
            "flow" => self.flow_count(name),
            _ => None,
        }
    }

    /// What stands in the place of a section's own slot: a number with a card, or words such as a year.
    pub(super) fn own(&self, slot: &str, words: &Words) -> Option<Said> {
        if let Some([_, text, check]) = words.given(slot) {
            return Some(match Check::of(check) {
                Some(check) => Said::Number(Number::of(slot.to_owned(), text.clone(), check, None)),
                None => Said::Plain(text.clone()),
            });
        }
        // A number that depends on what the reader asks for is that of the row or result behind it.
        if let Some(fact) = slot.strip_prefix("explore.").and_then(|name| self.explore_fact(name)) {
            return self.number(&fact, words).map(Said::Number);
        }
        let number = |outcome: Outcome| {
            let (text, ends) = (outcome.text(&words.numbers), outcome.shown().ends());
            Said::Number(Number::of(slot.to_owned(), text, outcome.result.check, Some(ends)))
        };
        self.outcome(slot).map(number).or_else(|| self.own_words(slot, words).map(Said::Plain))
    }

    /// A section's own slot that is no number with a card: a year, what the reader set, a name.
    fn own_words(&self, slot: &str, words: &Words) -> Option<String> {
        let (section, name) = slot.split_once('.')?;
        match section {
            "times" => self.times_words(name, &words.numbers),
            "flow" => self.flow_words(name, words),
            "iceberg" => self.iceberg_words(name, words),
            "doses" => self.doses_words(name),
            "neighbours" => self.neighbours_words(name, words),
            "explore" => self.explore_words(name, words),
            _ => None,
        }
    }
}
