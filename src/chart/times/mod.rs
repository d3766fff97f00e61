//! Figure `times-143`: beginnings, a last figure, and what changed between them, on one axis of time; powers of ten
//! upward, so that equal steps are equal multiples.

mod rows;
mod stage;
mod strip;

use super::{Draw, Figure, Scene, Size};
use crate::draw::colour::Colour;
use crate::draw::{Drawing, Paint, Side};
use crate::model::times::{self, LATER, LATEST, LENS as SEEN, PART, UNCLEAR};
use crate::text::fact::Facts;
use crate::text::{Key, Words, key};
use stage::{Look, Stage};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "times-143",
    scenes: &[&PAIR, &BASES, &LAW, &LENS],
    still: &BASES,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::times::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::times::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(3),
};
/// The report's two figures.
pub const PAIR: Scene = Scene { id: "pair", draw: Draw::Kit(pair), alt: |_| vec![key::times::ALT_PAIR] };
/// Every published beginning, and the last figure against them.
pub const BASES: Scene =
    Scene { id: "bases", draw: Draw::Kit(bases), alt: |facts| vec![key::times::ALT_BASES, chosen(facts)] };
/// What changed in the law meanwhile.
pub const LAW: Scene = Scene { id: "law", draw: Draw::Kit(law), alt: |_| vec![key::times::ALT_LAW] };
/// Who counted.
pub const LENS: Scene = Scene { id: "lens", draw: Draw::Kit(lens), alt: |_| vec![key::times::ALT_LENS] };

/// The beginning of the report itself.
const REPORT: &str = times::BASES[1];

/// The sentence of the chosen beginning.
#[must_use]
pub fn chosen(facts: &Facts<'_>) -> Key {
    let all = [key::times::BASE_FIRST, key::times::BASE_REPORT, key::times::BASE_LATER];
    all[usize::from(facts.choices.times_from).min(2)]
}

fn pair(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut stage = Stage::new((facts, words), (size, "pair"), 0.0);
    stage.whole(REPORT, Look::Compared);
    stage.whole(LATEST, Look::Compared);
    stage.climb(REPORT, Some(key::times::CHART_REPORT));
    stage.say(REPORT, &[key::times::CHART_KILOGRAMS], &[Side::Below, Side::Above], true);
    stage.say(LATEST, &[key::times::CHART_TONNES], &[Side::Left, Side::Above], true);
    stage.finished()
}

fn bases(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let base = facts.times_base();
    let mut stage = Stage::new((facts, words), (size, "bases"), 0.0);
    stage.part(PART);
    for id in times::BASES.iter().chain(LATER).copied() {
        stage.whole(id, if id == base { Look::Compared } else { Look::Other });
    }
    stage.whole(LATEST, Look::Compared);
    UNCLEAR.iter().for_each(|id| stage.unclear(id));
    stage.climb(base, None);
    let multiples = [
        ([key::times::CHART_FIRST_LONG, key::times::CHART_FIRST], [Side::Below, Side::Left, Side::Above]),
        ([key::times::CHART_BASE_LONG, key::times::CHART_BASE], [Side::Above, Side::Right, Side::Below]),
        ([key::times::CHART_LATER_LONG, key::times::CHART_LATER], [Side::Above, Side::Left, Side::Right]),
    ];
    for (id, (keys, sides)) in times::BASES.into_iter().zip(multiples) {
        stage.say(id, &keys, &sides, id == base);
    }
    stage.say(LATEST, &[key::times::CHART_TONNES], &[Side::Left, Side::Above, Side::Below], true);
    stage.say(LATER[1], &[key::times::CHART_ALMOST], &[Side::Below, Side::Above], false);
    stage.say(
        UNCLEAR[0],
        &[key::times::CHART_UNCLEAR, key::times::CHART_UNCLEAR_SHORT],
        &[Side::Right, Side::Above],
        false,
    );
    stage.say(UNCLEAR[1], &[key::times::CHART_UNCLEAR_LAST], &[Side::Above], false);
    stage.say(PART, &[key::times::CHART_PART], &[Side::Right, Side::Below], false);
    stage.finished()
}

fn law(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut stage = Stage::new((facts, words), (size, "law"), strip::height(size, 3));
    for id in [times::BASES[0], times::BASES[2], LATER[0], LATER[1]] {
        stage.whole(id, Look::Other);
    }
    stage.whole(REPORT, Look::Compared);
    stage.whole(LATEST, Look::Compared);
    stage.say(REPORT, &[key::times::CHART_KILOGRAMS], &[Side::Below, Side::Above, Side::Left], true);
    stage.say(LATEST, &[key::times::CHART_TONNES], &[Side::Left, Side::Above, Side::Below], true);
    let [groups, threshold, list, last] = times::LAW;
    for (row, ids, keys) in [
        (0, &[groups][..], [key::times::CHART_GROUPS_LONG, key::times::CHART_GROUPS]),
        (1, &[threshold], [key::times::CHART_THRESHOLD_LONG, key::times::CHART_THRESHOLD]),
        (2, &[list, last], [key::times::CHART_LIST, key::times::CHART_LIST]),
    ] {
        stage.in_force(row, ids, &keys);
    }
    stage.finished()
}

fn lens(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut stage = Stage::new((facts, words), (size, "lens"), strip::height(size, 2));
    SEEN.iter().for_each(|id| stage.part(id));
    stage.whole(REPORT, Look::Compared);
    stage.whole(LATEST, Look::Compared);
    let [police, all, one] = SEEN;
    let left = [Side::Left, Side::Below, Side::Right];
    stage.say(police, &[key::times::CHART_POLICE], &left, false);
    stage.say(all, &[key::times::CHART_ALL], &left, false);
    stage.say(one, &[key::times::CHART_AGENCY, key::times::CHART_AGENCY_SHORT], &left, false);
    stage.say(REPORT, &[key::times::CHART_KILOGRAMS], &[Side::Below, Side::Above], true);
    stage.say(LATEST, &[key::times::CHART_TONNES], &[Side::Above, Side::Right], true);
    stage.users();
    stage.finished()
}

/// A rule that leads from a mark to its explanation.
fn thin() -> Paint {
    Paint::line(Colour::Pale, 1.0).dashed()
}
