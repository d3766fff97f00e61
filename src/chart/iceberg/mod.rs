//! Figure `iceberg`: what was caught, what was not, and what follows.

mod draws;
mod marks;
mod rows;
mod tips;

use super::{Draw, Figure, Scene, Size};
use crate::draw::colour::Colour;
use crate::model::supply::Of;
use crate::text::Key;
use crate::text::fact::Facts;
use crate::text::key;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "iceberg",
    scenes: &[&SAME, &MATCHED, &DRAWS, &BOUND, &MARKS],
    still: &BOUND,
    room: [Size::new(350.0, 286.0), Size::new(745.0, 504.0)],
    caption: key::iceberg::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::iceberg::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::rows(1, 5, 12),
};
/// The same share caught in both years.
pub const SAME: Scene = Scene { id: "same", draw: Draw::Kit(tips::same), alt: |_| vec![key::iceberg::ALT_SAME] };
/// A share that rose as much as the seizures.
pub const MATCHED: Scene =
    Scene { id: "matched", draw: Draw::Kit(tips::matched), alt: |_| vec![key::iceberg::ALT_MATCHED] };
/// Draws under the reader's assumptions.
pub const DRAWS: Scene = Scene { id: "draws", draw: Draw::Kit(draws::draw), alt: |_| vec![key::iceberg::ALT_DRAWS] };
/// The most that can have been caught in the first year, had supply not grown.
pub const BOUND: Scene = Scene { id: "bound", draw: Draw::Kit(tips::bound), alt: |_| vec![key::iceberg::ALT_BOUND] };
/// Shares caught that somebody published, of other drugs.
pub const MARKS: Scene = Scene { id: "marks", draw: Draw::Kit(marks::draw), alt: |_| vec![key::iceberg::ALT_MARKS] };

/// The colour of what was caught: the accent is for synthetics alone.
fn colour(facts: &Facts<'_>) -> Colour {
    if facts.choices.supply.of == Of::Synthetics { Colour::Accent } else { Colour::Soft }
}

/// A published share: its figure, its label, and what it really measured.
type Mark = (&'static str, Key, Key);

/// Published shares, the smallest first; the first is ours.
const PUBLISHED: [Mark; 8] = {
    use crate::id;
    use key::iceberg as k;
    [
        ("iceberg.synthetics.bound", k::MARK_BOUND, k::WHAT_BOUND),
        (id::INT_KZ_HEROIN_2010, k::MARK_KZ, k::WHAT_KZ),
        (id::INT_US_POE_2019, k::MARK_US, k::WHAT_US),
        (id::INT_CA_HEROIN_2010, k::MARK_CA, k::WHAT_CA),
        (id::INT_OPIATES_1998, k::MARK_OPIATES, k::WHAT_OPIATES),
        (id::INT_OPIATES_EARLY90S, k::MARK_OPIATES_EARLY, k::WHAT_EARLY),
        (id::INT_COCAINE_EARLY90S, k::MARK_COCAINE_EARLY, k::WHAT_EARLY),
        (id::INT_COCAINE_1998, k::MARK_COCAINE, k::WHAT_COCAINE),
    ]
};
