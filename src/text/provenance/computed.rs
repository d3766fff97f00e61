//! Cards of results: what was computed, how, and from what.

use super::{Card, list};
use crate::data::{Interval, Ratio, Year};
use crate::model::ledger::{entry_named, quotient_named};
use crate::text::fact::Number;
use crate::text::render::{escape, plain};
use crate::text::slot::{Slot, When};
use crate::text::{Key, key};

impl Card<'_> {
    /// The card of a result's key; `None` where nothing stands behind it.
    pub(super) fn computed(&self, id: &str) -> Option<String> {
        let number = self.facts.number(id, self.words)?;
        let mut rows = match Slot::read(id) {
            Slot::Total(When::Year(year)) => self.total(&number, year)?,
            Slot::Ratio(When::Year(year)) => self.ratio(&number, year)?,
            Slot::Amount(name) => self.amount(&number, name)?,
            Slot::Quotient(name) => self.quotient(&number, name)?,
            Slot::Own(slot) => self.own(&number, slot)?,
            slot @ (Slot::DoublingCount | Slot::DoublingOf) => self.count(&number, slot),
            slot @ (Slot::DoublingYears | Slot::OtherYears | Slot::BelowYears) => self.years(&number, slot),
            _ => return None,
        };
        rows.push(self.row(key::card::CHECK, &escape(self.words.plain(super::check(number.check)))));
        Some(list(&rows))
    }

    fn total(&self, number: &Number, year: u16) -> Option<Vec<String>> {
        let words = self.words;
        let total = self.facts.results.total(Year(year))?;
        let mut rows = self.value(number, key::card::UNIT_T);
        rows.push(self.interval(&total.interval, words.plain(key::card::UNIT_KG), false));
        rows.push(self.row(key::card::PERIOD, &year.to_string()));
        rows.push(self.row(key::card::COUNTED, &escape(&self.about(key::card::TOTAL_OF, year))));
        rows.push(self.row(key::card::FORMULA, &escape(words.plain(key::card::FORMULA_TOTAL))));
        rows.push(self.inputs(&total.inputs));
        rows.extend(self.conflicts(Year(year), &number.id));
        let mut note = words.plain(key::card::SMALL_AMOUNTS).to_owned();
        if !total.plants_reported {
            note = format!("{} {note}", words.plain(key::card::NO_PLANTS));
        }
        rows.push(self.row(key::card::NOTE, &escape(&note)));
        Some(rows)
    }

    fn ratio(&self, number: &Number, year: u16) -> Option<Vec<String>> {
        let ratio = self.facts.results.bases.ratio_to(Year(year))?;
        let mut rows = self.times(number, ratio.interval.as_ref(), key::card::UNIT_TIMES);
        rows.push(self.row(key::card::COUNTED, &escape(&self.about(key::card::RATIO_OF, year))));
        rows.push(self.row(key::card::FORMULA, &escape(&self.about(key::card::FORMULA_RATIO, year))));
        rows.push(self.inputs(&[crate::id::SEED_TOTAL_2023.to_owned(), self.facts.fact_of_year(year)?]));
        rows.extend(self.conflicts(Year(year), &number.id));
        Some(rows)
    }

    /// A sum or difference: the formula in numbers, each of which has a card of its own.
    fn amount(&self, number: &Number, name: &str) -> Option<Vec<String>> {
        let (entry, amount) = (entry_named(name)?, self.facts.results.balances.amount(name)?);
        let mut rows = self.value(number, key::card::UNIT_T);
        rows.push(self.interval(&amount.interval, self.words.plain(key::card::UNIT_KG), false));
        let signed = entry.plus.iter().map(|id| ("+", *id)).chain(entry.minus.iter().map(|id| ("−", *id)));
        let formula = signed.fold(String::new(), |formula, (sign, id)| {
            let part = self.with_unit(id);
            if formula.is_empty() { part } else { format!("{formula} {sign} {part}") }
        });
        rows.push(self.row(key::card::FORMULA, &escape(&formula)));
        rows.push(self.inputs(&amount.inputs));
        Some(rows)
    }

    fn quotient(&self, number: &Number, name: &str) -> Option<Vec<String>> {
        let (entry, ratio) = (quotient_named(name)?, self.facts.results.balances.ratio(name)?);
        let unit = if entry.percent { key::card::UNIT_PERCENT } else { key::card::UNIT_TIMES };
        let mut rows = self.times(number, ratio.interval.as_ref(), unit);
        let formula = format!("{} ÷ {}", self.with_unit(entry.of), self.with_unit(entry.by));
        rows.push(self.row(key::card::FORMULA, &escape(&formula)));
        rows.push(self.inputs(&[entry.of.to_owned(), entry.by.to_owned()]));
        Some(rows)
    }

    /// A result of one section.
    fn own(&self, number: &Number, slot: &str) -> Option<Vec<String>> {
        let outcome = self.facts.outcome(slot)?;
        let mut rows = self.times(number, outcome.result.interval.as_ref(), outcome.unit);
        rows.push(self.said(outcome.formula));
        rows.push(self.inputs(&outcome.result.inputs));
        Some(rows)
    }

    fn count(&self, number: &Number, slot: Slot<'_>) -> Vec<String> {
        let count = slot == Slot::DoublingCount;
        let years = self.facts.results.bases.all().iter();
        let years = years.filter(|base| !count || self.facts.verdict(base.year.0) == key::doubled::YES);
        let inputs: Vec<String> = years.filter_map(|base| self.facts.fact_of_year(base.year.0)).collect();
        let mut rows = self.value(number, key::card::UNIT_YEARS);
        rows.push(self.said(if count { key::card::FORMULA_COUNT } else { key::card::FORMULA_OF }));
        rows.push(self.inputs(&inputs));
        rows
    }

    fn years(&self, number: &Number, slot: Slot<'_>) -> Vec<String> {
        let formula = match slot {
            Slot::DoublingYears => key::card::FORMULA_COUNT,
            Slot::OtherYears => key::card::FORMULA_OTHER,
            _ => key::card::FORMULA_BELOW,
        };
        let years = self.facts.years(slot).into_iter().flat_map(|(first, last)| first.0..=last.0);
        let inputs: Vec<String> = years.filter_map(|year| self.facts.fact_of_year(year)).collect();
        vec![self.row(key::card::COMPUTED, &escape(&number.text)), self.said(formula), self.inputs(&inputs)]
    }

    fn times(&self, number: &Number, interval: Option<&Interval<Ratio>>, unit: Key) -> Vec<String> {
        let mut rows = self.value(number, unit);
        let unit = plain(self.facts, self.words, unit);
        rows.extend(interval.map(|interval| self.interval(interval, &unit, false)));
        rows
    }

    fn value(&self, number: &Number, unit: Key) -> Vec<String> {
        vec![
            self.row(key::card::COMPUTED, &escape(&format!("{} {}", number.text, plain(self.facts, self.words, unit)))),
        ]
    }

    fn said(&self, formula: Key) -> String {
        self.row(key::card::FORMULA, &escape(&plain(self.facts, self.words, formula)))
    }

    /// "41.1 t": a figure or a result of the ledger in its own unit.
    fn with_unit(&self, name: &str) -> String {
        let unit = match self.facts.data.figure(name) {
            Some(figure) => self.unit(figure.unit),
            None => self.words.plain(key::card::UNIT_T),
        };
        let number = self.facts.number(name, self.words).map(|number| number.text).unwrap_or_default();
        format!("{number} {unit}")
    }

    fn about(&self, key: Key, year: u16) -> String {
        let sentence = self.words.plain(key).replace("{card.year}", &year.to_string());
        sentence.replace("{seed_total_2023.year}", &self.facts.report_last().to_string())
    }
}
