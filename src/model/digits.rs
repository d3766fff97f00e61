//! How many digits of a number its interval lets through.

use crate::data::tidy;

/// A point that needs more significant digits than these is a quotient of counts, and is cut.
const MOST_OF_A_POINT: i32 = 4;

/// More significant digits than any printed figure has; ends that agree so far are one number.
const MOST: i32 = 9;

/// A number as prose shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shown {
    /// One number, rounded.
    Value {
        /// The rounded number.
        value: f64,
        /// How many decimals it is written with; 2.0 has one.
        decimals: u8,
    },
    /// From one number to another, where fewer than two digits are sure.
    Range {
        /// The rounded low end.
        low: f64,
        /// The rounded high end; +∞ for what has no upper bound.
        high: f64,
        /// How many decimals both are written with.
        decimals: u8,
    },
}

impl Shown {
    /// The one number twice, or both ends.
    pub(crate) const fn ends(self) -> [f64; 2] {
        match self {
            Self::Value { value, .. } => [value; 2],
            Self::Range { low, high, .. } => [low, high],
        }
    }
}

/// The number with the most significant digits for which both ends of its interval round alike;
/// with fewer than two such digits, the range.
///
/// So 2.0172 to 2.0321 is 2.0, and 2.55 to 2.80 is the range 2.6 to 2.8. Ends that are equal give
/// the number as it is, an integer in full and others to four digits at most. An endless interval
/// gives a range to +∞. Halves round away from zero; ends the wrong way round are turned; `value`
/// counts only where the ends are one number, for which it must lie between them. A value rounded
/// left of the decimal point has no decimals: 41,000.
///
/// ```
/// use seized::model::digits::{Shown, shown};
///
/// assert_eq!(shown(2.0172, 2.0321, 2.0246), Shown::Value { value: 2.0, decimals: 1 });
/// assert_eq!(shown(2.55, 2.80, 2.68), Shown::Range { low: 2.6, high: 2.8, decimals: 1 });
/// ```
pub fn shown(low: f64, high: f64, value: f64) -> Shown {
    let (low, high) = (low.min(high), low.max(high));
    match places(low, high) {
        Places::Point(places) => {
            let value = round(value.max(low).min(high), places);
            Shown::Value { value, decimals: decimals(places) }
        }
        Places::Alike(places) => Shown::Value { value: round(low, places), decimals: decimals(places) },
        Places::Apart(places) => {
            Shown::Range { low: round(low, places), high: round(high, places), decimals: decimals(places) }
        }
    }
}

/// The interval as a number's card shows it: both ends and their decimals, which are the fewest at
/// which the ends differ and each is nearer to the truth than to the other, and at least one more
/// than [`shown`] has. So 2.0172 to 2.0321, which is 2.0 in prose, is 2.02 to 2.03 here. Ends that
/// are one number are shown as one.
pub fn card_range(low: f64, high: f64) -> (f64, f64, u8) {
    let (low, high) = (low.min(high), low.max(high));
    let places = match places(low, high) {
        Places::Point(places) => places,
        Places::Apart(places) if high.is_infinite() => places,
        Places::Alike(places) | Places::Apart(places) => apart(low, high, (places + 1).max(0)),
    };
    (round(low, places), round(high, places), decimals(places))
}

/// To how many places right of the decimal point (left, if negative) an interval is written.
enum Places {
    Point(i32),
    Alike(i32),
    Apart(i32),
}

fn places(low: f64, high: f64) -> Places {
    if !high.is_finite() || !low.is_finite() {
        return Places::Apart(own(low));
    }
    let size = magnitude(low.abs().max(high.abs()));
    if round(low, MOST - size) == round(high, MOST - size) {
        return Places::Point(own(high));
    }
    let alike = (2..=MOST).rev().map(|digits| digits - 1 - size);
    match alike.into_iter().find(|places| round(low, *places) == round(high, *places)) {
        Some(places) => Places::Alike(places),
        None => Places::Apart(apart(low, high, 1 - magnitude(if low == 0.0 { high } else { low }))),
    }
}

/// The fewest places from `from` on at which the ends differ and neither moves by more than half of
/// what lies between them.
fn apart(low: f64, high: f64, from: i32) -> i32 {
    let near = |end: f64, places| (round(end, places) - end).abs() <= (high - low) / 2.0;
    let differ = |places| round(low, places) != round(high, places);
    let holds = |places: &i32| differ(*places) && near(low, *places) && near(high, *places);
    (from..from + MOST).find(holds).unwrap_or(from + MOST)
}

