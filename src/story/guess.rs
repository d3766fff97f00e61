//! The opening, `guess`: the picture, then what the reader thinks before reading on.

use super::control::{Control, Kind};
use super::{Section, Step};
use crate::chart::guess::{FIELDS, FIGURE, HUNDRED, LINE};
use crate::chart::sketch::highest;
use crate::model::{Choices, DRAWN};
use crate::text::fact::Facts;
use crate::text::{Key, key};

/// The section.
pub const SECTION: Section = Section {
    id: "guess",
    chapter: 0,
    chapter_title: key::guess::CHAPTER,
    title: key::guess::TITLE,
    standfirst: key::guess::STANDFIRST,
    figure: &FIGURE,
    steps: &[
        Step { text: |_| vec![key::guess::STEP_FIELDS], scene: &FIELDS },
        Step { text: |_| vec![key::guess::STEP_HUNDRED], scene: &HUNDRED },
        Step { text: |_| vec![key::guess::STEP_LINE], scene: &LINE },
    ],
    controls: &[
        Control {
            name: "share",
            label: key::guess::CONTROL_SHARE,
            scenes: &[HUNDRED.id],
            kind: Kind::Slider(|_| (0, 100), 50),
            get: |choices| choices.share,
            set: |choices, share| choices.share = Some(share),
            readout: |facts| {
                vec![if facts.choices.share.is_some() {
                    key::guess::READOUT_SHARE
                } else {
                    key::guess::READOUT_NO_SHARE
                }]
            },
        },
        year::<0>("line2019"),
        year::<1>("line2020"),
        year::<2>("line2021"),
        year::<3>("line2022"),
        Control { readout: readout_line, ..year::<4>("line2023") },
    ],
    moved_by: &[],
    takeaway: key::guess::TAKEAWAY,
    sources: &["timesca_2024", "unodc_seizures"],
};

/// The slider of one of the years that are drawn. Names are the contract's, so they stand here in full; a test holds
/// them against the years of the dataset.
const fn year<const PLACE: usize>(name: &'static str) -> Control {
    Control {
        name,
        label: key::guess::CONTROL_LINE,
        scenes: &[LINE.id],
        kind: Kind::Keys(|facts| (0, highest(facts)), start),
        get: |choices| choices.line[PLACE],
        set: |choices, tonnes| choices.line[PLACE] = Some(tonnes),
        readout: |_| Vec::new(),
    }
}

/// Before a guess a year's slider stands where the given line ends.
fn start(facts: &Facts<'_>) -> u16 {
    facts.tonnes(crate::id::SEED_TOTAL_2018).map_or(0, |tonnes| tonnes.round() as u16)
}

fn readout_line(facts: &Facts<'_>) -> Vec<Key> {
    let drawn = facts.choices.line.iter().flatten().count();
    vec![match drawn {
        0 => key::guess::READOUT_NO_LINE,
        DRAWN => key::guess::READOUT_LINE,
        _ => key::guess::READOUT_SOME_LINE,
    }]
}

/// Sets the years from where a pointer was to where it is, so that a fast stroke leaves none out.
pub fn stroke(choices: &mut Choices, from: Option<(usize, u16)>, to: (usize, u16)) {
    let (start, low) = from.unwrap_or(to);
    let (end, high) = to;
    let span = start.abs_diff(end).max(1) as f64;
    for place in start.min(end)..=start.max(end) {
        let share = start.abs_diff(place) as f64 / span;
        let tonnes = f64::from(low) + (f64::from(high) - f64::from(low)) * share;
        if let Some(drawn) = choices.line.get_mut(place) {
            *drawn = Some(if place == end { high } else { tonnes.round() as u16 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stroke;
    use crate::model::Choices;

    #[test]
    fn a_fast_stroke_leaves_no_year_out() {
        let mut choices = Choices::default();
        stroke(&mut choices, None, (0, 20));
        assert_eq!(choices.line, [Some(20), None, None, None, None]);
        stroke(&mut choices, Some((0, 20)), (4, 40));
        assert_eq!(choices.line, [20, 25, 30, 35, 40].map(Some));
        stroke(&mut choices, Some((4, 40)), (3, 10));
        assert_eq!(choices.line, [20, 25, 30, 10, 40].map(Some));
        stroke(&mut choices, Some((3, 10)), (3, 12));
        assert_eq!(choices.line[3], Some(12));
    }
}
