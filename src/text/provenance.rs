//! The provenance card of a number: who says it, and what stands behind it.

use super::fact::{Facts, Number, as_printed};
use super::render::{button, escape, plain};
use super::slot::Slot;
use super::{Key, Words, key};
use crate::data::{Check, Figure, Interval, Measure, Qualifier, Unit, Year};
use crate::model::conflicts::{Conflict, Verdict};
use crate::model::digits::card_range;

/// The inside of the card for a figure's id or a result's key; `None` where nothing stands behind it.
#[must_use]
pub fn html(facts: &Facts<'_>, words: &Words, id: &str) -> Option<String> {
    let card = Card { facts, words };
    match Slot::read(id) {
        Slot::Figure(id) => Some(card.printed(facts.data.figure(id)?)),
        _ => card.computed(id),
    }
}

struct Card<'a> {
    facts: &'a Facts<'a>,
    words: &'a Words,
}

impl Card<'_> {
    fn printed(&self, figure: &Figure) -> String {
        let unit = self.unit(figure.unit);
        let qualifier = self.words.plain(qualifier(figure.qualifier));
        let value = as_printed(figure, &self.words.numbers);
        let mut rows = vec![self.row(key::card::VALUE, &escape(format!("{qualifier} {value} {unit}").trim()))];
        if let Some(interval) = figure.interval() {
            rows.push(self.interval(&interval, unit, true));
        }
        rows.push(self.row(key::card::PERIOD, &escape(&figure.period.text)));
        let counted = format!("{}, {} ({})", figure.drug, figure.place, figure.quantity.replace('_', " "));
        rows.push(self.row(key::card::COUNTED, &foreign(&counted)));
        rows.extend(self.source(figure));
        rows.push(self.row(key::card::CHECK, &escape(self.words.plain(check(figure.check)))));
        if let Some(year) = figure.period.year() {
            rows.extend(self.conflicts(year, &figure.id));
        }
        if !figure.note.is_empty() {
            rows.push(self.row(key::card::NOTE, &foreign(&figure.note)));
        }
        list(&rows)
    }

    fn computed(&self, id: &str) -> Option<String> {
        let (facts, words) = (self.facts, self.words);
        let number = facts.number(id, words)?;
        let results = facts.results;
        let mut rows = Vec::new();
        match Slot::read(id) {
            Slot::Total(super::slot::When::Year(year)) => {
                let total = results.total(Year(year))?;
                rows.push(
                    self.row(
                        key::card::COMPUTED,
                        &escape(&format!("{} {}", number.text, words.plain(key::card::UNIT_T))),
                    ),
                );
                rows.push(self.interval(&total.interval, words.plain(key::card::UNIT_KG), false));
                rows.push(self.row(key::card::PERIOD, &year.to_string()));
                rows.push(self.row(key::card::COUNTED, &escape(&self.about(key::card::TOTAL_OF, year))));
                rows.push(self.row(key::card::FORMULA, &escape(words.plain(key::card::FORMULA_TOTAL))));
                rows.push(self.inputs(&total.inputs));
                rows.extend(self.conflicts(Year(year), id));
                let mut note = words.plain(key::card::SMALL_AMOUNTS).to_owned();
                if !total.plants_reported {
                    note = format!("{} {note}", words.plain(key::card::NO_PLANTS));
                }
                rows.push(self.row(key::card::NOTE, &escape(&note)));
            }
            Slot::Ratio(super::slot::When::Year(year)) => {
                let ratio = results.bases.ratio_to(Year(year))?;
                rows.extend(self.times(&number, ratio.interval.as_ref()));
                rows.push(self.row(key::card::COUNTED, &escape(&self.about(key::card::RATIO_OF, year))));
                rows.push(self.row(key::card::FORMULA, &escape(&self.about(key::card::FORMULA_RATIO, year))));
                let inputs = [crate::id::SEED_TOTAL_2023.to_owned(), facts.fact_of_year(year)?];
                rows.push(self.inputs(&inputs));
                rows.extend(self.conflicts(Year(year), id));
            }
            Slot::ConflictRatio => {
                let ratio = &results.conflict_ratio;
                rows.extend(self.times(&number, ratio.interval.as_ref()));
                rows.push(self.row(key::card::FORMULA, &escape(words.plain(key::card::FORMULA_CONFLICT))));
                rows.push(self.inputs(&ratio.inputs));
            }
            Slot::DoublingCount | Slot::DoublingOf => {
                let count = matches!(Slot::read(id), Slot::DoublingCount);
                let formula = if count { key::card::FORMULA_COUNT } else { key::card::FORMULA_OF };
                let unit = words.plain(key::card::UNIT_YEARS);
                rows.push(self.row(key::card::COMPUTED, &escape(&format!("{} {unit}", number.text))));
                rows.push(self.row(key::card::FORMULA, &escape(&plain(facts, words, formula))));
                let years = results.bases.all().iter();
                let years = years.filter(|base| !count || facts.verdict(base.year.0) == key::doubled::YES);
                let inputs: Vec<String> = years.filter_map(|base| facts.fact_of_year(base.year.0)).collect();
                rows.push(self.inputs(&inputs));
            }
            slot @ (Slot::DoublingYears | Slot::OtherYears | Slot::BelowYears) => {
                let formula = match slot {
                    Slot::DoublingYears => key::card::FORMULA_COUNT,
                    Slot::OtherYears => key::card::FORMULA_OTHER,
                    _ => key::card::FORMULA_BELOW,
                };
                rows.push(self.row(key::card::COMPUTED, &escape(&number.text)));
                rows.push(self.row(key::card::FORMULA, &escape(&plain(facts, words, formula))));
                let years = facts.years(slot).into_iter().flat_map(|(first, last)| first.0..=last.0);
                let inputs: Vec<String> = years.filter_map(|year| facts.fact_of_year(year)).collect();
                rows.push(self.inputs(&inputs));
            }
            _ => return None,
        }
        rows.push(self.row(key::card::CHECK, &escape(words.plain(check(number.check)))));
        Some(list(&rows))
    }

    fn times(&self, number: &Number, interval: Option<&Interval<crate::data::Ratio>>) -> Vec<String> {
        let unit = self.words.plain(key::card::UNIT_TIMES);
        let mut rows = vec![self.row(key::card::COMPUTED, &escape(&format!("{} {unit}", number.text)))];
        if let Some(interval) = interval {
            rows.push(self.interval(interval, unit, false));
        }
        rows
    }

    /// The interval with the words that say what it does not cover; `exact` ends are written in full.
    fn interval<U: Measure>(&self, interval: &Interval<U>, unit: &str, exact: bool) -> String {
        let (low, high) = (interval.low().get(), interval.high().get());
        let numbers = &self.words.numbers;
        let ends = if interval.is_point() {
            numbers.fixed(low, decimals_of(low))
        } else if interval.is_open_ended() {
            self.words.plain(key::card::OPEN_ABOVE).replace("{card.low}", &numbers.fixed(low, decimals_of(low)))
        } else if low == 0.0 {
            self.words.plain(key::card::OPEN_BELOW).replace("{card.high}", &numbers.fixed(high, decimals_of(high)))
        } else if exact {
            numbers.range(low, high, decimals_of(low).max(decimals_of(high)))
        } else {
            let (low, high, decimals) = card_range(low, high);
            numbers.range(low, high, decimals)
        };
        let note = escape(self.words.plain(key::card::INTERVAL_NOTE));
        let ends = escape(&format!("{ends} {unit}"));
        self.row(key::card::INTERVAL, &format!("<span class=\"interval\">{ends}</span> <small>({note})</small>"))
    }

    fn source(&self, figure: &Figure) -> Vec<String> {
        let Some(source) = self.facts.data.source(&figure.source) else { return Vec::new() };
        let (url, title) = (escape(&source.url), escape(&source.title));
        let shown = escape(source.url.split_once("//").map_or(source.url.as_str(), |(_, rest)| rest));
        let link = format!(
            "{}, <cite lang=\"en\">{title}</cite>, {}. <a href=\"{url}\" rel=\"noopener\" target=\"_blank\"><span class=\"url\">{shown}</span></a>",
            foreign(&source.publisher),
            foreign(&source.date)
        );
        vec![self.row(key::card::SOURCE, &link), self.row(key::card::PLACE, &foreign(&figure.place_in_source))]
    }

    fn inputs(&self, ids: &[String]) -> String {
        let entry = |id: &String| {
            let number = self.facts.number(id, self.words)?;
            let (label, unit) = match self.facts.data.figure(id) {
                Some(figure) => (format!("{}, {}", figure.drug, figure.period.text), self.unit(figure.unit)),
                None => (id.rsplit('.').next().unwrap_or_default().to_owned(), self.words.plain(key::card::UNIT_T)),
            };
            Some(format!("<li>{} {} <span lang=\"en\">{}</span></li>", button(&number), escape(unit), escape(&label)))
        };
        let entries: String = ids.iter().filter_map(entry).collect();
        self.row(key::card::INPUTS, &format!("<ul>{entries}</ul>"))
    }

    /// Other published figures about the same year, except the one whose card this is.
    fn conflicts(&self, year: Year, own: &str) -> Option<String> {
        let other = |conflict: &&Conflict| conflict.figure != own;
        let entry = |conflict: &Conflict| {
            let figure = self.facts.data.figure(&conflict.figure)?;
            let number = self.facts.number(&conflict.figure, self.words)?;
            let verdict = match conflict.verdict {
                Verdict::Inconsistent => key::card::INCONSISTENT,
                Verdict::Compatible => key::card::COMPATIBLE,
                Verdict::CannotCheck => key::card::CANNOT_CHECK,
            };
            let qualifier = escape(self.words.plain(qualifier(figure.qualifier)));
            let (unit, verdict) = (escape(self.unit(figure.unit)), escape(self.words.plain(verdict)));
            Some(format!(
                "<li>{qualifier} {} {unit}, {}: <b>{verdict}</b></li>",
                button(&number),
                foreign(&figure.period.text)
            ))
        };
        let entries: String = self.facts.results.conflicts(year).iter().filter(other).filter_map(entry).collect();
        (!entries.is_empty()).then(|| self.row(key::card::CONFLICTS, &format!("<ul>{entries}</ul>")))
    }

    fn about(&self, key: Key, year: u16) -> String {
        let facts = Facts { choices: crate::model::Choices { base: Year(year) }, ..*self.facts };
        let sentence = self.words.plain(key).replace("{card.year}", &year.to_string());
        sentence.replace("{seed_total_2023.year}", &facts.report_last().to_string())
    }

    fn unit(&self, unit: Unit) -> &str {
        match unit {
            Unit::Tonne => self.words.plain(key::card::UNIT_T),
            Unit::Kilogram => self.words.plain(key::card::UNIT_KG),
            Unit::Gram => self.words.plain(key::card::UNIT_G),
            other => other.as_str(),
        }
    }

    fn row(&self, name: Key, inside: &str) -> String {
        format!("<div><dt>{}</dt><dd>{inside}</dd></div>", escape(self.words.plain(name)))
    }
}

