use super::measure::{Measure, Ratio};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End<U> {
    /// The end belongs to the interval.
    Closed(U),
    /// The interval comes arbitrarily near to the end and does not reach it.
    Open(U),
}

/// All values that a figure may stand for, after rounding and wording.
///
/// Never inverted and never empty: `low <= high`, and they are equal only in a point. `low` is
/// finite; `high` may be +∞, which is then an open end. Rounding and wording only, not error of
/// measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval<U> {
    low: U,
    low_open: bool,
    high: U,
    high_open: bool,
}

impl<U: Measure> Interval<U> {
    /// The interval between two ends, or `None` if it would be inverted or empty, if an end is not a
    /// number, or if the low end is infinite. An infinite high end counts as open either way.
    pub fn new(low: End<U>, high: End<U>) -> Option<Self> {
        let (low, low_open) = low.parts();
        let (high, high_open) = high.parts();
        let (from, to) = (low.get(), high.get());
        let holds = from.is_finite() && (from < to || (from == to && !low_open && !high_open));
        holds.then_some(Self { low, low_open, high, high_open: high_open || to.is_infinite() })
    }

    /// Exactly one value; `None` unless it is finite.
    pub fn point(value: U) -> Option<Self> {
        Self::new(End::Closed(value), End::Closed(value))
    }

    /// The low end, whether it belongs to the interval or not.
    pub fn low(&self) -> U {
        self.low
    }

    /// The high end, whether it belongs to the interval or not; may be +∞.
    pub fn high(&self) -> U {
        self.high
    }

    /// Whether the low end itself is left out, as 5 is in "more than 5".
    pub fn is_low_open(&self) -> bool {
        self.low_open
    }

    /// Whether the high end itself is left out, as it is after rounding.
    pub fn is_high_open(&self) -> bool {
        self.high_open
    }

    /// Whether there is only one value.
    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Whether the source left one side open: no upper bound ("more than", "at least"), or nothing
    /// below but zero ("up to"). Drawn as an arrow.
    pub fn is_open_ended(&self) -> bool {
        self.high.get().is_infinite() || (self.low_open && self.low.get() == 0.0)
    }

    /// Whether the value lies inside, open ends left out. False for what is not a number.
    pub fn contains(&self, value: U) -> bool {
        let above = if self.low_open { self.low < value } else { self.low <= value };
        let below = if self.high_open { value < self.high } else { value <= self.high };
        above && below
    }

    /// Whether no value lies in both. Intervals that touch are disjoint unless both ends are closed.
    pub fn disjoint(&self, other: &Self) -> bool {
        self.lies_above(other) || other.lies_above(self)
    }

    /// Whether some value lies in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.disjoint(other)
    }

    /// Whether every value here is greater than every value there.
    pub fn lies_above(&self, other: &Self) -> bool {
        let apart = self.low_open || other.high_open;
        self.low > other.high || (apart && self.low == other.high)
    }

    /// Every sum of a value here and a value there.
    pub fn add(&self, other: &Self) -> Self {
        Self::settled(
            (self.low.get() + other.low.get(), self.low_open || other.low_open),
            (self.high.get() + other.high.get(), self.high_open || other.high_open),
        )
    }

    /// Every difference of a value here and a value there: `[a, b] − [c, d] = [a − d, b − c]`. `None` where the other
    /// has no upper end: the difference would have no lower one.
    pub fn subtract(&self, other: &Self) -> Option<Self> {
        other.high.get().is_finite().then(|| {
            Self::settled(
                (self.low.get() - other.high.get(), self.low_open || other.high_open),
                (self.high.get() - other.low.get(), self.high_open || other.low_open),
            )
        })
    }

    /// Every value times `factor`; `None` unless the factor is finite and above zero.
    pub fn scale(&self, factor: f64) -> Option<Self> {
        self.converted(factor)
    }

    /// Every quotient of a value here and a value there: `[a, b] / [c, d] = [a/d, b/c]` for c > 0.
    ///
    /// `None` when the divisor is not above zero throughout, and when both are open-ended: a ratio
    /// of two open figures has no interval. A divisor "up to 5" stays above zero, so a closed
    /// amount over it has a low end and no high one.
    ///
    /// ```
    /// use seized::data::{End, Interval, Kilograms, Ratio};
    ///
    /// let of = Interval::new(End::Closed(Kilograms(41_050.0)), End::Open(Kilograms(41_150.0)));
    /// let to = Interval::new(End::Closed(Kilograms(20_250.0)), End::Open(Kilograms(20_350.0)));
    /// let ratio = of.zip(to).and_then(|(of, to)| of.divide(&to)).expect("closed and above zero");
    /// assert!(ratio.contains(Ratio(2.02)) && !ratio.contains(Ratio(2.04)));
    /// ```
    pub fn divide<V: Measure>(&self, other: &Interval<V>) -> Option<Interval<Ratio>> {
        let reaches_zero = other.low.get() < 0.0 || (other.low.get() == 0.0 && !other.low_open);
        if reaches_zero || (self.is_open_ended() && other.is_open_ended()) {
            return None;
        }
        let near = (other.low.get(), other.low_open);
        let far = (other.high.get(), other.high_open);
        let low = (self.low.get(), self.low_open);
        let high = (self.high.get(), self.high_open);
        Some(Interval::settled(
            quotient(low, if low.0 < 0.0 { near } else { far }),
            quotient(high, if high.0 < 0.0 { far } else { near }),
        ))
    }

    /// The same interval in a unit of which one of this is `factor`.
    pub(super) fn converted<V: Measure>(&self, factor: f64) -> Option<Interval<V>> {
        let usable = factor.is_finite() && factor > 0.0;
        usable.then(|| {
            Interval::settled((self.low.get() * factor, self.low_open), (self.high.get() * factor, self.high_open))
        })
    }

    /// Ends that are right in exact arithmetic, after binary arithmetic may have overflowed or
    /// swallowed the width between them: an end beyond all numbers is held at the last one, and
    /// ends that became equal become a point.
    fn settled((low, low_open): (f64, bool), (high, high_open): (f64, bool)) -> Self {
        let low = low.clamp(f64::MIN, f64::MAX);
        let high = high.max(low);
        let apart = low < high;
        Self {
            low: U::of(low),
            low_open: low_open && apart,
            high: U::of(high),
            high_open: apart && (high_open || high.is_infinite()),
        }
    }
}

impl<U> End<U> {
    fn parts(self) -> (U, bool) {
        match self {
            End::Closed(value) => (value, false),
            End::Open(value) => (value, true),
        }
    }
}

fn quotient(of: (f64, bool), by: (f64, bool)) -> (f64, bool) {
    // Nothing divided by anything is nothing, whether or not the divisor reaches its end.
    if of.0 == 0.0 { (0.0, of.1) } else { (of.0 / by.0, of.1 || by.1) }
}
