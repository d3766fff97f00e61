//! How many wait, when so many come and each stays so long.
//!
//! J. D. C. Little's law (1961, "A proof for the queuing formula L = λW"): in a steady state from which everything
//! leaves in the end, the mean number waiting L is the number that comes in a unit of time λ times the mean time that
//! each stays W. It asks nothing else: neither independence nor any distribution. The spread around L does: with
//! independent arrivals and the same stay for all (M/D/∞) the number at a moment is Poisson, ±√L.

mod simulated;

use crate::data::{Check, Dataset, End, Figure, Interval, Measure, Printed, Ratio, Value};
use crate::id;
use crate::model::growth::Derived;
pub use simulated::{MOMENTS, Run};

/// The law's dates: when the list came in force, and the resolutions that amended it since.
pub const FIGURES: &[&str] = &[id::LAW_470_FORCE, id::LAW_975, id::LAW_677, id::LAW_326, id::LAW_240];

/// What a reader can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// New substances in two years, so that halves a year can be set. Begins at Kazakhstan's own listings.
    pub arrivals: u16,
    /// Months until a substance is noticed; nothing published says how many.
    pub lag: u16,
    /// Months from then until it is listed.
    pub procedure: u16,
    /// Days until a shop is blocked; nothing published says how many.
    pub life: u16,
}

impl Default for Flow {
    fn default() -> Self {
        Self { arrivals: 69, lag: 6, procedure: 1, life: 30 }
    }
}

impl Flow {
    /// New substances a year.
    #[must_use]
    pub fn rate(&self) -> f64 {
        f64::from(self.arrivals) / 2.0
    }
}

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Listing, when the procedure took about a year.
    Year,
    /// Listing, if it takes the month that is claimed at most.
    Month,
    /// Listing, as the reader sets lag and procedure.
    Lag,
    /// The same lag before the procedure of a year.
    Before,
    /// The lag alone.
    Floor,
    /// The next resolution that amends the list.
    Batches,
    /// Blocking of a site.
    Sites,
    /// Blocking of a Telegram store.
    Stores,
}

impl Case {
    /// Every case with the name that sentences use.
    pub const ALL: [(&'static str, Self); 8] = [
        ("year", Self::Year),
        ("month", Self::Month),
        ("lag", Self::Lag),
        ("before", Self::Before),
        ("floor", Self::Floor),
        ("batches", Self::Batches),
        ("sites", Self::Sites),
        ("stores", Self::Stores),
    ];
}

/// When what waits leaves.
#[derive(Debug, Clone, PartialEq)]
enum Leaves {
    /// Each after the same number of years.
    After(f64),
    /// All of them at certain moments, in years from the first.
    At(Vec<f64>),
}

/// A queue: what comes, how it leaves, and what Little's law makes of that.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// How many come a year: λ.
    pub rate: f64,
    /// How many years each stays on average: W.
    pub wait: f64,
    /// How many wait at any time on average: L = λW.
    pub waiting: Derived<Ratio>,
    /// Years that are looked at.
    pub seen: f64,
    leaves: Leaves,
}

impl Queue {
    /// A case under a reader's settings; `None` where the dataset lacks a figure that it needs.
    #[must_use]
    pub fn new(data: &Dataset, flow: &Flow, case: Case) -> Option<Self> {
        let (lag, procedure) = (f64::from(flow.lag) / 12.0, f64::from(flow.procedure) / 12.0);
        let after = |years: f64| Self::of_substances(data, flow.rate(), Leaves::After(years), 10.0);
        let printed = |id: &str| -> Option<Self> {
            let figure = data.figure(id)?;
            let years = number(figure)? * unit_in_years(figure)?;
            let mut queue = after(years)?;
            queue.waiting.interval = figure.interval().and_then(|interval| scaled(&interval, queue.rate * years));
            queue.waiting.check = queue.waiting.check.max(figure.check);
            queue.waiting.inputs.push(id.to_owned());
            Some(queue)
        };
        match case {
            Case::Year => printed(id::SEED_LISTING_BEFORE),
            Case::Month => printed(id::SEED_LISTING_AFTER),
            Case::Lag => after(lag + procedure),
            Case::Before => {
                let before = data.figure(id::SEED_LISTING_BEFORE)?;
                let mut queue = after(lag + number(before)? * unit_in_years(before)?)?;
                queue.waiting.interval = None;
                queue.waiting.check = queue.waiting.check.max(before.check);
                queue.waiting.inputs.push(id::SEED_LISTING_BEFORE.to_owned());
                Some(queue)
            }
            Case::Floor => after(lag),
            Case::Batches => Self::batches(data, flow),
            Case::Sites => Self::of_shops(data, id::SEED_SITES_2023, flow),
            Case::Stores => Self::of_shops(data, id::SEED_TELEGRAM_2023, flow),
        }
    }

    /// Substances that wait; the rate is what the reader set, which begins at the listings.
    fn of_substances(data: &Dataset, rate: f64, leaves: Leaves, seen: f64) -> Option<Self> {
        let listed = data.figure(id::I365_LISTED)?;
        let wait = leaves.mean();
        let waiting = Ratio(rate * wait);
        let inputs = vec![listed.id.clone()];
        let waiting = Derived { value: waiting, interval: Interval::point(waiting), check: listed.check, inputs };
        Some(Self { rate, wait, waiting, seen, leaves })
    }