fn list(rows: &[String]) -> String {
    format!("<dl>{}</dl>", rows.concat())
}

/// Words of the dataset, which are English in every language of the page.
fn foreign(text: &str) -> String {
    format!("<span lang=\"en\">{}</span>", escape(text))
}

/// The decimals that a printed end needs, three at most.
fn decimals_of(value: f64) -> u8 {
    (0..3)
        .find(|decimals| {
            let scale = 10_f64.powi(i32::from(*decimals));
            ((value * scale).round() - value * scale).abs() < 1e-6
        })
        .unwrap_or(3)
}

const fn qualifier(qualifier: Qualifier) -> Key {
    match qualifier {
        Qualifier::Exact => key::card::QUALIFIER_EXACT,
        Qualifier::About => key::card::QUALIFIER_ABOUT,
        Qualifier::Almost => key::card::QUALIFIER_ALMOST,
        Qualifier::MoreThan => key::card::QUALIFIER_MORE_THAN,
        Qualifier::AtLeast => key::card::QUALIFIER_AT_LEAST,
        Qualifier::UpTo => key::card::QUALIFIER_UP_TO,
    }
}

const fn check(check: Check) -> Key {
    match check {
        Check::Checked => key::card::CHECK_CHECKED,
        Check::OneCopy => key::card::CHECK_ONE_COPY,
        Check::Unchecked => key::card::CHECK_UNCHECKED,
        Check::Contradicted => key::card::CHECK_CONTRADICTED,
    }
}
