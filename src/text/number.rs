//! Numbers and plural forms as a language writes them, from CLDR's data.
//!
//! The data is read when the words are built (`cldr.rs`) and travels with the word table, so that WebAssembly
//! carries no locale data: separators as strings, plural categories tabulated for small counts.

use super::template::CATEGORIES;
use crate::data::tidy;
use crate::model::digits::Shown;

/// How a language writes numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct Numbers {
    /// Between whole part and fraction.
    pub decimal: String,
    /// Between groups of three digits.
    pub group: String,
    /// Fewest digits before the first separator for grouping to start (Spanish and Polish leave "1234" alone).
    pub least: usize,
    /// Before a negative number.
    pub minus: String,
    /// The plural category of each count from 0, in order, as its place in [`CATEGORIES`].
    pub plurals: Vec<u8>,
}

/// Counts for which the plural category is tabulated: enough for languages whose rules ask for the last two digits.
pub const COUNTS: usize = 200;

impl Numbers {
    /// Writes `value` with exactly `decimals` digits after the separator; halves round away from zero, as in
    /// [`digits`](crate::model::digits).
    ///
    /// By way of a whole number of the last digit's unit, which has to be below 2⁵³: printing any `f64` at all would
    /// take more program than all other writing of numbers.
    #[must_use]
    pub fn fixed(&self, value: f64, decimals: u8) -> String {
        if !value.is_finite() {
            return "∞".to_owned();
        }
        let units = tidy(value.abs() * 10_f64.powi(i32::from(decimals))).round() as u64;
        let least = usize::from(decimals) + 1;
        let plain = format!("{units:0least$}");
        let (whole, fraction) = plain.split_at(plain.len() - usize::from(decimals));
        let mut written = String::new();
        if value < 0.0 && units > 0 {
            written.push_str(&self.minus);
        }
        for (place, digit) in whole.chars().enumerate() {
            let left = whole.len() - place;
            if place > 0 && left.is_multiple_of(3) && whole.len() >= 3 + self.least {
                written.push_str(&self.group);
            }
            written.push(digit);
        }
        if !fraction.is_empty() {
            written.push_str(&self.decimal);
            written.push_str(fraction);
        }
        written
    }

    /// Writes a number or a range with the digits that its interval allows.
    #[must_use]
    pub fn shown(&self, shown: Shown) -> String {
        match shown {
            Shown::Value { value, decimals } => self.fixed(value, decimals),
            Shown::Range { low, high, decimals } => self.range(low, high, decimals),
        }
    }

    /// Writes two ends with an en dash between them.
    #[must_use]
    pub fn range(&self, low: f64, high: f64, decimals: u8) -> String {
        format!("{}–{}", self.fixed(low, decimals), self.fixed(high, decimals))
    }

    /// The plural category of a count; beyond the table, that of the count in it with the same last two digits.
    #[must_use]
    pub fn category(&self, count: usize) -> &'static str {
        let count = if count < COUNTS { count } else { count % 100 + 100 };
        CATEGORIES[self.plurals.get(count).map_or(5, |place| usize::from(*place))]
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Numbers {
    /// The categories that counts of this language take.
    pub(super) fn used_categories(&self) -> Vec<&'static str> {
        let used = |place: &usize| self.plurals.iter().any(|plural| usize::from(*plural) == *place);
        (0..CATEGORIES.len()).filter(used).map(|place| CATEGORIES[place]).collect()
    }
}
