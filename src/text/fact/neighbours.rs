//! Results of section `neighbours`: sums without plants, against an earlier year, and per head.
//!
//! | slot | what |
//! |---|---|
//! | `with.tajikistan.2016` | tonnes of a year with whole plants |
//! | `without.tajikistan.2016`, `.base`, `.last` | the same without them |
//! | `top.tajikistan` | the most of any year, without them |
//! | `index.tajikistan` | the last year that Kazakhstan has, too, in hundredths of the first |
//! | `head.uzbekistan.2019`, `.first`, `.last` | kilograms per 100,000 people |
//! | `year.base`, `year.last`, `year.floor`, `year.head` | years in words, of all or of Kazakhstan |
//! | `topyear.…`, `lastyear.…`, `headyear.…` | the same of one place |

use super::{Facts, Outcome};
use crate::data::{Kilograms, Ratio};
use crate::model::growth::{Derived, Measured};
use crate::model::neighbours::{
    PLACES, Series, at, common, index, per_head, place, population, with_plants, without_plants,
};
use crate::model::totals::{KAZAKHSTAN, yearly};
use crate::text::{Words, key};

/// How many people a number per head is for.
const PEOPLE: f64 = 100_000.0;

impl Facts<'_> {
    pub(super) fn neighbours(&self, name: &str) -> Option<Outcome> {
        let (kind, rest) = name.split_once('.')?;
        let (of, when) = rest.split_once('.').unwrap_or((rest, ""));
        let of = place(of)?;
        let tonnes = |amount: &Measured, formula| {
            let thousandth = amount.interval.scale(0.001);
            let interval =
                thousandth.and_then(|interval| interval.divide(&crate::data::Interval::point(Kilograms(1.0))?));
            let value = Ratio(amount.kilograms.0 / 1000.0);
            let result = Derived { value, interval, check: amount.check, inputs: amount.inputs.clone() };
            Outcome { result, decimals: Some(1), unit: key::card::UNIT_T, formula }
        };
        match kind {
            "with" => Some(tonnes(at(&with_plants(self.data, of), when.parse().ok()?)?, key::card::FORMULA_TOTAL)),
            "without" | "top" => {
                let series = without_plants(self.data, of);
                let year = if kind == "top" { top(&series)?.0 } else { self.neighbour_year(&series, when)? };
                Some(tonnes(at(&series, year)?, key::neighbours::FORMULA_WITHOUT))
            }
            "index" => {
                let series = without_plants(self.data, of);
                let (first, last) = common(&without_plants(self.data, KAZAKHSTAN), &series)?;
                let result = index(at(&series, last)?, at(&series, first)?);
                let formula = key::neighbours::FORMULA_INDEX;
                Some(Outcome { result, decimals: Some(0), unit: key::card::UNIT_PERCENT, formula })
            }
            "head" => {
                let heads = self.heads(of);
                let found = match when {
                    "first" => heads.first(),
                    "last" => heads.last(),
                    year => heads.iter().find(|(known, _)| Some(*known) == year.parse().ok()),
                };
                let (unit, formula) = (key::neighbours::UNIT_HEAD, key::neighbours::FORMULA_HEAD);
                Some(Outcome { result: found?.1.clone(), decimals: Some(1), unit, formula })
            }
            _ => None,
        }
    }

    /// What a place's rows without plants come to per 100,000 people, in years with a population row.
    #[must_use]
    pub fn heads(&self, place: &str) -> Vec<(u16, Derived<Ratio>)> {
        let head =
            |(year, amount): (u16, Measured)| Some((year, per_head(&amount, population(self.data, place, year)?)?));
        without_plants(self.data, place).into_iter().filter_map(head).collect()
    }

    /// The places with numbers per head.
    #[must_use]
    pub fn headed(&self) -> Vec<&'static str> {
        PLACES.into_iter().filter(|place| !self.heads(place).is_empty()).collect()
    }

    fn neighbour_year(&self, series: &Series, when: &str) -> Option<u16> {
        match when {
            "base" => common(&without_plants(self.data, KAZAKHSTAN), series).map(|(first, _)| first),
            "last" => series.last().map(|(year, _)| *year),
            year => year.parse().ok(),
        }
    }

    /// A year, or how many people, in words.
    pub fn neighbours_words(&self, name: &str, words: &Words) -> Option<String> {
        let (kind, of) = name.split_once('.').unwrap_or((name, ""));
        let home = || without_plants(self.data, KAZAKHSTAN);
        let year = match (kind, of) {
            ("people", _) => return Some(words.numbers.fixed(PEOPLE, 0)),
            ("year", "base") => common(&home(), &home())?.0,
            ("year", "last") => home().last()?.0,
            ("year", "floor") => yearly(self.data).iter().rev().find(|total| total.cannabis_only)?.year.0,
            ("year", "head") => self.heads(KAZAKHSTAN).first()?.0,
            ("topyear", of) => top(&without_plants(self.data, place(of)?))?.0,
            ("lastyear", of) => without_plants(self.data, place(of)?).last()?.0,
            ("headyear", of) => self.heads(place(of)?).last()?.0,
            _ => return None,
        };
        Some(year.to_string())
    }
}

/// The year with the most, the first of equals.
#[must_use]
pub fn top(series: &Series) -> Option<&(u16, Measured)> {
    let higher = |a, b: &'_ (u16, Measured)| -> bool { b.1.kilograms > a };
    let mut found = series.first()?;
    for entry in series {
        if higher(found.1.kilograms, entry) {
            found = entry;
        }
    }
    Some(found)
}
