use super::*;
use proptest::prelude::*;

type Weight = Interval<Kilograms>;

fn closed(low: f64, high: f64) -> Weight {
    Interval::new(End::Closed(Kilograms(low)), End::Closed(Kilograms(high))).expect("an interval")
}

fn half_open(low: f64, high: f64) -> Weight {
    Interval::new(End::Closed(Kilograms(low)), End::Open(Kilograms(high))).expect("an interval")
}

fn more_than(low: f64) -> Weight {
    Interval::new(End::Open(Kilograms(low)), End::Open(Kilograms(f64::INFINITY))).expect("an interval")
}

fn up_to(high: f64) -> Weight {
    Interval::new(End::Open(Kilograms(0.0)), End::Closed(Kilograms(high))).expect("an interval")
}

#[test]
fn inverted_empty_and_senseless_ones_do_not_exist() {
    let closed = |number| End::Closed(Kilograms(number));
    let open = |number| End::Open(Kilograms(number));
    assert_eq!(Interval::new(closed(2.0), closed(1.0)), None);
    assert_eq!(Interval::new(closed(1.0), open(1.0)), None);
    assert_eq!(Interval::new(open(1.0), closed(1.0)), None);
    assert_eq!(Interval::new(closed(f64::NAN), closed(1.0)), None);
    assert_eq!(Interval::new(closed(1.0), closed(f64::NAN)), None);
    assert_eq!(Interval::new(closed(f64::NEG_INFINITY), closed(1.0)), None);
    assert_eq!(Interval::point(Kilograms(f64::INFINITY)), None);
    assert!(Interval::new(closed(1.0), closed(f64::INFINITY)).is_some_and(|all| all.is_high_open()));
}

#[test]
fn open_ends_decide_where_intervals_touch() {
    assert!(half_open(1.0, 2.0).disjoint(&half_open(2.0, 3.0)));
    assert!(closed(1.0, 2.0).overlaps(&half_open(2.0, 3.0)));
    assert!(more_than(2.0).disjoint(&closed(1.0, 2.0)));
    assert!(more_than(2.0).overlaps(&closed(1.0, 2.1)));
    assert!(more_than(2.0).lies_above(&closed(1.0, 2.0)) && !closed(1.0, 2.0).lies_above(&more_than(2.0)));
    let rounded = half_open(1.0, 2.0);
    assert!(rounded.contains(Kilograms(1.0)) && !rounded.contains(Kilograms(2.0)));
    assert!(!rounded.contains(Kilograms(f64::NAN)));
}

#[test]
fn open_ended_means_that_the_source_left_a_side_open() {
    assert!(more_than(5.0).is_open_ended() && up_to(5.0).is_open_ended());
    assert!(!closed(0.0, 5.0).is_open_ended() && !half_open(1.0, 2.0).is_open_ended());
}

#[test]
fn a_quotient_is_low_over_high_to_high_over_low() {
    let doubled = half_open(41_050.0, 41_150.0).divide(&half_open(20_250.0, 20_350.0)).expect("an interval");
    assert_eq!((doubled.low(), doubled.high()), (Ratio(41_050.0 / 20_350.0), Ratio(41_150.0 / 20_250.0)));
    assert!(doubled.is_low_open() && doubled.is_high_open());
    let point = closed(3.0, 3.0).divide(&closed(2.0, 2.0)).expect("an interval");
    assert!(point.is_point() && point.contains(Ratio(1.5)));
}

#[test]
fn a_quotient_needs_a_divisor_above_zero_and_one_closed_side() {
    let some = closed(1.0, 2.0);
    assert_eq!(some.divide(&closed(0.0, 1.0)), None);
    assert_eq!(some.divide(&closed(-1.0, 1.0)), None);
    assert_eq!(more_than(1.0).divide(&more_than(1.0)), None);
    assert_eq!(more_than(1.0).divide(&up_to(1.0)), None);
    let least = some.divide(&up_to(4.0)).expect("an interval");
    assert!(least.contains(Ratio(0.25)) && least.high() == Ratio(f64::INFINITY));
    let most = some.divide(&more_than(4.0)).expect("an interval");
    assert!(most.is_open_ended() && most.high() == Ratio(0.5) && !most.contains(Ratio(0.5)));
    let nothing = closed(0.0, 0.0).divide(&up_to(4.0)).expect("an interval");
    assert!(nothing.is_point() && nothing.contains(Ratio(0.0)));
}

