//! The explorer: any place, any drug, any years of the UN table, as a query without a view.
//!
//! What can be asked for is what the dataset has: places, drugs and years are gathered from its rows, so that new rows
//! need no new code. A year without a row stays a gap. Where a later edition revised a row, the later one answers and the
//! earlier one is at hand by [`earlier`]. Nothing asked for is an error: what there is not comes out empty.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use super::bare::weighed;
use super::growth::{Derived, Measured};
use super::neighbours::{add, index, per_head, population, word};
use super::totals::{self, CANNABIS_PLANTS, KAZAKHSTAN, is_of_table, table_rows};
use super::zoom::Years;
use crate::data::{Check, Dataset, Figure, Ratio};

/// In what a year's amount is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Amount {
    /// Kilograms.
    #[default]
    Weight,
    /// Kilograms per 100,000 people.
    Head,
    /// Hundredths of the first year shown.
    Index,
}

impl Amount {
    /// Each with its word in addresses and slots.
    pub const ALL: [(&'static str, Self); 3] = [("weight", Self::Weight), ("head", Self::Head), ("index", Self::Index)];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// What a reader asks for, as places in the lists of a [`Catalogue`]; the default is everything seized in Kazakhstan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    /// The place.
    pub place: u16,
    /// 0 for all drugs; a drug's place from 1.
    pub drug: u16,
    /// The first year, counted from the first there is.
    pub since: u16,
    /// The last year, counted backwards from the last there is.
    pub until: u16,
    /// In what amounts are said.
    pub amount: Amount,
    /// Whether the upright axis has powers of ten.
    pub log: bool,
    /// Whether all drugs of a place are one line instead of kinds upon each other.
    pub lines: bool,
    /// The kinds that the columns go without: a bit for each of [`KINDS`], the lowest for the first.
    pub hidden: u16,
}

impl Choice {
    /// Asks for years. The first that a place has, and the last, are asked for as all others are: by no year of their own.
    pub fn ask_years(&mut self, (since, until): Years, catalogue: &Catalogue) {
        let first = catalogue.years_of(self.place).0;
        let before = catalogue.years.iter().filter(|year| **year < since).count();
        self.since = if since <= first { 0 } else { before as u16 };
        self.until = catalogue.years.iter().filter(|year| **year > until).count() as u16;
    }

    /// Asks for all years.
    pub fn ask_all_years(&mut self) {
        (self.since, self.until) = (0, 0);
    }

    /// Whether it asks for all years.
    #[must_use]
    pub fn has_all_years(&self) -> bool {
        (self.since, self.until) == (0, 0)
    }
}

/// The names of those of a few whose bits are set, with `between` between them.
#[must_use]
pub fn listed<'a>(bits: u16, count: usize, name: &dyn Fn(usize) -> &'a str, between: &str) -> String {
    let mut list = String::new();
    for place in (0..count).filter(|place| bits & 1 << place != 0) {
        list.push_str(if list.is_empty() { "" } else { between });
        list.push_str(name(place));
    }
    list
}

/// Which kinds columns go without, of those that are `there`; they never go without all of these.
#[must_use]
pub fn left_out(hidden: u16, there: u16) -> u16 {
    if there & !hidden == 0 { 0 } else { hidden }
}

/// What can be asked for.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Kazakhstan, then the others by name.
    pub places: Vec<String>,
    /// By name.
    pub drugs: Vec<String>,
    /// Ascending.
    pub years: Vec<u16>,
    /// How many rows there are.
    pub rows: usize,
    /// The first year of each place: before it we have no rows, whoever reported what.
    first: Vec<(String, u16)>,
}

impl Catalogue {
    /// Gathers it from the rows of the UN table.
    #[must_use]
    pub fn of(data: &Dataset) -> Self {
        let mut found = Self::default();
        for figure in data.figures().iter().filter(|figure| is_of_table(figure)) {
            found.rows += 1;
            put(&mut found.places, &figure.place);
            put(&mut found.drugs, &figure.drug);
            if let Some(year) = figure.period.year()
                && let Err(at) = found.years.binary_search(&year.0)
            {
                found.years.insert(at, year.0);
            }
            let year = figure.period.year().map_or(u16::MAX, |year| year.0);
            match found.first.iter_mut().find(|(place, _)| *place == figure.place) {
                Some((_, first)) => *first = (*first).min(year),
                None => found.first.push((figure.place.clone(), year)),
            }
        }
        if let Some(home) = found.places.iter().position(|place| place == KAZAKHSTAN) {
            let home = found.places.remove(home);
            found.places.insert(0, home);
        }
        found
    }

    /// The first year of a place, and the last that there is.
    #[must_use]
    pub fn years_of(&self, place: u16) -> Years {
        let last = self.years.last().copied().unwrap_or_default();
        let name = self.places.get(usize::from(place));
        let first = self.first.iter().find(|(known, _)| Some(known) == name).map(|(_, first)| *first);
        (first.or(self.years.first().copied()).unwrap_or(last).min(last), last)
    }
}

