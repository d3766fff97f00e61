//! Laboratories: a square each, none of a part of a year as a year, colour for synthetics alone.

use crate::stage::{Stage, drawn, section, tell};
use seized::chart::labs::{ALL, FIGURE, KINDS};
use seized::data::Value;
use seized::draw::colour::Colour;
use seized::draw::{Fill, Mark};
use seized::model::labs::PARTS;
use seized::text::render;

#[test]
fn synthetics_alone_are_in_colour_and_hatching_is_cannabis_alone() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    for scene in FIGURE.scenes {
        for mark in drawn(scene, &facts, &stage.languages[0], (745.0, 556.0)).marks() {
            let figure = stage.data.figure(&mark.id).unwrap();
            let coloured = mark.paint.fill == Fill::Full(Colour::Accent);
            assert_eq!(coloured, figure.drug.starts_with("synthetic"), "{}: {}", mark.id, figure.drug);
            assert_eq!(mark.paint.fill == Fill::Hatch, figure.drug.starts_with("cannabis grow"), "{}", mark.id);
        }
    }
}

#[test]
fn every_square_is_a_laboratory() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    for scene in FIGURE.scenes {
        for size in [(280.0, 230.0), (390.0, 330.0), (1200.0, 620.0)] {
            let drawing = drawn(scene, &facts, &stage.languages[0], size);
            let squares = |mark: &&Mark| mark.path.matches('z').count();
            for mark in drawing.marks().into_iter().filter(|mark| squares(mark) > 1) {
                let Value::Number(count) = stage.data.figure(&mark.id).unwrap().value else { panic!("{}", mark.id) };
                // Those for synthetics stand among all of their year.
                let among = if (scene.id, &*mark.id) == ("kinds", "mvd25_labs") { 28.0 } else { 0.0 };
                assert_eq!(squares(&mark) as f64, count - among, "{}: {}", scene.id, mark.id);
            }
        }
    }
}

/// In the figure of kinds they have a dashed frame, in that of all counts a row of their own: never squares beside a year.
#[test]
fn parts_of_years_stand_apart() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let all = drawn(&ALL, &facts, &stage.languages[0], (745.0, 556.0));
    let is_part = |mark: &Mark| stage.data.figure(&mark.id).unwrap().period.year().is_none();
    let lowest = all.marks().into_iter().filter(|mark| !is_part(mark)).map(|mark| mark.covers[0].bottom);
    let lowest = lowest.fold(0.0, f64::max);
    for id in PARTS {
        let mark = all.marks().into_iter().find(|mark| mark.id == *id).unwrap_or_else(|| panic!("no {id}"));
        assert!(mark.covers[0].top > lowest && mark.paint.fill == Fill::Full(Colour::Paper), "{id}");
    }
    let kinds = drawn(&KINDS, &facts, &stage.languages[0], (745.0, 556.0));
    let frame = kinds.marks().into_iter().find(|mark| mark.id == "mvd25_8m_labs").unwrap();
    assert!(frame.paint.dashed && frame.paint.fill == Fill::None);
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
