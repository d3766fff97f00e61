//! What the counts of laboratories say about each other: shares, sums and what remains.

use crate::data::{Dataset, Interval, Measure, Printed, Ratio, Value};

use super::growth::Derived;

/// A result made of counts: what is added less what is taken away, over another count or over nothing.
#[derive(Debug)]
pub struct Entry {
    /// Its name after `labs.`.
    pub name: &'static str,
    /// Ids of the counts that are added.
    pub plus: &'static [&'static str],
    /// Ids of those taken away.
    pub minus: &'static [&'static str],
    /// What it is divided by, then in hundredths; none: it stays a count.
    pub by: Option<&'static str>,
}

const BEFORE: &str = "seed_labs_prev";
const OTHER: &str = "pm22_labs";
const AFTER: &str = "seed_labs_2023";
const NEXT: &str = "timesca24_labs";
const QUOTED: &str = "unodc_87_labs";

/// Every result. The rise of the report's last year, against its own count and against the government's; the synthetic
/// part of all, in the whole year and in the part of it for which both kinds are printed; three years together, and what
/// of them was something else, if the quoted synthetic ones are all among them.
pub const ENTRIES: &[Entry] = &[
    Entry { name: "rise", plus: &[AFTER], minus: &[BEFORE], by: Some(BEFORE) },
    Entry { name: "rise.other", plus: &[AFTER], minus: &[OTHER], by: Some(OTHER) },
    Entry { name: "share", plus: &["mvd25_labs_synth"], minus: &[], by: Some("mvd25_labs") },
    Entry { name: "share.part", plus: &["mvd25_8m_labs_synth"], minus: &[], by: Some("mvd25_8m_labs") },
    Entry { name: "sum", plus: &[OTHER, AFTER, NEXT], minus: &[], by: None },
    Entry { name: "rest", plus: &[OTHER, AFTER, NEXT], minus: &[QUOTED], by: None },
];

/// Counts of whole years, all agencies or not stated, beside the report's own two.
pub const YEARS: &[&str] = &["kozhaev_labs_2019", OTHER, NEXT, "mvd25_labs"];

/// Counts for a part of a year: not stated what, or all kinds.
pub const PARTS: &[&str] = &[
    "kursiv_2021_labs_8m",
    "zakon_2021_labs",
    "i365_labs_2022",
    "liter_2022_labs",
    "inform22_10m_labs",
    "khabar22_labs",
    "knb23jul_labs",
    "knb23_9m_labs",
    "ca24_2024_labs",
    "knb24q1_labs",
    "knb24h1_labs",
    "kaztag25_labs",
    "inform25_5m_labs",
    "globalnews25_h1_labs",
    "mvd25_8m_labs",
    "knb25_oct_labs",
];

/// Counts of laboratories for synthetics in a part of a year.
pub const SYNTHETIC_PARTS: &[&str] = &[
    "knb22_labs",
    "pgo24_7m_synthlabs",
    "kaztag25_labs_synth",
    "mvd25_7m_labs_synth",
    "mvd25_8m_labs_synth",
    "pgo25_nov_labs",
];

/// A year by one agency alone, and what another office gives for the report's last year.
pub const APART: [&str; 2] = ["knb23_labs", "kozhaev_labs_2023"];