#[test]
fn a_sum_leaves_out_the_ends_that_a_part_leaves_out() {
    let sum = closed(1.0, 2.0).add(&half_open(10.0, 20.0));
    assert_eq!(sum, half_open(11.0, 22.0));
    let sum = more_than(5.0).add(&closed(1.0, 2.0));
    assert_eq!(sum, more_than(6.0));
}

#[test]
fn only_factors_above_zero_scale() {
    for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(closed(1.0, 2.0).scale(factor), None);
    }
    assert_eq!(half_open(1.0, 2.0).scale(1000.0), Some(half_open(1000.0, 2000.0)));
}

/// An interval of any shape, with numbers of any size, and a value inside.
fn any_interval(low: impl Strategy<Value = f64>) -> impl Strategy<Value = (Weight, f64)> {
    let shape = (any::<bool>(), any::<bool>(), 0.0..=1.0, any::<bool>());
    (low, 0.0..1e6, shape).prop_filter_map("an interval", |(low, width, (left, right, share, endless))| {
        let end = |open, number| {
            if open { End::Open(Kilograms(number)) } else { End::Closed(Kilograms(number)) }
        };
        let high = if endless && width > 9e5 { f64::INFINITY } else { low + width };
        let interval = Interval::new(end(left, low), end(right, high))?;
        let inside = low + width * share;
        interval.contains(Kilograms(inside)).then_some((interval, inside))
    })
}

fn is_sound<U: Measure>(interval: &Interval<U>) -> bool {
    let closed = !interval.is_low_open() && !interval.is_high_open();
    let ordered = interval.low() < interval.high() || (interval.low() == interval.high() && closed);
    ordered && interval.low().get().is_finite() && (interval.high().get().is_finite() || interval.is_high_open())
}

/// Whether a result holds up to binary rounding of its ends.
fn holds<U: Measure>(interval: &Interval<U>, value: f64) -> bool {
    let slack = value.abs() * 1e-12 + 1e-9;
    interval.low().get() - slack <= value && value <= interval.high().get() + slack
}

proptest! {
    #[test]
    fn operations_never_invert_and_keep_what_is_inside(
        (a, x) in any_interval(-1e6..1e6),
        (b, y) in any_interval(0.0..1e6),
        factor in 1e-9..1e9f64,
    ) {
        let sum = a.add(&b);
        prop_assert!(is_sound(&sum) && holds(&sum, x + y));
        match a.subtract(&b) {
            Some(difference) => prop_assert!(is_sound(&difference) && holds(&difference, x - y)),
            None => prop_assert!(b.high().get().is_infinite()),
        }
        let scaled = a.scale(factor).expect("a factor above zero");
        prop_assert!(is_sound(&scaled) && holds(&scaled, x * factor));
        if let Some(quotient) = a.divide(&b) {
            prop_assert!(is_sound(&quotient) && holds(&quotient, x / y));
        }
    }

    #[test]
    fn operations_on_extreme_numbers_stay_sound(
        a in proptest::num::f64::NORMAL, b in proptest::num::f64::NORMAL,
        c in proptest::num::f64::POSITIVE, d in proptest::num::f64::POSITIVE,
    ) {
        let first = Interval::new(End::Open(Kilograms(a.min(b))), End::Open(Kilograms(a.max(b))));
        let second = Interval::new(End::Closed(Kilograms(c.min(d))), End::Open(Kilograms(c.max(d))));
        if let (Some(first), Some(second)) = (first, second) {
            prop_assert!(is_sound(&first.add(&second)));
            prop_assert!(first.subtract(&second).is_none_or(|difference| is_sound(&difference)));
            prop_assert!(first.scale(c).is_none_or(|scaled| is_sound(&scaled)));
            prop_assert!(first.divide(&second).is_none_or(|quotient| is_sound(&quotient)));
        }
    }

    #[test]
    fn overlap_is_mutual_and_the_opposite_of_disjoint(
        (a, x) in any_interval(-1e6..1e6), (b, _) in any_interval(-1e6..1e6),
    ) {
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        prop_assert_eq!(a.overlaps(&b), !a.disjoint(&b));
        prop_assert!(a.overlaps(&a));
        prop_assert!(!b.contains(Kilograms(x)) || a.overlaps(&b));
    }
}
