//! Figure `audit`: every claim of the report with its verdict. A page shows its table; the drawing has a mark a claim, for
//! where no table has room.

mod draw;
mod rows;
mod said;

use super::{Draw, Figure, Scene, Shows, Size, written};
use crate::draw::Drawing;
use crate::model::audit::CLAIMS;
use crate::model::conflicts::Verdict;
use crate::text::fact::Facts;
use crate::text::{Key, Words, key};

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "audit",
    scenes: &[&EVERY, &INCONSISTENT, &COMPATIBLE, &CANNOT],
    still: &EVERY,
    room: [Size::new(350.0, 320.0), Size::new(745.0, 556.0)],
    caption: key::audit::CAPTION,
    shows: Shows::Table,
    caption_more: key::audit::CAPTION_MORE,
    table: written(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: None,
};
/// All claims.
pub const EVERY: Scene = Scene { id: "all", draw: Draw::Kit(every), alt: |_| vec![key::audit::ALT_ALL] };
/// Those that another published figure contradicts.
pub const INCONSISTENT: Scene =
    Scene { id: "inconsistent", draw: Draw::Kit(inconsistent), alt: |_| vec![key::audit::ALT_INCONSISTENT] };
/// Those that agree with one, as far as rounding tells.
pub const COMPATIBLE: Scene =
    Scene { id: "compatible", draw: Draw::Kit(compatible), alt: |_| vec![key::audit::ALT_COMPATIBLE] };
/// Those that nothing published lets us check.
pub const CANNOT: Scene = Scene { id: "cannot", draw: Draw::Kit(cannot), alt: |_| vec![key::audit::ALT_CANNOT] };

fn every(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    draw::draw(facts, words, size, None)
}

fn inconsistent(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    draw::draw(facts, words, size, Some(Verdict::Inconsistent))
}

fn compatible(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    draw::draw(facts, words, size, Some(Verdict::Compatible))
}

fn cannot(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    draw::draw(facts, words, size, Some(Verdict::CannotCheck))
}

/// The order of the verdicts; the name of each for the style sheet, which is that of its scene; and the word for it.
const VERDICTS: [(Verdict, &str, Key); 3] = [
    (Verdict::Inconsistent, "inconsistent", key::card::INCONSISTENT),
    (Verdict::Compatible, "compatible", key::card::COMPATIBLE),
    (Verdict::CannotCheck, "cannot", key::card::CANNOT_CHECK),
];

/// The places of the claims with a verdict, in the order of the report.
fn claims(facts: &Facts<'_>, verdict: Verdict) -> Vec<usize> {
    let of = |place: &usize| CLAIMS[*place].verdict(facts.data, facts.results) == verdict;
    (0..CLAIMS.len()).filter(of).collect()
}
