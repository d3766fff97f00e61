//! The provenance card of a number: who says it, and what stands behind it.

mod computed;

use super::fact::{Facts, as_printed};
use super::render::{button, escape, put, source_link};
use super::slot::Slot;
use super::{Key, Words, key};
use crate::data::{Check, Figure, Interval, Measure, Qualifier, Unit, Year};
use crate::model::conflicts::Verdict;
use crate::model::digits::card_range;

/// The inside of the card for a figure's id or a result's key; `None` where nothing stands behind it.
#[must_use]
pub fn html(facts: &Facts<'_>, words: &Words, id: &str) -> Option<String> {
    let mut card = Card { facts, words, html: "<dl>".to_owned() };
    match Slot::read(id) {
        Slot::Figure(id) => card.printed(facts.data.figure(id)?),
        _ => card.computed(id)?,
    }
    Some(card.html + "</dl>")
}

/// A card that is being written.
struct Card<'a> {
    facts: &'a Facts<'a>,
    words: &'a Words,
    html: String,
}

impl<'a> Card<'a> {
    fn printed(&mut self, figure: &Figure) {
        let unit = self.unit(figure);
        let qualifier = self.words.plain(qualifier(figure.qualifier));
        let value = as_printed(figure, self.words);
        self.row(key::card::VALUE, [qualifier, " ", &value, " ", unit].concat().trim());
        if let Some(interval) = figure.interval() {
            self.interval(&interval, unit, true);
        }
        self.row(key::card::PERIOD, self.words.name(&figure.period.text));
        let quantity = figure.quantity.replace('_', " ");
        let [drug, place, quantity] = [&figure.drug, &figure.place, &quantity].map(|word| self.name(word));
        self.marked(key::card::COUNTED, &[&drug, ", ", &place, " (", &quantity, ")"].concat());
        if let Some(source) = self.facts.data.source(&figure.source) {
            let (publisher, title) = (foreign(&source.publisher), escape(&source.title));
            let (date, link) = (foreign(&source.date), source_link(&source.url));
            let cite = ", <cite lang=\"en\">";
            self.marked(
                key::card::SOURCE,
                &[publisher.as_str(), cite, &title, "</cite>, ", &date, ". ", &link].concat(),
            );
            self.marked(key::card::PLACE, &foreign(&figure.place_in_source));
        }
        self.plain(key::card::CHECK, check(figure.check));
        if let Some(year) = figure.period.year() {
            self.conflicts(year, &figure.id);
        }
        if !figure.note.is_empty() {
            self.marked(key::card::NOTE, &foreign(&figure.note));
        }
    }

    /// The interval with the words that say what it does not cover; `exact` ends are written in full.
    fn interval<U: Measure>(&mut self, interval: &Interval<U>, unit: &str, exact: bool) {
        let shape = if interval.is_point() {
            Shape::Point
        } else if interval.high().get().is_infinite() {
            Shape::OpenAbove
        } else {
            Shape::Closed { exact }
        };
        self.ends(interval.low().get(), interval.high().get(), shape, unit);
    }

    #[inline(never)]
    fn ends(&mut self, low: f64, high: f64, shape: Shape, unit: &str) {
        let (words, numbers) = (self.words, &self.words.numbers);
        let ends = match shape {
            Shape::Point => numbers.fixed(low, decimals_of(low)),
            Shape::OpenAbove => {
                words.plain(key::card::OPEN_ABOVE).replace("{card.low}", &numbers.fixed(low, decimals_of(low)))
            }
            Shape::Closed { .. } if low == 0.0 => {
                words.plain(key::card::OPEN_BELOW).replace("{card.high}", &numbers.fixed(high, decimals_of(high)))
            }
            Shape::Closed { exact: true } => numbers.range(low, high, decimals_of(low).max(decimals_of(high))),
            Shape::Closed { exact: false } => {
                let (low, high, decimals) = card_range(low, high);
                numbers.range(low, high, decimals)
            }
        };
        let (ends, unit) = (escape(&ends), escape(unit));
        let note = escape(words.plain(key::card::INTERVAL_NOTE));
        let both = ["<span class=\"interval\">", &ends, " ", &unit, "</span> <small>(", &note, ")</small>"];
        self.marked(key::card::INTERVAL, &both.concat());
    }

