//! What the page should say under a reader's choices: computed here, from the dataset and the words, without a browser.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, bail};
use seized::chart::table::Cell;
use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::story::{SECTIONS, Section, url};
use seized::text::fact::Facts;
use seized::text::{Key, Words, render};
use serde::Deserialize;
use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The dataset, what is made of it, and the words, in no browser.
pub struct Native {
    pub data: Dataset,
    results: Results,
    pub words: Words,
}

pub static NATIVE: LazyLock<Native> = LazyLock::new(|| {
    let read = |path: &str| fs::read_to_string(site::project(path)).expect("a file of the project");
    let data = Dataset::from_csv(&read("public/data/figures.csv"), &read("public/data/sources.csv"));
    let data = data.expect("the build checked it");
    let words = Words::from_toml("en", &read("src/text/en.toml")).expect("the build checked them");
    let words = words.with_dates(&data).expect("CLDR has English");
    Native { results: Results::of(&data).expect("the build made them"), data, words }
});

impl Native {
    /// Facts as an address asks for them.
    pub fn facts(&self, query: &str) -> Facts<'_> {
        let usual = Facts { data: &self.data, results: &self.results, choices: Choices::default() };
        Facts { choices: url::read(query, &usual).choices, ..usual }
    }

    /// Sentences in words alone.
    pub fn tell(&self, facts: &Facts<'_>, keys: Vec<Key>) -> String {
        let sentences: Vec<String> = keys.into_iter().map(|key| render::plain(facts, &self.words, key)).collect();
        sentences.join(" ")
    }

    /// What a section should say at a step.
    fn section(&self, query: &str, section: &Section, step: usize) -> Told {
        let facts = self.facts(query);
        let cell = |cell: &Cell| cell.text().to_owned();
        let table = section.figure.table.map(|table| table(&facts, &self.words));
        let step = &section.steps[step];
        Told {
            alt: self.tell(&facts, (step.scene.alt)(&facts)),
            step: self.tell(&facts, (step.text)(&facts)),
            readouts: section.controls.iter().map(|control| self.tell(&facts, (control.readout)(&facts))).collect(),
            values: section.controls.iter().map(|control| control.write(control.value(&facts), &facts)).collect(),
            rows: table.into_iter().flat_map(|table| table.rows).map(|row| row.iter().map(cell).collect()).collect(),
        }
    }
}

/// What a section says of a reader's choices, wherever it does.
#[derive(Debug, Default, Deserialize, PartialEq)]
pub struct Told {
    pub alt: String,
    pub step: String,
    pub readouts: Vec<String>,
    pub values: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The section of an id.
pub fn section(id: &str) -> &'static Section {
    SECTIONS.iter().find(|section| section.id == id).expect("a section of the story")
}

/// What a section says in the browser just now, and the address it says it at.
async fn now(reader: &Reader, section: &Section, step: usize) -> Result<(String, Told)> {
    reader
        .eval(&format!(
            "(section => [location.search, {{
              alt: section.querySelector('.chart').getAttribute('aria-label'),
              step: section.querySelector('[data-step=\"{step}\"] .step-text').textContent,
              readouts: [...section.querySelectorAll('.control .readout')].map(words => words.textContent),
              values: [...section.querySelectorAll('.control')].map(control =>
                control.querySelector('[type=checkbox]') ? [...control.querySelectorAll(':not(:checked)[type=checkbox]')].map(off => off.value).join()
                  : (control.querySelector('input:checked') ?? control.querySelector('input, select')).value),
              rows: [...section.querySelector('.figure table').tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent)),
            }}])(document.getElementById('{id}'))",
            step = section.step_name(step),
            id = section.id,
        ))
        .await
}

/// Waits until inputs, readouts, sentence, alternative text and table of a section say what they should under the choices
/// that the address has.
pub async fn agrees(reader: &Reader, section: &Section, step: usize, what: &str) -> Result<()> {
    let begin = Instant::now();
    loop {
        let (search, found) = now(reader, section, step).await?;
        let wanted = NATIVE.section(&search, section, step);
        if found == wanted {
            return Ok(());
        }
        if begin.elapsed() > Duration::from_secs(8) {
            bail!("{what}, {search}: the page says\n{found:?}\nwhere it should say\n{wanted:?}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
