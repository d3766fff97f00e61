//! The multiple depends on its beginning, and every place that names it says the one that the reader chose.

use crate::stage::{Stage, section, tell};
use seized::chart::times::{BASES, FIGURE, LAW};
use seized::chart::{Draw, Frame, option};
use seized::model::Choices;
use seized::model::times::{BASES as BEGINNINGS, Times};
use seized::story::control::Kind;
use seized::text::fact::Facts;
use seized::text::{provenance, render};

fn facts(stage: &Stage, from: u16, log: bool) -> Facts<'_> {
    stage.chosen(Choices { times: Times { from, log }, ..Choices::default() })
}

#[test]
fn each_beginning_gives_its_multiple_in_sentence_readout_alt_text_table_and_figure() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let section = section("times-143");
    let mut drawings = Vec::new();
    for (from, year, about, range) in
        [(0, "2017", "180", "140–240"), (1, "2018", "140", "130–160"), (2, "2019", "14", "11–17")]
    {
        let facts = facts(&stage, from, false);
        let from = &section.controls[1];
        for said in [
            tell(&facts, words, (section.steps[1].text)(&facts)),
            tell(&facts, words, (from.readout)(&facts)),
            tell(&facts, words, (BASES.alt)(&facts)),
        ] {
            assert!(said.contains(&format!("for {year}: about {about} times as much")), "{said}");
            assert!(said.contains(range), "{said}");
        }
        let table = FIGURE.table.unwrap()(&facts, words).html("", "");
        assert!(table.contains(&format!("{year} (chosen)")) && table.matches("(chosen)").count() == 1, "{table}");
        let option = option(&BASES, &facts, words, Frame::Phone).unwrap();
        let compared = option["series"].as_array().unwrap().iter().find(|series| series["id"] == "compared").unwrap();
        assert_eq!(compared["data"][0]["name"], BEGINNINGS[usize::from(facts.choices.times.from)]);
        drawings.push(option);
    }
    assert!(drawings[0] != drawings[1] && drawings[1] != drawings[2]);
}

#[test]
fn the_words_of_the_url_are_the_years_of_the_beginnings() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let Kind::Options(options) = section("times-143").controls[1].kind else { panic!("no options") };
    for ((word, label), base) in options.iter().zip(BEGINNINGS) {
        assert_eq!(facts.year_of(base).map(|year| year.to_string()).as_deref(), Some(*word));
        assert_eq!(render::plain(&facts, &stage.languages[0], *label), *word);
    }
}

#[test]
fn the_axis_changes_figure_alt_text_and_readout_in_every_scene() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let (linear, log) = (facts(&stage, 1, false), facts(&stage, 1, true));
    let axis = &section("times-143").controls[0];
    assert_ne!(tell(&linear, words, (axis.readout)(&linear)), tell(&log, words, (axis.readout)(&log)));
    for scene in FIGURE.scenes {
        assert!(matches!(scene.draw, Draw::Chart(_)));
        let kind = |facts| option(scene, facts, words, Frame::Desktop).unwrap()["yAxis"]["type"].clone();
        assert_eq!((kind(&linear), kind(&log)), ("value".into(), "log".into()), "{}", scene.id);
        let tells = |facts: &Facts<'_>| tell(facts, words, (scene.alt)(facts)).contains("logarithmic");
        assert!(!tells(&linear) && tells(&log), "{}", scene.id);
    }
}

/// On a logarithmic axis nothing stands at or below its lowest line, and nothing above its highest.
#[test]
fn every_mark_stroke_and_word_stands_on_its_axis() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for (from, log) in [(0, false), (1, true), (2, true), (9, true)] {
        let facts = facts(&stage, from, log);
        let (low, high) = if log { (1.0, 10_000.0) } else { (0.0, 2000.0) };
        for scene in FIGURE.scenes {
            let option = option(scene, &facts, words, Frame::Phone).unwrap();
            for series in option["series"].as_array().unwrap() {
                for item in series["data"].as_array().into_iter().flatten() {
                    let at = if item.is_array() { item } else { &item["value"] };
                    let Some(height) = at[1].as_f64() else { continue };
                    assert!((low..=high).contains(&height), "{}, {}: {height}", scene.id, series["id"]);
                    assert!((2016.5..=2025.9).contains(&at[0].as_f64().unwrap()), "{}: {at}", scene.id);
                }
            }
        }
    }
}

#[test]
fn changes_of_the_law_stand_on_the_axis_of_the_synthetics_in_order() {
    let stage = Stage::new();
    let option = option(&LAW, &stage.facts(2018), &stage.languages[0], Frame::Desktop).unwrap();
    let series = |id: &str| option["series"].as_array().unwrap().iter().find(|series| series["id"] == id).unwrap();
    let at = |id: &str| -> Vec<f64> {
        series(id)["data"].as_array().unwrap().iter().map(|item| item["value"][0].as_f64().unwrap()).collect()
    };
    // July 2019, October 2021, May 2022, March 2023; the middle of a year is its number.
    for (found, wanted) in at("law").into_iter().zip([2019.01, 2021.25, 2021.89, 2022.72]) {
        assert!((found - wanted).abs() < 0.02, "{found}, not {wanted}");
    }
    assert_eq!(at("compared"), [2018.0, 2023.0]);
}

#[test]
fn the_reports_own_figures_agree_on_a_range_that_is_said() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    let said = tell(&facts, words, (section("times-143").steps[0].text)(&facts));
    assert!(said.contains("fit each other") && said.contains("1,097–1,112"), "{said}");
    let card = provenance::html(&facts, words, "times.agree").unwrap();
    assert!(card.contains("1,097–1,112 kg") && card.matches("<li>").count() == 5, "{card}");
    let takeaway = render::plain(&facts, words, section("times-143").takeaway);
    assert!(takeaway.contains("2017 to 2019") && takeaway.contains("about 14 to 180 times"), "{takeaway}");
}

#[test]
fn a_part_of_a_year_is_named_as_one_and_never_compared() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let table = FIGURE.table.unwrap()(&stage.facts(2018), words);
    for row in &table.rows {
        let told = format!("{row:?}");
        let part = ["incsr_synth_2018", "inform22_synth_all", "inform22_synth_police", "knb23_9m_synth"];
        if part.iter().any(|id| told.contains(id)) {
            assert!(told.contains("part of 20") && !told.contains("times."), "{told}");
        }
    }
}