/// The places that a number has itself, at least none, at most those of four digits.
fn own(number: f64) -> i32 {
    let most = (MOST_OF_A_POINT - 1 - magnitude(number)).max(0);
    (0..most).find(|places| round(number, *places) == tidy(number)).unwrap_or(most)
}

/// The power of ten of the first digit: 1 for 41.1, −3 for 0.0077; 0 for zero.
fn magnitude(number: f64) -> i32 {
    if number == 0.0 || !number.is_finite() { 0 } else { number.abs().log10().floor() as i32 }
}

/// Rounded to places right of the decimal point (left, if negative); halves away from zero.
pub(crate) fn round(number: f64, places: i32) -> f64 {
    if !number.is_finite() {
        return number;
    }
    let scale = 10f64.powi(places.abs());
    // Tidied, so that 1.005, which binary holds as a little less, still rounds up.
    if places >= 0 { tidy(number * scale).round() / scale } else { tidy(number / scale).round() * scale }
}

fn decimals(places: i32) -> u8 {
    u8::try_from(places.max(0)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn prose(low: f64, high: f64, value: f64) -> String {
        match shown(low, high, value) {
            Shown::Value { value, decimals } => format!("{value:.*}", usize::from(decimals)),
            Shown::Range { low, high, decimals } => {
                format!("{low:.0$}–{high:.0$}", usize::from(decimals))
            }
        }
    }

    fn card(low: f64, high: f64) -> String {
        let (low, high, decimals) = card_range(low, high);
        format!("{low:.0$}–{high:.0$}", usize::from(decimals))
    }

    #[test]
    fn ratios_of_the_story() {
        for (low, high, value, in_prose, on_card) in [
            (2.0172, 2.0321, 2.0246, "2.0", "2.02–2.03"),
            (1.0112, 1.0136, 1.0124, "1.01", "1.011–1.014"),
            (3.5532, 3.5618, 3.5575, "3.6", "3.55–3.56"),
            (2.5755, 2.5818, 2.5787, "2.58", "2.576–2.582"),
        ] {
            assert_eq!((prose(low, high, value).as_str(), card(low, high).as_str()), (in_prose, on_card));
        }
    }

    #[test]
    fn fewer_than_two_sure_digits_give_the_range() {
        assert_eq!(prose(2.5516, 2.8015, 2.6764), "2.6–2.8");
        assert_eq!(prose(14.2, 180.3, 100.0), "14–180");
        assert_eq!(prose(2.04, 2.06, 2.05), "2.04–2.06");
        assert_eq!(prose(0.0, 5.12, 5.12), "0.0–5.1");
        assert_eq!(prose(17.5, f64::INFINITY, 17.5), "17.5–inf");
    }

    #[test]
    fn a_card_has_a_decimal_more_also_where_prose_has_the_range() {
        assert_eq!(card(2.5516, 2.8015), "2.55–2.80");
        assert_eq!(card(17.5, f64::INFINITY), "17.5–inf");
    }

    #[test]
    fn points_keep_their_digits_and_quotients_are_cut() {
        assert_eq!(prose(75.0, 75.0, 75.0), "75");
        assert_eq!(prose(143.4, 143.4, 143.4), "143.4");
        assert_eq!(prose(123_456.0, 123_456.0, 123_456.0), "123456");
        assert_eq!(prose(75.0 / 68.0, 75.0 / 68.0, 75.0 / 68.0), "1.103");
        assert_eq!(prose(0.0, 0.0, 0.0), "0");
        assert_eq!(card(75.0, 75.0), "75–75");
    }

    #[test]
    fn weights_round_left_of_the_point() {
        assert_eq!(prose(41_050.0, 41_150.0, 41_100.0), "41000");
        assert_eq!(card(41_050.0, 41_150.0), "41050–41150");
    }

    proptest! {
        #[test]
        fn a_shown_value_rounds_both_ends_and_a_range_is_never_inverted(
            low in 1e-6..1e7f64, spread in 0.0..3.0f64, share in 0.0..=1.0f64,
        ) {
            let high = low * (1.0 + spread * spread * spread);
            let value = low + (high - low) * share;
            match shown(low, high, value) {
                Shown::Value { value, .. } => {
                    // Two digits at least, so no end moves by more than half of the second one.
                    let half = 0.5 * 10f64.powi(magnitude(high) - 1) * (1.0 + 1e-9);
                    prop_assert!((value - low).abs() <= half && (value - high).abs() <= half);
                }
                Shown::Range { low: from, high: to, .. } => prop_assert!(from < to),
            }
            let (from, to, decimals) = card_range(low, high);
            prop_assert!(from <= to);
            if let Shown::Value { decimals: fewer, .. } = shown(low, high, value) {
                prop_assert!(decimals >= fewer);
            }
        }
    }
}
