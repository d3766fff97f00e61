//! What the explorer is asked for, and what it answers.
//!
//! | slot | what |
//! |---|---|
//! | `weight.tajikistan.all.2012` | kilograms of a place, of all drugs, a kind or a drug, in a year |
//! | `head.…` | the same per 100,000 people |
//! | `index.….2010` | in hundredths of another year, which stands last |
//! | `top`, `last`, `earlier` | of what is shown: the most, the latest, what an earlier edition has |
//! | `place`, `drug`, `unit`, `since`, `until`, `base`, `topyear`, `lastyear`, `earlieryear`, `flooryear`, `count` | words of the choice |
//! | `hidden` | the kinds that the columns go without |
//! | `rows`, `places`, `first`, `latest` | of the whole table |
//!
//! A number's name has no choice in it: `top` is that of the row or result behind it.

use super::{Facts, Outcome};
use crate::data::{Check, Measure};
use crate::model::digits::{Shown, shown};
use crate::model::explore::{Amount, Asked, Choice, KINDS, What, base, earlier, entries, left_out, listed, value};
use crate::model::neighbours::word;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use std::cell::RefCell;

/// A year that the explorer shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The year.
    pub year: u16,
    /// Its amount in the unit asked for.
    pub value: f64,
    /// The fact that stands for it.
    pub fact: String,
    /// How its rows were checked.
    pub check: Check,
    /// Whether it is a floor: all drugs of a year that reports cannabis alone.
    pub floor: bool,
}

/// What the kinds of drugs are called.
pub const KIND_NAMES: [Key; KINDS.len()] = [
    key::plants::SYNTHETICS,
    key::explore::OPIATES,
    key::plants::RESIN,
    key::plants::HERB,
    key::plants::REST,
    key::plants::PLANTS,
];

/// What was seen of each kind or drug under the choices asked about last, of one dataset.
type Kept = Vec<((usize, Choice), String, Vec<Seen>)>;

/// The year with the most, the first of equals.
#[must_use]
pub fn most(seen: &[Seen]) -> Option<Seen> {
    seen.iter().reduce(|top, next| if next.value > top.value { next } else { top }).cloned()
}

