//! Figure `audit`: every claim of the report, and what it was held against, on one axis of multiples.

mod said;

use super::strips::Strips;
use super::svg::{Size, open, put_mark, put_words};
use super::table::{Cell, Table};
use super::{Figure, Frame, Scene, given_svg, written};
use crate::model::audit::{CLAIMS, Finding, around};
use crate::model::conflicts::Verdict;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use said::{SAID, Said};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "audit",
    scenes: &[&EVERY, &INCONSISTENT, &COMPATIBLE, &CANNOT],
    still: &EVERY,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::audit::CAPTION,
    caption_more: key::audit::CAPTION_MORE,
    table: written(table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: None,
};
/// All claims.
pub const EVERY: Scene = Scene {
    id: "all",
    draw: given_svg("audit", |facts, words, size| draw(facts, words, size, None)),
    alt: |_| vec![key::audit::ALT_ALL],
};
/// Those that another published figure contradicts.
pub const INCONSISTENT: Scene = Scene {
    id: "inconsistent",
    draw: given_svg("audit", |facts, words, size| draw(facts, words, size, Some(Verdict::Inconsistent))),
    alt: |_| vec![key::audit::ALT_INCONSISTENT],
};
/// Those that agree with one, as far as rounding tells.
pub const COMPATIBLE: Scene = Scene {
    id: "compatible",
    draw: given_svg("audit", |facts, words, size| draw(facts, words, size, Some(Verdict::Compatible))),
    alt: |_| vec![key::audit::ALT_COMPATIBLE],
};
/// Those that nothing published lets us check.
pub const CANNOT: Scene = Scene {
    id: "cannot",
    draw: given_svg("audit", |facts, words, size| draw(facts, words, size, Some(Verdict::CannotCheck))),
    alt: |_| vec![key::audit::ALT_CANNOT],
};

/// The order of the groups, and the word for each.
const VERDICTS: [(Verdict, Key); 3] = [
    (Verdict::Inconsistent, key::card::INCONSISTENT),
    (Verdict::Compatible, key::card::COMPATIBLE),
    (Verdict::CannotCheck, key::card::CANNOT_CHECK),
];
/// Between two groups, in rows.
const GAP: f64 = 0.4;
/// Below the rows, for the words of the axis.
const BELOW: f64 = 24.0;

/// A verdict in a word or two.
fn word(verdict: Verdict, words: &Words) -> &str {
    VERDICTS.iter().find(|(known, _)| *known == verdict).map_or("", |(_, key)| words.plain(*key))
}

/// Places of claims in groups by verdict, each with its row.
fn rows(facts: &Facts<'_>) -> Vec<(usize, Verdict)> {
    let mut rows = Vec::new();
    for (verdict, _) in VERDICTS {
        let of = |place: &usize| CLAIMS[*place].verdict(facts.data, facts.results) == verdict;
        rows.extend((0..CLAIMS.len()).filter(of).map(|place| (place, verdict)));
    }
    rows
}

/// Smaller rooms get the drawing of this one made smaller: its rows have no words to spare, and would run together.
const LEAST: Size = Size::new(338.0, 288.0);

fn draw(facts: &Facts<'_>, words: &Words, size: Size, shown: Option<Verdict>) -> String {
    let size = Size::new(size.width.max(LEAST.width), size.height.max(LEAST.height));
    let phone = size.frame() == Frame::Phone;
    let pitch = (size.height - BELOW) / (CLAIMS.len() as f64 + 2.0 * GAP);
    let (left, reach) = if phone { (124.0, 14.0) } else { (176.0, 26.0) };
    let mut strips =
        Strips { log: true, ends: (0.024, 8.0), edges: (left, size.width - 6.0), rows: (pitch / 2.0, pitch), reach };
    let mut svg = open("strips", if phone { "audit-phone" } else { "audit" }, size);
    let bottom = size.height - BELOW + 4.0;
    strips.put_tick(&mut svg, 0.1, (0.0, bottom), words.plain(key::audit::CHART_TENTH));
    strips.put_tick(&mut svg, 1.0, (0.0, bottom), words.plain(key::audit::CHART_SAME));
    let mut group = Verdict::Inconsistent;
    let rows = rows(facts);
    for (row, (place, verdict)) in rows.iter().copied().enumerate() {
        if verdict != group {
            (group, strips.rows.0) = (verdict, strips.rows.0 + GAP * pitch);
        }
        let faded = if shown.is_none_or(|shown| shown == verdict) { "" } else { " faded" };
        // Where there is room, the group's name stands at the end of its last row.
        if !phone && rows.get(row + 1).is_none_or(|(_, next)| *next != verdict) {
            let name = word(verdict, words);
            put_words(&mut svg, &format!("total{faded}"), (strips.edges.1, strips.y(row) + 4.5), "end", name);
        }
        put_row(&mut svg, (facts, words), &strips, (row, place), faded);
    }
    svg + "</svg>"
}

