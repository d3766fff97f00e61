//! Results of section `flow`.

use super::{Facts, Outcome};
use crate::data::{Interval, Ratio};
use crate::id;
use crate::model::flow::{Case, Queue, gaps, own_months, own_rate, times};
use crate::model::growth::Derived;
use crate::text::{Key, Words, key};

impl Facts<'_> {
    /// A queue under the reader's settings, by the name that sentences have for it.
    #[must_use]
    pub fn queue(&self, name: &str) -> Option<Queue> {
        let (_, case) = Case::ALL.iter().find(|(known, _)| *known == name)?;
        Queue::new(self.data, &self.choices.flow, *case)
    }

    /// `{flow.year}` is how many wait, `{flow.year.mean}` how many did in the simulation.
    pub(super) fn flow(&self, name: &str) -> Option<Outcome> {
        use key::flow::{
            FORMULA_BATCHES, FORMULA_EACH, FORMULA_FASTER, FORMULA_GAP, FORMULA_MEAN, FORMULA_RATE, FORMULA_RATIO,
            FORMULA_WAITING, UNIT_A_YEAR, UNIT_MONTHS, UNIT_WAITING,
        };
        let gap = |place: usize| Some(outcome(gaps(self.data)?[place].clone(), 0, UNIT_MONTHS, FORMULA_GAP));
        match name {
            "rate" => Some(outcome(own_rate(self.data)?, 1, UNIT_A_YEAR, FORMULA_RATE)),
            "each" => {
                let rate = own_rate(self.data)?;
                let each = Ratio(rate.value.0 / 12.0);
                let each = Derived { value: each, interval: Interval::point(each), ..rate };
                Some(outcome(each, 1, UNIT_WAITING, FORMULA_EACH))
            }
            "gap.short" => gap(0),
            "gap.long" => gap(1),
            "ratio" => {
                let ratio = times(&self.queue("before")?, &self.queue("lag")?)?;
                Some(outcome(ratio, 1, key::card::UNIT_TIMES, FORMULA_RATIO))
            }
            "faster" => {
                let year = self.queue("year")?;
                let faster = Ratio(year.wait * 12.0 / f64::from(self.choices.flow.procedure.max(1)));
                let inputs = vec![id::SEED_LISTING_BEFORE.to_owned()];
                let faster = Derived { value: faster, interval: None, inputs, ..year.waiting };
                let decimals = u8::from(faster.value.0.fract() != 0.0);
                Some(outcome(faster, decimals, key::card::UNIT_TIMES, FORMULA_FASTER))
            }
            _ => {
                let (case, simulated) = name.strip_suffix(".mean").map_or((name, false), |case| (case, true));
                let queue = self.queue(case)?;
                let waiting = if simulated {
                    Derived { value: Ratio(queue.run().mean), interval: None, ..queue.waiting }
                } else {
                    queue.waiting
                };
                let formula = match case {
                    _ if simulated => FORMULA_MEAN,
                    "batches" => FORMULA_BATCHES,
                    _ => FORMULA_WAITING,
                };
                let decimals = u8::from(waiting.value.0 < 99.95);
                Some(outcome(waiting, decimals, UNIT_WAITING, formula))
            }
        }
    }

    /// What the reader set, and whole numbers of the rows' periods.
    pub(super) fn flow_words(&self, name: &str, words: &Words) -> Option<String> {
        let numbers = &words.numbers;
        match name {
            "arrivals" => {
                let rate = self.choices.flow.rate();
                Some(numbers.fixed(rate, u8::from(rate.fract() != 0.0)))
            }
            "turn" => Some(self.data.figure(id::SEED_LISTING_AFTER)?.period.start?.year().to_string()),
            _ => Some(numbers.fixed(self.set(name)?, 0)),
        }
    }

    /// The same as counts; beyond the table of plural forms by their last two digits, which decide.
    pub(super) fn flow_count(&self, name: &str) -> Option<usize> {
        let count = self.set(name)? as usize;
        Some(if count < 200 { count } else { 100 + count % 100 })
    }

    fn set(&self, name: &str) -> Option<f64> {
        let flow = &self.choices.flow;
        Some(match name {
            "set.lag" => f64::from(flow.lag),
            "set.procedure" => f64::from(flow.procedure),
            "set.life" => f64::from(flow.life),
            "months" => own_months(self.data)?,
            _ => return None,
        })
    }
}

fn outcome(result: Derived<Ratio>, decimals: u8, unit: Key, formula: Key) -> Outcome {
    Outcome { result, decimals: Some(decimals), unit, formula }
}
