//! Figure `doubled`: the two totals of the report, then every year around them.

mod rows;

use super::years::{Amounts, Plot, Years};
use super::{Draw, Figure, Scene, Size};
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Drawing, Label, Paint, Rect, Side};
use crate::id;
use crate::text::fact::{Facts, Point};
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "doubled",
    scenes: &[&BARS, &LINE, &BASES, &RISE, &CONFLICT],
    still: &BASES,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::doubled::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::doubled::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(1),
};
/// The report's two totals as columns.
pub const BARS: Scene = Scene { id: "bars", draw: Draw::Kit(bars), alt: |_| vec![key::doubled::ALT_BARS] };
/// Every year with a total; base year and last year stand as columns.
pub const LINE: Scene = Scene { id: "line", draw: Draw::Kit(line), alt: alt_line };
/// Which base years make the last total a doubling.
pub const BASES: Scene = Scene { id: "bases", draw: Draw::Kit(bases), alt: |_| vec![key::doubled::ALT_BASES] };
/// The last year against the one before it.
pub const RISE: Scene = Scene { id: "rise", draw: Draw::Kit(rise), alt: |_| vec![key::doubled::ALT_RISE] };
/// The other totals that were published for the same years.
pub const CONFLICT: Scene =
    Scene { id: "conflict", draw: Draw::Kit(conflict), alt: |_| vec![key::doubled::ALT_CONFLICT] };

fn alt_line(facts: &Facts<'_>) -> Vec<Key> {
    let guess = (!facts.guess_line().is_empty()).then_some(key::doubled::ALT_GUESS);
    [key::doubled::ALT_LINE].into_iter().chain(guess).collect()
}

/// The highest of the report's totals and those around them.
fn highest(facts: &Facts<'_>) -> f64 {
    let totals = [id::SEED_TOTAL_2018, id::SEED_TOTAL_2023, id::MVD25_TOTAL];
    let printed = totals.iter().filter_map(|id| facts.tonnes(id));
    facts.points().iter().map(|point| point.tonnes).chain(printed).fold(0.0, f64::max)
}

/// The whole run of years up to `high` tonnes, with the years that must be named.
fn run<'a>(
    (facts, words): (&'a Facts<'a>, &'a Words),
    (size, layout): (Size, &'static str),
    high: f64,
    named: &[u16],
) -> Plot<'a> {
    let (first, last) = (facts.first(), facts.year_of(id::MVD25_TOTAL).unwrap_or(facts.report_last()));
    let years =
        Years { ends: (f64::from(first) - 0.8, f64::from(last) + 0.8), labelled: Years::labelled(first, last, named) };
    Plot::new((facts, words), (size, layout), &years, Amounts::Marks(high), words.plain(key::doubled::CHART_UNIT))
}

/// The line of the yearly sums, with a dot a year; the totals of `columns` stand as columns with their numbers.
fn put_run(plot: &mut Plot<'_>, facts: &Facts<'_>, columns: &[(u16, String)], full: fn(&Point) -> bool) {
    let points = facts.points();
    let column_width = (plot.x.step() * 0.7).clamp(5.0, 14.0);
    for (year, fact) in columns {
        let Some(tonnes) = facts.tonnes(fact) else { continue };
        let colour = if *year == facts.report_last() { Colour::Ink } else { Colour::Quiet };
        plot.column(f64::from(*year), tonnes, fact, column_width, Paint::full(colour));
        plot.number(fact, (f64::from(*year), tonnes), &[Side::Above, Side::Left, Side::Right]);
    }
    let years = points.first().map_or(0, |point| point.year)..=points.last().map_or(0, |point| point.year);
    let at = |year: u16| {
        let found = points.iter().find(|point| point.year == year);
        (f64::from(year), found.map(|point| point.tonnes))
    };
    plot.line(&years.map(at).collect::<Vec<_>>(), Paint::line(Colour::Quiet, 2.0));
    for point in points.iter().filter(|point| !columns.iter().any(|(year, _)| *year == point.year)) {
        let paint = if full(point) { Paint::full(Colour::Quiet) } else { Paint::hollow(Colour::Quiet, 2.0) };
        plot.dot(f64::from(point.year), point.tonnes, &point.fact, paint);
    }
}

