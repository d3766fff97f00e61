//! Years: which there are, what stands for each, which give a doubling, and who disagrees.

use super::Facts;
use crate::data::{Check, Year};
use crate::id;
use crate::model::bases::{Base, Doubling};
use crate::model::conflicts::{Conflict, Verdict};
use crate::text::slot::{Slot, When};
use crate::text::{Key, Words, key};

/// A year with a total, as charts need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The year.
    pub year: u16,
    /// Its total in tonnes.
    pub tonnes: f64,
    /// The key of its total.
    pub fact: String,
    /// Whether the report's last total is at least double of it, for certain.
    pub doubles: bool,
}

/// How another source disagrees about the base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseConflict {
    /// It gives another total.
    Whole,
    /// A part it gives exceeds the total.
    Part,
}

impl<'a> Facts<'a> {
    /// Every base year with its total, ascending; gaps are absent.
    #[must_use]
    pub fn points(&self) -> Vec<Point> {
        let point = |base: &Base| {
            let fact = self.fact_of_year(base.year.0)?;
            let doubles = base.verdict == Doubling::Yes;
            Some(Point { year: base.year.0, tonnes: base.total.kilograms.0 / 1000.0, fact, doubles })
        };
        self.bases().filter_map(point).collect()
    }

    /// The fact that stands for a year's total: a printed total where the story uses one, else the sum of the UN
    /// table's rows; `None` for a gap.
    #[must_use]
    pub fn fact_of_year(&self, year: u16) -> Option<String> {
        let after = [id::SEED_TOTAL_2023, id::MVD25_TOTAL].into_iter().find(|id| self.year_of(id) == Some(year));
        if let Some(printed) = after {
            return Some(printed.to_owned());
        }
        let base = self.results.bases.base(Year(year))?;
        let is_sum = self.results.total(Year(year)).is_some_and(|total| total.inputs == base.total.inputs);
        if is_sum { Some(format!("total.{year}")) } else { base.total.inputs.first().cloned() }
    }

    pub(super) fn bases(&self) -> impl Iterator<Item = &'a Base> {
        self.results.bases.all().iter()
    }

    /// The worst check among everything that the bases are compared by.
    pub(super) fn bases_check(&self) -> Check {
        self.bases().map(|base| base.ratio.check).max().unwrap_or(Check::Checked)
    }

    /// The fact of the chosen base year's total.
    #[must_use]
    pub fn base_fact(&self) -> String {
        self.fact_of_year(self.choices.base.0).unwrap_or_default()
    }

    /// First year with a total.
    #[must_use]
    pub fn first(&self) -> u16 {
        self.bases().next().map_or(self.report_base(), |base| base.year.0)
    }

    /// The year before the report's last.
    #[must_use]
    pub fn previous(&self) -> u16 {
        self.report_last() - 1
    }

    /// The report's base year.
    #[must_use]
    pub fn report_base(&self) -> u16 {
        self.year_of(id::SEED_TOTAL_2018).unwrap_or_default()
    }

    /// The report's last year.
    #[must_use]
    pub fn report_last(&self) -> u16 {
        self.year_of(id::SEED_TOTAL_2023).unwrap_or_default()
    }

    /// The year a figure is about: that of its start.
    #[must_use]
    pub fn year_of(&self, figure: &str) -> Option<u16> {
        let period = &self.data.figure(figure)?.period;
        period.start.or(period.end).map(|date| date.year().0)
    }

    pub(super) fn year(&self, when: When) -> Option<u16> {
        match when {
            When::Base => Some(self.choices.base.0),
            When::Previous => Some(self.previous()),
            When::First => Some(self.first()),
            When::Year(year) => Some(year),
        }
    }

    fn verdict_of(&self, year: Year) -> Option<Doubling> {
        self.results.bases.base(year).map(|base| base.verdict)
    }

    /// Whether a base year gives a doubling, in words.
    #[must_use]
    pub fn verdict(&self, year: u16) -> Key {
        match self.verdict_of(Year(year)) {
            Some(Doubling::Yes) => key::doubled::YES,
            Some(Doubling::No) => key::doubled::NO,
            Some(Doubling::Undecided) | None => key::doubled::UNDECIDED,
        }
    }

    /// Whether the chosen base year gives a doubling, as the readout says it.
    #[must_use]
    pub fn readout_verdict(&self) -> Key {
        match self.verdict_of(self.choices.base) {
            Some(Doubling::Yes) => key::doubled::READOUT_YES,
            Some(Doubling::No) => key::doubled::READOUT_NO,
            Some(Doubling::Undecided) | None => key::doubled::READOUT_UNDECIDED,
        }
    }

    /// How another source disagrees about the chosen base year, where one does.
    #[must_use]
    pub fn base_conflict(&self) -> Option<BaseConflict> {
        let figure = self.data.figure(&self.base_conflicting()?.figure)?;
        Some(if figure.period.year().is_some() { BaseConflict::Whole } else { BaseConflict::Part })
    }

    pub(super) fn base_conflicting(&self) -> Option<&'a Conflict> {
        let conflicts = self.results.conflicts(self.choices.base);
        conflicts.iter().find(|conflict| conflict.verdict == Verdict::Inconsistent)
    }

    /// The years that a slot lists, as runs; empty for any other slot.
    #[must_use]
    pub fn years(&self, slot: Slot<'_>) -> Vec<(Year, Year)> {
        match slot {
            Slot::DoublingYears => self.results.bases.doubling_years(),
            Slot::OtherYears => self.results.bases.not_doubling_years(),
            Slot::BelowYears => self.results.below_years(),
            _ => Vec::new(),
        }
    }
}

/// "2000–2003 and 2018–2022", in the language's way of listing.
pub(super) fn ranges(ranges: &[(Year, Year)], words: &Words) -> String {
    let one = |(first, last): &(Year, Year)| {
        if first == last { first.0.to_string() } else { format!("{}–{}", first.0, last.0) }
    };
    let written: Vec<String> = ranges.iter().map(one).collect();
    match written.split_last() {
        None => words.plain(key::doubled::NO_YEAR).to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} {} {last}", before.join(", "), words.plain(key::page::AND)),
    }
}
