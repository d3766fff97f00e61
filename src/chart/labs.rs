//! Figure `labs`: every published national count of laboratories, by what was counted.

use super::parts::{INK, QUIET};
use super::plot::{ACCENT, Group, Look, Plot, Scale, printed};
use super::table::{Cell, Table};
use super::{Chart, Figure, Frame, Scene, Size, given_chart, written};
use crate::id;
use crate::model::labs::{APART, PARTS, SYNTHETIC_PARTS, YEARS};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use charming::element::Symbol;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "labs",
    scenes: &[&TWO, &ALL, &KINDS, &SUM],
    still: &KINDS,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::labs::CAPTION,
    caption_more: key::labs::CAPTION_MORE,
    table: written(table),
    #[cfg(not(target_arch = "wasm32"))]
    // Without the sum, which is three of them together.
    heard: crate::chart::Heard::rows(1, 0, COUNTS),
};
/// The report's two counts.
pub const TWO: Scene = Scene { id: "two", draw: given_chart("labs", two), alt: |_| vec![key::labs::ALT_TWO] };
/// Every count.
pub const ALL: Scene = Scene { id: "all", draw: given_chart("labs", all), alt: |_| vec![key::labs::ALT_ALL] };
/// Laboratories for synthetics among them.
pub const KINDS: Scene = Scene { id: "kinds", draw: given_chart("labs", kinds), alt: |_| vec![key::labs::ALT_KINDS] };
/// Three years together, and how many were for synthetics in several.
pub const SUM: Scene = Scene { id: "sum", draw: given_chart("labs", sum), alt: |_| vec![key::labs::ALT_SUM] };

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::cast_possible_truncation, reason = "a few dozen")]
const COUNTS: u8 =
    (REPORT.len() + YEARS.len() + APART.len() + SYNTHETIC.len() + PARTS.len() + SYNTHETIC_PARTS.len()) as u8;
const SYNTHETIC: [&str; 3] = [id::MVD25_LABS_SYNTH, id::MVD25_8M_LABS_GROW, id::UNODC_87_LABS];
const REPORT: [&str; 2] = [id::SEED_LABS_PREV, id::SEED_LABS_2023];
/// The middle of the three years that are added up, and half of what they take.
const THREE: (f64, f64) = (2023.0, 1.5);

/// Marks by what was counted; a scene leaves some lists empty.
#[derive(Default)]
struct Shown {
    years: &'static [&'static str],
    apart: bool,
    parts: &'static [&'static str],
    synthetic: &'static [&'static str],
    synthetic_parts: &'static [&'static str],
    sum: bool,
}

fn plot(facts: &Facts<'_>, words: &Words, frame: Frame, shown: &Shown) -> Plot {
    let group = |id, look, symbol, figures: &[&str]| Group {
        id,
        look,
        symbol,
        joined: false,
        marks: figures.iter().filter_map(|figure| printed(facts, figure)).collect(),
    };
    let mut quoted = group("quoted", Look::Full(ACCENT), Symbol::Diamond, &[]);
    let mut three = Group { joined: true, ..group("sum", Look::Full(INK), Symbol::Circle, &[]) };
    if shown.sum {
        let height = facts.outcome("labs.sum").map(|outcome| outcome.result.value.0).unwrap_or_default();
        // The middle stands for the sum, the ends for how far it reaches.
        let marks = [(-THREE.1, ""), (0.0, "labs.sum"), (THREE.1, "")];
        three.marks.extend(marks.map(|(apart, fact)| (THREE.0 + apart, height, fact.to_owned())));
        let number = facts.data.figure(id::UNODC_87_LABS).and_then(|figure| figure.interval());
        quoted.marks.extend(number.map(|number| (THREE.0, number.low().0, id::UNODC_87_LABS.to_owned())));
    }
    let [agency, other] = APART.map(|id| if shown.apart { vec![id] } else { Vec::new() });
    let groups = vec![
        group("parts", Look::Hollow(QUIET), Symbol::Triangle, shown.parts),
        group("synthetic-parts", Look::Hollow(ACCENT), Symbol::Triangle, shown.synthetic_parts),
        group("agency", Look::Hollow(QUIET), Symbol::Circle, &agency),
        group("other", Look::Hollow(QUIET), Symbol::Diamond, &other),
        group("years", Look::Full(QUIET), Symbol::Circle, shown.years),
        group("report", Look::Full(INK), Symbol::Circle, &REPORT),
        group("synthetic", Look::Full(ACCENT), Symbol::Circle, shown.synthetic),
        three,
        quoted,
    ];
    let (high, step) = if shown.sum { (250.0, 50.0) } else { (150.0, 25.0) };
    let every = if frame == Frame::Phone { 2 } else { 1 };
    Plot {
        years: (2018.4, 2025.7, (2019..=2025).filter(|year| (2025 - year) % every == 0).collect()),
        scale: Scale::Linear { high, step: if frame == Frame::Phone { 50.0 } else { step } },
        unit: words.plain(key::labs::CHART_UNIT).to_owned(),
        groups,
        spans: Vec::new(),
        rules: Vec::new(),
        above: Vec::new(),
        left: Vec::new(),
        right: Vec::new(),
    }
}

