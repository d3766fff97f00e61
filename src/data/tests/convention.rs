use super::*;

/// The interval of a printed figure, as the dictionary writes intervals.
fn interval(value: &str, step: &str, unit: &str, qualifier: &str) -> String {
    written(figure(value, step, unit, qualifier).interval())
}

fn weight(value: &str, step: &str, unit: &str, qualifier: &str) -> String {
    written(figure(value, step, unit, qualifier).weight())
}

fn figure(value: &str, step: &str, unit: &str, qualifier: &str) -> Figure {
    let fields = ["a", "q", "d", "p", "2023", "year", "", "", value, step, unit, qualifier, "s", "w", "checked", ""];
    Figure::parse(2, &fields).expect("a figure")
}

fn written<U: Measure>(interval: Option<Interval<U>>) -> String {
    interval.map_or("none".to_owned(), |interval| {
        let left = if interval.is_low_open() { '(' } else { '[' };
        let right = if interval.is_high_open() { ')' } else { ']' };
        format!("{left}{}, {}{right}", interval.low().get(), interval.high().get())
    })
}

#[test]
fn each_qualifier_follows_the_dictionary() {
    assert_eq!(interval("75", "0", "labs", "exact"), "[75, 75]");
    assert_eq!(interval("41.1", "0.1", "t", "exact"), "[41.05, 41.15)");
    assert_eq!(interval("19209.555", "0.001", "thousand persons", "exact"), "[19209.5545, 19209.5555)");
    assert_eq!(interval("16", "1", "t", "about"), "[15, 17]");
    assert_eq!(interval("2", "1", "t", "almost"), "[1, 2)");
    assert_eq!(interval("17.5", "0.1", "t", "more_than"), "(17.5, inf)");
    assert_eq!(interval("17.5", "0.1", "t", "at_least"), "[17.5, inf)");
    assert_eq!(interval("5", "1", "kg", "up_to"), "(0, 5]");
}

#[test]
fn about_is_never_wider_than_a_quarter_either_way() {
    assert_eq!(interval("100", "100", "times", "about"), "[75, 125]");
    assert_eq!(interval("1", "1", "t", "about"), "[0.75, 1.25]");
    assert_eq!(interval("4", "1", "t", "about"), "[3, 5]");
}

#[test]
fn amounts_do_not_go_below_zero() {
    assert_eq!(interval("1", "10", "kg", "almost"), "[0, 1)");
    assert_eq!(interval("1", "10", "kg", "exact"), "[0, 6)");
}

#[test]
fn weights_are_in_kilograms_without_noise() {
    assert_eq!(weight("41.1", "0.1", "t", "exact"), "[41050, 41150)");
    assert_eq!(weight("20.3", "0.1", "t", "exact"), "[20250, 20350)");
    assert_eq!(weight("34107.55", "0.01", "kg", "exact"), "[34107.545, 34107.555)");
    assert_eq!(weight("150", "1", "g", "exact"), "[0.1495, 0.1505)");
    assert_eq!(weight("17.5", "0.1", "t", "more_than"), "(17500, inf)");
    assert_eq!(weight("75", "0", "labs", "exact"), "none");
    assert_eq!(figure("1.1", "0.1", "t", "about").kilograms(), Some(Kilograms(1100.0)));
    assert_eq!(figure("75", "0", "labs", "exact").kilograms(), None);
}

#[test]
fn every_shipped_number_has_an_interval_and_nothing_else_has() {
    for figure in shipped().figures() {
        let is_number = matches!(figure.value, Value::Number(_));
        assert_eq!(figure.interval().is_some(), is_number, "{}", figure.id);
        assert_eq!(figure.step.is_some(), is_number, "{}", figure.id);
        assert_eq!(figure.weight().is_some(), figure.unit.in_kilograms().is_some(), "{}", figure.id);
        if let (Some(interval), Value::Number(value)) = (figure.interval(), &figure.value) {
            assert!(interval.low().get() >= 0.0, "{}", figure.id);
            assert!(interval.low().get() <= *value && *value <= interval.high().get(), "{}", figure.id);
        }
    }
}
