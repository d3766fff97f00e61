//! What the report's offences imply for the year before, and what earlier years had.

use crate::data::{Dataset, End, Interval, Ratio};

use super::bare::{over, printed};
use super::growth::Derived;

/// Ids that the figure draws or its table has and that no sentence need name.
pub const FIGURES: &[&str] = &[
    "ehra_off_2016",
    "incsr_offences_2018_9m",
    "kursiv_2021_off_8m",
    "mvd25_7m_off",
    "ktkz25_9m_off",
    "pgo25_nov_off",
    "ehra_ser_2015",
    "ehra_ser_2016",
    "ehra_ser_2017",
    "incsr_crimes_2016",
    "incsr_crimes_2017",
    "pm22_crimes",
    "mvd25_crimes",
];

const LAST: &str = "seed_offences_2023";
const GROWTH: &str = "seed_crime_growth";

/// Offences of the year before the report's last, which nobody printed: offences ÷ (1 + growth ÷ 100).
#[must_use]
pub fn before(data: &Dataset) -> Option<Derived<Ratio>> {
    let growth = printed(data, GROWTH)?;
    let factor = |percent: f64| Ratio(1.0 + percent / 100.0);
    let ends = growth.interval?;
    let interval = Interval::new(End::Closed(factor(ends.low().0)), End::Open(factor(ends.high().0)));
    Some(over(&printed(data, LAST)?, &Derived { value: factor(growth.value.0), interval, ..growth }))
}

/// How many times the offences of one figure are those of another of the same scope.
#[must_use]
pub fn times(data: &Dataset, of: &str, by: &str) -> Option<Derived<Ratio>> {
    Some(over(&printed(data, of)?, &printed(data, by)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::shipped;

    /// About 7,500, which is 7,400 to 7,600, after a rise of 8.5 to 9.5 percent.
    #[test]
    fn the_year_before_is_an_interval() {
        let before = before(&shipped()).expect("a number");
        let interval = before.interval.expect("an interval");
        assert!((before.value.0 - 7500.0 / 1.09).abs() < 1e-6);
        assert!((interval.low().0 - 7400.0 / 1.095).abs() < 1e-6);
        assert!((interval.high().0 - 7600.0 / 1.085).abs() < 1e-6);
        assert_eq!(before.inputs, [LAST, GROWTH]);
    }

    #[test]
    fn like_is_held_against_like() {
        let nine = times(&shipped(), "ktkz25_9m_off", "incsr_offences_2018_9m").expect("a ratio");
        assert!((nine.value.0 - 6210.0 / 6516.0).abs() < 1e-9);
        assert!(nine.interval.is_some_and(|interval| interval.is_point()));
    }
}
