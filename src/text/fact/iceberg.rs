//! Results of section `iceberg`.

use super::{Facts, Outcome};
use crate::data::Ratio;
use crate::model::growth::Derived;
use crate::model::supply::{DRAWS, Drawn, Of, above, bound, draw, growth, place, seized};
use crate::text::number::Numbers;
use crate::text::{Key, Words, key};

impl Facts<'_> {
    /// Where the middle of the draws lies under the reader's assumptions, in spreads: see [`place`].
    #[must_use]
    pub fn place(&self) -> Option<f64> {
        let supply = &self.choices.supply;
        let middle = growth(&seized(self.data, supply.of)?, supply.change(), 1.0);
        Some(place(middle.value.0, supply.factor()))
    }

    /// The draws under the reader's assumptions.
    #[must_use]
    pub fn drawn(&self) -> Option<Drawn> {
        self.place().map(draw)
    }

    /// `{iceberg.ratio}`, `{iceberg.growth}` and so on, of the drugs that the reader chose.
    pub(super) fn iceberg(&self, name: &str) -> Option<Outcome> {
        use key::card::{UNIT_PERCENT, UNIT_TIMES};
        use key::iceberg::{FORMULA_ABOVE, FORMULA_BOUND, FORMULA_DRAWN, FORMULA_GROWTH, FORMULA_RATIO};
        let supply = &self.choices.supply;
        let seized_of = |of| seized(self.data, of);
        let ratio = seized_of(supply.of)?;
        let spread = |spread: f64| growth(&ratio, supply.change(), spread);
        let percent = |value: f64| Derived { value: Ratio(value * 100.0), interval: None, ..ratio.clone() };
        let (result, decimals, unit, formula): (_, _, _, Key) = match name {
            "ratio" => {
                // The report prints its multiple; that of the totals is ours.
                let decimals = (supply.of == Of::Synthetics).then_some(1);
                (ratio, decimals, UNIT_TIMES, FORMULA_RATIO)
            }
            "bound" | "synthetics.bound" => {
                let ratio = if name == "bound" { ratio } else { seized_of(Of::Synthetics)? };
                let bound = bound(&ratio);
                let decimals = if bound.value.0 < 1.0 { 2 } else { 0 };
                (bound, Some(decimals), UNIT_PERCENT, FORMULA_BOUND)
            }
            "growth" => sized(spread(1.0), FORMULA_GROWTH),
            "low" => sized(spread(supply.factor().powi(-2)), FORMULA_GROWTH),
            "high" => sized(spread(supply.factor().powi(2)), FORMULA_GROWTH),
            "above" => (percent(above(self.place()?)), Some(1), UNIT_PERCENT, FORMULA_ABOVE),
            "above.drawn" => {
                let drawn = f64::from(self.drawn()?.above) / f64::from(DRAWS);
                (percent(drawn), Some(1), UNIT_PERCENT, FORMULA_DRAWN)
            }
            _ => return None,
        };
        Some(Outcome { result, decimals, unit, formula })
    }

    /// What the reader set, and periods that are no years.
    pub(super) fn iceberg_words(&self, name: &str, words: &Words) -> Option<String> {
        let (numbers, supply) = (&words.numbers, &self.choices.supply);
        Some(match name {
            "of" => {
                let all = supply.of == Of::All;
                words.plain(if all { key::iceberg::ALL } else { key::iceberg::SYNTHETICS }).to_owned()
            }
            "caught" => times(supply.change(), numbers),
            "unsure" => numbers
                .fixed(supply.factor(), if supply.factor() == 1.25 { 2 } else { u8::from(supply.factor() == 1.5) }),
            "draws" => numbers.fixed(f64::from(DRAWS), 0),
            id => words.name(&self.data.figure(id.strip_prefix("period.")?)?.period.text).to_owned(),
        })
    }
}

/// A number that may be of any size, with two digits or three.
fn sized(result: Derived<Ratio>, formula: Key) -> (Derived<Ratio>, Option<u8>, Key, Key) {
    let decimals = decimals(result.value.0);
    (result, Some(decimals), key::card::UNIT_TIMES, formula)
}

fn decimals(value: f64) -> u8 {
    let mut decimals = 0;
    let mut limit = 99.5;
    while value < limit && decimals < 6 {
        (decimals, limit) = (decimals + 1, if decimals == 0 { 0.95 } else { limit / 10.0 });
    }
    decimals
}

/// "× 2.8" or "÷ 2.8".
pub(crate) fn times(value: f64, numbers: &Numbers) -> String {
    let (sign, value) = if value < 1.0 { ("÷ ", 1.0 / value) } else { ("× ", value) };
    let whole = (value - value.round()).abs() < 1e-6;
    [sign, &numbers.fixed(value, u8::from(!whole && value < 100.0))].concat()
}
