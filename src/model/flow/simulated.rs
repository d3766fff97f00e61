//! The same queue, arrival by arrival.

use super::{Leaves, Queue};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// Moments at which a run says how many wait, from the first to the last of the time seen.
pub const MOMENTS: usize = 97;

/// The run's own dice: the same in every browser.
const SEED: (u64, u64) = (0x5e12_ed00, 1961);

/// One course of events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Run {
    /// The mean number waiting over the time seen, not only at the [`MOMENTS`].
    pub mean: f64,
    /// How many wait at each of the moments.
    pub waiting: [u16; MOMENTS],
}

impl Run {
    /// Nothing comes.
    pub const STILL: Self = Self { mean: 0.0, waiting: [0; MOMENTS] };
}

impl Leaves {
    /// The mean stay of what comes at any time, in years.
    ///
    /// With dates it is Σg² ÷ 2Σg over the gaps g: more comes in the longer gaps, and each waits half of its gap on
    /// average. Nothing for fewer than two dates.
    pub(super) fn mean(&self) -> f64 {
        match self {
            Self::After(years) => *years,
            Self::At(dates) => powers(dates, 2) / (2.0 * powers(dates, 1)).max(f64::MIN_POSITIVE),
        }
    }

    /// When that which comes at a moment leaves.
    fn leaving(&self, came: f64) -> f64 {
        match self {
            Self::After(years) => came + years,
            Self::At(dates) => dates.iter().copied().find(|date| *date > came).unwrap_or(f64::INFINITY),
        }
    }
}

/// The sum of a power of the gaps between dates.
fn powers(dates: &[f64], power: i32) -> f64 {
    dates.windows(2).map(|pair| (pair[1] - pair[0]).powi(power)).sum()
}

impl Queue {
    /// Lets things come at random, one after the other, and leave. Begins so long before the time seen that its first
    /// moment is like every other. The same for the same settings, whatever computes it: the four operations alone.
    #[must_use]
    pub fn run(&self) -> Run {
        let mut run = Run::STILL;
        let mut came = match self.leaves {
            Leaves::After(years) => -years,
            Leaves::At(_) => 0.0,
        };
        if self.rate <= 0.0 || self.seen <= 0.0 {
            return run;
        }
        let (mut dice, last) = (Pcg32::new(SEED.0, SEED.1), (MOMENTS - 1) as f64);
        loop {
            came += gap(&mut dice) / self.rate;
            if came >= self.seen {
                return run;
            }
            let leaves = self.leaves.leaving(came);
            run.mean += (leaves.min(self.seen) - came.max(0.0)).max(0.0) / self.seen;
            let moment = |time: f64| (time / self.seen * last).ceil().clamp(0.0, last + 1.0) as usize;
            run.waiting[moment(came)..moment(leaves)].iter_mut().for_each(|waiting| *waiting += 1);
        }
    }

    /// The standard error of a run's mean against L, when arrivals are independent.
    ///
    /// For the same stay W of all, the numbers waiting at two moments u apart have the covariance λ(W − u) for u < W, and
    /// none beyond. So over a time T the mean has the variance 2λ/T² · ∫ (T − u)(W − u) du from 0 to the smaller of both:
    /// λW²(1 − W/3T)/T where W ≤ T, else λ(W − T/3). With dates each arrival adds its own wait: λΣg³/3T².
    #[must_use]
    pub fn error(&self) -> f64 {
        let (rate, wait, seen) = (self.rate, self.wait, self.seen);
        let variance = match &self.leaves {
            Leaves::At(dates) => rate * powers(dates, 3) / (3.0 * seen * seen),
            Leaves::After(_) if wait <= seen => rate * wait * wait * (1.0 - wait / (3.0 * seen)) / seen,
            Leaves::After(_) => rate * (wait - seen / 3.0),
        };
        variance.max(0.0).sqrt()
    }
}

