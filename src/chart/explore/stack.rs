//! Kinds of drugs upon each other, a column a year.
//!
//! In the live chart each kind is a series of columns from zero to the top of its own part; the higher ones stand behind. ECharts stacks
//! only along an axis of categories, and ours has years, so that gaps keep their width.

use crate::chart::Frame;
use crate::chart::parts::{INK, PAPER, QUIET, Series, color, filled, mark};
use crate::chart::plot::{self, ACCENT, PALE, Said};
use crate::draw::Fill;
use crate::draw::colour::Colour;
use crate::model::explore::{Asked, KINDS, What};
use crate::text::fact::{Facts, KIND_NAMES, Seen};
use crate::text::{Key, Words};

/// Series ids and fills of the kinds, from the lowest.
const LOOKS: [(&str, &str, Fill); KINDS.len()] = [
    ("kind-synthetics", ACCENT, Fill::Full(Colour::Accent)),
    ("kind-opiates", INK, Fill::Full(Colour::Ink)),
    ("kind-resin", QUIET, Fill::Full(Colour::Quiet)),
    ("kind-herb", "var(--herb)", Fill::Full(Colour::Herb)),
    ("kind-rest", PALE, Fill::Full(Colour::Pale)),
    ("kind-plants", "url(#hatch)", Fill::Hatch),
];

/// The name of a kind.
pub(super) fn name(kind: usize) -> Key {
    KIND_NAMES[kind]
}

/// What a kind's parts are filled with.
pub(super) fn fill(kind: usize) -> Fill {
    LOOKS[kind].2
}

/// For each kind its years with the height of its own top, and what it alone comes to; none of a kind that is switched off.
pub(super) fn tops(facts: &Facts<'_>) -> Vec<Vec<(f64, Seen)>> {
    let mut sums: Vec<(u16, f64)> = Vec::new();
    let mut kinds = Vec::new();
    let off = facts.kinds_off();
    for kind in 0..KINDS.len() {
        let mut tops = Vec::new();
        let seen = if off & 1 << kind == 0 { facts.seen(What::Kind(kind)) } else { Vec::new() };
        for seen in seen {
            let height = seen.value;
            let top = match sums.iter_mut().find(|(year, _)| *year == seen.year) {
                Some((_, sum)) => {
                    *sum += height;
                    *sum
                }
                None => {
                    sums.push((seen.year, height));
                    height
                }
            };
            tops.push((top, seen));
        }
        kinds.push(tops);
    }
    kinds
}

/// The height of the highest column.
pub(super) fn highest(kinds: &[Vec<(f64, Seen)>]) -> f64 {
    let mut high: f64 = 0.0;
    for (top, _) in kinds.iter().flatten() {
        high = high.max(*top);
    }
    high
}

/// The columns, those behind first; every kind has its series, empty where kinds do not stand upon each other.
pub(super) fn columns(kinds: &[Vec<(f64, Seen)>], asked: &Asked<'_>, frame: Frame) -> Vec<Series> {
    let strip = if frame == Frame::Phone { 200.0 } else { 590.0 } / f64::from(asked.until - asked.since + 1);
    let mut series = Vec::new();
    for (kind, (id, ink, _)) in LOOKS.iter().enumerate().rev() {
        let mut marks = Vec::new();
        for (top, seen) in kinds.get(kind).map_or(&[][..], |tops| &tops[..]) {
            let style = filled(ink).border_color(color(PAPER)).border_width(0.5);
            marks.push(mark(f64::from(seen.year), *top, &seen.fact, style));
        }
        series.push(plot::columns(id, (strip * 0.72).min(44.0), marks));
    }
    series
}

/// Names right of the last column, where their parts are high enough to have one.
pub(super) fn names(words: &Words, kinds: &[Vec<(f64, Seen)>], frame: Frame, high: f64) -> Vec<Said> {
    let line = high * if frame == Frame::Phone { 0.16 } else { 0.042 };
    let mut last = 0;
    for tops in kinds {
        last = last.max(tops.last().map_or(0, |(_, seen)| seen.year));
    }
    let (mut names, mut free) = (Vec::new(), 0.0);
    for (kind, tops) in kinds.iter().enumerate() {
        let Some((top, seen)) = tops.last().filter(|(_, seen)| seen.year == last) else { continue };
        let height = seen.value;
        let at = (top - height / 2.0).max(free + line / 2.0);
        // A thin part keeps its name if it stands near it.
        if at - line < *top {
            names.push((f64::from(last) + 0.4, at, words.plain(name(kind)).to_owned()));
            free = at + line / 2.0;
        }
    }
    names
}