/// The claim's words, what it prints as a pale bar, and each finding with its words.
fn put_row(
    svg: &mut String,
    (facts, words): (&Facts<'_>, &Words),
    strips: &Strips,
    (row, place): (usize, usize),
    faded: &str,
) {
    let (claim, said) = (&CLAIMS[place], &SAID[place]);
    let (label, base) = (plain(facts, words, said.label), strips.y(row) + 4.5);
    put_words(svg, &format!("name{faded}"), (strips.edges.0 - 8.0, base), "end", &label);
    if let Some(around) = around(facts.data, claim) {
        let path = strips.span(row, (around.low().0, around.high().0), 3.5);
        let verdict = word(claim.verdict(facts.data, facts.results), words);
        put_mark(svg, &format!("printed{faded}"), claim.id, &path, &format!("{label}: {verdict}"));
    }
    let findings = claim.findings(facts.data, facts.results);
    let mut beside = false;
    for (at, (finding, compared)) in findings.iter().zip(said.against).enumerate() {
        let compared = plain(facts, words, *compared);
        let Some((value, class, path)) = path_of(strips, row, finding) else { continue };
        beside = true;
        let fact = format!("audit.{}.{}", claim.id, at + 1);
        put_mark(svg, &format!("{class}{faded}"), &fact, &path, &format!("{label}: {compared}"));
        // Agreement is told left of it, conflict right, where there is room.
        let right = finding.verdict == Verdict::Inconsistent && value < 3.0;
        let low = finding.compared.as_ref().and_then(|compared| compared.interval).map_or(value, |ends| ends.low().0);
        let left = (strips.x(low) - 5.0).min(strips.x(value) - 10.0);
        let (x, anchor) = if right { (strips.x(value) + 10.0, "start") } else { (left, "end") };
        put_words(svg, &format!("said{faded}"), (x, base), anchor, &compared);
    }
    if !beside {
        let at = strips.x(1.0) - strips.reach - 13.0;
        put_words(svg, &format!("why{faded}"), (at, base), "end", &plain(facts, words, said.short));
    }
}

/// Where a finding stands, its class and its path: filled where compatible, hollow with a cross where not.
fn path_of(strips: &Strips, row: usize, finding: &Finding) -> Option<(f64, &'static str, String)> {
    let compared = finding.compared.as_ref()?;
    let (value, interval) = (compared.value.0, compared.interval?);
    let whisker = strips.span(row, (interval.low().0, interval.high().0), 1.0);
    Some(if finding.verdict == Verdict::Inconsistent {
        (value, "clash", strips.ring(row, value, 5.0) + &strips.cross(row, value, 3.0))
    } else {
        (value, "match", whisker + &strips.ring(row, value, 4.0))
    })
}

/// Each claim as printed, what it was held against as a multiple of it, the verdict, and why; in groups.
fn table(facts: &Facts<'_>, words: &Words) -> Table {
    use key::audit::{TABLE_CLAIM, TABLE_COMPARED, TABLE_PRINTED, TABLE_VERDICT, TABLE_WHY};
    let row = |(place, verdict): (usize, Verdict)| {
        let (claim, Said { label, why, .. }) = (&CLAIMS[place], &SAID[place]);
        let last = facts.number(&format!("audit.{}.{}", claim.id, claim.against.len()), words);
        Some(vec![
            Cell::Words(plain(facts, words, *label)),
            Cell::Number(facts.number(claim.id, words)?),
            last.map_or(Cell::Empty, Cell::Number),
            Cell::Words(word(verdict, words).to_owned()),
            Cell::Words(plain(facts, words, *why)),
        ])
    };
    Table {
        head: [TABLE_CLAIM, TABLE_PRINTED, TABLE_COMPARED, TABLE_VERDICT, TABLE_WHY]
            .iter()
            .map(|key| plain(facts, words, *key))
            .collect(),
        rows: rows(facts).into_iter().filter_map(row).collect(),
    }
}
