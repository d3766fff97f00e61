use std::collections::BTreeSet;

use crate::data::{Dataset, Year};

use super::Error;
use super::balances::Balances;
use super::bases::{Bases, LATEST};
use super::choices::Choices;
use super::conflicts::{Conflict, conflicts_among};
use super::explore::Catalogue;
use super::totals::{self, YearTotal};

/// Everything the story needs of a dataset that no choice of a reader changes, computed once.
#[derive(Debug, Clone)]
pub struct Results {
    /// The latest total against every base year.
    pub bases: Bases,
    /// Sums, differences and quotients by name.
    pub balances: Balances,
    /// What the explorer can be asked for.
    pub explore: Catalogue,
    totals: Vec<YearTotal>,
    conflicts: Vec<(Year, Vec<Conflict>)>,
}

impl Results {
    /// Computes everything.
    ///
    /// # Errors
    /// When the dataset lacks a figure that the story stands on.
    pub fn of(data: &Dataset) -> Result<Self, Error> {
        let bases = Bases::new(data)?;
        let years = bases.all().iter().map(|base| base.year).chain([LATEST, Year(2025)]);
        let totals = totals::yearly(data);
        let sums: Vec<YearTotal> = totals.iter().filter(|total| !total.cannabis_only).cloned().collect();
        let conflicts = years.map(|year| Ok((year, conflicts_among(data, &sums, year)?)));
        let conflicts = conflicts.collect::<Result<_, Error>>()?;
        Ok(Self { balances: Balances::new(data)?, explore: Catalogue::of(data), totals, bases, conflicts })
    }

    /// The sum of the UN table's rows for a year; `None` where it has none.
    pub fn total(&self, year: Year) -> Option<&YearTotal> {
        self.totals.iter().find(|total| total.year == year)
    }

    /// Other published figures about a year's total.
    pub fn conflicts(&self, year: Year) -> &[Conflict] {
        self.conflicts.iter().find(|(of, _)| *of == year).map_or(&[], |(_, conflicts)| conflicts)
    }

    /// Ids of every figure that a result stands on or is compared with.
    pub fn figures(&self) -> BTreeSet<&str> {
        let sums = self.totals.iter().flat_map(|total| &total.inputs);
        let bases = self.bases.all().iter().flat_map(|base| &base.total.inputs);
        let others = self.conflicts.iter().flat_map(|(_, conflicts)| conflicts).map(|conflict| &conflict.figure);
        let rest = self.bases.latest().inputs.iter().chain(self.balances.inputs());
        sums.chain(bases).chain(others).chain(rest).map(String::as_str).collect()
    }

    /// The base years after the report's base year whose totals lie below it, up to the first that does not.
    pub fn below_years(&self) -> Vec<(Year, Year)> {
        let base = Choices::default().base;
        let Some(limit) = self.bases.base(base).map(|base| base.total.interval.low()) else {
            return Vec::new();
        };
        let after = self.bases.all().iter().filter(|other| other.year > base);
        let below: Vec<Year> =
            after.take_while(|other| other.total.interval.high() < limit).map(|other| other.year).collect();
        below.first().copied().zip(below.last().copied()).into_iter().collect()
    }
}
