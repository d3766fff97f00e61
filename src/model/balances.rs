//! The sums, differences and quotients that the [`ledger`] names, with interval, check and inputs.

use crate::data::{Dataset, Interval, Kilograms, Measure, Ratio, tidy};

use super::Error;
use super::bare::scaled;
use super::growth::{Derived, Measured, ratio};
use super::ledger::{ENTRIES, Entry, QUOTIENTS};

/// Every result of the ledger by its name.
#[derive(Debug, Clone)]
pub struct Balances {
    amounts: Vec<(&'static str, Measured)>,
    ratios: Vec<(&'static str, Derived<Ratio>)>,
}

impl Balances {
    /// Computes everything.
    ///
    /// # Errors
    /// Those of [`balance`].
    pub fn new(data: &Dataset) -> Result<Self, Error> {
        let amounts: Vec<_> =
            ENTRIES.iter().map(|entry| Ok((entry.name, balance(data, entry)?))).collect::<Result<_, Error>>()?;
        let weight = |name: &'static str| match amounts.iter().find(|(known, _)| *known == name) {
            Some((_, amount)) => Ok(amount.clone()),
            None => Measured::printed(data, name),
        };
        let quotient = QUOTIENTS.iter().map(|entry| {
            let ratio = ratio(&weight(entry.of)?, &weight(entry.by)?);
            Ok((entry.name, if entry.percent { scaled(ratio, 100.0) } else { ratio }))
        });
        let ratios = quotient.collect::<Result<_, Error>>()?;
        Ok(Self { amounts, ratios })
    }

    /// A sum or difference by its name.
    #[must_use]
    pub fn amount(&self, name: &str) -> Option<&Measured> {
        self.amounts.iter().find(|(known, _)| *known == name).map(|(_, amount)| amount)
    }

    /// A quotient by its name.
    #[must_use]
    pub fn ratio(&self, name: &str) -> Option<&Derived<Ratio>> {
        self.ratios.iter().find(|(known, _)| *known == name).map(|(_, ratio)| ratio)
    }

    /// Ids of every figure that a result stands on.
    pub(super) fn inputs(&self) -> impl Iterator<Item = &String> {
        let ratios = self.ratios.iter().flat_map(|(_, ratio)| &ratio.inputs);
        self.amounts.iter().flat_map(|(_, amount)| &amount.inputs).chain(ratios)
    }
}

/// The sum of an entry's figures less those taken away, in kilograms; may be below zero.
///
/// The interval is that of interval arithmetic: the inputs' rounding, as if each were wrong by itself. A figure that
/// is both added and taken away in parts of a formula would be counted twice, so no entry names one twice.
///
/// # Errors
/// [`Error::Missing`] and [`Error::NotAWeight`] for the figures, [`Error::OpenEnded`] for one without an upper end
/// among those taken away.
pub fn balance(data: &Dataset, entry: &Entry) -> Result<Measured, Error> {
    let nothing = Interval::point(Kilograms(0.0)).ok_or(Error::OpenEnded { id: entry.name.to_owned() })?;
    let mut sum: Option<Measured> = None;
    for (id, add) in entry.plus.iter().map(|id| (*id, true)).chain(entry.minus.iter().map(|id| (*id, false))) {
        let part = Measured::printed(data, id)?;
        let (kilograms, interval) = sum.as_ref().map_or((0.0, nothing), |sum| (sum.kilograms.get(), sum.interval));
        let sign = if add { 1.0 } else { -1.0 };
        let both = if add { Some(interval.add(&part.interval)) } else { interval.subtract(&part.interval) };
        let mut inputs = sum.as_ref().map(|sum| sum.inputs.clone()).unwrap_or_default();
        inputs.push(id.to_owned());
        sum = Some(Measured {
            kilograms: Kilograms(tidy(kilograms + sign * part.kilograms.get())),
            interval: both.ok_or_else(|| Error::OpenEnded { id: id.to_owned() })?,
            check: sum.as_ref().map_or(part.check, |sum| sum.check.max(part.check)),
            inputs,
        });
    }
    sum.ok_or_else(|| Error::Missing { id: entry.name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Check, shipped};

    #[test]
    fn the_parts_of_each_reading_add_up_to_the_total() {
        let balances = Balances::new(&shipped()).expect("balances");
        let tonnes = |name: &str| balances.amount(name).expect(name).kilograms.get() / 1000.0;
        let known = tonnes("herb.after") + tonnes("resin.after") + tonnes("oil.after") + 1.1;
        for (left, rest) in [("left.plants", "rest.plants"), ("left.straw", "rest.straw")] {
            assert!((tonnes(left) - known - tonnes(rest)).abs() < 1e-9, "{left}");
        }
        assert!((tonnes("left.neither") + known - 41.1).abs() < 1e-9);
        let rise = tonnes("rise.plants") + tonnes("rise.resin") + tonnes("oil.after") + tonnes("rise.synthetics");
        assert!((rise + tonnes("rise.rest.plants") - tonnes("fall.herb") - tonnes("rise.all")).abs() < 1e-9);
        let rise =
            21.5 - tonnes("plants.before") + tonnes("rise.resin") + tonnes("oil.after") + tonnes("rise.synthetics");
        assert!((rise + tonnes("rise.rest.straw") - tonnes("fall.herb") - tonnes("rise.all")).abs() < 1e-9);
    }

    #[test]
    fn no_entry_names_a_figure_twice() {
        for entry in ENTRIES {
            let mut ids: Vec<_> = entry.plus.iter().chain(entry.minus).collect();
            let count = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), count, "{}", entry.name);
        }
    }

    #[test]
    fn an_amount_carries_interval_check_and_inputs() {
        let balances = Balances::new(&shipped()).expect("balances");
        let left = balances.amount("left.plants").expect("an amount");
        assert!(
            (left.interval.low().get() - 14_550.0).abs() < 1e-6 && (left.interval.high().get() - 15_650.0).abs() < 1e-6
        );
        assert_eq!((left.check, left.inputs.len()), (Check::OneCopy, 2));
        let leaf = balances.ratio("leaf.ratio").expect("a ratio");
        assert_eq!((leaf.check, leaf.inputs.len()), (Check::OneCopy, 4));
    }

    /// "About" 1.1 t, which is 1.0 to 1.2, of 41.1 t ± 0.05; the same less 7.7 kg of 20.8 t ± 0.1.
    #[test]
    fn synthetics_are_few_of_every_hundred_kilograms() {
        let balances = Balances::new(&shipped()).expect("balances");
        for (name, low, value, high) in [
            ("share.before", 7.65 / 203.5, 7.7 / 203.0, 7.75 / 202.5),
            ("share.weight", 100.0 / 41.15, 110.0 / 41.1, 120.0 / 41.05),
            ("share.rise", 99.225 / 20.9, 109.23 / 20.8, 119.235 / 20.7),
        ] {
            let share = balances.ratio(name).expect(name);
            let interval = share.interval.expect(name);
            let found = [interval.low().get(), share.value.get(), interval.high().get()];
            for (found, wanted) in found.into_iter().zip([low, value, high]) {
                assert!((found - wanted).abs() < 1e-3, "{name}: {found}, not {wanted}");
            }
        }
    }

    #[test]
    fn what_has_no_upper_end_cannot_be_taken_away() {
        let open = Entry { name: "x", plus: &["seed_total_2023"], minus: &["knb23_total"] };
        assert_eq!(balance(&shipped(), &open), Err(Error::OpenEnded { id: "knb23_total".into() }));
    }
}
