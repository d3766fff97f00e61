//! Figures of any unit in one type, for sections that divide things of different kinds.
//!
//! A weight counts in kilograms, anything else in the unit it is printed in. The result carries value, interval, check
//! and inputs like every other; what its unit is, is for the caller to say.

use crate::data::{Dataset, Figure, Interval, Kilograms, Measure, Printed, Ratio, Value};

use super::growth::{Derived, Measured};

/// A printed number; `None` for a figure that is missing, a date or words.
#[must_use]
pub fn printed(data: &Dataset, id: &str) -> Option<Derived<Ratio>> {
    let figure = data.figure(id)?;
    let (value, interval) = number(figure)?;
    Some(Derived { value: Ratio(value), interval: Some(interval), check: figure.check, inputs: vec![id.to_owned()] })
}

/// A weight, printed or summed, as its number of kilograms.
#[must_use]
pub fn weighed(weight: &Measured) -> Derived<Ratio> {
    let one = Interval::point(Kilograms(1.0));
    let interval = one.and_then(|one| weight.interval.divide(&one));
    Derived { value: Ratio(weight.kilograms.get()), interval, check: weight.check, inputs: weight.inputs.clone() }
}

fn number(figure: &Figure) -> Option<(f64, Interval<Ratio>)> {
    if let Some(weight) = figure.weight() {
        return Some((figure.kilograms()?.get(), weight.divide(&Interval::point(Kilograms(1.0))?)?));
    }
    let Value::Number(value) = figure.value else { return None };
    Some((value, figure.interval()?.divide(&Interval::point(Printed(1.0))?)?))
}

/// The same number in a unit of which one of the old is `factor`; `factor` is finite and above zero.
#[must_use]
pub fn scaled(number: Derived<Ratio>, factor: f64) -> Derived<Ratio> {
    let interval = number.interval.and_then(|interval| interval.scale(factor));
    Derived { value: Ratio(number.value.0 * factor), interval, ..number }
}

/// `of ÷ by`. No interval where one of them has none, or where both are open-ended.
#[must_use]
pub fn over(of: &Derived<Ratio>, by: &Derived<Ratio>) -> Derived<Ratio> {
    let mut inputs = of.inputs.clone();
    inputs.extend(by.inputs.iter().filter(|id| !of.inputs.contains(id)).cloned());
    let interval = of.interval.zip(by.interval).and_then(|(of, by)| of.divide(&by));
    Derived { value: Ratio(of.value.0 / by.value.0), interval, check: of.check.max(by.check), inputs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::shipped;

    #[test]
    fn weights_are_kilograms_and_counts_are_counts() {
        let data = shipped();
        let value = |id: &str| printed(&data, id).map(|number| number.value.0);
        assert_eq!(value("seed_total_2023"), Some(41_100.0));
        assert_eq!(value("seed_labs_2023"), Some(75.0));
        assert_eq!((value("seed_claim_doubled"), value("law_240"), value("none")), (None, None, None));
    }

    #[test]
    fn a_quotient_carries_interval_check_and_inputs() {
        let data = shipped();
        let number = |id: &str| printed(&data, id).expect(id);
        let labs = over(&number("kozhaev_labs_2023"), &number("seed_labs_2023"));
        assert_eq!((labs.value.0, labs.inputs.len()), (81.0 / 75.0, 2));
        assert_eq!(labs.check, crate::data::Check::Contradicted);
        let open = over(&number("seed_precursor_2023"), &number("ca24_2024_prec"));
        assert_eq!(open.interval, None);
        let tonnes = scaled(number("seed_synth_2023"), 0.001).interval.expect("an interval");
        assert!((tonnes.low().0 - 1.0).abs() < 1e-9 && (tonnes.high().0 - 1.2).abs() < 1e-9);
    }
}
