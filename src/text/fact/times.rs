//! Results of section `times-143`: `times.2017` and its neighbours, the least and the most of them, where the report's own
//! figures meet, and how many times the registered users are.

use super::{Facts, Outcome};
use crate::model::digits::{card_range, shown};
use crate::model::growth::Derived;
use crate::model::times::{self, BASES, agreement, extremes, multiple, two_digits};
use crate::text::key;
use crate::text::number::Numbers;

impl Facts<'_> {
    pub(super) fn times(&self, name: &str) -> Option<Outcome> {
        let result = match name {
            "agree" => {
                let (unit, formula) = (key::card::UNIT_KG, key::times::FORMULA_AGREE);
                return Some(Outcome { result: agreement(self.data)?, decimals: None, unit, formula });
            }
            "users" => {
                let (unit, formula) = (key::card::UNIT_TIMES, key::times::FORMULA_USERS);
                return Some(Outcome { result: times::users(self.data)?, decimals: Some(1), unit, formula });
            }
            "least" => extremes(self.data)?[0].clone(),
            "most" => extremes(self.data)?[1].clone(),
            year => self.times_since(year)?,
        };
        let (unit, formula) = (key::card::UNIT_TIMES, key::times::FORMULA);
        Some(Outcome { result: two_digits(result), decimals: Some(0), unit, formula })
    }

    /// The interval of a result in words: `times.agree.range` as its card has it, `times.2017.range` with the digits that
    /// such a quotient has.
    pub(super) fn times_words(&self, name: &str, numbers: &Numbers) -> Option<String> {
        let name = name.strip_suffix(".range")?;
        let Derived { value, interval, .. } = self.times(name)?.result;
        let (low, high) = interval.map(|interval| (interval.low().0, interval.high().0))?;
        if name != "agree" {
            return Some(numbers.shown(shown(low, high, value.0)));
        }
        let (low, high, decimals) = card_range(low, high);
        Some(numbers.range(low, high, decimals))
    }

    /// The report's last synthetics over the beginning of a year.
    fn times_since(&self, year: &str) -> Option<Derived<crate::data::Ratio>> {
        let year: u16 = year.parse().ok()?;
        let base = BASES.into_iter().find(|base| self.year_of(base) == Some(year))?;
        multiple(self.data, base)
    }

    /// The beginning that the reader chose.
    #[must_use]
    pub fn times_base(&self) -> &'static str {
        BASES[usize::from(self.choices.times_from).min(BASES.len() - 1)]
    }
}