    /// Substances that wait for the next date of the law, over the years between the first and the last.
    fn batches(data: &Dataset, flow: &Flow) -> Option<Self> {
        let dates = dates(data)?;
        let first = dates.first()?.1;
        let years: Vec<f64> = dates.iter().map(|(_, months)| (months - first) / 12.0).collect();
        let seen = *years.last()?;
        let mut queue = Self::of_substances(data, flow.rate(), Leaves::At(years), seen)?;
        queue.waiting.check = dates.iter().fold(queue.waiting.check, |check, (figure, _)| check.max(figure.check));
        queue.waiting.inputs.extend(dates.iter().map(|(figure, _)| figure.id.clone()));
        Some(queue)
    }

    /// Shops that stand, by how many are blocked in a year and how long each of those stood.
    fn of_shops(data: &Dataset, id: &str, flow: &Flow) -> Option<Self> {
        let (figure, wait) = (data.figure(id)?, f64::from(flow.life) / 365.0);
        let rate = number(figure)?;
        let interval = figure.interval().and_then(|interval| scaled(&interval, wait));
        let waiting = Ratio(rate * wait);
        let waiting = Derived { value: waiting, interval, check: figure.check, inputs: vec![id.to_owned()] };
        Some(Self { rate, wait, waiting, seen: 1.0, leaves: Leaves::After(wait) })
    }

    /// The Poisson spread of the number waiting at a moment, ±√L; only for independent arrivals that leave one by one.
    #[must_use]
    pub fn spread(&self) -> f64 {
        self.waiting.value.get().max(0.0).sqrt()
    }
}

/// Kazakhstan's own listings a year: those of the row over the months of its period.
#[must_use]
pub fn own_rate(data: &Dataset) -> Option<Derived<Ratio>> {
    let listed = data.figure(id::I365_LISTED)?;
    let rate = Ratio(number(listed)? * 12.0 / own_months(data)?);
    let inputs = vec![listed.id.clone()];
    Some(Derived { value: rate, interval: Interval::point(rate), check: listed.check, inputs })
}

/// The months of that period.
#[must_use]
pub fn own_months(data: &Dataset) -> Option<f64> {
    let period = &data.figure(id::I365_LISTED)?.period;
    Some(period.end?.months(true) - period.start?.months(false))
}

/// The dates of the law in order, in months.
#[must_use]
pub fn dates(data: &Dataset) -> Option<Vec<(&Figure, f64)>> {
    let mut dates = Vec::new();
    for id in FIGURES {
        let figure = data.figure(id)?;
        dates.push((figure, figure.period.start?.months(false)));
    }
    Some(dates)
}

/// The shortest and the longest time between two dates of the law that follow each other, in months.
#[must_use]
pub fn gaps(data: &Dataset) -> Option<[Derived<Ratio>; 2]> {
    let dates = dates(data)?;
    let gap = |pair: &[(&Figure, f64)]| Derived {
        value: Ratio(pair[1].1 - pair[0].1),
        interval: Interval::point(Ratio(pair[1].1 - pair[0].1)),
        check: pair[0].0.check.max(pair[1].0.check),
        inputs: vec![pair[0].0.id.clone(), pair[1].0.id.clone()],
    };
    let (mut short, mut long) = (dates.get(..2)?, dates.get(..2)?);
    let months = |pair: &[(&Figure, f64)]| pair[1].1 - pair[0].1;
    for pair in dates.windows(2) {
        if months(pair) < months(short) {
            short = pair;
        }
        if months(pair) > months(long) {
            long = pair;
        }
    }
    Some([short, long].map(gap))
}

fn number(figure: &Figure) -> Option<f64> {
    if let Value::Number(number) = figure.value { Some(number) } else { None }
}

/// Years in the unit of a figure; `None` for what is no time.
fn unit_in_years(figure: &Figure) -> Option<f64> {
    match figure.unit.as_str() {
        "year" => Some(1.0),
        "month" => Some(1.0 / 12.0),
        _ => None,
    }
}

/// A printed interval times a factor, in the unit that comes out.
fn scaled(interval: &Interval<Printed>, factor: f64) -> Option<Interval<Ratio>> {
    let end = |value: Printed, open: bool| {
        let value = Ratio(value.get() * factor);
        if open { End::Open(value) } else { End::Closed(value) }
    };
    let low = end(interval.low(), interval.is_low_open());
    Interval::new(low, end(interval.high(), interval.is_high_open()))
}

/// How many times as many would wait under one queue as under another; `None` where nothing waits.
#[must_use]
pub fn times(of: &Queue, by: &Queue) -> Option<Derived<Ratio>> {
    let (of, by) = (&of.waiting, &by.waiting);
    let check: Check = of.check.max(by.check);
    let value = Ratio(of.value.get() / by.value.get());
    (by.value.get() > 0.0).then(|| Derived { value, interval: None, check, inputs: of.inputs.clone() })
}