fn put(names: &mut Vec<String>, name: &str) {
    if let Err(at) = names.binary_search_by(|known| known.as_str().cmp(name)) {
        names.insert(at, name.to_owned());
    }
}

/// Kinds of drugs, from the lowest of a stack to the highest, and the rows that are of each; what no kind names is of
/// the one without rows. Synthetics are what the table names as amphetamine-type stimulants, cathinones, synthetic
/// cannabinoids and other new substances; unspecified "other stimulants" are not among them.
pub const KINDS: [(&str, &[&str]); 6] = [
    (
        "synthetics",
        &[
            "ATS total",
            "Aminoindanes",
            "Amphetamine",
            "Cathinone",
            "Ecstasy-type substances",
            "Ecstasy-type substances (MDMA)",
            "JWH-018",
            "Mephedrone",
            "Methamphetamine",
            "Methcathinone",
            "Non-specified ATS",
            "Other NPS",
            "Synthetic cannabinoids (Spice)",
            "Synthetic cannabinoids under international control",
            "Synthetic cathinones",
        ],
    ),
    ("opiates", &["Heroin", "Illicit morphine", "Opium", "Other illicit opiates", "Poppy plants"]),
    ("resin", &["Hashish (resin)"]),
    ("herb", &["Marijuana (herb)"]),
    ("rest", &[]),
    ("plants", &[CANNABIS_PLANTS]),
];

/// The place of a drug's kind in [`KINDS`].
#[must_use]
pub fn kind_of(drug: &str) -> usize {
    let rest = KINDS.iter().position(|(_, drugs)| drugs.is_empty()).unwrap_or_default();
    KINDS.iter().position(|(_, drugs)| drugs.contains(&drug)).unwrap_or(rest)
}

/// Of what an amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'a> {
    /// Every drug, without precursors.
    All,
    /// One of [`KINDS`].
    Kind(usize),
    /// One drug, as the dataset names it.
    Drug(&'a str),
}

impl<'a> What<'a> {
    /// Its word in addresses and slots.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Kind(kind) => KINDS.get(kind).map_or("", |(word, _)| word).to_owned(),
            Self::Drug(drug) => word(drug),
        }
    }

    /// What a word means.
    #[must_use]
    pub fn read(catalogue: &'a Catalogue, text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::All);
        }
        let kind = KINDS.iter().position(|(word, _)| *word == text).map(Self::Kind);
        kind.or_else(|| catalogue.drugs.iter().find(|drug| word(drug) == text).map(|drug| Self::Drug(drug)))
    }
}

/// A choice in the dataset's own words.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Where.
    pub place: &'a str,
    /// Of what.
    pub what: What<'a>,
    /// The first year.
    pub since: u16,
    /// The last, never before the first.
    pub until: u16,
    /// In what.
    pub amount: Amount,
    /// Whether kinds stand upon each other: only weights add up to a whole.
    pub stacked: bool,
    /// Whether the upright axis has powers of ten, on which nothing can stand upon another.
    pub log: bool,
}

impl<'a> Asked<'a> {
    /// What a choice means. Years the wrong way round are turned; what lies before the first row of a place is left out.
    #[must_use]
    pub fn of(catalogue: &'a Catalogue, choice: Choice) -> Self {
        let years = &catalogue.years;
        let last = years.len().saturating_sub(1);
        let year = |at: usize| years.get(at.min(last)).copied().unwrap_or_default();
        let (since, until) = (year(choice.since.into()), year(last.saturating_sub(choice.until.into())));
        let (since, until) = (since.min(until), since.max(until));
        let place = catalogue.places.get(usize::from(choice.place)).map_or("", String::as_str);
        let first = catalogue.first.iter().find(|(known, _)| known == place).map_or(since, |(_, first)| *first);
        let drug = usize::from(choice.drug).checked_sub(1).and_then(|at| catalogue.drugs.get(at));
        let what = drug.map_or(What::All, |drug| What::Drug(drug));
        let stacked = what == What::All && !choice.lines && choice.amount != Amount::Index;
        Self {
            place,
            what,
            since: since.max(first.min(until)),
            until,
            amount: choice.amount,
            stacked,
            log: choice.log && !stacked,
        }
    }
}

/// A year that has an amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The year.
    pub year: u16,
    /// The weight, with the rows that it is of.
    pub weight: Measured,
    /// Whether the year's rows report cannabis alone: a total of all drugs is then a floor.
    pub floor: bool,
}

