//! The story as data: sections in order, each a constant. Adding one is a file here and a line in [`SECTIONS`].

pub mod audit;
pub mod beside;
pub mod closing;
pub mod control;
pub mod doses;
pub mod doubled;
pub mod explore;
pub mod flow;
pub mod guess;
pub mod iceberg;
pub mod labs;
#[cfg(not(target_arch = "wasm32"))]
pub mod needed;
pub mod neighbours;
pub mod offences;
pub mod plants;
pub mod scrolly;
pub mod share;
pub mod times;
pub mod url;

use crate::chart::{Figure, Scene};
use crate::model::Choices;
use crate::text::Key;
use crate::text::fact::Facts;
use control::Control;

/// Every section, in the order of reading.
pub const SECTIONS: &[&Section] = &[
    &guess::SECTION,
    &doubled::SECTION,
    &plants::SECTION,
    &share::SECTION,
    &times::SECTION,
    &labs::SECTION,
    &flow::SECTION,
    &iceberg::SECTION,
    &audit::SECTION,
    &doses::SECTION,
    &offences::SECTION,
    &neighbours::SECTION,
    &explore::SECTION,
];

/// A section: one question, one sticky figure, a few steps, one takeaway.
#[derive(Debug)]
pub struct Section {
    /// The id in `section#<id>` and in step names.
    pub id: &'static str,
    /// Which chapter it belongs to, from 1; 0 is the opening.
    pub chapter: u8,
    /// The chapter's name.
    pub chapter_title: Key,
    /// The question it asks.
    pub title: Key,
    /// What stands between question and figure.
    pub standfirst: Key,
    /// The figure that stays while the steps pass.
    pub figure: &'static Figure,
    /// At least one.
    pub steps: &'static [Step],
    /// The choices that the reader makes in the figure.
    pub controls: &'static [Control],
    /// Names of other sections' controls that move this one, too.
    pub moved_by: &'static [&'static str],
    /// The sentence that a reader would repeat.
    pub takeaway: Key,
    /// Ids of the sources under the figure; at least one.
    pub sources: &'static [&'static str],
}

/// One step of a section.
#[derive(Debug)]
pub struct Step {
    /// The sentences, which may depend on the reader's choices.
    pub text: fn(&Facts<'_>) -> Vec<Key>,
    /// What the figure shows meanwhile.
    pub scene: &'static Scene,
}

impl Section {
    /// The name of step `place` (from 0) in `data-step` and in the URL: `doubled.1` is the first.
    #[must_use]
    pub fn step_name(&self, place: usize) -> String {
        format!("{}.{}", self.id, place + 1)
    }

    /// The place of the step whose scene makes the point alone; the first, where none has it.
    #[must_use]
    pub fn still_step(&self) -> usize {
        self.steps.iter().position(|step| step.scene.id == self.figure.still.id).unwrap_or_default()
    }

    /// Whether no choice of a reader moves it.
    #[must_use]
    pub fn is_still(&self) -> bool {
        self.controls.is_empty() && self.moved_by.is_empty()
    }

    /// The reader's choices as far as they move this section, all others at their default.
    #[must_use]
    pub fn relevant(&self, choices: &Choices) -> Choices {
        let mut relevant = Choices::default();
        let named = controls().filter(|control| self.moved_by.contains(&control.name));
        for control in self.controls.iter().chain(named) {
            if let Some(value) = (control.get)(choices) {
                (control.set)(&mut relevant, value);
            }
        }
        relevant
    }

    /// The scene of a step; before the first one, the scene that makes the point alone.
    #[must_use]
    pub fn scene_at(&self, place: Option<usize>) -> &'static Scene {
        place.and_then(|place| self.steps.get(place)).map_or(self.figure.still, |step| step.scene)
    }
}

/// Every control of every section.
pub fn controls() -> impl Iterator<Item = &'static Control> {
    SECTIONS.iter().flat_map(|section| section.controls)
}

/// The section and the place of a step by its name; `None` for a name that no step has.
#[must_use]
pub fn step_by_name(name: &str) -> Option<(&'static Section, usize)> {
    let (id, number) = name.split_once('.')?;
    let section = SECTIONS.iter().find(|section| section.id == id)?;
    let place = number.parse::<usize>().ok()?.checked_sub(1)?;
    (place < section.steps.len() && section.step_name(place) == name).then_some((*section, place))
}
