//! Invariants of the story, for every section, step, scene, frame and language there is: a new one is covered unasked.

use proptest::prelude::*;
use seized::chart::{Frame, option};
use seized::data::{Check, Dataset, Year};
use seized::model::{Choices, Results};
use seized::story::{SECTIONS, step_by_name, url};
use seized::text::fact::{Facts, Said};
use seized::text::slot::Slot;
use seized::text::template::{Piece, check, pieces};
use seized::text::{LANGUAGES, Words, provenance, render};
use std::fs;

struct Stage {
    data: Dataset,
    results: Results,
    languages: Vec<Words>,
}

impl Stage {
    fn new() -> Self {
        let read = |path: &str| fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let data = Dataset::from_csv(&read("public/data/figures.csv"), &read("public/data/sources.csv")).unwrap();
        let words = |language: &&str| Words::from_toml(language, &read(&format!("src/text/{language}.toml"))).unwrap();
        Self { results: Results::of(&data).unwrap(), languages: LANGUAGES.iter().map(words).collect(), data }
    }

    fn facts(&self, base: u16) -> Facts<'_> {
        Facts { data: &self.data, results: &self.results, choices: Choices { base: Year(base) } }
    }
}

#[test]
fn every_section_has_steps_sources_and_a_takeaway() {
    let stage = Stage::new();
    for section in SECTIONS {
        assert!(!section.steps.is_empty(), "{}", section.id);
        assert!(!section.sources.is_empty(), "{}", section.id);
        for source in section.sources {
            assert!(stage.data.source(source).is_some(), "{}: {source}", section.id);
        }
        for words in &stage.languages {
            assert!(!render::heading(&stage.facts(2018), words, section.takeaway).is_empty());
        }
    }
}

#[test]
fn every_step_has_text_and_alt_text_whatever_the_choice() {
    let stage = Stage::new();
    for words in &stage.languages {
        for base in 2000..=2022 {
            let facts = stage.facts(base);
            for step in SECTIONS.iter().flat_map(|section| section.steps) {
                let text: String =
                    (step.text)(&facts).into_iter().map(|key| render::plain(&facts, words, key)).collect();
                let alt = render::plain(&facts, words, step.scene.alt);
                for said in [text, alt] {
                    assert!(said.len() > 40, "{} {base}: {said}", words.language);
                    assert!(!said.contains(['{', '}', '*']), "{base}: {said}");
                }
            }
        }
    }
}

#[test]
fn every_figure_draws_in_every_scene_frame_and_language() {
    let stage = Stage::new();
    for words in &stage.languages {
        for section in SECTIONS {
            for scene in section.figure.scenes {
                for frame in Frame::ALL {
                    for base in [2000, 2017, 2018, 2022] {
                        let option = option(scene, &stage.facts(base), words, frame);
                        let series = option["series"].as_array().unwrap();
                        let marks =
                            series.iter().map(|series| series["data"].as_array().map_or(0, Vec::len)).sum::<usize>();
                        assert!(marks > 2, "{} {} {base}", section.id, scene.id);
                    }
                }
            }
        }
    }
}

#[test]
fn scenes_of_a_figure_share_their_series_so_that_marks_morph() {
    let stage = Stage::new();
    for figure in SECTIONS.iter().map(|section| section.figure) {
        let ids = |scene: &&seized::chart::Scene| -> Vec<String> {
            let option = option(scene, &stage.facts(2018), &stage.languages[0], Frame::Desktop);
            option["series"]
                .as_array()
                .unwrap()
                .iter()
                .map(|series| series["id"].as_str().unwrap().to_owned())
                .collect()
        };
        let all: Vec<_> = figure.scenes.iter().map(ids).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{}: {all:?}", figure.id);
    }
}

