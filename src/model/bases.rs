//! The total of 2023 against every base year: doubled since when?

use crate::data::{Dataset, Interval, Measure, Ratio, Year};

use super::Error;
use super::growth::{Derived, Measured, ratio};
use super::totals;

/// The year whose total is compared.
pub const LATEST: Year = Year(2023);

/// The first year that may be a base: the UN table has no earlier rows here.
pub const FIRST: Year = Year(2000);

/// The last year that may be a base, one year before [`LATEST`].
pub const LAST: Year = Year(2022);

/// Whether 2023 was at least twice the base year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubling {
    /// Every value that the ratio may have is 2 or more.
    Yes,
    /// Every value is below 2.
    No,
    /// Rounding alone leaves it open, or the ratio has no interval.
    Undecided,
}

impl Doubling {
    /// The verdict on what a ratio may be.
    pub fn of(ratio: Option<&Interval<Ratio>>) -> Self {
        match ratio {
            Some(ratio) if ratio.low().get() >= 2.0 => Self::Yes,
            Some(ratio) if ratio.high().get() < 2.0 => Self::No,
            Some(ratio) if ratio.high().get() == 2.0 && ratio.is_high_open() => Self::No,
            Some(_) | None => Self::Undecided,
        }
    }
}

/// One base year.
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    /// The year.
    pub year: Year,
    /// Its total: printed for 2018, otherwise the sum of the UN table.
    pub total: Measured,
    /// The total of 2023 over it.
    pub ratio: Derived<Ratio>,
    /// Whether that is a doubling.
    pub verdict: Doubling,
}

/// Every base year there is a comparable total for.
#[derive(Debug, Clone, PartialEq)]
pub struct Bases {
    latest: Measured,
    bases: Vec<Base>,
}

impl Bases {
    /// Compares 2023 with each year from [`FIRST`] to [`LAST`]. A year without a comparable total
    /// stays a gap.
    ///
    /// # Errors
    /// [`Error::Missing`] or [`Error::NotAWeight`] for the report's own totals of 2018 and 2023.
    pub fn new(data: &Dataset) -> Result<Self, Error> {
        let sums = totals::comparable(data);
        let latest = Measured::total_among(data, &sums, LATEST)?;
        let mut bases = Vec::new();
        for year in (FIRST.0..=LAST.0).map(Year) {
            let total = match Measured::total_among(data, &sums, year) {
                Ok(total) => total,
                Err(Error::NoTotal { .. }) => continue,
                Err(error) => return Err(error),
            };
            let ratio = ratio(&latest, &total);
            let verdict = Doubling::of(ratio.interval.as_ref());
            bases.push(Base { year, total, ratio, verdict });
        }
        Ok(Self { latest, bases })
    }

    /// The total of 2023.
    pub fn latest(&self) -> &Measured {
        &self.latest
    }

    /// Every base year in order; gaps are absent.
    pub fn all(&self) -> &[Base] {
        &self.bases
    }

    /// One base year; `None` in a gap and outside [`FIRST`] to [`LAST`].
    pub fn base(&self, year: Year) -> Option<&Base> {
        self.bases.iter().find(|base| base.year == year)
    }

    /// The total of 2023 over that of `year`; `None` where there is no such base.
    pub fn ratio_to(&self, year: Year) -> Option<&Derived<Ratio>> {
        self.base(year).map(|base| &base.ratio)
    }

    /// The rise of the last year alone: 2023 over 2022.
    pub fn one_year_rise(&self) -> Option<&Derived<Ratio>> {
        self.ratio_to(LAST)
    }

    /// The years against which 2023 is at least double, as first and last year of each run.
    pub fn doubling_years(&self) -> Vec<(Year, Year)> {
        self.years(Doubling::Yes)
    }

    /// The years against which 2023 is less than double. Together with the doubling years these are
    /// all base years, unless rounding leaves some undecided: those are in neither.
    pub fn not_doubling_years(&self) -> Vec<(Year, Year)> {
        self.years(Doubling::No)
    }

    /// The base years with this verdict, as first and last year of each run; a gap ends a run.
    pub fn years(&self, verdict: Doubling) -> Vec<(Year, Year)> {
        let mut runs: Vec<(Year, Year)> = Vec::new();
        for base in self.bases.iter().filter(|base| base.verdict == verdict) {
            match runs.last_mut() {
                Some((_, last)) if last.0 + 1 == base.year.0 => *last = base.year,
                Some(_) | None => runs.push((base.year, base.year)),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{End, shipped};

    /// The shipped dataset with one figure's value replaced, or without the figure.
    fn changed(id: &str, value: Option<&str>) -> Dataset {
        let data = shipped();
        let (figures, sources) = data.rows(data.figures().iter().map(|figure| figure.id.as_str()));
        let figures = figures.into_iter().filter_map(|mut row| {
            if row[0] == id {
                row[8] = value?.to_owned();
            }
            Some(row)
        });
        Dataset::from_rows(figures.collect(), sources).expect("a dataset")
    }

    #[test]
    fn an_end_at_two_decides_only_if_it_is_left_out() {
        let ratio = |low, high| Interval::new(low, high);
        let (one, two, three) = (Ratio(1.0), Ratio(2.0), Ratio(3.0));
        let verdict = |low, high| Doubling::of(ratio(low, high).as_ref());
        assert_eq!(verdict(End::Closed(two), End::Open(three)), Doubling::Yes);
        assert_eq!(verdict(End::Closed(two), End::Closed(two)), Doubling::Yes);
        assert_eq!(verdict(End::Closed(one), End::Open(two)), Doubling::No);
        assert_eq!(verdict(End::Closed(one), End::Closed(two)), Doubling::Undecided);
        assert_eq!(verdict(End::Closed(one), End::Closed(three)), Doubling::Undecided);
        assert_eq!(Doubling::of(None), Doubling::Undecided);
    }

    #[test]
    fn another_total_gives_other_years() {
        let bases = Bases::new(&changed("seed_total_2023", Some("50.0"))).expect("bases");
        assert_eq!(
            bases.doubling_years(),
            [(Year(2000), Year(2005)), (Year(2007), Year(2007)), (Year(2018), Year(2022))]
        );
        // 2006 had 25,041.75 kg, a little more than half of the 50.05 t that 50.0 t may stand for.
        assert_eq!(bases.years(Doubling::Undecided), []);
        // 41.1 / 20.6 is 1.995; rounding reaches 41.15 / 20.55, which is over 2.
        let bases = Bases::new(&changed("seed_total_2018", Some("20.6"))).expect("bases");
        assert_eq!(bases.years(Doubling::Undecided), [(Year(2018), Year(2018))]);
    }

    #[test]
    fn a_needed_figure_that_is_gone_is_named() {
        for id in ["seed_total_2018", "seed_total_2023"] {
            assert_eq!(Bases::new(&changed(id, None)), Err(Error::Missing { id: id.to_owned() }));
        }
    }

    #[test]
    fn a_gap_stays_a_gap_and_ends_a_run() {
        let data = shipped();
        let ids = data.figures().iter().filter(|figure| figure.period.year() != Some(Year(2010)));
        let (figures, sources) = data.rows(ids.map(|figure| figure.id.as_str()));
        let bases = Bases::new(&Dataset::from_rows(figures, sources).expect("a dataset")).expect("bases");
        assert_eq!(bases.ratio_to(Year(2010)), None);
        assert_eq!(bases.not_doubling_years(), [(Year(2004), Year(2009)), (Year(2011), Year(2017))]);
    }
}