/// A count's number, at its mark.
fn number(facts: &Facts<'_>, words: &Words, id: &str) -> Option<(f64, f64, String)> {
    let (at, height, _) = printed(facts, id)?;
    Some((at, height, facts.number(id, words)?.text))
}

/// A sentence, at a count's mark.
fn said(facts: &Facts<'_>, words: &Words, id: &str, key: Key) -> Option<(f64, f64, String)> {
    let (at, height, _) = printed(facts, id)?;
    Some((at, height, plain(facts, words, key)))
}

fn two(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut plot = plot(facts, words, frame, &Shown::default());
    plot.above.extend(REPORT.iter().filter_map(|id| number(facts, words, id)));
    plot.chart(frame)
}

fn all(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let shown = Shown { years: YEARS, apart: true, parts: PARTS, ..Shown::default() };
    let mut plot = plot(facts, words, frame, &shown);
    let [agency, other] = APART;
    plot.above.extend(YEARS.iter().filter_map(|id| number(facts, words, id)));
    plot.left.extend(number(facts, words, REPORT[0]));
    plot.right.extend(number(facts, words, REPORT[1]));
    // Beside their marks as far as others need it.
    plot.above.extend(said(facts, words, other, key::labs::CHART_OTHER).map(|(at, high, said)| (at - 0.5, high, said)));
    plot.right
        .extend(said(facts, words, agency, key::labs::CHART_AGENCY).map(|(at, high, said)| (at, high + 5.0, said)));
    plot.above.push((2020.2, 22.0, plain(facts, words, key::labs::CHART_PARTS)));
    plot.chart(frame)
}

fn kinds(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let shown = Shown {
        years: YEARS,
        parts: &[id::MVD25_8M_LABS, id::MVD25_8M_LABS_GROW],
        synthetic: &[id::MVD25_LABS_SYNTH],
        synthetic_parts: SYNTHETIC_PARTS,
        ..Shown::default()
    };
    let mut plot = plot(facts, words, frame, &shown);
    let grow = if frame == Frame::Phone { key::labs::CHART_GROW_SHORT } else { key::labs::CHART_GROW };
    plot.left.extend(said(facts, words, id::MVD25_LABS, key::labs::CHART_KINDS));
    plot.left.extend(said(facts, words, id::MVD25_8M_LABS_GROW, grow));
    plot.left.extend(said(facts, words, id::MVD25_LABS_SYNTH, key::labs::CHART_SYNTHETIC));
    plot.above.extend([YEARS[0], REPORT[1]].iter().filter_map(|id| number(facts, words, id)));
    plot.left.extend(number(facts, words, REPORT[0]));
    plot.chart(frame)
}

fn sum(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let shown = Shown { years: YEARS, synthetic: &[id::MVD25_LABS_SYNTH], sum: true, ..Shown::default() };
    let mut plot = plot(facts, words, frame, &shown);
    let heights = plot.groups.iter().rev().take(2).filter_map(|group| group.marks.first()).map(|mark| mark.1);
    let keys = [key::labs::CHART_QUOTED, key::labs::CHART_SUM];
    let over = heights.zip(keys).map(|(height, key)| (THREE.0, height, plain(facts, words, key))).collect::<Vec<_>>();
    plot.above.extend(over);
    plot.chart(frame)
}

/// Every count with what its source says was counted, and its check.
fn table(facts: &Facts<'_>, words: &Words) -> Table {
    let head = [key::labs::TABLE_YEAR, key::labs::TABLE_COUNT, key::labs::TABLE_KIND, key::doubled::TABLE_CHECK];
    let row = |id: &str| {
        let (figure, number) = (facts.data.figure(id)?, facts.number(id, words)?);
        let check = Cell::Words(words.plain(number.check_short()).to_owned());
        Some(vec![
            Cell::Words(words.name(&figure.period.text).to_owned()),
            Cell::Number(number),
            Cell::Words(words.name(&figure.drug).to_owned()),
            check,
        ])
    };
    let whole = REPORT.iter().chain(YEARS).chain(&APART).chain(&SYNTHETIC);
    let ids = whole.chain(PARTS).chain(SYNTHETIC_PARTS);
    Table {
        head: head.iter().map(|key| plain(facts, words, *key)).collect(),
        rows: ids.filter_map(|id| row(id)).chain(together(facts, words)).collect(),
    }
}

/// Three years' counts together.
fn together(facts: &Facts<'_>, words: &Words) -> Option<Vec<Cell>> {
    let (first, last) = (facts.year_of(id::PM22_LABS)?, facts.year_of(id::TIMESCA24_LABS)?);
    let number = facts.number("labs.sum", words)?;
    let check = Cell::Words(words.plain(number.check_short()).to_owned());
    let kind = Cell::Words(words.plain(key::labs::UNIT_THREE).to_owned());
    Some(vec![Cell::Words(format!("{first}–{last}")), Cell::Number(number), kind, check])
}
