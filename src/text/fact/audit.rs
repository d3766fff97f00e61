//! Results of section `audit`: `{audit.inconsistent}` and its like, `{audit.gap.longest}`, and what each claim was held
//! against as a multiple of what the report prints: `{audit.seed_labs_2023.1}`.

use super::{Facts, Outcome};
use crate::data::{Check, Ratio};
use crate::id;
use crate::model::audit::{CLAIMS, between_amendments, count};
use crate::model::bare::{over, printed, scaled};
use crate::model::conflicts::Verdict;
use crate::model::growth::Derived;
use crate::text::{Key, key};

impl Facts<'_> {
    pub(super) fn audit(&self, name: &str) -> Option<Outcome> {
        let counted = |verdict| (count(self.data, self.results, verdict), Some(0), key::audit::UNIT_CLAIMS);
        let gap = |longest| Some((between_amendments(self.data, longest)?, Some(0), key::audit::UNIT_MONTHS));
        let (formula, (result, decimals, unit)): (Key, _) = match name {
            "inconsistent" => (key::audit::FORMULA_INCONSISTENT, counted(Verdict::Inconsistent)),
            "compatible" => (key::audit::FORMULA_COMPATIBLE, counted(Verdict::Compatible)),
            "cannot" => (key::audit::FORMULA_CANNOT, counted(Verdict::CannotCheck)),
            "count" => (key::audit::FORMULA_ALL, (all(), Some(0), key::audit::UNIT_CLAIMS)),
            "gap.shortest" => (key::audit::FORMULA_GAP, gap(false)?),
            "gap.longest" => (key::audit::FORMULA_GAP, gap(true)?),
            "sum" => (key::card::FORMULA_TOTAL, (sum(self)?, Some(3), key::card::UNIT_T)),
            "quotient" => (key::audit::FORMULA_QUOTIENT, (quotient(self)?, None, key::card::UNIT_TIMES)),
            _ => {
                let (id, place) = name.rsplit_once('.')?;
                let claim = CLAIMS.iter().find(|claim| claim.id == id)?;
                let place = place.parse::<usize>().ok()?.checked_sub(1)?;
                let finding = claim.findings(self.data, self.results).into_iter().nth(place)?;
                (key::audit::FORMULA, (finding.compared?, None, key::card::UNIT_TIMES))
            }
        };
        Some(Outcome { result, decimals, unit, formula })
    }
}

/// The report's synthetics of its last year over those of its base year.
fn quotient(facts: &Facts<'_>) -> Option<Derived<Ratio>> {
    Some(over(&printed(facts.data, id::SEED_SYNTH_2023)?, &printed(facts.data, id::SEED_SYNTH_2018)?))
}

/// The UN table's rows of the report's base year, in tonnes.
fn sum(facts: &Facts<'_>) -> Option<Derived<Ratio>> {
    let claim = CLAIMS.iter().find(|claim| claim.id == id::SEED_TOTAL_2018)?;
    let other = claim.other(0, facts.data, facts.results)?;
    Some(scaled(other, 0.001))
}

/// How many claims there are. That a claim was made is checked, whatever others say against it.
fn all() -> Derived<Ratio> {
    let inputs = CLAIMS.iter().map(|claim| claim.id.to_owned()).collect();
    Derived { value: Ratio(Facts::whole(CLAIMS.len())), interval: None, check: Check::Checked, inputs }
}
