//! From ingredients to drug to accounting units: what was published, and what a reader's two settings make of it.
//!
//! Offices print ingredients, finished drug and "doses" side by side. From one to the next leads a factor that somebody
//! chose: a yield, and a weight for one accounting unit. Both are quotients of printed figures, open where those are.
//! An accounting unit is how an office turns weight into a count; nothing here says what anybody takes.

use crate::data::{Dataset, Ratio};

use super::bare::{over, printed, scaled};
use super::growth::Derived;

/// What the reader sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doses {
    /// Drug from ingredients by weight, percent.
    pub percent: u16,
    /// Milligrams that count as one accounting unit.
    pub milligrams: u16,
}

impl Default for Doses {
    /// The report's eight tonnes of a hundred; three units a gram, as the ministry counted in 2025.
    fn default() -> Self {
        Self { percent: 8, milligrams: 333 }
    }
}

/// The least and the most that the reader can set: a little around what was published.
pub const PERCENT: (u16, u16) = (5, 25);
/// The same for milligrams.
pub const MILLIGRAMS: (u16, u16) = (150, 500);

/// Published pairs by name: drug, and the ingredients that it was said to come from.
pub const YIELDS: [(&str, [&str; 2]); 3] = [
    ("report", ["seed_precursor_yield", "seed_precursor_2023"]),
    ("deputy", ["yield_2024_out", "ca24_2024_prec"]),
    ("case", ["yield_2023_out", "yield_2023_in"]),
];

/// Published pairs by name: weight, and the accounting units that it was said to be; by what one unit comes to.
pub const UNITS: [(&str, [&str; 2]); 7] = [
    ("neighbour", ["kg_synth_2025_b", "dose_kg_2025"]),
    ("lab", ["dose_vko_mass", "dose_vko"]),
    ("quarter", ["knb24q1_total", "knb24q1_doses"]),
    ("half", ["knb24h1_total", "knb24h1_doses"]),
    ("ministry", ["mvd25_synth", "mvd25_doses"]),
    ("deputy", ["yield_2024_out", "yield_2024_doses"]),
    ("case", ["yield_2023_out", "yield_2023_doses"]),
];

/// Ids that figure and table stand on and that no sentence need name.
pub const FIGURES: &[&str] = &[
    "kg_synth_2025_b",
    "dose_kg_2025",
    "dose_vko_mass",
    "dose_vko",
    "knb24q1_total",
    "knb24q1_doses",
    "knb24h1_total",
    "knb24h1_doses",
    "mvd25_synth",
    "mvd25_doses",
    "yield_2024_doses",
    "yield_2023_doses",
];

const INGREDIENTS: &str = "seed_precursor_2023";
const SEIZED: &str = "seed_synth_2023";

/// A published yield in percent: drug ÷ ingredients × 100. `None` for a name that is not among [`YIELDS`].
#[must_use]
pub fn yield_of(data: &Dataset, name: &str) -> Option<Derived<Ratio>> {
    quotient(data, &YIELDS, name, 100.0)
}

/// Milligrams behind one accounting unit: weight ÷ units. `None` for a name that is not among [`UNITS`].
#[must_use]
pub fn unit_of(data: &Dataset, name: &str) -> Option<Derived<Ratio>> {
    quotient(data, &UNITS, name, 1e6)
}

fn quotient(data: &Dataset, pairs: &[(&str, [&str; 2])], name: &str, factor: f64) -> Option<Derived<Ratio>> {
    let (_, [of, by]) = pairs.iter().find(|(known, _)| *known == name)?;
    Some(scaled(over(&printed(data, of)?, &printed(data, by)?), factor))
}

/// Tonnes of drug that the report's ingredients come to at the reader's yield; open upwards as they are.
#[must_use]
pub fn product(data: &Dataset, doses: Doses) -> Option<Derived<Ratio>> {
    Some(scaled(printed(data, INGREDIENTS)?, f64::from(doses.percent) / 100_000.0))
}

/// Millions of accounting units in that product, at the reader's weight of one.
#[must_use]
pub fn made(data: &Dataset, doses: Doses) -> Option<Derived<Ratio>> {
    Some(scaled(product(data, doses)?, 1000.0 / f64::from(doses.milligrams)))
}

/// Millions of accounting units in the synthetics that the report says were seized, at so many milligrams.
#[must_use]
pub fn seized(data: &Dataset, milligrams: f64) -> Option<Derived<Ratio>> {
    Some(scaled(printed(data, SEIZED)?, 1.0 / milligrams))
}

