//! One amount over another, with what that does to interval, check and inputs.

use crate::data::{Check, Dataset, Interval, Kilograms, Measure, Ratio, Year};

use super::Error;
use super::totals::{self, YearTotal};

/// Years whose total is a printed one and not the sum of the UN table: the report's own two, since
/// the story asks what *its* figures say, and 2025, for which the table has no rows yet.
const PRINTED: &[(Year, &str)] =
    &[(Year(2018), "seed_total_2018"), (Year(2023), "seed_total_2023"), (Year(2025), "mvd25_total")];

/// A weight as every computation sees it, whether printed in one figure or summed from many.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The printed value, or the sum of printed values.
    pub kilograms: Kilograms,
    /// What it stands for; may be open-ended.
    pub interval: Interval<Kilograms>,
    /// The worst check among the inputs.
    pub check: Check,
    /// Ids of the figures it is made of.
    pub inputs: Vec<String>,
}

/// A number that no source printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived<U> {
    /// The number, from the inputs as printed.
    pub value: U,
    /// What it may be, given what the inputs stand for; `None` where that has no answer.
    pub interval: Option<Interval<U>>,
    /// The worst check among the inputs.
    pub check: Check,
    /// Ids of the figures it is made of, without repeats, in the order of the formula.
    pub inputs: Vec<String>,
}

impl Measured {
    /// A printed weight.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is no such figure, [`Error::NotAWeight`] if it is printed in
    /// another unit than a weight.
    pub fn printed(data: &Dataset, id: &str) -> Result<Self, Error> {
        let figure = data.figure(id).ok_or_else(|| Error::Missing { id: id.to_owned() })?;
        let (Some(kilograms), Some(interval)) = (figure.kilograms(), figure.weight()) else {
            return Err(Error::NotAWeight { id: id.to_owned() });
        };
        Ok(Self { kilograms, interval, check: figure.check, inputs: vec![id.to_owned()] })
    }

    /// The total of all drugs that the story uses for a year in Kazakhstan: the printed one for
    /// 2018, 2023 and 2025, otherwise the comparable sum of the UN table.
    ///
    /// # Errors
    /// [`Error::NoTotal`] for a year without a comparable sum; [`Error::Missing`] and
    /// [`Error::NotAWeight`] as for [`printed`](Self::printed).
    pub fn total_in_use(data: &Dataset, year: Year) -> Result<Self, Error> {
        Self::total_among(data, &totals::comparable(data), year)
    }

    /// [`total_in_use`](Self::total_in_use) for callers that have the sums at hand.
    pub(super) fn total_among(data: &Dataset, sums: &[YearTotal], year: Year) -> Result<Self, Error> {
        if let Some((_, id)) = PRINTED.iter().find(|(printed, _)| *printed == year) {
            return Self::printed(data, id);
        }
        let sum = sums.iter().find(|sum| sum.year == year);
        sum.map(Self::from).ok_or(Error::NoTotal { year })
    }
}

impl From<&YearTotal> for Measured {
    fn from(total: &YearTotal) -> Self {
        Self { kilograms: total.kilograms, interval: total.interval, check: total.check, inputs: total.inputs.clone() }
    }
}

/// How many times `to` the amount `of` is.
///
/// The interval is that of [`Interval::divide`]: none where both are open-ended. The value is
/// infinite if `to` is zero, which no printed weight is.
pub fn ratio(of: &Measured, to: &Measured) -> Derived<Ratio> {
    let mut inputs = of.inputs.clone();
    inputs.extend(to.inputs.iter().filter(|id| !of.inputs.contains(id)).cloned());
    Derived {
        value: Ratio(of.kilograms.get() / to.kilograms.get()),
        interval: of.interval.divide(&to.interval),
        check: of.check.max(to.check),
        inputs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::shipped;

    #[test]
    fn a_ratio_carries_interval_worst_check_and_inputs() {
        let data = shipped();
        let of = Measured::printed(&data, "seed_total_2023").expect("a weight");
        let mut to = Measured::printed(&data, "seed_total_2018").expect("a weight");
        to.check = Check::OneCopy;
        let times = ratio(&of, &to);
        assert_eq!(times.inputs, ["seed_total_2023", "seed_total_2018"]);
        assert_eq!(times.check, Check::OneCopy);
        assert!(times.interval.is_some_and(|interval| interval.contains(times.value)));
        assert_eq!(ratio(&of, &of).inputs, ["seed_total_2023"]);
    }

    #[test]
    fn a_ratio_of_two_open_figures_has_no_interval() {
        let data = shipped();
        let open = Measured::printed(&data, "koknar_2019_total").expect("a weight");
        assert_eq!(ratio(&open, &open).interval, None);
    }

    #[test]
    fn what_is_missing_is_named() {
        let data = shipped();
        let missing = Measured::printed(&data, "nothing").expect_err("an error");
        assert_eq!(missing, Error::Missing { id: "nothing".into() });
        assert_eq!(missing.to_string(), "the dataset has no figure `nothing`");
        let labs = Measured::printed(&data, "seed_labs_2023").expect_err("an error");
        assert_eq!(labs, Error::NotAWeight { id: "seed_labs_2023".into() });
        let gap = Measured::total_in_use(&data, Year(2024)).expect_err("an error");
        assert_eq!(gap, Error::NoTotal { year: Year(2024) });
    }

    #[test]
    fn the_printed_totals_go_before_the_sums() {
        let data = shipped();
        let inputs = |year| Measured::total_in_use(&data, year).map(|total| total.inputs);
        assert_eq!(inputs(Year(2018)), Ok(vec!["seed_total_2018".to_owned()]));
        assert_eq!(inputs(Year(2025)), Ok(vec!["mvd25_total".to_owned()]));
        assert!(inputs(Year(2017)).is_ok_and(|inputs| inputs.len() > 1));
    }
}
