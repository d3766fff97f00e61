//! Results of the ledger, and what the reader guessed.

use super::{Facts, Number, Said, shown_ratio};
use crate::data::{Measure, Year};
use crate::model::DRAWN;
use crate::model::digits::{card_range, round};
use crate::model::guess::mean_error;
use crate::text::Words;
use crate::text::number::Numbers;
use crate::text::slot::Guess;

impl Facts<'_> {
    /// A sum or difference in tonnes, as precise as the printed totals beside it; its interval stands on the card.
    pub(super) fn amount(&self, name: &str, numbers: &Numbers) -> Option<Number> {
        let amount = self.results.balances.amount(name)?;
        let tonnes = amount.kilograms.get() / 1000.0;
        Some(Number::of(name.to_owned(), numbers.fixed(tonnes, 1), amount.check, Some([round(tonnes, 1); 2])))
    }

    /// The interval of a sum or difference in tonnes, as its card has it; `None` for any other name.
    #[must_use]
    pub fn amount_interval(&self, name: &str, numbers: &Numbers) -> Option<String> {
        let interval = self.results.balances.amount(name)?.interval;
        let (low, high, decimals) = card_range(interval.low().get() / 1000.0, interval.high().get() / 1000.0);
        Some(numbers.range(low, high, decimals))
    }

    pub(super) fn quotient(&self, name: &str, numbers: &Numbers) -> Option<Number> {
        let ratio = self.results.balances.ratio(name)?;
        let shown = shown_ratio(ratio.interval.as_ref(), ratio.value.0);
        Some(Number::of(name.to_owned(), numbers.shown(shown), ratio.check, Some(shown.ends())))
    }

    /// Kilograms behind a figure's id or a ledger's name; `None` for anything else.
    #[must_use]
    pub fn kilograms(&self, name: &str) -> Option<f64> {
        let amount = self.results.balances.amount(name).map(|amount| amount.kilograms);
        amount.or_else(|| self.data.figure(name)?.kilograms()).map(Measure::get)
    }

    /// The years that the reader may draw: those after the report's base year, up to its last.
    pub fn drawn_years(&self) -> impl Iterator<Item = u16> + use<> {
        let last = self.report_last();
        (0..DRAWN as u16).map(move |place| last + 1 + place - DRAWN as u16)
    }

    /// What the reader drew, as years with tonnes; empty before a guess.
    #[must_use]
    pub fn guess_line(&self) -> Vec<(u16, f64)> {
        let drawn = self.drawn_years().zip(self.choices.line);
        drawn.filter_map(|(year, tonnes)| Some((year, f64::from(tonnes?)))).collect()
    }

    /// The total of a year in tonnes, printed or summed; `None` for a gap.
    fn total_of(&self, year: u16) -> Option<f64> {
        let fact = self.fact_of_year(year)?;
        let sum = || self.results.total(Year(year)).map(|total| total.kilograms.get());
        self.kilograms(&fact).or_else(sum).map(|kilograms| kilograms / 1000.0)
    }

    /// How far the reader's share is from the interval of the true one, in kilograms of every 100; zero inside it.
    #[must_use]
    pub fn share_apart(&self) -> Option<f64> {
        let guess = f64::from(self.choices.share?);
        let share = self.results.balances.ratio("share.weight")?;
        let interval = share.interval.as_ref()?;
        let inside = interval.low().0 <= guess && guess <= interval.high().0;
        Some(if inside { 0.0 } else { (guess - share.value.0).abs() })
    }

    /// A quotient of the ledger as computed; `None` for any other name.
    #[must_use]
    pub fn ratio(&self, name: &str) -> Option<f64> {
        self.results.balances.ratio(name).map(|ratio| ratio.value.0)
    }

    pub(super) fn guess(&self, guess: Guess, words: &Words) -> Option<Said> {
        let numbers = &words.numbers;
        let line = self.guess_line();
        let last = line.last();
        let text = match guess {
            Guess::Share => numbers.fixed(f64::from(self.choices.share?), 0),
            Guess::Apart => numbers.fixed(self.share_apart()?, 0),
            Guess::Year => last?.0.to_string(),
            Guess::Last => numbers.fixed(last?.1, 0),
            Guess::Total => return self.number_of_year(last?.0, words).map(Said::Number),
            Guess::Off => {
                let both = line.iter().filter_map(|(year, drawn)| Some((*drawn, self.total_of(*year)?)));
                numbers.fixed(mean_error(&both.collect::<Vec<_>>())?, 1)
            }
        };
        Some(Said::Plain(text))
    }
}
