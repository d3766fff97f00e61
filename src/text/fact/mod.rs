//! What a slot stands for: a printed figure or a result of the model, with everything that its card says.

mod amounts;
mod audit;
mod doses;
mod explore;
mod flow;
mod iceberg;
mod labs;
mod neighbours;
mod offences;
mod outcome;
mod times;
mod years;

pub use explore::{KIND_NAMES, Seen, most};
pub(crate) use iceberg::times;
pub use neighbours::top;
pub use outcome::Outcome;
pub use years::{BaseConflict, Point};

use super::slot::Slot;
use super::{Key, Words, key};
use crate::data::{Check, Dataset, Figure, Value, Year};
use crate::model::bases::{Base, Doubling};
use crate::model::digits::{Shown, round, shown};
use crate::model::{Choices, Results};

/// The dataset, the results and the reader's choices: what every sentence, chart and card is made from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The dataset.
    pub data: &'a Dataset,
    /// What the model makes of it.
    pub results: &'a Results,
    /// What the reader chose.
    pub choices: Choices,
}

/// What a sentence shows in a slot's place.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A number that opens its card.
    Number(Number),
    /// A year or a list of years.
    Plain(String),
}

/// A number as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// A figure's id or a result's key, without the reader's choices in it: `ratio.2017`, never `ratio.base`.
    pub id: String,
    /// As the language writes it.
    pub text: String,
    /// How it was checked.
    pub check: Check,
    /// What is shown, as numbers: one twice, or both ends of a range. None for words, days and lists of years, and in the
    /// program for what was made with the words.
    pub ends: Option<[f64; 2]>,
}

impl<'a> Facts<'a> {
    /// What stands in a slot's place; `None` where nothing fills it.
    #[must_use]
    pub fn say(&self, slot: &str, words: &Words) -> Option<Said> {
        let numbers = &words.numbers;
        Some(match Slot::read(slot) {
            Slot::FigureYear(id) => Said::Plain(self.year_of(id)?.to_string()),
            Slot::Year(when) => Said::Plain(self.year(when)?.to_string()),
            Slot::AmountInterval(name) => Said::Plain(self.amount_interval(name, numbers)?),
            Slot::Guess(guess) => self.guess(guess, words)?,
            Slot::Own(slot) => self.own(slot, words)?,
            Slot::Square => Said::Plain(numbers.fixed(crate::model::SQUARE.0, 0)),
            #[cfg(not(target_arch = "wasm32"))]
            Slot::Dataset(kind) => Said::Plain(numbers.fixed(Self::whole(self.rows(kind)?), 0)),
            _ if slot == "conflict.base" => Said::Number(self.printed(&self.base_conflicting()?.figure, words)?),
            _ => Said::Number(self.number(slot, words)?),
        })
    }

    /// A slot's number; `None` for years and for what the dataset does not have.
    #[must_use]
    pub fn number(&self, slot: &str, words: &Words) -> Option<Number> {
        let numbers = &words.numbers;
        match Slot::read(slot) {
            Slot::Figure(id) => self.printed(id, words),
            Slot::Total(when) => self.number_of_year(self.year(when)?, words),
            Slot::Amount(name) => self.amount(name, numbers),
            Slot::Quotient(name) => self.quotient(name, numbers),
            Slot::Own(slot) => match self.own(slot, words)? {
                Said::Number(number) => Some(number),
                Said::Plain(_) => None,
            },
            Slot::Ratio(when) => {
                let year = self.year(when)?;
                let ratio = self.results.bases.ratio_to(Year(year))?;
                let shown = shown_ratio(ratio.interval.as_ref(), ratio.value.0);
                Some(Number::of(format!("ratio.{year}"), numbers.shown(shown), ratio.check, Some(shown.ends())))
            }
            Slot::DoublingYears | Slot::OtherYears | Slot::BelowYears => {
                let years = self.years(Slot::read(slot));
                let within = |base: &&Base| years.iter().any(|(first, last)| (*first..=*last).contains(&base.year));
                let check = self.bases().filter(within).map(|base| base.ratio.check).max();
                let (text, check) = (years::ranges(&years, words), check.unwrap_or(Check::Checked));
                Some(Number::of(slot.to_owned(), text, check, None))
            }
            Slot::DoublingCount | Slot::DoublingOf => {
                let count = Self::whole(self.count(slot)?);
                Some(Number::of(slot.to_owned(), numbers.fixed(count, 0), self.bases_check(), Some([count; 2])))
            }
            _ => None,
        }
    }

