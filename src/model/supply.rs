//! A seizure is supply times the share caught.
//!
//! Seized = supply × share, in both years. So supply grew G = R · p₁₈ ÷ p₂₃ times, R the seizures' own growth and p the
//! shares caught; of these only c = p₂₃ ÷ p₁₈ matters. Nothing published says what c is: the reader does.

use crate::data::{Dataset, Interval, Measure, Printed, Ratio, Value};
use crate::id;
use crate::model::growth::{Derived, Measured, ratio};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use std::cell::Cell;

/// Draws in a simulation.
pub const DRAWS: u32 = 200_000;
/// Bars of its histogram.
pub const BARS: usize = 32;
/// The setting of [`Supply::caught`] at which the share caught stays the same.
pub const STEADY: u16 = 6;
/// Its highest setting.
pub const MOST: u16 = 22;
/// How unsure a reader may be of each year's share: up to so many times more or less.
pub const UNSURE: [f64; 7] = [1.0, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0];

const SEED: (u64, u64) = (0x1ceb_e290, 2018);

/// What of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Of {
    /// Synthetic drugs.
    #[default]
    Synthetics,
    /// All drugs, wild hemp among them.
    All,
}

/// What a reader can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supply {
    /// What of.
    pub of: Of,
    /// How the share caught changed, in half-doublings from [`STEADY`].
    pub caught: u16,
    /// How unsure that is: a place in [`UNSURE`].
    pub unsure: u16,
}

impl Default for Supply {
    fn default() -> Self {
        Self { of: Of::Synthetics, caught: STEADY, unsure: 3 }
    }
}

impl Supply {
    /// How many times the share caught is in 2023 what it was in 2018: c.
    #[must_use]
    pub fn change(&self) -> f64 {
        let halves = i32::from(self.caught) - i32::from(STEADY);
        let root = if halves.rem_euclid(2) == 1 { std::f64::consts::SQRT_2 } else { 1.0 };
        2_f64.powi(halves.div_euclid(2)) * root
    }

    /// How many times more or less each year's share may be than the reader thinks: eʰ.
    #[must_use]
    pub fn factor(&self) -> f64 {
        UNSURE[usize::from(self.unsure).min(UNSURE.len() - 1)]
    }
}

/// How many times the seizures grew: the report's printed multiple for synthetics, its two totals for all drugs.
#[must_use]
pub fn seized(data: &Dataset, of: Of) -> Option<Derived<Ratio>> {
    let weights = |after, before| {
        let weight = |id| Measured::printed(data, id).ok();
        Some(ratio(&weight(after)?, &weight(before)?))
    };
    if of == Of::All {
        return weights(id::SEED_TOTAL_2023, id::SEED_TOTAL_2018);
    }
    let multiple = data.figure(id::SEED_SYNTH_MULTIPLE)?;
    let weights = weights(id::SEED_SYNTH_2023, id::SEED_SYNTH_2018)?;
    let Value::Number(value) = multiple.value else { return None };
    let inputs = [vec![multiple.id.clone()], weights.inputs].concat();
    let interval = multiple.interval()?.divide(&Interval::point(Printed(1.0))?);
    Some(Derived { value: Ratio(value), interval, check: multiple.check.max(weights.check), inputs })
}

/// The growth of supply under the reader's change of the share caught: R ÷ c, from `spread` times less to as much more.
#[must_use]
pub fn growth(seized: &Derived<Ratio>, change: f64, spread: f64) -> Derived<Ratio> {
    let factor = spread / change;
    Derived {
        value: Ratio(seized.value.get() * factor),
        interval: seized.interval.as_ref().and_then(|interval| interval.scale(factor)),
        check: seized.check,
        inputs: seized.inputs.clone(),
    }
}

/// The most that can have been caught in the first year if supply did not grow, in percent: 100 ÷ R for the least R that
/// rounding allows, so that it holds for all of them. Needs no assumption but that at most everything was caught in the
/// last year.
#[must_use]
pub fn bound(seized: &Derived<Ratio>) -> Derived<Ratio> {
    let all = Interval::point(Ratio(100.0));
    let interval = all.zip(seized.interval).and_then(|(all, interval)| all.divide(&interval));
    let value = interval.map_or(Ratio(100.0 / seized.value.get()), |interval| interval.high());
    Derived { value, interval, check: seized.check, inputs: seized.inputs.clone() }
}

/// Where the middle of all draws lies, in spreads: d ÷ 2h with d = ln(R ÷ c) and h = ln of the reader's factor, so that
/// draws lie from this less 1 to this and 1. Infinite where the reader is sure, zero where that leaves nothing at all.
#[must_use]
pub fn place(growth: f64, factor: f64) -> f64 {
    let (d, h) = (growth.ln(), factor.ln());
    if d == 0.0 { 0.0 } else { d / (2.0 * h) }
}

/// The share of draws in which supply grew, in closed form.
///
/// With ln p₁₈ and ln p₂₃ independent and uniform within ±h of their middles, ln G has a triangular density from d − 2h
/// to d + 2h. Above zero lies 1 − (2h − d)²/8h² of it for 0 ≤ d ≤ 2h, (2h + d)²/8h² for −2h ≤ d < 0, else all or nothing;
/// in terms of `place` t = d/2h: 1 − (1 − t)²/2 and (1 + t)²/2.
///
/// Nobody who is sure that nothing changed (t = 0 at h = 0) sees growth in a draw: no draw is above 1; the form gives a
/// half there, as it does for every h above zero. Callers show that case as a point.
#[must_use]
pub fn above(place: f64) -> f64 {
    let t = place.clamp(-1.0, 1.0);
    if t >= 0.0 { 1.0 - (1.0 - t) * (1.0 - t) / 2.0 } else { (1.0 + t) * (1.0 + t) / 2.0 }
}

