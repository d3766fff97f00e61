//! The provenance card of a number: who says it, and what stands behind it.

mod computed;
mod record;

pub use record::{Origin, Record, record};

use super::fact::{Facts, Number, as_printed};
use super::render::{button, escape, put, source_link};
use super::slot::Slot;
use super::{Key, Words, key};
use crate::data::{Check, Figure, Interval, Measure, Qualifier, Source, Unit, Year};
use crate::model::conflicts::Verdict;
use crate::model::digits::card_range;

/// The inside of the card for a figure's id or a result's key; `None` where nothing stands behind it.
#[must_use]
pub fn html(facts: &Facts<'_>, words: &Words, id: &str) -> Option<String> {
    Some(Card::of(facts, words, id)?.html())
}

/// What stands behind a number, row by row: the card in the page and the record in files are written from it.
struct Card<'a> {
    facts: &'a Facts<'a>,
    words: &'a Words,
    rows: Vec<(Key, Row<'a>)>,
}

/// What a row of a card says.
enum Row<'a> {
    /// A number with the word that its source has before it.
    Value { before: &'a str, number: String, unit: String },
    /// What the number may be.
    Interval(Ends),
    /// Words.
    Text(Vec<Run>),
    /// Who says it.
    Source(&'a Source),
    /// Other numbers, each with a card of its own.
    Numbers(Vec<Listed>),
}

/// Words of the page's language, or of the dataset: these are English in every page.
struct Run {
    text: String,
    is_foreign: bool,
}

/// A number among others, with the HTML on both sides of it.
struct Listed {
    before: String,
    number: Number,
    after: String,
}

/// The ends of an interval as the card writes them; one without an upper end is open.
struct Ends {
    text: String,
    unit: String,
    low: f64,
    high: Option<f64>,
}

impl<'a> Card<'a> {
    fn of(facts: &'a Facts<'a>, words: &'a Words, id: &str) -> Option<Self> {
        let mut card = Card { facts, words, rows: Vec::new() };
        match Slot::read(id) {
            Slot::Figure(id) => card.printed(facts.data.figure(id)?),
            _ => card.computed(id)?,
        }
        Some(card)
    }

    fn printed(&mut self, figure: &'a Figure) {
        let unit = self.unit(figure);
        let words = self.words;
        let (before, number) = (words.plain(qualifier(figure.qualifier)), as_printed(figure, words));
        self.push(key::card::VALUE, Row::Value { before, number, unit: unit.to_owned() });
        if let Some(interval) = figure.interval() {
            self.interval(&interval, unit, true);
        }
        self.row(key::card::PERIOD, words.name(&figure.period.text));
        let [comma, open, close] = [", ", " (", ")"].map(own);
        let quantity = figure.quantity.replace('_', " ");
        let [drug, place, quantity] = [&figure.drug, &figure.place, &quantity].map(|word| self.name(word));
        self.push(key::card::COUNTED, Row::Text(vec![drug, comma, place, open, quantity, close]));
        if let Some(source) = self.facts.data.source(&figure.source) {
            self.push(key::card::SOURCE, Row::Source(source));
            self.foreign(key::card::PLACE, &figure.place_in_source);
        }
        self.plain(key::card::CHECK, check(figure.check));
        if let Some(year) = figure.period.year() {
            self.conflicts(year, &figure.id);
        }
        if !figure.note.is_empty() {
            self.foreign(key::card::NOTE, &figure.note);
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
        let (text, low, high) = match shape {
            Shape::Point => (numbers.fixed(low, decimals_of(low)), low, Some(low)),
            Shape::OpenAbove => {
                let text = numbers.fixed(low, decimals_of(low));
                (words.plain(key::card::OPEN_ABOVE).replace("{card.low}", &text), low, None)
            }
            Shape::Closed { .. } if low == 0.0 => {
                let text = numbers.fixed(high, decimals_of(high));
                (words.plain(key::card::OPEN_BELOW).replace("{card.high}", &text), low, Some(high))
            }
            Shape::Closed { exact: true } => {
                (numbers.range(low, high, decimals_of(low).max(decimals_of(high))), low, Some(high))
            }
            Shape::Closed { exact: false } => {
                let (low, high, decimals) = card_range(low, high);
                (numbers.range(low, high, decimals), low, Some(high))
            }
        };
        self.push(key::card::INTERVAL, Row::Interval(Ends { text, unit: unit.to_owned(), low, high }));
    }

    fn inputs(&mut self, ids: &[String]) {
        let mut list = Vec::new();
        for id in ids {
            let Some(number) = self.facts.number(id, self.words) else { continue };
            let (label, unit) = match self.facts.data.figure(id) {
                Some(figure) => {
                    let [drug, period] = [&figure.drug, &figure.period.text].map(|word| self.name(word).html());
                    ([&*drug, ", ", &period].concat(), self.unit(figure))
                }
                None => {
                    let year = id.strip_prefix("total.").unwrap_or_default();
                    (year.to_owned(), self.words.plain(key::card::UNIT_T))
                }
            };
            list.push(Listed { before: String::new(), number, after: [" ", &escape(unit), " ", &label].concat() });
        }
        self.push(key::card::INPUTS, Row::Numbers(list));
    }

    /// Other published figures about the same year, except the one whose card this is.
    fn conflicts(&mut self, year: Year, own: &str) {
        let mut list = Vec::new();
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
            let period = self.name(&figure.period.text).html();
            let after = [" ", &unit, ", ", &period, ": <b>", &verdict, "</b>"].concat();
            list.push(Listed { before: [&qualifier, " "].concat(), number, after });
        }
        if !list.is_empty() {
            self.push(key::card::CONFLICTS, Row::Numbers(list));
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

    /// A word of the dataset: in the language of the page where it has a name for it.
    fn name(&self, word: &str) -> Run {
        Run { text: self.words.name(word).to_owned(), is_foreign: !self.words.has_name(word) }
    }

    /// A row of words.
    fn row(&mut self, name: Key, words: &str) {
        self.push(name, Row::Text(vec![own(words)]));
    }

    /// A row of the dataset's own words.
    fn foreign(&mut self, name: Key, words: &str) {
        self.push(name, Row::Text(vec![Run { text: words.to_owned(), is_foreign: true }]));
    }

    /// A row of a sentence without slots.
    fn plain(&mut self, name: Key, sentence: Key) {
        self.row(name, self.words.plain(sentence));
    }

    #[inline(never)]
    fn push(&mut self, name: Key, row: Row<'a>) {
        self.rows.push((name, row));
    }

    fn html(&self) -> String {
        let mut html = "<dl>".to_owned();
        for (name, row) in &self.rows {
            put(
                &mut html,
                &["<div><dt>", &escape(self.words.plain(*name)), "</dt><dd>", &self.inside(row), "</dd></div>"],
            );
        }
        html + "</dl>"
    }

    fn inside(&self, row: &Row<'_>) -> String {
        match row {
            Row::Value { before, number, unit } => escape([*before, " ", number, " ", unit].concat().trim()),
            Row::Interval(Ends { text, unit, .. }) => {
                let (ends, unit) = (escape(text), escape(unit));
                let note = escape(self.words.plain(key::card::INTERVAL_NOTE));
                ["<span class=\"interval\">", &ends, " ", &unit, "</span> <small>(", &note, ")</small>"].concat()
            }
            Row::Text(runs) => runs.iter().map(Run::html).collect(),
            Row::Source(source) => {
                let (publisher, title) = (foreign(&source.publisher), escape(&source.title));
                let (date, link) = (foreign(&source.date), source_link(&source.url));
                [&*publisher, ", <cite lang=\"en\">", &title, "</cite>, ", &date, ". ", &link].concat()
            }
            Row::Numbers(list) => {
                let mut html = "<ul>".to_owned();
                for Listed { before, number, after } in list {
                    put(&mut html, &["<li>", before, &button(number), after, "</li>"]);
                }
                html + "</ul>"
            }
        }
    }
}

impl Run {
    fn html(&self) -> String {
        if self.is_foreign { foreign(&self.text) } else { escape(&self.text) }
    }
}

/// Words of the page's language.
fn own(text: &str) -> Run {
    Run { text: text.to_owned(), is_foreign: false }
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