    /// A count behind a slot, for plural forms.
    #[must_use]
    pub fn count(&self, slot: &str) -> Option<usize> {
        match Slot::read(slot) {
            Slot::DoublingCount => Some(self.bases().filter(|base| base.verdict == Doubling::Yes).count()),
            Slot::DoublingOf => Some(self.bases().count()),
            Slot::Own(slot) => self.own_count(slot),
            _ => None,
        }
    }

    /// The central value of a slot in tonnes; `None` where it is no weight.
    #[must_use]
    pub fn tonnes(&self, slot: &str) -> Option<f64> {
        let kilograms = match Slot::read(slot) {
            Slot::Figure(id) => self.data.figure(id)?.kilograms()?,
            Slot::Amount(name) => self.results.balances.amount(name)?.kilograms,
            Slot::Total(when) => {
                let year = self.year(when)?;
                match self.data.figure(&self.fact_of_year(year)?) {
                    Some(figure) => figure.kilograms()?,
                    None => self.results.total(Year(year))?.kilograms,
                }
            }
            _ => return None,
        };
        Some(kilograms.0 / 1000.0)
    }

    /// The total of a year: printed, or summed and then as precise as the printed totals beside it.
    fn number_of_year(&self, year: u16, words: &Words) -> Option<Number> {
        let fact = self.fact_of_year(year)?;
        if fact.split_once('.').is_none() {
            return self.printed(&fact, words);
        }
        let total = self.results.total(Year(year))?;
        let tonnes = total.kilograms.0 / 1000.0;
        Some(Number::of(fact, words.numbers.fixed(tonnes, 1), total.check, Some([round(tonnes, 1); 2])))
    }

    /// A printed figure, shown as printed.
    fn printed(&self, id: &str, words: &Words) -> Option<Number> {
        let figure = self.data.figure(id)?;
        let ends = match figure.value {
            Value::Number(value) => Some([value; 2]),
            Value::Date(_) | Value::Words(_) => None,
        };
        Some(Number::of(id.to_owned(), as_printed(figure, words), figure.check, ends))
    }

    /// Rows of the dataset, of a kind.
    #[cfg(not(target_arch = "wasm32"))]
    fn rows(&self, kind: &str) -> Option<usize> {
        match kind {
            "figures" => Some(self.data.figures().len()),
            "sources" => Some(self.data.sources().len()),
            _ => None,
        }
    }

    /// A count as a number to be written.
    #[must_use]
    pub fn whole(count: usize) -> f64 {
        u32::try_from(count).map_or(f64::INFINITY, f64::from)
    }
}

impl Number {
    const fn of(id: String, text: String, check: Check, ends: Option<[f64; 2]>) -> Self {
        Self { id, text, check, ends }
    }

    /// How it was checked, in a word or two.
    #[must_use]
    pub fn check_short(&self) -> Key {
        check_short(self.check)
    }
}

/// A check in a word or two.
#[must_use]
pub const fn check_short(check: Check) -> Key {
    match check {
        Check::Checked => key::card::SHORT_CHECKED,
        Check::OneCopy => key::card::SHORT_ONE_COPY,
        Check::Unchecked => key::card::SHORT_UNCHECKED,
        Check::Contradicted => key::card::SHORT_CONTRADICTED,
    }
}

/// A ratio with the digits its interval allows; without an interval, to two digits.
fn shown_ratio(interval: Option<&crate::data::Interval<crate::data::Ratio>>, value: f64) -> Shown {
    interval.map_or(Shown::Value { value, decimals: 1 }, |interval| shown(interval.low().0, interval.high().0, value))
}

/// The value with the digits that the source printed, as the language writes numbers and days.
pub(super) fn as_printed(figure: &Figure, words: &Words) -> String {
    let decimals = figure.printed.split_once('.').map_or(0, |(_, digits)| digits.len());
    match figure.value {
        Value::Number(value) => words.numbers.fixed(value, u8::try_from(decimals).unwrap_or(0)),
        Value::Date(_) | Value::Words(_) => words.name(&figure.printed).to_owned(),
    }
}
