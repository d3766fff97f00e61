//! The end of the argument: seven findings, each with what the reader said or chose where they did.

use crate::model::flow::Flow;
use crate::model::{Choices, Inside};
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// One finding.
#[derive(Debug)]
pub struct Finding {
    /// The section that shows it.
    pub section: &'static str,
    /// The finding in a sentence or two.
    pub says: Key,
    /// What the reader said or chose, held against it; none where they did not.
    pub own: fn(&Facts<'_>) -> Vec<Key>,
}

/// Every finding, in the order of the story.
pub const FINDINGS: &[Finding] = &[
    Finding { section: "share", says: key::closing::SHARE, own: share },
    Finding { section: "doubled", says: key::closing::DOUBLED, own: doubled },
    Finding { section: "plants", says: key::closing::PLANTS, own: plants },
    Finding { section: "times-143", says: key::closing::TIMES, own: times },
    Finding { section: "labs", says: key::closing::LABS, own: |_| Vec::new() },
    Finding { section: "flow", says: key::closing::FLOW, own: flow },
    Finding { section: "iceberg", says: key::closing::ICEBERG, own: iceberg },
];

fn when(holds: bool, says: Key) -> Vec<Key> {
    holds.then_some(says).into_iter().collect()
}

/// The guess of the opening.
fn share(facts: &Facts<'_>) -> Vec<Key> {
    let near = |apart: f64| if apart < 0.5 { key::closing::OWN_SHARE_NEAR } else { key::closing::OWN_SHARE };
    facts.share_apart().map(near).into_iter().collect()
}

/// The line that was drawn, and the base year.
fn doubled(facts: &Facts<'_>) -> Vec<Key> {
    let mut own = when(!facts.guess_line().is_empty(), key::closing::OWN_LINE);
    own.extend(when(facts.choices.base.0 != facts.report_base(), key::closing::OWN_BASE));
    own
}

/// Another reading than the first.
fn plants(facts: &Facts<'_>) -> Vec<Key> {
    match facts.choices.inside {
        Inside::Plants => Vec::new(),
        Inside::Straw => vec![key::closing::OWN_STRAW],
        Inside::Neither => vec![key::closing::OWN_NEITHER],
    }
}

/// Another beginning than the report's.
fn times(facts: &Facts<'_>) -> Vec<Key> {
    match facts.choices.times_from {
        0 => vec![key::closing::OWN_FIRST],
        2 => vec![key::closing::OWN_LATER],
        _ => Vec::new(),
    }
}

fn flow(facts: &Facts<'_>) -> Vec<Key> {
    let (now, usual) = (facts.choices.flow, Choices::default().flow);
    let queue = |flow: Flow| (flow.arrivals, flow.lag, flow.procedure);
    when(queue(now) != queue(usual), key::closing::OWN_FLOW)
}

fn iceberg(facts: &Facts<'_>) -> Vec<Key> {
    when(facts.choices.supply != Choices::default().supply, key::closing::OWN_ICEBERG)
}