/// What came of the [`DRAWS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    /// In how many supply grew.
    pub above: u32,
    /// How many fell into each of [`BARS`] equal parts of the range, from the lowest growth on.
    pub bars: [u32; BARS],
}

/// The draws at a place; the last ones are kept, as sentence, figure and table ask for the same.
#[must_use]
pub fn draw(place: f64) -> Drawn {
    thread_local!(static LAST: Cell<Option<(u64, Drawn)>> = const { Cell::new(None) });
    match LAST.get() {
        Some((known, drawn)) if known == place.to_bits() => drawn,
        _ => {
            let drawn = draw_again(place);
            LAST.set(Some((place.to_bits(), drawn)));
            drawn
        }
    }
}

/// Draws both shares again and again. The same on every run and machine: the difference of two whole random numbers
/// decides, and is exact; `place` stands between such differences unless it is 0 or infinite, which are exact too.
fn draw_again(place: f64) -> Drawn {
    let (mut dice, mut drawn) = (Pcg32::new(SEED.0, SEED.1), Drawn { above: 0, bars: [0; BARS] });
    let zero = (-place * 4_294_967_296.0).clamp(-9e15, 9e15).floor() as i64;
    for _ in 0..DRAWS {
        // ln p₁₈ and ln p₂₃, each from −h to h of its middle; their difference in 2h, from −1 to 1 by 2⁻³².
        let apart = i64::from(dice.next_u32()) - i64::from(dice.next_u32());
        drawn.above += u32::from(apart > zero);
        drawn.bars[((apart + (1 << 32)) >> 28) as usize] += 1;
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::shipped;

    /// The area of the triangle above zero, added up in narrow strips: no formula in common with the closed form.
    fn strips(d: f64, h: f64) -> f64 {
        let (count, low) = (8_000, d - 2.0 * h);
        let width = 4.0 * h / f64::from(count);
        let strip = |place: u32| {
            let x = low + (f64::from(place) + 0.5) * width;
            if x > 0.0 { (1.0 - (x - d).abs() / (2.0 * h)) / (2.0 * h) * width } else { 0.0 }
        };
        (0..count).map(strip).sum()
    }

    #[test]
    fn draws_agree_with_the_closed_form_and_that_with_its_density() {
        let data = shipped();
        for of in [Of::Synthetics, Of::All] {
            let seized = seized(&data, of).expect("a ratio");
            for caught in (0..=MOST).step_by(2) {
                for unsure in [1, 3, 6] {
                    let supply = Supply { of, caught, unsure };
                    let growth = growth(&seized, supply.change(), 1.0).value.get();
                    let place = place(growth, supply.factor());
                    let wanted = above(place);
                    assert!((strips(growth.ln(), supply.factor().ln()) - wanted).abs() < 1e-4, "{supply:?}");
                    let drawn = f64::from(draw(place).above) / f64::from(DRAWS);
                    let error = (wanted * (1.0 - wanted) / f64::from(DRAWS)).sqrt();
                    assert!((drawn - wanted).abs() <= 4.0 * error + 1e-12, "{supply:?}: {drawn}, not {wanted}");
                }
            }
        }
    }

    #[test]
    fn the_same_digits_on_every_run() {
        let drawn = draw(0.25);
        assert_eq!(drawn, draw_again(0.25));
        assert_eq!(drawn.bars.iter().sum::<u32>(), DRAWS);
        assert_eq!(drawn.above, 143_534);
    }

    #[test]
    fn whoever_is_sure_has_a_point() {
        assert_eq!((place(2.0, 1.0), place(0.5, 1.0)), (f64::INFINITY, f64::NEG_INFINITY));
        assert_eq!((above(f64::INFINITY), above(f64::NEG_INFINITY), place(1.0, 1.0)), (1.0, 0.0, 0.0));
        assert_eq!((draw(f64::INFINITY).above, draw(f64::NEG_INFINITY).above), (DRAWS, 0));
    }

    #[test]
    fn half_doublings_reach_the_seizures_own_growth() {
        let change = |caught| Supply { caught, ..Supply::default() }.change();
        assert_eq!((change(0), change(STEADY), change(MOST)), (0.125, 1.0, 256.0));
        assert!((change(7) - 2_f64.sqrt()).abs() < 1e-15 && (change(5) - 0.5_f64.sqrt()).abs() < 1e-15);
        let data = shipped();
        for of in [Of::Synthetics, Of::All] {
            let seized = seized(&data, of).expect("a ratio").value.get();
            assert!(change(0) < seized && seized < change(MOST));
        }
    }

    /// 100 ÷ 143.35 = 0.6976; 100 ÷ (41.05 ÷ 20.35) = 49.57.
    #[test]
    fn flat_supply_bounds_what_was_caught_first() {
        let data = shipped();
        for (of, wanted) in [(Of::Synthetics, 0.6976), (Of::All, 49.57)] {
            let bound = bound(&seized(&data, of).expect("a ratio"));
            assert!((bound.value.get() / wanted - 1.0).abs() < 1e-3, "{bound:?}");
            assert!(bound.interval.is_some_and(|interval| interval.low() < bound.value));
        }
    }
}