/// An exponential number of mean 1 by comparisons alone (J. von Neumann, "Various techniques used in connection with
/// random digits", 1951): a logarithm may differ by its last digit between machines, a comparison does not.
fn gap(dice: &mut Pcg32) -> f64 {
    let mut whole = 0.0;
    loop {
        let first = dice.next_u32();
        let (mut low, mut odd) = (first, true);
        loop {
            let next = dice.next_u32();
            if next >= low {
                break;
            }
            (low, odd) = (next, !odd);
        }
        if odd {
            return whole + f64::from(first) / 4_294_967_296.0;
        }
        whole += 1.0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Case, Flow, dates, gaps, own_rate};
    use super::*;
    use crate::data::{Measure, shipped};

    /// Mean 1, variance 1, and a third beyond 1.0986 = ln 3.
    #[test]
    fn gaps_are_exponential() {
        let (mut dice, count) = (Pcg32::new(1, 2), 100_000);
        let all: Vec<f64> = (0..count).map(|_| gap(&mut dice)).collect();
        let mean = all.iter().sum::<f64>() / f64::from(count);
        let variance = all.iter().map(|gap| (gap - mean).powi(2)).sum::<f64>() / f64::from(count);
        let beyond = all.iter().filter(|gap| **gap > 3_f64.ln()).count() as f64 / f64::from(count);
        assert!((mean - 1.0).abs() < 0.015 && (variance - 1.0).abs() < 0.04, "{mean} {variance}");
        assert!((beyond - 1.0 / 3.0).abs() < 0.006, "{beyond}");
    }

    #[test]
    fn runs_agree_with_the_law_within_their_error() {
        let data = shipped();
        for arrivals in [10, 69, 240] {
            for (lag, procedure) in [(0, 1), (6, 1), (6, 12), (24, 24), (0, 24)] {
                for life in [1, 30, 365] {
                    let flow = Flow { arrivals, lag, procedure, life };
                    for (name, case) in Case::ALL {
                        let queue = Queue::new(&data, &flow, case).expect(name);
                        let off = (queue.run().mean - queue.rate * queue.wait).abs();
                        assert!(off <= 4.0 * queue.error() + 1e-9, "{name} {flow:?}: {off} of {}", queue.error());
                    }
                }
            }
        }
    }

    /// The error itself, from many runs: those of a long one, cut into pieces.
    #[test]
    fn the_error_is_that_of_many_runs() {
        let queue = Queue::new(&shipped(), &Flow::default(), Case::Year).expect("a queue");
        let (mut dice, mut came, pieces) = (Pcg32::new(3, 4), 0.0, 2000.0);
        let mut means = vec![0.0; 2000];
        while came < pieces * queue.seen {
            for (place, mean) in means.iter_mut().enumerate() {
                let from = place as f64 * queue.seen;
                let stay = (came + queue.wait).min(from + queue.seen) - came.max(from);
                *mean += stay.max(0.0) / queue.seen;
            }
            came += gap(&mut dice) / queue.rate;
        }
        let mean = means.iter().sum::<f64>() / pieces;
        let error = (means.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / pieces).sqrt();
        assert!((error / queue.error() - 1.0).abs() < 0.06, "{error}, not {}", queue.error());
    }

    #[test]
    fn the_listings_set_the_first_rate_and_the_law_has_its_gaps() {
        let data = shipped();
        let rate = own_rate(&data).expect("a rate");
        assert!((rate.value.get() - 115.0 / 40.0 * 12.0).abs() < 1e-9);
        assert_eq!((rate.value.get() * 2.0).round(), f64::from(Flow::default().arrivals));
        let [short, long] = gaps(&data).expect("gaps").map(|gap| gap.value.get().round());
        assert_eq!((short, long), (6.0, 21.0));
        assert!(dates(&data).expect("dates").windows(2).all(|pair| pair[0].1 < pair[1].1));
    }

    #[test]
    fn nothing_that_comes_and_nobody_who_waits_are_no_error() {
        let data = shipped();
        let flow = Flow { lag: 0, ..Flow::default() };
        assert_eq!(Queue::new(&data, &flow, Case::Floor).expect("a queue").run().mean, 0.0);
        let none = Flow { arrivals: 0, lag: 0, procedure: 0, life: 0 };
        for (name, case) in Case::ALL {
            let queue = Queue::new(&data, &none, case).expect(name);
            assert!(queue.run().mean.is_finite() && queue.error().is_finite(), "{name}");
        }
        let floor = Queue::new(&data, &none, Case::Floor).expect("a queue");
        assert_eq!(super::super::times(&floor, &floor), None);
    }
}
