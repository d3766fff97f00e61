//! Kinds of drugs upon each other, a column a year.
//!
//! Each kind is a series of columns from zero to the top of its own part; the higher ones stand behind. ECharts stacks
//! only along an axis of categories, and ours has years, so that gaps keep their width.

use crate::chart::Frame;
use crate::chart::parts::{INK, PAPER, QUIET, color, filled, mark};
use crate::chart::plot::{ACCENT, PALE, Said};
use crate::model::explore::{Asked, KINDS, What};
use crate::text::fact::{Facts, Seen};
use crate::text::{Key, Words, key};
use charming::series::Bar;

/// Series ids, fills and names of the kinds, from the lowest.
const LOOKS: [(&str, &str, Key); KINDS.len()] = [
    ("kind-synthetics", ACCENT, key::plants::SYNTHETICS),
    ("kind-opiates", INK, key::explore::OPIATES),
    ("kind-resin", "var(--soft)", key::plants::RESIN),
    ("kind-herb", QUIET, key::plants::HERB),
    ("kind-rest", PALE, key::plants::REST),
    ("kind-plants", "url(#hatch)", key::plants::PLANTS),
];

/// The name of a kind.
pub(super) fn name(kind: usize) -> Key {
    LOOKS[kind].2
}

/// For each kind its years with the height of its own top, and what it alone comes to.
fn tops(facts: &Facts<'_>, by: f64) -> Vec<Vec<(f64, Seen)>> {
    let mut sums: Vec<(u16, f64)> = Vec::new();
    let kinds = (0..KINDS.len()).map(|kind| {
        let top = |seen: Seen| {
            let at = sums.iter().position(|(year, _)| *year == seen.year).unwrap_or_else(|| {
                sums.push((seen.year, 0.0));
                sums.len() - 1
            });
            sums[at].1 += seen.value / by;
            (sums[at].1, seen)
        };
        facts.seen(What::Kind(kind)).into_iter().map(top).collect()
    });
    kinds.collect()
}

/// The columns, those behind first; every kind has its series, empty where kinds do not stand upon each other.
pub(super) fn columns(facts: &Facts<'_>, asked: &Asked<'_>, frame: Frame, by: f64) -> Vec<Bar> {
    let kinds = if asked.stacked { tops(facts, by) } else { KINDS.map(|_| Vec::new()).into() };
    let strip = if frame == Frame::Phone { 200.0 } else { 590.0 } / f64::from(asked.until - asked.since + 1);
    let bar = |(kind, tops): (usize, &Vec<(f64, Seen)>)| {
        let (id, ink, _) = LOOKS[kind];
        let style = || filled(ink).border_color(color(PAPER)).border_width(0.5);
        let marks = tops.iter().map(|(top, seen)| mark(f64::from(seen.year), *top, &seen.fact, style()));
        Bar::new().id(id).bar_gap("-100%").bar_width((strip * 0.72).min(44.0)).data(marks.collect::<Vec<_>>())
    };
    kinds.iter().enumerate().rev().map(bar).collect()
}

/// Names right of the last column, where their parts are high enough to have one.
pub(super) fn names(facts: &Facts<'_>, words: &Words, frame: Frame, by: f64, high: f64) -> Vec<Said> {
    let line = high * if frame == Frame::Phone { 0.11 } else { 0.042 };
    let kinds = tops(facts, by);
    let Some(last) = kinds.iter().flatten().map(|(_, seen)| seen.year).max() else { return Vec::new() };
    let (mut names, mut free) = (Vec::new(), 0.0);
    for (kind, tops) in kinds.iter().enumerate() {
        let Some((top, seen)) = tops.iter().find(|(_, seen)| seen.year == last) else { continue };
        let height = seen.value / by;
        let at = (top - height / 2.0).max(free + line / 2.0);
        // A thin part keeps its name if it stands near it.
        if at - line < *top {
            names.push((f64::from(last) + 0.4, at, words.plain(name(kind)).to_owned()));
            free = at + line / 2.0;
        }
    }
    names
}
