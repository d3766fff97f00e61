//! What the tests stand on.

use seized::chart::{Scene, Size};
use seized::data::{Dataset, Year};
use seized::draw::Drawing;
use seized::model::doses::{Doses, MILLIGRAMS, PERCENT};
use seized::model::flow::Flow;
use seized::model::supply::{Of, Supply};
use seized::model::{Choices, Inside, Results};
use seized::story::{SECTIONS, Section, url};
use seized::text::fact::Facts;
use seized::text::{Key, LANGUAGES, Words, render};
use std::fs;

/// Questions to the explorer, odd ones among them: a revised row, nothing at all, no population, one year, a floor alone.
pub const QUESTIONS: [&str; 8] = [
    "place=tajikistan&drug=heroin&scale=log",
    "place=turkmenistan&drug=mephedrone",
    "place=kyrgyzstan&measure=head",
    "place=uzbekistan&drug=opium&since=2023&until=2023&measure=index",
    "since=2023&until=2023&form=line",
    "since=2023&until=2023&measure=index&scale=log",
    "place=russian-federation&measure=head&since=2023&until=2015",
    "form=line&measure=index&drug=all",
];

/// The shipped dataset with what is made of it.
pub struct Stage {
    pub data: Dataset,
    results: Results,
    pub languages: Vec<Words>,
}

thread_local! {
    static SHARED: &'static Stage = Box::leak(Box::new(Stage::new()));
}

impl Stage {
    /// One stage for all cases of a test.
    pub fn shared() -> &'static Self {
        SHARED.with(|stage| *stage)
    }

    pub fn new() -> Self {
        let read = |path: &str| fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let data = Dataset::from_csv(&read("public/data/figures.csv"), &read("public/data/sources.csv")).unwrap();
        let words = |language: &&str| {
            let words = Words::from_toml(language, &read(&format!("src/text/{language}.toml")))
                .unwrap()
                .with_dates(&data)
                .unwrap();
            let has_names = *language != LANGUAGES[0];
            if has_names { words.with_names(&read(&format!("src/text/names/{language}.toml"))).unwrap() } else { words }
        };
        Self { results: Results::of(&data).unwrap(), languages: LANGUAGES.iter().map(words).collect(), data }
    }

    pub fn facts(&self, base: u16) -> Facts<'_> {
        self.chosen(Choices { base: Year(base), ..Choices::default() })
    }

    pub fn chosen(&self, choices: Choices) -> Facts<'_> {
        Facts { data: &self.data, results: &self.results, choices }
    }

    /// Facts under every kind of choice there is: base years, readings, guesses made, half made and not.
    pub fn all_choices(&self) -> Vec<Facts<'_>> {
        let usual = Choices::default();
        let bases = (2000..=2022).map(|base| Choices { base: Year(base), ..usual });
        let readings = Inside::ALL.map(|inside| Choices { inside, ..usual });
        let others = [
            Choices { without_transit: true, ..usual },
            Choices { share: Some(0), line: [None, Some(30), None, None, None], ..usual },
            Choices { share: Some(100), line: [0, 10, 20, 30, 80].map(Some), ..usual },
            Choices { doses: Doses { percent: PERCENT.0, milligrams: MILLIGRAMS.0 }, ..usual },
            Choices { doses: Doses { percent: PERCENT.1, milligrams: MILLIGRAMS.1 }, ..usual },
        ];
        let times = [0, 2].map(|times_from| Choices { times_from, ..usual });
        let flows = [(69, 0, 1, 1), (10, 0, 24, 365), (240, 24, 24, 365), (10, 24, 1, 1)];
        let flows = flows
            .map(|(arrivals, lag, procedure, life)| Choices { flow: Flow { arrivals, lag, procedure, life }, ..usual });
        let supplies =
            [(Of::All, 6, 3), (Of::Synthetics, 0, 6), (Of::Synthetics, 22, 0), (Of::All, 22, 6), (Of::All, 0, 0)];
        let supplies = supplies.map(|(of, caught, unsure)| Choices { supply: Supply { of, caught, unsure }, ..usual });
        let asked = QUESTIONS.iter().map(|query| self.asked(query).choices);
        bases
            .chain(readings)
            .chain(others)
            .chain(times)
            .chain(flows)
            .chain(supplies)
            .chain(asked)
            .map(|choices| self.chosen(choices))
            .collect()
    }

    /// Facts as an address asks for them.
    pub fn asked(&self, query: &str) -> Facts<'_> {
        self.chosen(url::read(query, &self.facts(2018)).choices)
    }
}

/// A slot that nothing fills shows its name.
pub fn names_a_guess(said: &str) -> bool {
    ["share", "year", "last", "total", "off"].iter().any(|name| said.contains(&format!("guess.{name}")))
}

/// A section by its id.
pub fn section(id: &str) -> &'static Section {
    SECTIONS.iter().find(|section| section.id == id).unwrap()
}

/// A scene that the chart kit draws, in a box of some size.
pub fn drawn(scene: &Scene, facts: &Facts<'_>, words: &Words, (width, height): (f64, f64)) -> Drawing {
    scene.drawing(facts, words, Size::new(width, height))
}

/// Sentences in words alone.
pub fn tell(facts: &Facts<'_>, words: &Words, keys: Vec<Key>) -> String {
    keys.into_iter().map(|key| render::plain(facts, words, key)).collect()
}
