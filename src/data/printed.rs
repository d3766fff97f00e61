use super::{End, Figure, Interval, Kilograms, Measure, Printed, Qualifier, Value, tidy};

/// "About" is never read wider than this share of the value, either way.
const WIDEST_ABOUT: f64 = 0.25;

impl Figure {
    /// What the printed figure stands for, in the unit it is printed in; `None` for dates and words.
    ///
    /// With value v and step s, by the dataset's convention: `exact` is the point v for a full count
    /// (s = 0) and `[v − s/2, v + s/2)` otherwise; `about` is `[v − s, v + s]`, never wider than
    /// ±25 %; `almost` `[v − s, v)`; `more_than` `(v, ∞)`; `at_least` `[v, ∞)`; `up_to` `(0, v]`.
    /// Amounts are never negative, so neither is the low end. Rounding and wording only, not error
    /// of measurement.
    pub fn interval(&self) -> Option<Interval<Printed>> {
        let Value::Number(value) = self.value else {
            return None;
        };
        let step = self.step?;
        let at = |number: f64| Printed(tidy(number).max(0.0));
        let (low, high) = match self.qualifier {
            Qualifier::Exact if step == 0.0 => (End::Closed(at(value)), End::Closed(at(value))),
            Qualifier::Exact => (End::Closed(at(value - step / 2.0)), End::Open(at(value + step / 2.0))),
            Qualifier::About => {
                let reach = step.min(value * WIDEST_ABOUT);
                (End::Closed(at(value - reach)), End::Closed(at(value + reach)))
            }
            Qualifier::Almost => (End::Closed(at(value - step)), End::Open(at(value))),
            Qualifier::MoreThan => (End::Open(at(value)), End::Open(Printed(f64::INFINITY))),
            Qualifier::AtLeast => (End::Closed(at(value)), End::Open(Printed(f64::INFINITY))),
            Qualifier::UpTo => (End::Open(Printed(0.0)), End::Closed(at(value))),
        };
        Interval::new(low, high)
    }

    /// The same in kilograms; `None` for what is not a weight.
    pub fn weight(&self) -> Option<Interval<Kilograms>> {
        let weight: Interval<Kilograms> = self.interval()?.converted(self.unit.in_kilograms()?)?;
        let end = |value: Kilograms, open: bool| {
            let value = Kilograms(tidy(value.get()));
            if open { End::Open(value) } else { End::Closed(value) }
        };
        let low = end(weight.low(), weight.is_low_open());
        Interval::new(low, end(weight.high(), weight.is_high_open()))
    }

    /// The printed value in kilograms, whatever its qualifier; `None` for what is not a weight.
    pub fn kilograms(&self) -> Option<Kilograms> {
        match self.value {
            Value::Number(value) => Some(Kilograms(tidy(value * self.unit.in_kilograms()?))),
            Value::Date(_) | Value::Words(_) => None,
        }
    }
}