/// Every year of a place that has a weight of something, ascending. What was asked for last is kept: each cell of a
/// table, each mark and each sentence asks again.
#[must_use]
pub fn entries(data: &Dataset, place: &str, what: What<'_>) -> Rc<Vec<Entry>> {
    thread_local!(static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) });
    let (of, word) = (data.figures().as_ptr_range(), what.word());
    KEPT.with_borrow_mut(|kept| {
        if let Some((.., entries)) =
            kept.iter().find(|(known, at, asked, _)| *known == of && at == place && *asked == word)
        {
            return Rc::clone(entries);
        }
        let entries = Rc::new(gather(data, place, what));
        if kept.len() > KINDS.len() {
            kept.remove(0);
        }
        kept.push((of, place.to_owned(), word, Rc::clone(&entries)));
        entries
    })
}

/// Entries of a dataset by the place of its rows in memory, a place, and what was asked for.
type Kept = (Range<*const Figure>, String, String, Rc<Vec<Entry>>);

fn gather(data: &Dataset, place: &str, what: What<'_>) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    if let What::Drug(drug) = what {
        for row in table_rows(data, place, drug) {
            let mut weight = None;
            if row.check != Check::Contradicted {
                add(&mut weight, row);
            }
            if let (Some(year), Some(weight)) = (row.period.year(), weight) {
                let at = found.iter().position(|entry| entry.year > year.0).unwrap_or(found.len());
                found.insert(at, Entry { year: year.0, weight, floor: false });
            }
        }
        return found;
    }
    for total in totals::yearly_of(data, place) {
        let mut weight = None;
        if let What::Kind(kind) = what {
            for id in &total.inputs {
                if let Some(row) = data.figure(id)
                    && kind_of(&row.drug) == kind
                {
                    add(&mut weight, row);
                }
            }
        } else {
            weight = Some(Measured::from(&total));
        }
        let floor = what == What::All && total.cannabis_only;
        if let Some(weight) = weight {
            found.push(Entry { year: total.year.0, weight, floor });
        }
    }
    found
}

/// The year that an index is held against: the first of those asked for that has a weight, floors aside.
#[must_use]
pub fn base(entries: &[Entry], since: u16, until: u16) -> Option<u16> {
    entries.iter().find(|entry| (since..=until).contains(&entry.year) && !entry.floor).map(|entry| entry.year)
}

/// A year's weight in kilograms, per 100,000 people or in hundredths of the `base` year; `None` where it has no weight,
/// no population, or no base.
#[must_use]
pub fn value(
    data: &Dataset,
    place: &str,
    entries: &[Entry],
    amount: Amount,
    year: u16,
    base: u16,
) -> Option<Derived<Ratio>> {
    let weight = |of: u16| entries.iter().find(|entry| entry.year == of).map(|entry| &entry.weight);
    let of = weight(year)?;
    match amount {
        Amount::Weight => Some(weighed(of)),
        Amount::Head => per_head(of, population(data, place, year)?),
        Amount::Index => Some(index(of, weight(base)?)),
    }
}

