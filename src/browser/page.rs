//! What all components of a page share: its facts and words, and the signals that events feed.

use super::handed;
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

/// How far ECharts has come, which draws the explorer.
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
    /// The fact whose card is open.
    pub card: RwSignal<Option<String>>,
    /// Whether controls can be used yet: never in the prerendered page.
    pub live: RwSignal<bool>,
    /// The fact of the explorer's mark that the keyboard stands on.
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

    /// Sentences as HTML under the present choices.
    #[must_use]
    pub fn html_all(self, keys: Vec<Key>) -> String {
        keys.into_iter().map(|key| self.html(key)).collect::<Vec<_>>().join(" ")
    }

    /// What a scene shows under the present choices, for a reader who cannot see it.
    #[must_use]
    pub fn alt_now(self, scene: &Scene) -> String {
        let facts = self.facts_now();
        let keys = (scene.alt)(&facts);
        keys.into_iter().map(|key| render::plain(&facts, self.words, key)).collect::<Vec<_>>().join(" ")
    }

    /// The inside of a number's card under the present choices; none where nothing stands behind the id.
    #[must_use]
    pub fn card_of(self, id: &str) -> Option<String> {
        handed::card(id).or_else(|| provenance::html(&self.facts(), self.words, id))
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

/// What the components of one section share. Cheap to copy.
///
/// A section that is not near the reader follows nothing: its step and its choices are those that it had when it was
/// left, and before it was ever near those of the prerendered page, so that the first render equals it.
#[derive(Clone, Copy)]
pub struct Scope {
    /// The page that it stands in.
    pub page: Page,
    /// The section.
    pub section: &'static Section,
    /// Whether it is near the reader, or asked for.
    pub near: RwSignal<bool>,
    /// The place of the current step, where it is one of this section's.
    pub place: Memo<Option<usize>>,
    choices: Memo<Choices>,
}

impl Scope {
    /// The scope of a section, before it is near; a figure alone is at a step from the beginning.
    #[must_use]
    pub fn new(page: Page, section: &'static Section) -> Self {
        let near = RwSignal::new(false);
        let begin = (page.shape == Shape::Figure).then(|| section.still_step());
        // Once it has been near, its last step stays the current one until that is another section's.
        let known = Memo::new(move |last: Option<&bool>| last == Some(&true) || near.get());
        let place = Memo::new(move |_| {
            let step = page.step.get().filter(|(id, _)| *id == section.id);
            if known.get() { step.map(|(_, at)| at) } else { begin }
        });
        let choices = Memo::new(move |last: Option<&Choices>| {
            if near.get() { section.relevant(&page.choices.get()) } else { last.copied().unwrap_or_default() }
        });
        Self { page, section, near, place, choices }
    }

    /// The scene that its figure shows.
    #[must_use]
    pub fn scene(self) -> &'static Scene {
        self.section.scene_at(self.place.get())
    }

    /// The facts under the choices that move it; asking makes the caller follow them.
    #[must_use]
    pub fn facts(self) -> Facts<'static> {
        Facts { choices: self.choices.get(), ..self.page.facts_now() }
    }

    /// The choices that move it, once.
    #[must_use]
    pub fn choices_now(self) -> Choices {
        self.choices.get_untracked()
    }

    /// The facts under the choices that move it, once.
    #[must_use]
    pub fn facts_now(self) -> Facts<'static> {
        Facts { choices: self.choices.get_untracked(), ..self.page.facts_now() }
    }

    /// Sentences as HTML under its choices.
    #[must_use]
    pub fn html_all(self, keys: Vec<Key>) -> String {
        let facts = self.facts();
        keys.into_iter().map(|key| render::html(&facts, self.page.words, key)).collect::<Vec<_>>().join(" ")
    }

    /// What a scene shows, for a reader who cannot see it.
    #[must_use]
    pub fn alt(self, scene: &Scene) -> String {
        let _ = self.choices.get();
        self.page.alt_now(scene)
    }

    /// Its table as the inside of a `table` element, empty where the page alone has it.
    #[must_use]
    pub fn table(self) -> String {
        let (figure, page) = (self.section.figure, self.page);
        let rows = |rows: crate::chart::Rows| {
            rows(&self.facts(), page.words).html(&page.plain(figure.caption), &page.plain(figure.caption_more))
        };
        figure.table.map(rows).unwrap_or_default()
    }
}