impl Facts<'_> {
    /// What is asked for.
    #[must_use]
    pub fn asked(&self) -> Asked<'_> {
        Asked::of(&self.results.explore, self.choices.explore)
    }

    /// Every year asked for that has an amount of `what`, ascending.
    #[must_use]
    pub fn seen(&self, what: What<'_>) -> Vec<Seen> {
        // Sentences, table and figure ask for the same, and every choice anywhere makes them ask again.
        thread_local!(static KEPT: RefCell<Kept> = const { RefCell::new(Vec::new()) });
        let key = (std::ptr::from_ref(self.data) as usize, self.choices.explore);
        KEPT.with_borrow_mut(|kept| {
            kept.retain(|(known, ..)| *known == key);
            let word = what.word();
            if let Some((.., seen)) = kept.iter().find(|(_, known, _)| *known == word) {
                return seen.clone();
            }
            let seen = self.see(what);
            kept.push((key, word, seen.clone()));
            seen
        })
    }

    fn see(&self, what: What<'_>) -> Vec<Seen> {
        let asked = self.asked();
        let entries = entries(self.data, asked.place, what);
        let base = base(&entries, asked.since, asked.until);
        if base.is_none() && asked.amount == Amount::Index {
            // Floors alone: they have a weight, and nothing to be held against.
            return Vec::new();
        }
        let base = base.unwrap_or_default();
        let mut all = Vec::new();
        for entry in entries.iter().filter(|entry| (asked.since..=asked.until).contains(&entry.year)) {
            let year = entry.year;
            let Some(found) = value(self.data, asked.place, &entries, asked.amount, year, base) else { continue };
            let fact = match (asked.amount, what, found.inputs.first()) {
                (Amount::Weight, What::Drug(_), Some(row)) => row.clone(),
                _ => {
                    let (amount, year) = (asked.amount.word(), year.to_string());
                    let mut fact =
                        ["explore.", amount, ".", &word(asked.place), ".", &what.word(), ".", &year].concat();
                    if asked.amount == Amount::Index {
                        fact.push('.');
                        fact.push_str(&base.to_string());
                    }
                    fact
                }
            };
            all.push(Seen { year, value: found.value.0, fact, check: found.check, floor: entry.floor });
        }
        all
    }

    /// The unit of what is asked for.
    #[must_use]
    pub fn asked_unit(&self) -> Key {
        match self.asked().amount {
            Amount::Weight => key::card::UNIT_KG,
            Amount::Head => key::neighbours::UNIT_HEAD,
            Amount::Index => key::explore::UNIT_INDEX,
        }
    }

    /// The result of a name such as `weight.tajikistan.all.2012`.
    pub(super) fn explore(&self, name: &str) -> Option<Outcome> {
        let mut parts = name.split('.');
        let amount = parts.next()?;
        let (_, amount) = Amount::ALL.into_iter().find(|(known, _)| *known == amount)?;
        let (place, what) = (parts.next()?, parts.next()?);
        let place = self.results.explore.places.iter().find(|known| word(known) == place)?;
        let what = What::read(&self.results.explore, what)?;
        let year = parts.next()?.parse().ok()?;
        let base = parts.next().and_then(|year| year.parse().ok()).unwrap_or_default();
        let result = value(self.data, place, &entries(self.data, place, what), amount, year, base)?;
        // Three digits at most, left of the point all.
        let value = result.value.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 5")]
        let most = if value > 0.0 { (2.0 - value.log10().floor()).clamp(0.0, 5.0) as u8 } else { 0 };
        let allowed = result.interval.as_ref().map(|ends| shown(ends.low().get(), ends.high().get(), value));
        let fewer = match allowed {
            Some(Shown::Value { decimals, .. }) => decimals < most,
            Some(Shown::Range { .. }) => true,
            None => false,
        };
        let (unit, formula) = match (amount, what) {
            (Amount::Weight, What::All) => (key::card::UNIT_KG, key::card::FORMULA_TOTAL),
            (Amount::Weight, _) => (key::card::UNIT_KG, key::explore::FORMULA_KIND),
            (Amount::Head, _) => (key::neighbours::UNIT_HEAD, key::explore::FORMULA_HEAD),
            (Amount::Index, _) => (key::card::UNIT_PERCENT, key::explore::FORMULA_INDEX),
        };
        Some(Outcome { result, decimals: (!fewer).then_some(most), unit, formula })
    }

    /// The fact behind a slot that depends on the choice.
    pub(super) fn explore_fact(&self, name: &str) -> Option<String> {
        let asked = self.asked();
        match name {
            "earlier" => earlier(self.data, &asked).first().map(|row| row.id.clone()),
            "top" => self.seen_top().map(|seen| seen.fact),
            "last" => self.seen(asked.what).pop().map(|seen| seen.fact),
            _ => None,
        }
    }

    /// The year with the most of what is asked for, the first of equals.
    #[must_use]
    pub fn seen_top(&self) -> Option<Seen> {
        most(&self.seen(self.asked().what))
    }

    /// The kinds that columns upon each other have, a bit each; none where there are no such columns.
    #[must_use]
    pub fn kinds_there(&self) -> u16 {
        let mut there = 0;
        for kind in 0..if self.asked().stacked { KINDS.len() } else { 0 } {
            for seen in self.seen(What::Kind(kind)) {
                there |= u16::from(seen.value > 0.0) << kind;
            }
        }
        there
    }

    /// Those of them that a reader has switched off.
    #[must_use]
    pub fn kinds_off(&self) -> u16 {
        let there = self.kinds_there();
        left_out(self.choices.explore.hidden, there) & there
    }

    /// What the heights that are drawn come to, a year each: of columns that go without a kind, only if one kind is left.
    /// Nobody printed a sum of some of them.
    #[must_use]
    pub fn seen_whole(&self) -> Vec<Seen> {
        let (asked, off) = (self.asked(), self.kinds_off());
        let left = self.kinds_there() & !off;
        match (off, left.count_ones()) {
            (0, _) => self.seen(asked.what),
            (_, 1) => self.seen(What::Kind(left.trailing_zeros() as usize)),
            _ => Vec::new(),
        }
    }

    /// Whether there is a weight in the years asked for, whatever it is to be divided by.
    #[must_use]
    pub fn has_weights(&self) -> bool {
        let asked = self.asked();
        let entries = entries(self.data, asked.place, asked.what);
        let mut entries = entries.iter();
        entries.any(|entry| (asked.since..=asked.until).contains(&entry.year))
    }

    /// Whether an earlier edition has another weight for what is asked for.
    #[must_use]
    pub fn has_earlier(&self) -> bool {
        !earlier(self.data, &self.asked()).is_empty()
    }

    /// What the drug asked for is called.
    #[must_use]
    pub fn asked_drug(&self, words: &Words) -> String {
        match self.asked().what {
            What::Drug(drug) => words.name(drug).to_owned(),
            What::All | What::Kind(_) => words.plain(key::explore::ALL).to_owned(),
        }
    }

    pub(super) fn explore_words(&self, name: &str, words: &Words) -> Option<String> {
        let asked = self.asked();
        let catalogue = &self.results.explore;
        let count = |count: usize| Some(words.numbers.fixed(Self::whole(count), 0));
        let year = match name {
            "place" => return Some(words.name(asked.place).to_owned()),
            "drug" => return Some(self.asked_drug(words)),
            "unit" => return Some(plain(self, words, self.asked_unit())),
            "count" => return count(self.seen(asked.what).len()),
            "hidden" => {
                let name = |kind: usize| words.plain(KIND_NAMES[kind]);
                return Some(listed(self.kinds_off(), KINDS.len(), &name, ", "));
            }
            "rows" => return count(catalogue.rows),
            "places" => return count(catalogue.places.len()),
            "since" => Some(asked.since),
            "until" => Some(asked.until),
            "first" => catalogue.years.first().copied(),
            "latest" => catalogue.years.last().copied(),
            "base" => {
                base(&entries(self.data, asked.place, asked.what), asked.since, asked.until).or(Some(asked.since))
            }
            "topyear" => self.seen_top().map(|seen| seen.year),
            "lastyear" => self.seen(asked.what).last().map(|seen| seen.year),
            "flooryear" => self.seen(asked.what).iter().find(|seen| seen.floor).map(|seen| seen.year),
            "earlieryear" => earlier(self.data, &asked).first().and_then(|row| row.period.year()).map(|year| year.0),
            _ => None,
        };
        year.map(|year| year.to_string())
    }
}
