//! The provenance card of a number: who says it, and what stands behind it.

mod computed;

use super::fact::{Facts, as_printed};
use super::render::{button, escape, source_link};
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
        let link = format!(
            "{}, <cite lang=\"en\">{}</cite>, {}. {}",
            foreign(&source.publisher),
            escape(&source.title),
            foreign(&source.date),
            source_link(&source.url)
        );
        vec![self.row(key::card::SOURCE, &link), self.row(key::card::PLACE, &foreign(&figure.place_in_source))]
    }

    fn inputs(&self, ids: &[String]) -> String {
        let entry = |id: &String| {
            let number = self.facts.number(id, self.words)?;
            let (label, unit) = match self.facts.data.figure(id) {
                Some(figure) => (format!("{}, {}", figure.drug, figure.period.text), self.unit(figure.unit)),
                None => {
                    let year = id.strip_prefix("total.").unwrap_or_default();
                    (year.to_owned(), self.words.plain(key::card::UNIT_T))
                }
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

/// What a check means.
#[must_use]
pub const fn check(check: Check) -> Key {
    match check {
        Check::Checked => key::card::CHECK_CHECKED,
        Check::OneCopy => key::card::CHECK_ONE_COPY,
        Check::Unchecked => key::card::CHECK_UNCHECKED,
        Check::Contradicted => key::card::CHECK_CONTRADICTED,
    }
}