/// A result by its name. Counts in full are points, so is what is made of them; rounded ones widen it, as if each were
/// wrong by itself. `None` for an unknown name, a missing count, an open one, or a divisor of nothing.
#[must_use]
pub fn result(data: &Dataset, name: &str) -> Option<Derived<Ratio>> {
    let entry = ENTRIES.iter().find(|entry| entry.name == name)?;
    let mut sum: Option<(f64, Interval<Printed>)> = None;
    let mut inputs: Vec<String> = Vec::new();
    let mut check = data.figure(entry.plus.first()?)?.check;
    let parts = entry.plus.iter().map(|id| (*id, true)).chain(entry.minus.iter().map(|id| (*id, false)));
    for (id, add) in parts {
        let (value, interval) = count(data, id)?;
        check = check.max(data.figure(id)?.check);
        inputs.push(id.to_owned());
        sum = Some(match sum {
            None => (value, interval),
            Some((of, range)) if add => (of + value, range.add(&interval)),
            Some((of, range)) => (of - value, range.subtract(&interval)?),
        });
    }
    let (value, interval) = sum?;
    let one = Interval::point(Printed(1.0))?;
    let Some(by) = entry.by else {
        return Some(Derived { value: Ratio(value), interval: interval.divide(&one), check, inputs });
    };
    let (divisor, range) = count(data, by)?;
    if !inputs.iter().any(|id| id == by) {
        inputs.push(by.to_owned());
        check = check.max(data.figure(by)?.check);
    }
    let interval = interval.divide(&range)?.scale(100.0);
    Some(Derived { value: Ratio(value / divisor * 100.0), interval, check, inputs })
}

fn count(data: &Dataset, id: &str) -> Option<(f64, Interval<Printed>)> {
    let figure = data.figure(id)?;
    let Value::Number(value) = figure.value else { return None };
    let interval = figure.interval().filter(|interval| interval.high().get().is_finite())?;
    Some((value, interval))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Check, Scope, shipped};

    /// By hand: 75/68, 75/70, 28/128, 12/105; 70 + 75 + 63 = 208 and 208 − 87 = 121.
    #[test]
    fn results_are_those_of_a_hand_calculation() {
        let data = shipped();
        for (name, wanted) in [
            ("rise", 7.0 / 68.0 * 100.0),
            ("rise.other", 5.0 / 70.0 * 100.0),
            ("share", 21.875),
            ("share.part", 12.0 / 1.05),
            ("sum", 208.0),
            ("rest", 121.0),
        ] {
            let found = result(&data, name).expect(name);
            assert!((found.value.get() - wanted).abs() < 1e-9, "{name}: {found:?}");
            let interval = found.interval.expect(name);
            assert!(interval.is_point() && (interval.low().get() - wanted).abs() < 1e-9, "{name}: {interval:?}");
            assert_eq!(found.check, Check::Checked, "{name}");
        }
        assert_eq!(result(&data, "rest").expect("a count").inputs.len(), 4);
        assert_eq!(result(&data, "rise").expect("a share").inputs, [AFTER, BEFORE]);
        assert_eq!(result(&data, "nothing"), None);
    }

    /// The two kinds that the ministry printed for eight months are all that it counted.
    #[test]
    fn the_kinds_add_up() {
        let data = shipped();
        let of = |id| count(&data, id).expect(id).0;
        assert_eq!(of("mvd25_8m_labs_synth") + of("mvd25_8m_labs_grow"), of("mvd25_8m_labs"));
    }

    /// Every national count of the dataset stands in one of the lists, in the sentences, or is left out for a reason.
    #[test]
    fn no_national_count_is_forgotten() {
        let data = shipped();
        let said = [BEFORE, AFTER, QUOTED, "mvd25_labs_synth", "mvd25_8m_labs_grow"];
        // A span of four years, and what the ministry contradicts.
        let left_out = ["i365_labs", "pgo25_7m_labs_synth"];
        let lists = [YEARS, PARTS, SYNTHETIC_PARTS, &APART];
        let known: Vec<&str> = lists.into_iter().flatten().copied().chain(said).chain(left_out).collect();
        let counts = data.figures().iter().filter(|figure| figure.quantity == "labs_destroyed");
        for figure in counts.filter(|figure| figure.place == "Kazakhstan") {
            assert!(known.contains(&figure.id.as_str()), "{}", figure.id);
        }
        let whole = |id: &&str| data.figure(id).is_some_and(|figure| figure.period.scope == Scope::Year);
        assert!(YEARS.iter().all(whole) && !PARTS.iter().chain(SYNTHETIC_PARTS).any(whole));
    }
}
