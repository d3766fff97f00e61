//! Every claim of the starting report against what else was published.
//!
//! A claim is a row of the report; what it is held against is data, the verdict is computed. By the dataset's
//! convention: disjoint intervals are inconsistent, overlapping ones compatible; open ends or another scope cannot be
//! checked. "Inconsistent" says that two published figures cannot both be right, not which of them is wrong; and
//! "compatible" does not say that either is.

use crate::data::{Dataset, End, Interval, Ratio, Value, Year};

use super::bare::{over, printed, scaled, weighed};
use super::conflicts::Verdict;
use super::growth::{Derived, Measured};
use super::results::Results;

/// What a claim is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// Another figure about the same thing.
    Row(&'static str),
    /// The sum of the UN table's rows for a year.
    Sum(Year),
    /// The quotient of two figures: the first over the second.
    Quotient(&'static str, &'static str),
    /// The same in hundredths.
    Percent(&'static str, &'static str),
    /// The claim calls the first figure what the second counts.
    Label(&'static str, &'static str),
    /// A figure of other scope stands beside it: nothing follows.
    Beside(&'static str),
}

/// A claim of the report.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    /// The id of its row.
    pub id: &'static str,
    /// What it is held against; nothing where nothing was published.
    pub against: &'static [Against],
}

const fn claim(id: &'static str, against: &'static [Against]) -> Claim {
    Claim { id, against }
}

const TOTALS: (&str, &str) = ("seed_total_2018", "seed_total_2023");
const SYNTHETICS: (&str, &str) = ("seed_synth_2018", "seed_synth_2023");

/// Every row of the report, in the order of the report.
pub const CLAIMS: [Claim; 18] = [
    claim("seed_claim_doubled", &[Against::Quotient(TOTALS.1, TOTALS.0), Against::Label(TOTALS.1, SYNTHETICS.1)]),
    claim(TOTALS.0, &[Against::Sum(Year(2018)), Against::Row("pgo18_total")]),
    claim(TOTALS.1, &[Against::Row("kurultai_2023")]),
    claim("seed_labs_2023", &[Against::Row("kozhaev_labs_2023")]),
    claim("seed_labs_prev", &[Against::Row("pm22_labs")]),
    claim("seed_listing_before", &[]),
    claim("seed_listing_after", &[]),
    claim("seed_synth_multiple", &[Against::Quotient(SYNTHETICS.1, SYNTHETICS.0)]),
    // Other base figures are of other years, or of nine months.
    claim(SYNTHETICS.0, &[Against::Beside("incsr_synth_2018")]),
    claim(SYNTHETICS.1, &[Against::Row("kozhaev_synth_2023")]),
    claim("seed_synth_share", &[Against::Percent(SYNTHETICS.1, TOTALS.1)]),
    claim("seed_sites_2023", &[Against::Beside("inform22_10m_sites")]),
    claim("seed_telegram_2023", &[]),
    // One agency of several, and an open end.
    claim("seed_precursor_2023", &[Against::Beside("knb23_chem")]),
    claim("seed_precursor_yield", &[Against::Beside("yield_2023_out"), Against::Beside("yield_2024_out")]),
    claim("seed_crime_growth", &[]),
    claim("seed_offences_2023", &[]),
    claim("seed_detained_2023", &[]),
];

/// "Almost" a doubling: the number it stays below, and the step of a whole number.
const DOUBLED: (f64, f64) = (2.0, 1.0);

/// Resolutions that amended the list, one after the other, from the one that made it.
pub const AMENDMENTS: [&str; 5] = ["law_470", "law_975", "law_677", "law_326", "law_240"];

/// Ids that the figure or its table stand on and that no sentence need name.
pub const FIGURES: &[&str] = &["kozhaev_synth_2023", "law_470", "law_975", "law_677", "law_326", "law_240"];

/// What holding a claim against something came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What the two say about each other.
    pub verdict: Verdict,
    /// What it was held against as a multiple of what the report prints; `None` where nothing can be drawn.
    pub compared: Option<Derived<Ratio>>,
}

/// A claim as a number, kilograms for a weight; words of a doubling by [`DOUBLED`].
fn own(data: &Dataset, claim: &Claim) -> Option<Derived<Ratio>> {
    let figure = data.figure(claim.id)?;
    if !matches!(figure.value, Value::Words(_)) {
        return printed(data, claim.id);
    }
    let (value, step) = DOUBLED;
    let interval = Interval::new(End::Closed(Ratio(value - step)), End::Open(Ratio(value)));
    Some(Derived { value: Ratio(value), interval, check: figure.check, inputs: vec![claim.id.to_owned()] })
}

impl Claim {
    /// What holding it against each of its comparisons came to, in their order.
    #[must_use]
    pub fn findings(&self, data: &Dataset, results: &Results) -> Vec<Finding> {
        let nothing = Finding { verdict: Verdict::CannotCheck, compared: None };
        (0..self.against.len()).map(|at| self.finding(at, data, results).unwrap_or(nothing.clone())).collect()
    }

    /// The hardest of the findings: one inconsistency is not undone by an agreement.
    #[must_use]
    pub fn verdict(&self, data: &Dataset, results: &Results) -> Verdict {
        let findings = self.findings(data, results);
        let found = |verdict: Verdict| findings.iter().any(|finding| finding.verdict == verdict);
        let hardest = [Verdict::Inconsistent, Verdict::Compatible].into_iter().find(|verdict| found(*verdict));
        hardest.unwrap_or(Verdict::CannotCheck)
    }

