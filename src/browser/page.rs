//! What all components of a page share: its facts and words, and the signals that events feed.

use super::handed::given;
use crate::chart::Scene;
use crate::data::Dataset;
use crate::model::{Choices, Results};
use crate::story::Section;
use crate::text::fact::Facts;
use crate::text::{Key, Words, key, provenance, render};
use leptos::prelude::*;

/// Which of its shapes the page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The whole explainer, hosted or as one file: it scrolls itself.
    Story,
    /// The whole or one section in somebody else's page, which as a rule scrolls outside our frame.
    Embed,
    /// One figure alone, its steps one at a time under it: nothing scrolls.
    Figure,
}

impl Shape {
    /// Its name in `section[data-shape]`, and as the loader hands it over.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Embed => "embed",
            Self::Figure => "figure",
        }
    }
}

/// How far the interactive charts have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charts {
    /// Not loaded yet; the still forms stand.
    Waiting,
    /// Loaded and ready to draw.
    Ready,
    /// They will not come; the still forms stay.
    Failed,
}

/// What every component of a page shares. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Page {
    data: &'static Dataset,
    results: &'static Results,
    words: &'static Words,
    /// Which of its shapes the page has.
    pub shape: Shape,
    /// What the reader chose.
    pub choices: RwSignal<Choices>,
    /// The current step: its section's id and its place.
    pub step: RwSignal<Option<(&'static str, usize)>>,
    /// Whether steps stand flat, each followed by its own figure.
    pub flat: RwSignal<bool>,
    /// Whether each of these figures is drawn then, and not only those that come near what the reader sees.
    pub every: RwSignal<bool>,
    /// The fact whose card is open.
    pub card: RwSignal<Option<String>>,
    /// Whether controls can be used yet: never in the prerendered page.
    pub live: RwSignal<bool>,
    /// The fact of the mark that the keyboard stands on.
    pub walked: RwSignal<Option<String>>,
    /// How far ECharts has come.
    pub charts: RwSignal<Charts>,
}

impl Page {
    /// A page that lives as long as the program.
    ///
    /// # Errors
    /// When the dataset lacks a figure that the story stands on.
    pub fn new(data: Dataset, words: Words, shape: Shape) -> Result<Self, crate::model::Error> {
        let results = Results::of(&data)?;
        Ok(Self {
            data: Box::leak(Box::new(data)),
            results: Box::leak(Box::new(results)),
            words: Box::leak(Box::new(words)),
            shape,
            choices: RwSignal::new(Choices::default()),
            step: RwSignal::new(None),
            flat: RwSignal::new(false),
            every: RwSignal::new(false),
            card: RwSignal::new(None),
            live: RwSignal::new(false),
            walked: RwSignal::new(None),
            charts: RwSignal::new(Charts::Waiting),
        })
    }

    /// Begins a page of one figure, which always is at a step: the one that makes the point alone.
    pub fn begin_at(&self, section: &Section) {
        self.step.set(Some((section.id, section.still_step())));
    }

    /// The words of the page's language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        self.words
    }

    /// The facts under the reader's present choices; asking makes the caller follow them.
    #[must_use]
    pub fn facts(&self) -> Facts<'static> {
        Facts { data: self.data, results: self.results, choices: self.choices.get() }
    }

    /// The facts once, without following the choices.
    #[must_use]
    pub fn facts_now(&self) -> Facts<'static> {
        Facts { data: self.data, results: self.results, choices: self.choices.get_untracked() }
    }

    /// A sentence as HTML under the present choices.
    #[must_use]
    pub fn html(self, key: Key) -> String {
        render::html(&self.facts(), self.words, key)
    }

    /// A sentence in words alone under the present choices.
    #[must_use]
    pub fn plain(self, key: Key) -> String {
        render::plain(&self.facts(), self.words, key)
    }

    /// Sentences in words alone under the present choices.
    #[must_use]
    pub fn plain_all(self, keys: Vec<Key>) -> String {
        keys.into_iter().map(|key| self.plain(key)).collect::<Vec<_>>().join(" ")
    }

    /// Sentences as HTML under the present choices.
    #[must_use]
    pub fn html_all(self, keys: Vec<Key>) -> String {
        keys.into_iter().map(|key| self.html(key)).collect::<Vec<_>>().join(" ")
    }

    /// What a scene shows, for a reader who cannot see it.
    #[must_use]
    pub fn alt(self, scene: &Scene) -> String {
        self.plain_all((scene.alt)(&self.facts()))
    }

    /// The inside of a number's card under the present choices; none where nothing stands behind the id.
    #[must_use]
    pub fn card_of(self, id: &str) -> Option<String> {
        given(&format!("card/{id}")).or_else(|| provenance::html(&self.facts(), self.words, id))
    }

    /// What stands behind a number under the present choices, as files have it.
    #[must_use]
    pub fn record_of(self, id: &str) -> Option<provenance::Record> {
        provenance::record(&self.facts_now(), self.words, id)
    }

    /// A sentence without slots.
    #[must_use]
    pub fn words_of(self, key: Key) -> &'static str {
        self.words.plain(key)
    }

    /// The place of the current step, where it is one of `section`'s.
    #[must_use]
    pub fn place(self, section: &Section) -> Option<usize> {
        self.step.get().filter(|(id, _)| *id == section.id).map(|(_, place)| place)
    }

    /// "Step 2 of 5".
    #[must_use]
    pub fn step_of(self, section: &Section, place: usize) -> String {
        let write = |count: usize| self.words.numbers.fixed(Facts::whole(count), 0);
        let sentence = self.words_of(key::page::STEP_OF);
        sentence.replace("{step.here}", &write(place + 1)).replace("{step.of}", &write(section.steps.len()))
    }
}
