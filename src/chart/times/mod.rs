//! Figure `times-143`: beginnings, a last figure, and what changed between them, on one axis of time.

mod rows;
mod stage;

use super::plot::{Said, begins, with_poles};
use super::{Chart, Draw, Figure, Frame, Scene, Size};
use crate::model::times::{self, LATER, LATEST, LENS as SEEN, PART, UNCLEAR};
use crate::text::fact::Facts;
use crate::text::{Key, Words, key};
use stage::{Stage, place};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "times-143",
    scenes: &[&PAIR, &BASES, &LAW, &LENS],
    still: &BASES,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::times::CAPTION,
    caption_more: key::times::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(3),
};
/// The report's two figures.
pub const PAIR: Scene = Scene { id: "pair", draw: Draw::Chart(pair), alt: |facts| alt(facts, &[key::times::ALT_PAIR]) };
/// Every published beginning, and the last figure against them.
pub const BASES: Scene =
    Scene { id: "bases", draw: Draw::Chart(bases), alt: |facts| alt(facts, &[key::times::ALT_BASES, chosen(facts)]) };
/// What changed in the law meanwhile.
pub const LAW: Scene = Scene { id: "law", draw: Draw::Chart(law), alt: |facts| alt(facts, &[key::times::ALT_LAW]) };
/// Who counted.
pub const LENS: Scene = Scene { id: "lens", draw: Draw::Chart(lens), alt: |facts| alt(facts, &[key::times::ALT_LENS]) };

/// The beginning of the report itself.
const REPORT: &str = times::BASES[1];

/// The sentence of the chosen beginning.
#[must_use]
pub fn chosen(facts: &Facts<'_>) -> Key {
    let all = [key::times::BASE_FIRST, key::times::BASE_REPORT, key::times::BASE_LATER];
    all[usize::from(facts.choices.times.from).min(2)]
}

fn alt(facts: &Facts<'_>, keys: &[Key]) -> Vec<Key> {
    let log = facts.choices.times.log.then_some(key::times::ALT_LOG);
    keys.iter().copied().chain(log).collect()
}

fn pair(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut stage = Stage::new(facts, words, frame, [&[], &[], &[], &[REPORT, LATEST]]);
    stage.plot.above.extend(stage.by(REPORT, key::times::CHART_KILOGRAMS));
    stage.plot.left.extend(stage.by(LATEST, key::times::CHART_TONNES));
    // Beside the last figure, how far it is above the first.
    if let (Some((.., low, _)), Some((year, high, _))) = (place(facts, REPORT), place(facts, LATEST)) {
        stage.plot.spans.push((year + 0.5, low, high));
        stage.plot.right.push(stage.at(year + 0.5, (high / 2.0, 92.0), key::times::CHART_REPORT));
    }
    stage.chart()
}

fn bases(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let base = facts.times_base();
    let others: Vec<&str> = times::BASES.iter().chain(LATER).copied().filter(|id| *id != base).collect();
    let mut stage = Stage::new(facts, words, frame, [&[PART], &UNCLEAR, &others, &[base, LATEST]]);
    let keys = [key::times::CHART_FIRST, key::times::CHART_BASE, key::times::CHART_LATER];
    let said: Vec<Said> = times::BASES.into_iter().zip(keys).filter_map(|(id, key)| stage.by(id, key)).collect();
    stage.plot.above.extend(said);
    // On a phone the one in the middle stands a line higher, or it would lie on its neighbours.
    if let (true, Some(middle)) = (stage.narrow(), stage.plot.above.get_mut(1)) {
        middle.1 += if stage.log { 9.0 } else { 320.0 };
    }
    stage.plot.left.extend(stage.by(LATEST, key::times::CHART_TONNES));
    if stage.log || !stage.narrow() {
        stage.plot.right.extend(stage.by(UNCLEAR[0], key::times::CHART_UNCLEAR));
    }
    if stage.log {
        stage.plot.right.extend(stage.by(PART, key::times::CHART_PART));
    }
    if !stage.narrow() {
        stage.plot.right.extend(stage.by(LATER[1], key::times::CHART_ALMOST));
        stage.plot.above.push(stage.at(2024.0, (1600.0, 1700.0), key::times::CHART_UNCLEAR_LAST));
    }
    stage.chart()
}

fn law(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let others = [times::BASES[0], times::BASES[2], LATER[0], LATER[1]];
    let mut stage = Stage::new(facts, words, frame, [&[], &[], &others, &[REPORT, LATEST]]);
    // Each change stands higher than the one before, so that its words pass over the rules to their left.
    let heights = [(1400.0, 900.0), (1710.0, 3300.0), (1900.0, 7000.0), (1900.0, 7000.0)];
    let (bottom, _) = stage.plot.scale.ends();
    let mut poles = Vec::new();
    for (id, (linear, log)) in times::LAW.into_iter().zip(heights) {
        let Some(start) = facts.data.figure(id).and_then(|figure| figure.period.start) else { continue };
        let height = if stage.log { log } else { linear };
        poles.push((begins(start), bottom, height));
        stage.plot.groups[0].marks.push((begins(start), height, id.to_owned()));
    }
    let keys = [key::times::CHART_GROUPS, key::times::CHART_THRESHOLD, key::times::CHART_LIST];
    for (place, (key, (at, _, height))) in keys.into_iter().zip(&poles).enumerate() {
        let said = stage.at(*at, (*height, *height), key);
        if place == 0 { stage.plot.above.push(said) } else { stage.plot.left.push(said) }
    }
    with_poles(stage.chart(), poles)
}

fn lens(facts: &Facts<'_>, words: &Words, frame: Frame) -> Chart {
    let mut stage = Stage::new(facts, words, frame, [&SEEN, &[], &[], &[REPORT, LATEST]]);
    let agency = if stage.narrow() { key::times::CHART_AGENCY_SHORT } else { key::times::CHART_AGENCY };
    let [police, all, one] = SEEN;
    for (id, key) in [(police, key::times::CHART_POLICE), (all, key::times::CHART_ALL), (one, agency)] {
        stage.plot.left.extend(stage.by(id, key));
    }
    stage.plot.above.extend(stage.by(REPORT, key::times::CHART_KILOGRAMS));
    stage.plot.right.extend(stage.by(LATEST, key::times::CHART_TONNES));
    stage.plot.right.push(stage.at(2016.8, (1700.0, 4000.0), key::times::CHART_USERS));
    stage.chart()
}
