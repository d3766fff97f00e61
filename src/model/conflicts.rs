//! Other published figures that speak about the same total, and whether they can all be right.

use crate::data::{Dataset, Figure, Interval, Kilograms, Measure, Year};

use super::Error;
use super::growth::Measured;
use super::totals::{self, KAZAKHSTAN, YearTotal};

/// How the dataset names a total that leaves no agency out.
const ALL_DRUGS: &[&str] = &["all drugs", "all drugs (all agencies)"];

/// What two published figures say about each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// They have no value in common: they cannot both be right about the same thing.
    Inconsistent,
    /// They have values in common.
    Compatible,
    /// One is open-ended and reaches the other, or is no weight: nothing follows.
    CannotCheck,
}

impl Verdict {
    /// The verdict on two claims about the same amount: disjoint intervals are inconsistent,
    /// overlapping ones compatible unless one is open-ended.
    pub fn of<U: Measure>(one: &Interval<U>, other: &Interval<U>) -> Self {
        if one.disjoint(other) {
            Self::Inconsistent
        } else if one.is_open_ended() || other.is_open_ended() {
            Self::CannotCheck
        } else {
            Self::Compatible
        }
    }

    /// The verdict on a part and its whole: inconsistent only if the part is the greater for sure.
    pub fn of_part<U: Measure>(part: &Interval<U>, whole: &Interval<U>) -> Self {
        if part.lies_above(whole) { Self::Inconsistent } else { Self::Compatible }
    }
}

/// Another published figure beside the total in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Id of the other figure.
    pub figure: String,
    /// What the two say about each other.
    pub verdict: Verdict,
}

/// Every other published total of all drugs in Kazakhstan for `year`, and every operation within
/// it, against the total in use; in the order of the dataset. An operation is a part of its year.
///
/// # Errors
/// Those of [`Measured::total_in_use`].
pub fn conflicts(data: &Dataset, year: Year) -> Result<Vec<Conflict>, Error> {
    conflicts_among(data, &totals::comparable(data), year)
}

/// [`conflicts`] for callers that have the sums at hand: making them anew for each year is most of its work.
///
/// # Errors
/// Those of [`conflicts`].
pub(super) fn conflicts_among(data: &Dataset, sums: &[YearTotal], year: Year) -> Result<Vec<Conflict>, Error> {
    let in_use = Measured::total_among(data, sums, year)?;
    let others = data.figures().iter().filter(|figure| !in_use.inputs.contains(&figure.id));
    Ok(others
        .filter_map(|figure| {
            let judge = comparison(figure, year)?;
            let verdict = figure.weight().map(|weight| judge(&weight, &in_use.interval));
            let verdict = verdict.unwrap_or(Verdict::CannotCheck);
            Some(Conflict { figure: figure.id.clone(), verdict })
        })
        .collect())
}

type Judge = fn(&Interval<Kilograms>, &Interval<Kilograms>) -> Verdict;

/// How a figure is compared with the total of a year, if it speaks about it at all.
fn comparison(figure: &Figure, year: Year) -> Option<Judge> {
    let drug = figure.drug.as_str();
    if figure.place != KAZAKHSTAN {
        return None;
    }
    match figure.quantity.as_str() {
        "drugs_seized_total" if ALL_DRUGS.contains(&drug) && figure.period.year() == Some(year) => Some(Verdict::of),
        "drugs_seized_operation" if drug == "all drugs" && figure.period.is_within(year) => Some(Verdict::of_part),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{End, shipped};

    fn interval(low: End<Kilograms>, high: f64) -> Interval<Kilograms> {
        Interval::new(low, End::Open(Kilograms(high))).expect("an interval")
    }

    #[test]
    fn open_ends_that_reach_the_other_cannot_be_checked() {
        let year = interval(End::Closed(Kilograms(10.0)), 11.0);
        let more_than = |low| interval(End::Open(Kilograms(low)), f64::INFINITY);
        assert_eq!(Verdict::of(&more_than(5.0), &year), Verdict::CannotCheck);
        assert_eq!(Verdict::of(&more_than(11.0), &year), Verdict::Inconsistent);
        assert_eq!(Verdict::of(&year, &year), Verdict::Compatible);
        assert_eq!(Verdict::of_part(&more_than(5.0), &year), Verdict::Compatible);
        assert_eq!(Verdict::of_part(&more_than(11.0), &year), Verdict::Inconsistent);
    }

    #[test]
    fn the_known_conflicts_are_found_and_no_others() {
        let data = shipped();
        let found = |year| -> Vec<(String, Verdict)> {
            let conflicts = conflicts(&data, Year(year)).expect("conflicts");
            conflicts.into_iter().map(|conflict| (conflict.figure, conflict.verdict)).collect()
        };
        let one = |id: &str, verdict| vec![(id.to_owned(), verdict)];
        assert_eq!(found(2016), one("incsr_total_2016", Verdict::Inconsistent));
        assert_eq!(found(2017), []);
        assert_eq!(found(2018), one("pgo18_total", Verdict::Inconsistent));
        assert_eq!(found(2019), one("koknar_2019_total", Verdict::Inconsistent));
        assert_eq!(found(2022), one("inform22_year_total", Verdict::Compatible));
        assert_eq!(found(2023), one("kurultai_2023", Verdict::Compatible));
        assert!(found(2025).iter().all(|(_, verdict)| *verdict == Verdict::Compatible));
        assert_eq!(conflicts(&data, Year(2024)), Err(Error::NoTotal { year: Year(2024) }));
    }
}