#[test]
fn every_mark_and_every_number_has_a_card() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for base in [2018, 2016, 2019] {
        let facts = stage.facts(base);
        let mut ids: Vec<String> = Vec::new();
        for (_, key, _) in words.all() {
            let html = render::html(&facts, words, key);
            ids.extend(html.split("data-id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
        for figure in SECTIONS.iter().map(|section| section.figure) {
            for scene in figure.scenes {
                let option = option(scene, &facts, words, Frame::Desktop);
                let marks = option["series"].as_array().unwrap().iter().filter(|series| series["label"].is_null());
                let names = marks.flat_map(|series| series["data"].as_array().cloned().unwrap_or_default());
                ids.extend(
                    names.filter_map(|item| item["name"].as_str().map(str::to_owned)).filter(|name| !name.is_empty()),
                );
            }
        }
        assert!(ids.len() > 60);
        for id in ids {
            let card = provenance::html(&facts, words, &id).unwrap_or_else(|| panic!("no card for {id}"));
            assert!(card.contains("<dt>How it was checked</dt>"), "{id}: {card}");
            assert!(card.contains("<dt>Source</dt>") || card.contains("<dt>From</dt>"), "{id}: {card}");
            assert!(!card.contains(['{', '}']), "{id}: {card}");
        }
    }
}

#[test]
fn no_digit_is_typed_and_every_slot_is_filled() {
    let stage = Stage::new();
    for words in &stage.languages {
        for (name, _, sentence) in words.all() {
            check(sentence).unwrap_or_else(|fault| panic!("{}: {name}: {fault}", words.language));
            for piece in pieces(sentence).unwrap() {
                let Piece::Slot(slot) = piece else { continue };
                if slot.starts_with("card.") || slot.starts_with("step.") {
                    continue;
                }
                // A slot that depends on a dispute about the base year is tried in such a year.
                let facts = stage.facts(if slot == "conflict.base" { 2019 } else { 2018 });
                assert!(facts.say(slot, words).is_some(), "{name}: {slot} ({:?})", Slot::read(slot));
            }
        }
    }
}

#[test]
fn what_was_seen_in_one_copy_says_so_in_takeaways() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    let ratio = match facts.say("ratio.2017", words) {
        Some(Said::Number(number)) => number,
        other => panic!("{other:?}"),
    };
    assert_eq!(ratio.check, Check::OneCopy, "the example has changed; take another year");
    let takeaway = render::heading(&facts, words, SECTIONS[0].takeaway);
    assert!(
        takeaway.contains("1.01</button> <small class=\"note\">(partly from figures seen in one copy only)</small>"),
        "{takeaway}"
    );
}

#[test]
fn a_printed_figure_is_shown_as_printed_and_a_ratio_with_the_digits_it_has() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let shown = |slot: &str| stage.facts(2018).number(slot, words).unwrap().text;
    assert_eq!(shown("seed_total_2023"), "41.1");
    assert_eq!(shown("cocaine25"), "13,183");
    let ratios = ["ratio.2018", "ratio.2017", "ratio.2019", "ratio.2022"].map(shown);
    assert_eq!(ratios, ["2.0", "1.01", "3.6", "2.58"]);
    let card = provenance::html(&stage.facts(2018), words, "ratio.2018").unwrap();
    assert!(card.contains("<span class=\"interval\">2.02–2.03 times</span>"), "{card}");
}

#[test]
fn disputes_about_a_base_year_are_told_where_its_number_stands() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let told = |base: u16| {
        let facts = stage.facts(base);
        let keys = (SECTIONS[0].steps[2].text)(&facts);
        keys.into_iter().map(|key| render::plain(&facts, words, key)).collect::<String>()
    };
    assert!(told(2018).contains("97 tonnes for the same year"));
    assert!(told(2019).contains("17.5 tonnes, more than the whole"));
    assert!(!told(2017).contains("see its card"));
}

#[test]
fn layers_name_only_those_left_of_them() {
    let layers = ["data", "model", "text", "chart", "story", "browser", "view"];
    for (place, layer) in layers.iter().enumerate() {
        let mut files = vec![format!("{}/src/{layer}", env!("CARGO_MANIFEST_DIR")).into()];
        while let Some(path) = files.pop() {
            let path: std::path::PathBuf = path;
            if path.is_dir() {
                files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|end| end == "rs") {
                let code = fs::read_to_string(&path).unwrap();
                for right in &layers[place + 1..] {
                    assert!(!code.contains(&format!("crate::{right}")), "{} names {right}", path.display());
                }
                let web = ["web_sys::", "js_sys::"].iter().any(|name| code.contains(name));
                assert!(
                    !web || *layer == "browser" || path.ends_with("view/start.rs"),
                    "{} touches the DOM",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn step_names_lead_back_to_their_steps() {
    for section in SECTIONS {
        for place in 0..section.steps.len() {
            let (found, at) = step_by_name(&section.step_name(place)).unwrap();
            assert_eq!((found.id, at), (section.id, place));
        }
    }
    for nonsense in
        ["", "doubled", "doubled.", "doubled.0", "doubled.6", "doubled.01", "doubled.-1", "x.1", "doubled.1.1"]
    {
        assert!(step_by_name(nonsense).is_none(), "{nonsense}");
    }
}

proptest! {
    #[test]
    fn a_state_survives_the_url(place in 0_usize..5, base in 2000_u16..=2022, foreign in "[a-z]{1,6}=[a-z0-9%]{0,6}") {
        prop_assume!(!foreign.starts_with("step=") && !foreign.starts_with("base="));
        let stage = Stage::new();
        let state = url::State { step: Some(("doubled", place)), choices: Choices { base: Year(base) } };
        let written = url::write(&format!("?{foreign}"), &state);
        prop_assert_eq!(url::read(&written, &stage.facts(2018)), state.clone());
        prop_assert!(written.contains(&foreign));
        prop_assert_eq!(url::write(&written, &state), written);
    }

    #[test]
    fn nonsense_in_the_url_is_ignored(query in "\\PC{0,40}", base in "[0-9+ -]{0,6}") {
        let stage = Stage::new();
        let facts = stage.facts(2018);
        let state = url::read(&format!("{query}&base={base}"), &facts);
        prop_assert!((2000..=2022).contains(&state.choices.base.0));
    }
}