/// Rows of an earlier edition that a later one contradicts, for a drug of a place within years.
#[must_use]
pub fn earlier<'a>(data: &'a Dataset, asked: &Asked<'_>) -> Vec<&'a Figure> {
    let What::Drug(drug) = asked.what else { return Vec::new() };
    let within = |figure: &&Figure| {
        figure.check == Check::Contradicted
            && figure.place == asked.place
            && figure.drug == drug
            && is_of_table(figure)
            && figure.period.year().is_some_and(|year| (asked.since..=asked.until).contains(&year.0))
    };
    data.figures().iter().filter(within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Measure, shipped};

    fn kilograms(place: &str, what: What<'_>) -> Vec<(u16, f64)> {
        entries(&shipped(), place, what).iter().map(|entry| (entry.year, entry.weight.kilograms.get())).collect()
    }

    /// As a person reads the file: every row of the drug and place, the later edition where there are two.
    #[test]
    fn a_drug_of_a_place_is_what_the_file_has() {
        let data = shipped();
        let catalogue = Catalogue::of(&data);
        let mut rows = 0;
        for place in &catalogue.places {
            for drug in &catalogue.drugs {
                let found = kilograms(place, What::Drug(drug));
                assert!(found.is_sorted_by(|a, b| a.0 < b.0), "{place}, {drug}");
                for (year, kilograms) in &found {
                    let printed = data.figures().iter().filter(|figure| {
                        figure.place == *place && figure.drug == *drug && figure.period.text == year.to_string()
                    });
                    assert!(printed.filter_map(Figure::kilograms).any(|weight| weight.get() == *kilograms));
                }
                rows += found.len();
            }
        }
        // One row was revised, so one of them does not answer.
        assert_eq!(rows + 1, catalogue.rows);
        assert_eq!((catalogue.rows, catalogue.places.len(), catalogue.places[0].as_str()), (723, 6, KAZAKHSTAN));
    }

    #[test]
    fn a_revised_row_answers_and_the_earlier_one_is_at_hand() {
        let data = shipped();
        let heroin = kilograms("Tajikistan", What::Drug("Heroin"));
        assert!(heroin.contains(&(2019, 172.0)) && heroin.contains(&(2012, 515.2)), "{heroin:?}");
        let catalogue = Catalogue::of(&data);
        let at = |names: &[String], name: &str| names.iter().position(|known| known == name).expect(name) as u16;
        let choice = Choice {
            place: at(&catalogue.places, "Tajikistan"),
            drug: at(&catalogue.drugs, "Heroin") + 1,
            ..Choice::default()
        };
        let asked = Asked::of(&catalogue, choice);
        let found: Vec<_> = earlier(&data, &asked).iter().map(|row| row.id.as_str()).collect();
        assert_eq!(found, ["unodc_tjk_2019_heroin"]);
    }

    /// 316.2 methcathinone + 252.9 synthetic cathinones + 10.0 ecstasy-type + 4.9 amphetamine and small ones: 585.17 kg.
    #[test]
    fn kinds_add_up_to_the_total_and_synthetics_to_the_reference() {
        let data = shipped();
        let synthetics = kilograms(KAZAKHSTAN, What::Kind(0));
        assert!(synthetics.iter().any(|(year, kg)| *year == 2022 && (kg - 585.17).abs() < 1.5), "{synthetics:?}");
        for place in Catalogue::of(&data).places {
            for total in entries(&data, &place, What::All).iter() {
                let kinds = (0..KINDS.len()).flat_map(|kind| entries(&data, &place, What::Kind(kind)).to_vec());
                let sum: f64 =
                    kinds.filter(|entry| entry.year == total.year).map(|entry| entry.weight.kilograms.0).sum();
                assert!((sum - total.weight.kilograms.0).abs() < 1e-6, "{place} {}", total.year);
            }
        }
    }

    #[test]
    fn what_there_is_not_comes_out_empty() {
        let data = shipped();
        assert_eq!(kilograms("Atlantis", What::All), []);
        assert_eq!(kilograms("Turkmenistan", What::Drug("Mephedrone")), []);
        let entries = entries(&data, "Kyrgyzstan", What::All);
        assert_eq!(value(&data, "Kyrgyzstan", &entries, Amount::Head, 2020, 2010), None);
        assert_eq!(value(&data, "Kyrgyzstan", &entries, Amount::Index, 2020, 1999), None);
        assert_eq!(base(&entries, 1990, 1999), None);
        let catalogue = Catalogue::default();
        let asked = Asked::of(&catalogue, Choice { place: 9, drug: 9, since: 9, until: 9, ..Choice::default() });
        assert_eq!((asked.place, asked.since, asked.until), ("", 0, 0));
    }

    #[test]
    fn words_are_unique_and_lead_back() {
        let catalogue = Catalogue::of(&shipped());
        let mut words: Vec<String> = catalogue.drugs.iter().map(|drug| word(drug)).collect();
        for (text, drug) in words.iter().zip(&catalogue.drugs) {
            assert_eq!(What::read(&catalogue, text), Some(What::Drug(drug)));
        }
        words.extend(KINDS.iter().map(|(word, _)| (*word).to_owned()).chain(["all".to_owned()]));
        let count = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), count);
        assert!(
            words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
        );
    }

    #[test]
    fn years_that_are_asked_for_are_shown_and_the_widest_are_no_choice() {
        let catalogue = Catalogue::of(&shipped());
        for place in 0..catalogue.places.len() as u16 {
            let (first, last) = catalogue.years_of(place);
            for years in [(first, last), (first, first + 2), (last - 2, last), (first + 3, last - 3)] {
                let mut choice = Choice { place, ..Choice::default() };
                choice.ask_years(years, &catalogue);
                let asked = Asked::of(&catalogue, choice);
                assert_eq!((asked.since, asked.until), years, "{}", asked.place);
                assert_eq!(choice.has_all_years(), years == (first, last), "{}", asked.place);
                choice.ask_all_years();
                assert_eq!(choice, Choice { place, ..Choice::default() });
            }
        }
    }

    #[test]
    fn columns_never_go_without_all_kinds_that_are_there() {
        assert_eq!(left_out(0b0100, 0b1100), 0b0100);
        assert_eq!(left_out(0b1100, 0b1100), 0);
        assert_eq!(left_out(0b1111, 0b1100), 0);
        assert_eq!(left_out(0b0011, 0), 0);
    }

    #[test]
    fn years_the_wrong_way_round_are_turned() {
        let catalogue = Catalogue::of(&shipped());
        let asked = Asked::of(&catalogue, Choice { since: 20, until: 20, ..Choice::default() });
        assert_eq!((asked.since, asked.until), (2003, 2020));
    }
}
