use super::*;
use crate::data::shipped;

/// The shipped dataset with one figure's value replaced.
fn changed(id: &str, value: &str) -> Dataset {
    let data = shipped();
    let (mut figures, sources) = data.rows(data.figures().iter().map(|figure| figure.id.as_str()));
    figures.iter_mut().filter(|row| row[0] == id).for_each(|row| row[8] = value.to_owned());
    Dataset::from_rows(figures, sources).expect("a dataset")
}

/// "About" 1.1 t is 1.0 to 1.2 t; about 6 kg is 5 to 7, 7.7 kg is 7.65 to 7.75, about 80 kg is 70 to 90.
#[test]
fn the_multiple_depends_on_the_beginning() {
    let data = shipped();
    for (base, low, value, high, about) in [
        ("amir_synth_2017", 1000.0 / 7.0, 1100.0 / 6.0, 1200.0 / 5.0, 180.0),
        ("seed_synth_2018", 1000.0 / 7.75, 1100.0 / 7.7, 1200.0 / 7.65, 140.0),
        ("kozhaev_synth_2019", 1000.0 / 90.0, 1100.0 / 80.0, 1200.0 / 70.0, 14.0),
    ] {
        let found = multiple(&data, base).expect(base);
        let interval = found.interval.expect(base);
        for (found, wanted) in [(interval.low().get(), low), (found.value.get(), value), (interval.high().get(), high)]
        {
            assert!((found - wanted).abs() < 1e-9, "{base}: {found}, not {wanted}");
        }
        assert_eq!(found.inputs, [LATEST, base]);
        assert_eq!(two_digits(found).value, Ratio(about));
    }
    let [least, most] = extremes(&data).expect("extremes");
    assert_eq!([&*least.inputs[1], &*most.inputs[1]], ["kozhaev_synth_2019", "amir_synth_2017"]);
}

#[test]
fn two_digits_are_two_digits() {
    let of = |value| Derived { value: Ratio(value), ..multiple(&shipped(), BASES[0]).expect("a ratio") };
    for (value, wanted) in [(183.3, 180.0), (13.75, 14.0), (99.7, 100.0), (4.973, 5.0), (0.0123, 0.012), (0.0, 0.0)] {
        assert_eq!(two_digits(of(value)).value, Ratio(wanted));
    }
    assert!(two_digits(of(f64::INFINITY)).value.get().is_infinite());
}

/// Every tenth of a kilogram is tried: can each printed figure be what it rounds from?
#[test]
fn the_reports_own_figures_meet_where_a_search_finds_them_to() {
    let holds = |kilograms: f64| {
        // Some 7.65 ≤ base < 7.75 and some 143.35 ≤ multiple < 143.45 give it; some 41.05 ≤ total < 41.15 t has
        // 2.65 ≤ percent < 2.75 of it.
        let grown = kilograms / 143.35 >= 7.65 && kilograms / 143.45 < 7.75;
        let part = kilograms / 41_050.0 >= 0.0265 && kilograms / 41_150.0 < 0.0275;
        grown && part && (1000.0..=1200.0).contains(&kilograms)
    };
    let found: Vec<f64> = (9_000..13_000).map(|tenths| f64::from(tenths) / 10.0).filter(|at| holds(*at)).collect();
    let agreement = agreement(&shipped()).expect("they agree");
    let interval = agreement.interval.expect("an interval");
    assert!((interval.low().get() - found[0]).abs() <= 0.1, "{interval:?} {}", found[0]);
    assert!((interval.high().get() - found[found.len() - 1]).abs() <= 0.1, "{interval:?}");
    assert!(
        (interval.low().get() - 7.65 * 143.35).abs() < 1e-6 && (interval.high().get() - 7.75 * 143.45).abs() < 1e-6
    );
    assert!((agreement.value.get() - 7.7 * 143.4).abs() < 1e-9);
    assert!(interval.is_high_open() && !interval.is_low_open());
}

#[test]
fn figures_that_do_not_meet_have_no_agreement() {
    assert_eq!(agreement(&changed("seed_synth_share", "5.0")), None);
    assert_eq!(agreement(&changed("seed_synth_multiple", "120.0")), None);
}

#[test]
fn intervals_that_touch_meet_only_in_closed_ends() {
    let of = |low, high| Interval::new(End::Closed(Kilograms(low)), high).expect("an interval");
    let (open, closed) = (End::Open(Kilograms(2.0)), End::Closed(Kilograms(2.0)));
    let above = of(2.0, End::Closed(Kilograms(3.0)));
    assert_eq!(meet(&of(1.0, open), &above), None);
    assert!(meet(&of(1.0, closed), &above).is_some_and(|point| point.is_point()));
    assert!(meet(&of(1.0, open), &of(1.0, closed)).is_some_and(|both| both.is_high_open()));
}

#[test]
fn users_rose_about_fivefold() {
    let users = users(&shipped()).expect("users");
    assert!((users.value.get() - 731.0 / 147.0).abs() < 1e-12);
    assert!(users.interval.is_some_and(|interval| interval.is_point()));
}

#[test]
fn everything_that_is_drawn_is_in_the_dataset() {
    let data = shipped();
    let all = BASES.iter().chain(LATER).chain(&UNCLEAR).chain(&LENS).chain(&LAW).chain(FIGURES).chain([&PART, &LATEST]);
    assert!(all.into_iter().all(|id| data.figure(id).is_some()));
}
