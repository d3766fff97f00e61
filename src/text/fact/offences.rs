//! Results of section `offences`: `{offences.before}`, and like against like.

use super::{Facts, Outcome};
use crate::id;
use crate::model::offences::{before, times};
use crate::text::key::{card, offences};

impl Facts<'_> {
    pub(super) fn offences(&self, name: &str) -> Option<Outcome> {
        let of = |of, by| times(self.data, of, by);
        let (result, unit, formula) = match name {
            "before" => (before(self.data)?, offences::UNIT, offences::FORMULA_BEFORE),
            "first" => (of(id::EHRA_OFF_2015, id::SEED_OFFENCES_2023)?, card::UNIT_TIMES, offences::FORMULA_FIRST),
            "last" => (of(id::EHRA_OFF_2017, id::SEED_OFFENCES_2023)?, card::UNIT_TIMES, offences::FORMULA_FIRST),
            _ => return None,
        };
        Some(Outcome { result, decimals: None, unit, formula })
    }
}