    fn inputs(&mut self, ids: &[String]) {
        let mut list = "<ul>".to_owned();
        for id in ids {
            let Some(number) = self.facts.number(id, self.words) else { continue };
            let (label, unit) = match self.facts.data.figure(id) {
                Some(figure) => {
                    let label = [&*self.name(&figure.drug), ", ", &self.name(&figure.period.text)].concat();
                    (label, self.unit(figure))
                }
                None => {
                    let year = id.strip_prefix("total.").unwrap_or_default();
                    (year.to_owned(), self.words.plain(key::card::UNIT_T))
                }
            };
            put(&mut list, &["<li>", &button(&number), " ", &escape(unit), " ", &label, "</li>"]);
        }
        self.marked(key::card::INPUTS, &(list + "</ul>"));
    }

    /// Other published figures about the same year, except the one whose card this is.
    fn conflicts(&mut self, year: Year, own: &str) {
        let mut list = String::new();
        for conflict in self.facts.results.conflicts(year).iter().filter(|conflict| conflict.figure != own) {
            let (figure, number) =
                (self.facts.data.figure(&conflict.figure), self.facts.number(&conflict.figure, self.words));
            let (Some(figure), Some(number)) = (figure, number) else { continue };
            let verdict = match conflict.verdict {
                Verdict::Inconsistent => key::card::INCONSISTENT,
                Verdict::Compatible => key::card::COMPATIBLE,
                Verdict::CannotCheck => key::card::CANNOT_CHECK,
            };
            let qualifier = escape(self.words.plain(qualifier(figure.qualifier)));
            let (unit, verdict) = (escape(self.unit(figure)), escape(self.words.plain(verdict)));
            let (number, period) = (button(&number), self.name(&figure.period.text));
            let entry = ["<li>", &qualifier, " ", &number, " ", &unit, ", ", &period, ": <b>", &verdict, "</b></li>"];
            put(&mut list, &entry);
        }
        if !list.is_empty() {
            self.marked(key::card::CONFLICTS, &["<ul>", &list, "</ul>"].concat());
        }
    }

    fn unit(&self, figure: &'a Figure) -> &'a str {
        match figure.unit {
            Unit::Tonne => self.words.plain(key::card::UNIT_T),
            Unit::Kilogram => self.words.plain(key::card::UNIT_KG),
            Unit::Gram => self.words.plain(key::card::UNIT_G),
            _ => self.words.unit(figure),
        }
    }

    /// A word of the dataset as HTML: in the language of the page where it has a name for it.
    fn name(&self, word: &str) -> String {
        if self.words.has_name(word) { escape(self.words.name(word)) } else { foreign(word) }
    }

    /// A row of words.
    fn row(&mut self, name: Key, words: &str) {
        self.marked(name, &escape(words));
    }

    /// A row of a sentence without slots.
    fn plain(&mut self, name: Key, sentence: Key) {
        self.row(name, self.words.plain(sentence));
    }

    /// A row of HTML.
    #[inline(never)]
    fn marked(&mut self, name: Key, inside: &str) {
        let name = escape(self.words.plain(name));
        put(&mut self.html, &["<div><dt>", &name, "</dt><dd>", inside, "</dd></div>"]);
    }
}

/// What an interval's ends are; one without a lower end begins at zero.
#[derive(Clone, Copy)]
enum Shape {
    Point,
    OpenAbove,
    Closed { exact: bool },
}

/// Words of the dataset, which are English in every language of the page.
fn foreign(text: &str) -> String {
    ["<span lang=\"en\">", &escape(text), "</span>"].concat()
}

/// The decimals that a printed end needs, three at most.
fn decimals_of(value: f64) -> u8 {
    let (mut decimals, mut scaled) = (0, value);
    while decimals < 3 && (scaled.round() - scaled).abs() >= 1e-6 {
        decimals += 1;
        scaled = value * 10_f64.powi(i32::from(decimals));
    }
    decimals
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