/// The report's last year, and the one that the reader compares it with.
fn chosen(facts: &Facts<'_>) -> Vec<(u16, String)> {
    vec![(facts.choices.base.0, facts.base_fact()), (facts.report_last(), id::SEED_TOTAL_2023.into())]
}

/// The ministry's total after the report's last year.
fn put_later(plot: &mut Plot<'_>, facts: &Facts<'_>, words: &Words) {
    let (Some(year), Some(tonnes)) = (facts.year_of(id::MVD25_TOTAL), facts.tonnes(id::MVD25_TOTAL)) else { return };
    let year = f64::from(year);
    plot.diamond(year, tonnes, id::MVD25_TOTAL, Paint::hollow(Colour::Ink, 2.0));
    let said = |key| plain(facts, words, key);
    let sides = [Side::Above, Side::Below, Side::Left];
    let label = plot.label(&said(key::doubled::CHART_ABOUT), id::MVD25_TOTAL, (year, tonnes), &sides);
    plot.drawing.label(label.or(said(key::doubled::CHART_ABOUT_SHORT)));
}

fn bars(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let (first, last) = (facts.report_base(), facts.report_last());
    let (middle, reach) = (f64::midpoint(f64::from(first), f64::from(last)), f64::from(last.abs_diff(first)));
    let years = Years { ends: (middle - reach, middle + reach), labelled: vec![first, last] };
    let unit = words.plain(key::doubled::CHART_UNIT);
    let mut plot = Plot::new((facts, words), (size, "bars"), &years, Amounts::Marks(highest(facts)), unit);
    let width = (plot.area.width() / 5.0).min(130.0);
    for (year, fact, colour) in [(first, id::SEED_TOTAL_2018, Colour::Quiet), (last, id::SEED_TOTAL_2023, Colour::Ink)]
    {
        let Some(tonnes) = facts.tonnes(fact) else { continue };
        plot.column(f64::from(year), tonnes, fact, width, Paint::full(colour));
        plot.number(fact, (f64::from(year), tonnes), &[Side::Above]);
    }
    let before = facts.tonnes(id::SEED_TOTAL_2018).unwrap_or_default();
    let times = plain(facts, words, key::doubled::CHART_TIMES_REPORT);
    plot.drawing.label(plot.label(&times, "", (middle, before), &[Side::Above, Side::Below]).bold());
    plot.finished()
}

fn line(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let guess = facts.guess_line();
    let high = guess.iter().map(|(_, tonnes)| *tonnes).fold(highest(facts), f64::max);
    let mut plot = run((facts, words), (size, "line"), high, &named(facts));
    put_run(&mut plot, facts, &chosen(facts), |_| true);
    put_later(&mut plot, facts, words);
    let drawn: Vec<(f64, Option<f64>)> = guess.iter().map(|(year, tonnes)| (f64::from(*year), Some(*tonnes))).collect();
    plot.line(&drawn, Paint::line(Colour::Guess, 2.5).dashed());
    if let Some((year, tonnes)) = guess.last() {
        let at = (f64::from(*year), *tonnes);
        let sides = [Side::Left, Side::Above, Side::Below];
        let label = plot.label(words.plain(key::doubled::CHART_GUESS), "", at, &sides).colour(Colour::Guess);
        plot.drawing.label(label.or_lines(90.0));
    }
    plot.finished()
}

/// Years whose names are needed: those that stand as columns, and the one after them.
fn named(facts: &Facts<'_>) -> Vec<u16> {
    let columns = [facts.choices.base.0, facts.report_last()];
    columns.into_iter().chain(facts.year_of(id::MVD25_TOTAL)).collect()
}