    /// What it is held against in one of its comparisons, as a number of the claim's unit, kilograms for weights.
    #[must_use]
    pub fn other(&self, place: usize, data: &Dataset, results: &Results) -> Option<Derived<Ratio>> {
        Some(match *self.against.get(place)? {
            Against::Row(id) => printed(data, id)?,
            Against::Sum(year) => weighed(&Measured::from(results.total(year)?)),
            Against::Quotient(of, by) => over(&printed(data, of)?, &printed(data, by)?),
            Against::Percent(of, by) => scaled(over(&printed(data, of)?, &printed(data, by)?), 100.0),
            Against::Label(_, real) => printed(data, real)?,
            Against::Beside(_) => return None,
        })
    }

    fn finding(&self, place: usize, data: &Dataset, results: &Results) -> Option<Finding> {
        let other = self.other(place, data, results)?;
        let mut own = own(data, self)?;
        if let Against::Label(named, _) = self.against[place] {
            own = Derived { inputs: own.inputs, check: own.check, ..printed(data, named)? };
        }
        let verdict = Verdict::of(&own.interval?, &other.interval?);
        let mut inputs = own.inputs;
        inputs.extend(other.inputs.iter().filter(|id| **id != self.id).cloned());
        let compared = scaled(other, 1.0 / own.value.0);
        let check = compared.check.max(own.check);
        Some(Finding { verdict, compared: Some(Derived { check, inputs, ..compared }) })
    }
}

/// How many claims have a verdict; with the worst check among them and everything that they were held against.
#[must_use]
pub fn count(data: &Dataset, results: &Results, verdict: Verdict) -> Derived<Ratio> {
    let mut sum = Derived { value: Ratio(0.0), interval: None, check: crate::data::Check::Checked, inputs: Vec::new() };
    for claim in CLAIMS.iter().filter(|claim| claim.verdict(data, results) == verdict) {
        sum.value.0 += 1.0;
        sum.inputs.push(claim.id.to_owned());
        sum.check = sum.check.max(data.figure(claim.id).map_or(sum.check, |figure| figure.check));
        for compared in claim.findings(data, results).into_iter().filter_map(|finding| finding.compared) {
            sum.check = sum.check.max(compared.check);
        }
    }
    sum
}

/// The shortest or the longest time between two amendments of the list, in months of a twelfth of a year.
#[must_use]
pub fn between_amendments(data: &Dataset, longest: bool) -> Option<Derived<Ratio>> {
    let day = |id: &str| {
        let date = data.figure(id)?.period.start?;
        Some(f64::from(date.year().0) * 12.0 + f64::from(date.month()) + f64::from(date.day()) * 12.0 / 365.25)
    };
    let mut found: Option<Derived<Ratio>> = None;
    for pair in AMENDMENTS.windows(2) {
        let months = day(pair[1])? - day(pair[0])?;
        if found.as_ref().is_none_or(|found| (found.value.0 < months) == longest) {
            let check = data.figure(pair[0])?.check.max(data.figure(pair[1])?.check);
            let inputs = pair.iter().map(|id| (*id).to_owned()).collect();
            found = Some(Derived { value: Ratio(months), interval: None, check, inputs });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Check, shipped};

    /// The verdict of each claim, by hand from the printed figures.
    #[test]
    fn verdicts_are_those_of_the_convention() {
        use Verdict::{CannotCheck, Compatible, Inconsistent};
        let data = shipped();
        let results = Results::of(&data).expect("results");
        let verdicts = |id: &str| -> Vec<Verdict> {
            let claim = CLAIMS.iter().find(|claim| claim.id == id).expect(id);
            claim.findings(&data, &results).into_iter().map(|finding| finding.verdict).collect()
        };
        for (id, wanted) in [
            // 41.05/20.35 = 2.017 is not below 2; 1.0 to 1.2 t is not 41.1 t.
            ("seed_claim_doubled", vec![Inconsistent, Inconsistent]),
            // 20.297 t lies in 20.25 to 20.35; 96 to 98 does not.
            ("seed_total_2018", vec![Compatible, Inconsistent]),
            ("seed_total_2023", vec![Compatible]),
            ("seed_labs_2023", vec![Inconsistent]),
            ("seed_labs_prev", vec![Inconsistent]),
            // 1000/7.75 = 129 to 1200/7.65 = 157 holds 143.4; 100/41.15 = 2.4 to 120/41.05 = 2.9 holds 2.7.
            ("seed_synth_multiple", vec![Compatible]),
            ("seed_synth_share", vec![Compatible]),
            ("seed_synth_2023", vec![Compatible]),
            ("seed_synth_2018", vec![CannotCheck]),
            ("seed_listing_after", vec![]),
        ] {
            assert_eq!(verdicts(id), wanted, "{id}");
        }
        let counts = [Inconsistent, Compatible, CannotCheck].map(|verdict| count(&data, &results, verdict));
        assert_eq!(counts.each_ref().map(|count| count.value.0), [4.0, 4.0, 10.0]);
        assert_eq!(counts.map(|count| count.check), [Check::Contradicted, Check::Checked, Check::Checked]);
    }

    /// From June-July 2019 on: 3 July 2019, 25 December 2019, 27 September 2021, 23 May 2022, 20 March 2023.
    #[test]
    fn amendments_came_six_to_twenty_one_months_apart() {
        let data = shipped();
        let months = |longest| between_amendments(&data, longest).expect("months").value.0;
        assert!((months(false) - 5.72).abs() < 0.05, "{}", months(false));
        assert!((months(true) - 21.07).abs() < 0.05, "{}", months(true));
    }

    #[test]
    fn every_claim_is_a_row_and_is_held_against_rows_that_exist() {
        let data = shipped();
        for claim in &CLAIMS {
            assert!(own(&data, claim).is_some(), "{}", claim.id);
            for against in claim.against {
                if let Against::Row(id) | Against::Beside(id) = against {
                    assert!(data.figure(id).is_some(), "{id}");
                }
            }
        }
    }
}
