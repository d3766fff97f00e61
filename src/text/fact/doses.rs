//! Results of section `doses`: `{doses.product}`, `{doses.seized}`, `{doses.unit.ministry}`; and what the reader set,
//! `{doses.percent}` and `{doses.milligrams}`.

use super::{Facts, Outcome};
use crate::model::doses::{extreme, made, product, seized, seized_by, spread, unit_of, yield_of};
use crate::text::key::{card, doses};

impl Facts<'_> {
    pub(super) fn doses(&self, name: &str) -> Option<Outcome> {
        let (data, set) = (self.data, self.choices.doses);
        let (result, decimals, unit, formula) = match name {
            "product" => (product(data, set)?, Some(0), card::UNIT_T, doses::FORMULA_PRODUCT),
            "made" => (made(data, set)?, Some(0), doses::UNIT_MILLIONS, doses::FORMULA_MADE),
            "seized" => (seized(data, f64::from(set.milligrams))?, None, doses::UNIT_MILLIONS, doses::FORMULA_SEIZED),
            "most" => by(self, false)?,
            "fewest" => by(self, true)?,
            "spread" => (spread(data)?, Some(1), card::UNIT_TIMES, doses::FORMULA_SPREAD),
            _ => match name.split_once('.')? {
                ("yield", name) => (yield_of(data, name)?, Some(0), card::UNIT_PERCENT, doses::FORMULA_YIELD),
                ("unit", name) => (unit_of(data, name)?, Some(0), doses::UNIT_MG, doses::FORMULA_UNIT),
                _ => return None,
            },
        };
        Some(Outcome { result, decimals, unit, formula })
    }

    /// What the reader set.
    pub(super) fn doses_words(&self, name: &str) -> Option<String> {
        match name {
            "percent" => Some(self.choices.doses.percent.to_string()),
            "milligrams" => Some(self.choices.doses.milligrams.to_string()),
            _ => None,
        }
    }
}

type Parts = (crate::model::growth::Derived<crate::data::Ratio>, Option<u8>, crate::text::Key, crate::text::Key);

/// The seized weight by the lightest or the heaviest published unit.
fn by(facts: &Facts<'_>, heaviest: bool) -> Option<Parts> {
    let count = seized_by(facts.data, extreme(facts.data, heaviest)?)?;
    Some((count, None, doses::UNIT_MILLIONS, doses::FORMULA_BY))
}
