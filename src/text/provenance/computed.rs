//! Cards of results: what was computed, how, and from what.

use super::{Card, Row};
use crate::data::{Interval, Ratio, Year};
use crate::model::ledger::{entry_named, quotient_named};
use crate::text::fact::Number;
use crate::text::render::{counted, plain, put};
use crate::text::slot::{Slot, When};
use crate::text::{Key, key};

impl Card<'_> {
    /// The card of a result's key; `None` where nothing stands behind it.
    pub(super) fn computed(&mut self, id: &str) -> Option<()> {
        let number = self.facts.number(id, self.words)?;
        match Slot::read(id) {
            Slot::Total(When::Year(year)) => self.total(&number, year)?,
            Slot::Ratio(When::Year(year)) => self.ratio(&number, year)?,
            Slot::Amount(name) => self.amount(&number, name)?,
            Slot::Quotient(name) => self.quotient(&number, name)?,
            Slot::Own(slot) => self.own(&number, slot)?,
            slot @ (Slot::DoublingCount | Slot::DoublingOf) => self.count(&number, slot),
            slot @ (Slot::DoublingYears | Slot::OtherYears | Slot::BelowYears) => self.years(&number, slot),
            _ => return None,
        }
        self.plain(key::card::CHECK, super::check(number.check));
        Some(())
    }

    fn total(&mut self, number: &Number, year: u16) -> Option<()> {
        let words = self.words;
        let total = self.facts.results.total(Year(year))?;
        self.value(number, key::card::UNIT_T);
        self.interval(&total.interval, words.plain(key::card::UNIT_KG), false);
        self.row(key::card::PERIOD, &year.to_string());
        self.about(key::card::COUNTED, key::card::TOTAL_OF, year);
        self.plain(key::card::FORMULA, key::card::FORMULA_TOTAL);
        self.inputs(&total.inputs);
        self.conflicts(Year(year), &number.id);
        let note = words.plain(key::card::SMALL_AMOUNTS);
        if total.plants_reported {
            self.row(key::card::NOTE, note);
        } else {
            self.row(key::card::NOTE, &[words.plain(key::card::NO_PLANTS), " ", note].concat());
        }
        Some(())
    }

    fn ratio(&mut self, number: &Number, year: u16) -> Option<()> {
        let ratio = self.facts.results.bases.ratio_to(Year(year))?;
        let fact = self.facts.fact_of_year(year)?;
        self.times(number, ratio.interval.as_ref(), key::card::UNIT_TIMES);
        self.about(key::card::COUNTED, key::card::RATIO_OF, year);
        self.about(key::card::FORMULA, key::card::FORMULA_RATIO, year);
        self.inputs(&[crate::id::SEED_TOTAL_2023.to_owned(), fact]);
        self.conflicts(Year(year), &number.id);
        Some(())
    }

    /// A sum or difference: the formula in numbers, each of which has a card of its own.
    fn amount(&mut self, number: &Number, name: &str) -> Option<()> {
        let (entry, amount) = (entry_named(name)?, self.facts.results.balances.amount(name)?);
        self.value(number, key::card::UNIT_T);
        self.interval(&amount.interval, self.words.plain(key::card::UNIT_KG), false);
        let mut formula = String::new();
        for (sign, ids) in [(" + ", entry.plus), (" − ", entry.minus)] {
            for id in ids {
                let sign = if formula.is_empty() { "" } else { sign };
                put(&mut formula, &[sign, &self.with_unit(id)]);
            }
        }
        self.row(key::card::FORMULA, &formula);
        self.inputs(&amount.inputs);
        Some(())
    }

    fn quotient(&mut self, number: &Number, name: &str) -> Option<()> {
        let (entry, ratio) = (quotient_named(name)?, self.facts.results.balances.ratio(name)?);
        let unit = if entry.percent { key::card::UNIT_PERCENT } else { key::card::UNIT_TIMES };
        self.times(number, ratio.interval.as_ref(), unit);
        let formula = [self.with_unit(entry.of).as_str(), " ÷ ", &self.with_unit(entry.by)].concat();
        self.row(key::card::FORMULA, &formula);
        self.inputs(&[entry.of.to_owned(), entry.by.to_owned()]);
        Some(())
    }

    /// A result of one section.
    fn own(&mut self, number: &Number, slot: &str) -> Option<()> {
        let outcome = self.facts.outcome(slot)?;
        self.times(number, outcome.result.interval.as_ref(), outcome.unit);
        self.said(outcome.formula);
        self.inputs(&outcome.result.inputs);
        Some(())
    }

    fn count(&mut self, number: &Number, slot: Slot<'_>) {
        let count = slot == Slot::DoublingCount;
        let mut inputs = Vec::new();
        for base in self.facts.results.bases.all() {
            if !count || self.facts.verdict(base.year.0) == key::doubled::YES {
                inputs.extend(self.facts.fact_of_year(base.year.0));
            }
        }
        self.value(number, key::card::UNIT_YEARS);
        self.said(if count { key::card::FORMULA_COUNT } else { key::card::FORMULA_OF });
        self.inputs(&inputs);
    }

    fn years(&mut self, number: &Number, slot: Slot<'_>) {
        let formula = match slot {
            Slot::DoublingYears => key::card::FORMULA_COUNT,
            Slot::OtherYears => key::card::FORMULA_OTHER,
            _ => key::card::FORMULA_BELOW,
        };
        let mut inputs = Vec::new();
        for (first, last) in self.facts.years(slot) {
            for year in first.0..=last.0 {
                inputs.extend(self.facts.fact_of_year(year));
            }
        }
        self.computed_value(number, String::new());
        self.said(formula);
        self.inputs(&inputs);
    }

    fn times(&mut self, number: &Number, interval: Option<&Interval<Ratio>>, unit: Key) {
        self.value(number, unit);
        if let Some(interval) = interval {
            self.interval(interval, &plain(self.facts, self.words, unit), false);
        }
    }

    fn value(&mut self, number: &Number, unit: Key) {
        let unit = counted(self.facts, self.words, unit, &number.text);
        self.computed_value(number, unit);
    }

    fn computed_value(&mut self, number: &Number, unit: String) {
        self.push(key::card::COMPUTED, Row::Value { before: "", number: number.text.clone(), unit });
    }

    fn said(&mut self, formula: Key) {
        self.row(key::card::FORMULA, &plain(self.facts, self.words, formula));
    }

    /// "41.1 t": a figure or a result of the ledger in its own unit.
    fn with_unit(&self, name: &str) -> String {
        let unit = match self.facts.data.figure(name) {
            Some(figure) => self.unit(figure),
            None => self.words.plain(key::card::UNIT_T),
        };
        let number = self.facts.number(name, self.words).map(|number| number.text).unwrap_or_default();
        [number.as_str(), " ", unit].concat()
    }

    /// A row that names the year.
    fn about(&mut self, name: Key, key: Key, year: u16) {
        let sentence = self.words.plain(key).replace("{card.year}", &year.to_string());
        self.row(name, &sentence.replace("{seed_total_2023.year}", &self.facts.report_last().to_string()));
    }
}