fn bases(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut plot = run((facts, words), (size, "bases"), highest(facts), &named(facts));
    if let Some(half) = facts.tonnes(id::SEED_TOTAL_2023).map(|tonnes| tonnes / 2.0) {
        plot.rule(half, Paint::line(Colour::Ink, 1.5).dashed());
        let (area, type_size) = (plot.area, plot.drawing.type_size());
        let said = plain(facts, words, key::doubled::CHART_HALF);
        let y = plot.y.at(half);
        // Wherever the years leave it room, over or under its rule.
        let spot = |share: f64| {
            let x = area.left + area.width() * share;
            beside(&Rect::around((x, y), 1.0), 2.0, type_size, &[Side::Below, Side::Above])
        };
        let spots = [0.3, 0.45, 0.6, 0.2, 0.8].into_iter().flat_map(spot).collect();
        plot.drawing.label(Label::new(said, "", type_size, spots).rank(0));
    }
    put_run(&mut plot, facts, &chosen(facts), |point| point.doubles);
    put_later(&mut plot, facts, words);
    plot.finished()
}

fn rise(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let (before, last) = (facts.previous(), facts.report_last());
    let mut plot = run((facts, words), (size, "rise"), highest(facts), &[last, before]);
    let columns = [(before, format!("total.{before}")), (last, id::SEED_TOTAL_2023.into())];
    put_run(&mut plot, facts, &columns, |_| true);
    let (low, high) = (facts.tonnes("total.previous"), facts.tonnes(id::SEED_TOTAL_2023));
    let times = plain(facts, words, key::doubled::CHART_TIMES_RISE);
    let middle = f64::midpoint(low.unwrap_or_default(), high.unwrap_or_default());
    let label = plot.label(&times, "", (f64::from(before), middle), &[Side::Above, Side::Left, Side::Below]);
    plot.drawing.label(label.bold().rank(0));
    plot.finished()
}

fn conflict(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let said = |key| plain(facts, words, key);
    let disputed = facts.tonnes(id::PGO18_TOTAL).unwrap_or_default();
    let (base, last) = (facts.report_base(), facts.report_last());
    let mut plot = run((facts, words), (size, "conflict"), highest(facts).max(disputed), &[base, last]);
    let columns = [(base, id::SEED_TOTAL_2018.into()), (last, id::SEED_TOTAL_2023.into())];
    put_run(&mut plot, facts, &columns, |_| true);
    let sides = [Side::Left, Side::Right, Side::Above];
    if let (Some(year), Some(tonnes)) = (facts.year_of(id::PGO18_TOTAL), facts.tonnes(id::PGO18_TOTAL)) {
        let at = (f64::from(year), tonnes);
        plot.diamond(at.0, at.1, id::PGO18_TOTAL, Paint::hollow(Colour::Ink, 2.0));
        let label = plot.label(&said(key::doubled::CHART_PROSECUTOR), id::PGO18_TOTAL, at, &sides);
        plot.drawing.label(label.or(said(key::doubled::CHART_PROSECUTOR_SHORT)).or_lines(120.0).lead());
    }
    if let (Some(year), Some(tonnes)) = (facts.year_of(id::KOKNAR_2019_TOTAL), facts.tonnes(id::KOKNAR_2019_TOTAL)) {
        plot.upward(f64::from(year), tonnes, id::KOKNAR_2019_TOTAL, Colour::Ink);
        let above = (f64::from(year), plot.y.value(plot.y.at(tonnes) - 30.0));
        let sides = [Side::Above, Side::Left, Side::Right];
        let label = plot.label(&said(key::doubled::CHART_OPERATION), id::KOKNAR_2019_TOTAL, above, &sides);
        plot.drawing.label(label.or(said(key::doubled::CHART_OPERATION_SHORT)).or_lines(120.0).lead());
    }
    plot.finished()
}
