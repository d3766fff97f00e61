//! Figure `doubled`: the two totals of the report, then every year around them.

mod layout;
mod rows;

use super::{Chart, Draw, Figure, Frame, Scene, Size};
use crate::id;
use crate::text::fact::Facts;
use crate::text::{Key, Words, key};
use layout::{base_parts, column_labels, compose, in_frame, round_up, say, wide};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "doubled",
    scenes: &[&BARS, &LINE, &BASES, &RISE, &CONFLICT],
    still: &BASES,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::doubled::CAPTION,
    caption_more: key::doubled::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(1),
};
/// The report's two totals as columns.
pub const BARS: Scene = Scene { id: "bars", draw: Draw::Chart(bars), alt: |_| vec![key::doubled::ALT_BARS] };
/// Every year with a total; base year and last year stand as columns.
pub const LINE: Scene = Scene { id: "line", draw: Draw::Chart(line), alt: alt_line };
/// Which base years make the last total a doubling.
pub const BASES: Scene = Scene { id: "bases", draw: Draw::Chart(bases), alt: |_| vec![key::doubled::ALT_BASES] };
/// The last year against the one before it.
pub const RISE: Scene = Scene { id: "rise", draw: Draw::Chart(rise), alt: |_| vec![key::doubled::ALT_RISE] };
/// The other totals that were published for the same years.
pub const CONFLICT: Scene =
    Scene { id: "conflict", draw: Draw::Chart(conflict), alt: |_| vec![key::doubled::ALT_CONFLICT] };

fn alt_line(facts: &Facts<'_>) -> Vec<Key> {
    let guess = (!facts.guess_line().is_empty()).then_some(key::doubled::ALT_GUESS);
    [key::doubled::ALT_LINE].into_iter().chain(guess).collect()
}

fn bars(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let (first, last) = (facts.report_base(), facts.report_last());
    let middle = f64::midpoint(f64::from(first), f64::from(last));
    let reach = f64::from(last.abs_diff(first));
    let mut parts = base_parts(facts, words, frame);
    parts.years = (middle - reach, middle + reach, vec![first, last]);
    parts.columns = vec![(first, id::SEED_TOTAL_2018.into()), (last, id::SEED_TOTAL_2023.into())];
    parts.column_width = wide(frame);
    parts.line = false;
    parts.points.clear();
    parts.right.clear();
    parts.above = column_labels(facts, words, &parts.columns);
    let top = facts.tonnes(id::SEED_TOTAL_2023).unwrap_or_default();
    parts.above.push((middle, top, say(facts, words, key::doubled::CHART_TIMES_REPORT)));
    compose(facts, words, frame, parts)
}

fn line(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut parts = base_parts(facts, words, frame);
    parts.guess = true;
    let guess = facts.guess_line();
    if let Some(highest) = guess.iter().map(|(_, tonnes)| *tonnes).reduce(f64::max) {
        parts.top = parts.top.max(round_up(highest * 1.05, 20.0));
        // Its name stands where no line comes; the number of the year in which it begins leaves it room.
        parts.right.push((parts.years.0, parts.top * 0.93, words.plain(key::doubled::CHART_GUESS).to_owned()));
        let begins = |(year, ..): &(f64, f64, String)| *year == f64::from(facts.report_base());
        if let Some(place) = parts.above.iter().position(begins) {
            let (year, tonnes, number) = parts.above.remove(place);
            parts.left.push((year - 0.4, tonnes * 0.45, number));
        }
    }
    if let Some(low) = facts.tonnes(id::SEED_TOTAL_2018)
        && facts.choices.base.0 != facts.report_base()
    {
        parts.above.push((f64::from(facts.report_base()), low, facts.report_base().to_string()));
    }
    compose(facts, words, frame, parts)
}

fn bases(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut parts = base_parts(facts, words, frame);
    parts.rule = true;
    parts.fill = |point| point.doubles;
    compose(facts, words, frame, parts)
}

fn rise(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut parts = base_parts(facts, words, frame);
    let (before, last) = (facts.previous(), facts.report_last());
    parts.columns = vec![(before, format!("total.{before}")), (last, id::SEED_TOTAL_2023.into())];
    parts.column_width = if frame == Frame::Phone { 10.0 } else { 18.0 };
    parts.points.clear();
    parts.right.clear();
    parts.above = column_labels(facts, words, &parts.columns[1..]);
    let height = facts.tonnes("total.previous").unwrap_or_default();
    let number = facts.number("total.previous", words).map(|number| number.text).unwrap_or_default();
    // Under the line, which leaves no room beside the column's top.
    parts.left.push((f64::from(before) - 0.4, height * 0.2, number));
    let top = facts.tonnes(id::SEED_TOTAL_2023).unwrap_or_default();
    parts.left.push((f64::from(last) - 0.7, top * 0.94, say(facts, words, key::doubled::CHART_TIMES_RISE)));
    compose(facts, words, frame, parts)
}

fn conflict(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut parts = base_parts(facts, words, frame);
    if frame == Frame::Phone {
        // On this scale the year after would stand on the last column's number.
        parts.points.clear();
        parts.right.clear();
    }
    if let (Some(year), Some(tonnes)) = (facts.year_of(id::PGO18_TOTAL), facts.tonnes(id::PGO18_TOTAL)) {
        parts.points.push((f64::from(year), tonnes, id::PGO18_TOTAL.into()));
        // On a phone longer words come to the axis: a little below its number.
        let height = if frame == Frame::Phone { tonnes * 0.93 } else { tonnes };
        parts.left.push((
            f64::from(year) - 0.3,
            height,
            say(facts, words, in_frame(frame, key::doubled::CHART_PROSECUTOR, key::doubled::CHART_PROSECUTOR_SHORT)),
        ));
        parts.top = parts.top.max(round_up(tonnes * 1.02, 20.0));
    }
    // "More than" has no upper end: an arrow from the printed value, its head where the words have room.
    if let (Some(year), Some(tonnes)) = (facts.year_of(id::KOKNAR_2019_TOTAL), facts.tonnes(id::KOKNAR_2019_TOTAL)) {
        let head = (parts.top * 0.58).max(tonnes * 1.2);
        parts.arrow = Some((f64::from(year), tonnes, head, id::KOKNAR_2019_TOTAL.into()));
        parts.left.push((
            f64::from(year) - 0.3,
            head,
            say(facts, words, in_frame(frame, key::doubled::CHART_OPERATION, key::doubled::CHART_OPERATION_SHORT)),
        ));
    }
    let base = facts.report_base();
    parts.columns = vec![(base, id::SEED_TOTAL_2018.into()), (facts.report_last(), id::SEED_TOTAL_2023.into())];
    parts.above = column_labels(facts, words, &parts.columns[1..]);
    compose(facts, words, frame, parts)
}
