//! Laboratories: every count by what was counted, none of a part of a year as a year, colour for synthetics alone.

use crate::stage::{Stage, section, tell};
use seized::chart::labs::FIGURE;
use seized::chart::{Frame, option};
use seized::text::render;

#[test]
fn parts_of_years_are_triangles_and_synthetics_alone_are_in_colour() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    for scene in FIGURE.scenes {
        let option = option(scene, &facts, &stage.languages[0], Frame::Desktop).unwrap();
        let series = option["series"].as_array().unwrap();
        for series in series.iter().filter(|series| series["label"].is_null() && series["silent"] != true) {
            for item in series["data"].as_array().into_iter().flatten() {
                let name = item["name"].as_str().unwrap();
                let Some(figure) = stage.data.figure(name) else { continue };
                let whole = figure.period.year().is_some();
                assert_eq!(series["symbol"] == "triangle", !whole && figure.period.start.is_some(), "{name}");
                let coloured = item["itemStyle"]["borderColor"] == "var(--accent)";
                assert_eq!(coloured, figure.drug.starts_with("synthetic"), "{name}: {}", figure.drug);
            }
        }
    }
}

#[test]
fn what_is_contradicted_is_said_to_be_another_offices() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    for (name, key, sentence) in words.all() {
        if name.starts_with("labs.") && sentence.contains("{kozhaev_labs_2023}") {
            let said = render::plain(&facts, words, key);
            assert!(said.contains("another office"), "{name}: {said}");
        }
    }
}

#[test]
fn shares_sums_and_what_remains_are_said() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    let said: String = section("labs").steps.iter().map(|step| tell(&facts, words, (step.text)(&facts))).collect();
    for wanted in [
        "68 a year before: 10 percent more",
        "the rise is 7 percent",
        "22 percent",
        "12 of 105",
        "add up to 208",
        "at least 121",
    ] {
        assert!(said.contains(wanted), "no “{wanted}” in {said}");
    }
    let table = FIGURE.table.unwrap()(&facts, words);
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()) && table.rows.len() > 25);
}
