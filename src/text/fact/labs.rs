//! Results of section `labs`: made of counts, in percent or as counts.

use super::{Facts, Outcome};
use crate::model::labs::{ENTRIES, result};
use crate::text::key;

impl Facts<'_> {
    pub(super) fn labs(&self, name: &str) -> Option<Outcome> {
        let entry = ENTRIES.iter().find(|entry| entry.name == name)?;
        let unit = if entry.by.is_some() { key::card::UNIT_PERCENT } else { key::labs::UNIT_THREE };
        let formula = match name {
            "rise" | "rise.other" => key::labs::FORMULA_RISE,
            "sum" => key::labs::FORMULA_SUM,
            "rest" => key::labs::FORMULA_REST,
            _ => key::labs::FORMULA_SHARE,
        };
        Some(Outcome { result: result(self.data, name)?, decimals: Some(0), unit, formula })
    }
}
