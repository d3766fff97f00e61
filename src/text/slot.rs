//! What a sentence may ask for between braces.

use crate::model::ledger::{entry_named, quotient_named};

/// Sections that have results of their own: a slot that begins with one of these is answered by the section's file in
/// `fact`.
const OWN: [&str; 10] =
    ["times", "labs", "flow", "iceberg", "audit", "doses", "offences", "neighbours", "explore", "closing"];

/// Those of them whose results no choice of a reader changes: pages carry the results, the program does not compute them.
pub const GIVEN: [&str; 4] = ["times", "labs", "audit", "offences"];

/// Which year a result is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The base year that the reader chose.
    Base,
    /// The year before the report's last one.
    Previous,
    /// The first year with a total.
    First,
    /// A year by its number.
    Year(u16),
}

/// A placeholder, understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot<'a> {
    /// A printed figure by its id: `{seed_total_2023}`.
    Figure(&'a str),
    /// The year a printed figure is about: `{seed_total_2023.year}`.
    FigureYear(&'a str),
    /// The total of a year: `{total.base}`, `{total.2017}`.
    Total(When),
    /// 2023's total over that of a year: `{ratio.base}`, `{ratio.previous}`.
    Ratio(When),
    /// A year itself: `{year.base}`.
    Year(When),
    /// How many base years give a doubling: `{doubling.count}`.
    DoublingCount,
    /// How many base years there are: `{doubling.of}`.
    DoublingOf,
    /// The base years that give a doubling, as ranges: `{doubling.years}`.
    DoublingYears,
    /// The base years that do not, as ranges: `{doubling.other}`.
    OtherYears,
    /// The years after the report's base year that lie below it: `{below.years}`.
    BelowYears,
    /// A sum or difference of the ledger: `{left.plants}`.
    Amount(&'static str),
    /// The interval of one, in words: `{left.plants.interval}`.
    AmountInterval(&'static str),
    /// A quotient of the ledger: `{leaf.ratio}`.
    Quotient(&'static str),
    /// What the reader guessed, and how that compares.
    Guess(Guess),
    /// A result of one section alone, by its whole name: `{times.ratio}`.
    Own(&'a str),
    /// Kilograms that a square stands for: `{square}`.
    Square,
    /// How many rows the whole dataset has, of some kind: `{dataset.figures}`. Only pages that are written know.
    Dataset(&'a str),
}

/// What a sentence says of a reader's guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Kilograms in every 100: `{guess.share}`.
    Share,
    /// The last year that the reader drew: `{guess.year}`.
    Year,
    /// Tonnes drawn for it: `{guess.last}`.
    Last,
    /// Tonnes seized in it: `{guess.total}`.
    Total,
    /// How far the line is off on average, in tonnes: `{guess.off}`.
    Off,
    /// How far the share is off, in kilograms of every 100: `{guess.apart}`.
    Apart,
}

impl<'a> Slot<'a> {
    /// Reads a placeholder; anything that is no result's key is taken for a figure's id.
    ///
    /// ```
    /// use seized::text::slot::{Slot, When};
    /// assert_eq!(Slot::read("ratio.2017"), Slot::Ratio(When::Year(2017)));
    /// assert_eq!(Slot::read("seed_total_2023.year"), Slot::FigureYear("seed_total_2023"));
    /// ```
    #[must_use]
    pub fn read(slot: &'a str) -> Self {
        match slot {
            "doubling.count" => return Self::DoublingCount,
            "doubling.of" => return Self::DoublingOf,
            "doubling.years" => return Self::DoublingYears,
            "doubling.other" => return Self::OtherYears,
            "below.years" => return Self::BelowYears,
            "square" => return Self::Square,
            "guess.share" => return Self::Guess(Guess::Share),
            "guess.year" => return Self::Guess(Guess::Year),
            "guess.last" => return Self::Guess(Guess::Last),
            "guess.total" => return Self::Guess(Guess::Total),
            "guess.off" => return Self::Guess(Guess::Off),
            "guess.apart" => return Self::Guess(Guess::Apart),
            _ => {}
        }
        if slot.split_once('.').is_some_and(|(section, _)| OWN.contains(&section)) {
            return Self::Own(slot);
        }
        if let Some(kind) = slot.strip_prefix("dataset.") {
            return Self::Dataset(kind);
        }
        if let Some(entry) = entry_named(slot) {
            return Self::Amount(entry.name);
        }
        if let Some(quotient) = quotient_named(slot) {
            return Self::Quotient(quotient.name);
        }
        if let Some(entry) = slot.strip_suffix(".interval").and_then(entry_named) {
            return Self::AmountInterval(entry.name);
        }
        if let Some((of, when)) = slot.split_once('.').and_then(|(of, when)| Some((of, When::read(when)?))) {
            match of {
                "total" => return Self::Total(when),
                "ratio" => return Self::Ratio(when),
                "year" => return Self::Year(when),
                _ => {}
            }
        }
        slot.strip_suffix(".year").map_or(Self::Figure(slot), Self::FigureYear)
    }

    /// The figure's id that the dataset must have for the slot to mean anything.
    #[must_use]
    pub const fn figure(self) -> Option<&'a str> {
        match self {
            Self::Figure(id) | Self::FigureYear(id) => Some(id),
            _ => None,
        }
    }
}

impl When {
    fn read(when: &str) -> Option<Self> {
        match when {
            "base" => Some(Self::Base),
            "previous" => Some(Self::Previous),
            "first" => Some(Self::First),
            year if year.len() == 4 => year.parse().ok().map(Self::Year),
            _ => None,
        }
    }
}
