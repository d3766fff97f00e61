//! From values to pixels: one projection for amounts, powers of ten, years and rows, with the places of its labels.

/// How values are spread over the pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Equal steps are equally far apart.
    Linear,
    /// Equal ratios are equally far apart; both ends are above zero.
    Log,
}

/// A projection of values onto a line of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    kind: Kind,
    /// The first and the last value.
    pub values: (f64, f64),
    /// Their pixels; the last may be less than the first.
    pub pixels: (f64, f64),
}

impl Scale {
    /// Amounts, or places in time: equal steps are equally far apart.
    #[must_use]
    pub const fn linear(values: (f64, f64), pixels: (f64, f64)) -> Self {
        Self { kind: Kind::Linear, values, pixels }
    }

    /// Ratios: equal ones are equally far apart. Both values must be above zero.
    #[must_use]
    pub const fn log(values: (f64, f64), pixels: (f64, f64)) -> Self {
        Self { kind: Kind::Log, values, pixels }
    }

    /// Rows or columns in order: the middle of the first is at 0, that of the last at `count - 1`.
    #[must_use]
    pub fn bands(count: usize, pixels: (f64, f64)) -> Self {
        Self::linear((-0.5, count.max(1) as f64 - 0.5), pixels)
    }

    /// Where a value stands; beyond the ends, what lies outside the first and the last value.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let along = |value: f64| if self.kind == Kind::Log { value.log10() } else { value };
        let (first, last) = (along(self.values.0), along(self.values.1));
        let share = if first == last { 0.5 } else { (along(value) - first) / (last - first) };
        self.pixels.0 + share * (self.pixels.1 - self.pixels.0)
    }

    /// Which value stands at a pixel.
    #[must_use]
    pub fn value(&self, pixel: f64) -> f64 {
        let share = (pixel - self.pixels.0) / (self.pixels.1 - self.pixels.0);
        match self.kind {
            Kind::Linear => self.values.0 + share * (self.values.1 - self.values.0),
            Kind::Log => self.values.0 * (self.values.1 / self.values.0).powf(share),
        }
    }

    /// How many pixels one step of a linear scale takes.
    #[must_use]
    pub fn step(&self) -> f64 {
        (self.at(1.0) - self.at(0.0)).abs()
    }

    /// Values with a label: about `count` of 1, 2 or 5 times a power of ten within the ends; on a scale of powers of ten
    /// these themselves, every second or third where there are many.
    #[must_use]
    pub fn ticks(&self, count: usize) -> Vec<f64> {
        let (low, high) = (self.values.0.min(self.values.1), self.values.0.max(self.values.1));
        match self.kind {
            Kind::Linear => {
                let step = step(high - low, count);
                multiples(low, high, step)
            }
            Kind::Log => {
                let (first, last) = ((low.log10() - 1e-9).ceil() as i32, (high.log10() + 1e-9).floor() as i32);
                let every = ((last - first) as usize / count.max(1) + 1) as i32;
                (first..=last).filter(|power| power % every == 0).map(|power| 10_f64.powi(power)).collect()
            }
        }
    }
}

/// A step of 1, 2 or 5 times a power of ten, of which about `count` fit into `span`.
#[must_use]
pub fn step(span: f64, count: usize) -> f64 {
    let rough = (span / count.max(1) as f64).max(1e-9);
    let power = 10_f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| rough <= times * power * 1.001).unwrap_or(10.0);
    times * power
}

/// The least multiple of such a step that is no less than `value`: where an axis from zero ends.
#[must_use]
pub fn round_up(value: f64, count: usize) -> f64 {
    let step = step(value, count);
    (value / step - 1e-9).ceil() * step
}

/// Multiples of `step` from `low` to `high`, both included.
#[must_use]
pub fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let (first, last) = ((low / step - 1e-9).ceil() as i32, (high / step + 1e-9).floor() as i32);
    (first..=last).map(|times| f64::from(times) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_they_belong() {
        let upright = Scale::linear((0.0, 50.0), (200.0, 0.0));
        assert_eq!([0.0, 25.0, 50.0].map(|value| upright.at(value)), [200.0, 100.0, 0.0]);
        assert_eq!(upright.value(100.0), 25.0);
        let log = Scale::log((1.0, 1000.0), (0.0, 300.0));
        assert_eq!([1.0, 10.0, 1000.0].map(|value| log.at(value).round()), [0.0, 100.0, 300.0]);
        assert!((log.value(200.0) - 100.0).abs() < 1e-9);
        assert_eq!(Scale::linear((5.0, 5.0), (0.0, 10.0)).at(5.0), 5.0);
        assert_eq!([0.0, 1.0].map(|row| Scale::bands(2, (0.0, 100.0)).at(row)), [25.0, 75.0]);
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(Scale::linear((0.0, 45.2), (0.0, 1.0)).ticks(4), [0.0, 20.0, 40.0]);
        assert_eq!(Scale::linear((2012.0, 2023.0), (0.0, 1.0)).ticks(3), [2015.0, 2020.0]);
        assert_eq!(Scale::log((0.5, 2000.0), (0.0, 1.0)).ticks(4), [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(Scale::log((1e-3, 1e3), (0.0, 1.0)).ticks(3), [1e-3, 1.0, 1e3]);
        assert_eq!([41.1, 40.0, 300.0].map(|value| round_up(value, 4)), [60.0, 40.0, 300.0]);
    }
}