/// Millions of units in the seized synthetics by a published conversion: most units where a unit weighs least. The
/// interval is that of the weight alone, at the conversion as printed.
#[must_use]
pub fn seized_by(data: &Dataset, name: &str) -> Option<Derived<Ratio>> {
    let unit = unit_of(data, name)?;
    let mut count = seized(data, unit.value.0)?;
    count.inputs.extend(unit.inputs);
    Some(Derived { check: count.check.max(unit.check), ..count })
}

/// The name of the conversion whose unit weighs least (`false`) or most (`true`), as printed.
#[must_use]
pub fn extreme(data: &Dataset, most: bool) -> Option<&'static str> {
    let mut found: Option<(&str, f64)> = None;
    for (name, _) in UNITS {
        let value = unit_of(data, name)?.value.0;
        if found.is_none_or(|(_, found)| (found < value) == most) {
            found = Some((name, value));
        }
    }
    found.map(|(name, _)| name)
}

/// How many times the heaviest published unit is the lightest, as printed; both are open, so there is no interval.
#[must_use]
pub fn spread(data: &Dataset) -> Option<Derived<Ratio>> {
    Some(over(&unit_of(data, extreme(data, true)?)?, &unit_of(data, extreme(data, false)?)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::shipped;

    /// Low end, value, high end.
    fn ends(result: Option<Derived<Ratio>>) -> [f64; 3] {
        let result = result.expect("a result");
        let interval = result.interval.expect("an interval");
        [interval.low().0, result.value.0, interval.high().0]
    }

    fn near(found: [f64; 3], wanted: [f64; 3]) {
        let same = |(found, wanted): (&f64, &f64)| found == wanted || (found - wanted).abs() < 1e-6 * wanted.abs();
        assert!(found.iter().zip(&wanted).all(same), "{found:?}, not {wanted:?}");
    }

    #[test]
    fn published_factors_are_the_quotients_of_printed_figures() {
        let data = shipped();
        let inf = f64::INFINITY;
        near(ends(yield_of(&data, "report")), [0.0, 8.0, 9.0]);
        // "About 1 t": at most a quarter to either side, of more than 10 t.
        near(ends(yield_of(&data, "deputy")), [0.0, 10.0, 12.5]);
        near(ends(yield_of(&data, "case")), [100.0 * 2.0 / 13.5, 100.0 * 2.0 / 13.0, inf]);
        near(ends(unit_of(&data, "neighbour")), [0.0, 704.0e6 / 4.222e6, 704.0e6 / 4.222e6]);
        near(ends(unit_of(&data, "ministry")), [1.4e9 / 4.6e6, 1.5e9 / 4.5e6, 1.5e9 / 4.4e6]);
        near(ends(unit_of(&data, "case")), [400.0, 500.0, inf]);
        near(ends(unit_of(&data, "deputy")), [0.75e9 / 3.75e6, 1e9 / 3e6, 1.25e9 / 2.25e6]);
        assert_eq!((yield_of(&data, "x"), unit_of(&data, "x")), (None, None));
    }

    #[test]
    fn the_readers_chain_is_open_where_the_ingredients_are() {
        let data = shipped();
        let doses = Doses { percent: 10, milligrams: 250 };
        near(ends(product(&data, doses)), [10.0, 10.0, f64::INFINITY]);
        near(ends(made(&data, doses)), [40.0, 40.0, f64::INFINITY]);
        near(ends(seized(&data, 250.0)), [4.0, 4.4, 4.8]);
    }

    #[test]
    fn the_conversions_differ_threefold() {
        let data = shipped();
        assert_eq!((extreme(&data, false), extreme(&data, true)), (Some("neighbour"), Some("case")));
        let spread = spread(&data).expect("a spread");
        assert!((spread.value.0 - 0.5 / (704.0 / 4222.0)).abs() < 1e-9 && spread.interval.is_none());
        assert_eq!(seized_by(&data, "case").expect("a count").inputs.len(), 3);
    }

    #[test]
    fn units_stand_in_the_order_of_their_weight() {
        let data = shipped();
        let values: Vec<f64> = UNITS.iter().map(|(name, _)| unit_of(&data, name).expect(name).value.0).collect();
        assert!(values.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9), "{values:?}");
    }
}
