/// A unit as a type: a number that says what it counts.
pub trait Measure: Copy + PartialOrd {
    /// The bare number.
    fn get(self) -> f64;

    /// A bare number in this unit.
    fn of(number: f64) -> Self;
}

macro_rules! measure {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
        pub struct $name(pub f64);

        impl Measure for $name {
            fn get(self) -> f64 {
                self.0
            }

            fn of(number: f64) -> Self {
                Self(number)
            }
        }
    };
}

measure! {
    /// A weight in kilograms.
    Kilograms
}

measure! {
    /// How many times one amount is another; no unit.
    Ratio
}

measure! {
    /// A number of things.
    Count
}

measure! {
    /// A number in whatever unit its figure was printed in: see [`Figure::unit`](super::Figure).
    Printed
}

/// The nearest number of twelve significant digits.
///
/// Printed figures have far fewer, so this takes away only what binary arithmetic adds: 41.1 − 0.05
/// becomes 41.05 again, and 41.05 t become 41,050 kg. Returned as it is: what is not finite, and
/// what is too large or too small for the scaling to be exact.
pub(crate) fn tidy(number: f64) -> f64 {
    if number == 0.0 || !number.is_finite() {
        return number;
    }
    let places = 11 - number.abs().log10().floor() as i32;
    // Powers of ten up to 10^22 are exact, so one division gives the nearest decimal.
    if !(0..=22).contains(&places) {
        return number;
    }
    let scale = 10f64.powi(places);
    (number * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binary_noise_goes_and_digits_stay() {
        assert_ne!(0.1 + 0.2, 0.3);
        assert_eq!(tidy(0.1 + 0.2), 0.3);
        assert_eq!(tidy(41.05 * 1000.0), 41_050.0);
        assert_eq!(tidy(-19.95), -19.95);
        for unchanged in [0.0, f64::INFINITY, 1e15, 1e-15, 19_209.555, 0.01] {
            assert_eq!(tidy(unchanged), unchanged);
        }
        assert!(tidy(f64::NAN).is_nan());
    }
}
