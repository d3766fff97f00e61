//! How many times what: the synthetics of the report's last year against each published beginning.

use crate::data::{Dataset, End, Figure, Interval, Kilograms, Measure, Printed, Ratio, Value, tidy};

use super::growth::{Derived, Measured, ratio};

/// The amount that is compared: about 1.1 t.
pub const LATEST: &str = "seed_synth_2023";

/// Figures for a whole year that can stand as a beginning, in the order of their years.
pub const BASES: [&str; 3] = ["amir_synth_2017", "seed_synth_2018", "kozhaev_synth_2019"];

/// Whole years after the usable beginnings.
pub const LATER: &[&str] = &["amir_synth_2021", "mvd25_synth"];

/// The prosecutor's two: neither has a year printed beside it. The dataset reads one for the second.
pub const UNCLEAR: [&str; 2] = ["pgo25_synth_from", "pgo25_synth_to"];

/// For a part of the report's base year: no beginning, and its own parts add up to more.
pub const PART: &str = "incsr_synth_2018";

/// The same part of one year by police and by all agencies, and nine months of one agency.
pub const LENS: [&str; 3] = ["inform22_synth_police", "inform22_synth_all", "knb23_9m_synth"];

/// What changed in the law, in the order of time.
pub const LAW: [&str; 4] = ["law_470_force", "thr_after", "law_326", "law_240"];

/// What the figure draws and no sentence may name.
pub const FIGURES: &[&str] = &["amir_synth_2021", "mvd25_synth", "pgo25_synth_from", "pgo25_synth_to", "law_240"];

/// [`LATEST`] over a weight: a quotient of two printed figures, no unit. `None` for what is no weight.
#[must_use]
pub fn multiple(data: &Dataset, base: &str) -> Option<Derived<Ratio>> {
    Some(ratio(&Measured::printed(data, LATEST).ok()?, &Measured::printed(data, base).ok()?))
}

/// The least and the greatest multiple among [`BASES`]; a base that the dataset lacks is passed over.
#[must_use]
pub fn extremes(data: &Dataset) -> Option<[Derived<Ratio>; 2]> {
    let mut found: Option<[Derived<Ratio>; 2]> = None;
    for next in BASES.into_iter().filter_map(|base| multiple(data, base)) {
        match &mut found {
            None => found = Some([next.clone(), next]),
            Some([least, _]) if next.value < least.value => *least = next,
            Some([_, most]) if next.value > most.value => *most = next,
            Some(_) => {}
        }
    }
    found
}

/// The same result to two digits, as many as the coarser of its inputs has; for sentences that say "about".
#[must_use]
pub fn two_digits(result: Derived<Ratio>) -> Derived<Ratio> {
    let value = result.value.get();
    if !value.is_finite() || value <= 0.0 {
        return result;
    }
    let mut unit = 1.0;
    while value / unit >= 100.0 {
        unit *= 10.0;
    }
    while value / unit < 10.0 {
        unit /= 10.0;
    }
    Derived { value: Ratio(tidy((value / unit).round() * unit)), ..result }
}

/// Kilograms of synthetics in the report's last year that satisfy all of its own figures at once: the base figure times
/// the multiple, the amount as printed, and the printed share of the total. The value is the first of these; the interval
/// is where all three meet, `None` as a whole where they do not.
#[must_use]
pub fn agreement(data: &Dataset) -> Option<Derived<Ratio>> {
    let ids = [BASES[1], "seed_synth_multiple", LATEST, "seed_synth_share", "seed_total_2023"];
    let figures = ids.map(|id| data.figure(id));
    let [Some(base), Some(times), Some(amount), Some(share), Some(total)] = figures else { return None };
    let grown = product(&base.weight()?, &times.interval()?, 1.0)?;
    let part = product(&total.weight()?, &share.interval()?, 0.01)?;
    let interval = meet(&meet(&grown, &part)?, &amount.weight()?)?;
    let value = base.kilograms()?.get() * number(times)?;
    let (low, high) = (interval.low().get(), interval.high().get());
    Some(Derived {
        value: Ratio(value.clamp(low, high)),
        interval: Interval::new(end(low, interval.is_low_open()), end(high, interval.is_high_open())),
        check: figures.iter().flatten().map(|figure| figure.check).max()?,
        inputs: ids.map(str::to_owned).into(),
    })
}

/// Registered users of synthetics in the report's last year over those in its base year: counts of persons.
#[must_use]
pub fn users(data: &Dataset) -> Option<Derived<Ratio>> {
    let ids = ["users_2023_synth", "users_2018_synth"];
    let [of, by] = ids.map(|id| data.figure(id));
    let (of, by) = (of?, by?);
    Some(Derived {
        value: Ratio(number(of)? / number(by)?),
        interval: of.interval()?.divide(&by.interval()?),
        check: of.check.max(by.check),
        inputs: ids.map(str::to_owned).into(),
    })
}

fn number(figure: &Figure) -> Option<f64> {
    if let Value::Number(value) = figure.value { Some(value) } else { None }
}

fn end<U: Measure>(value: f64, open: bool) -> End<U> {
    if open { End::Open(U::of(value)) } else { End::Closed(U::of(value)) }
}

/// Every weight here times every number there times `unit`; neither goes below zero.
fn product(of: &Interval<Kilograms>, by: &Interval<Printed>, unit: f64) -> Option<Interval<Kilograms>> {
    let low = tidy(of.low().get() * by.low().get() * unit);
    let high = tidy(of.high().get() * by.high().get() * unit);
    let open = [of.is_low_open() || by.is_low_open(), of.is_high_open() || by.is_high_open()];
    Interval::new(end(low, open[0]), end(high, open[1]))
}

/// The values that lie in both; `None` where there are none.
fn meet(one: &Interval<Kilograms>, other: &Interval<Kilograms>) -> Option<Interval<Kilograms>> {
    // Of equal ends the open one is the nearer.
    let low = if (one.low(), one.is_low_open()) < (other.low(), other.is_low_open()) { other } else { one };
    let high = if (one.high(), !one.is_high_open()) > (other.high(), !other.is_high_open()) { other } else { one };
    Interval::new(end(low.low().get(), low.is_low_open()), end(high.high().get(), high.is_high_open()))
}

#[cfg(test)]
#[path = "times_tests.rs"]
mod tests;
