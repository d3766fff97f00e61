//! The multiple depends on its beginning, and every place that names it says the one that the reader chose.

use crate::stage::{Stage, drawn, section, tell};
use seized::chart::times::{BASES, FIGURE, LAW, LENS};
use seized::draw::colour::Colour;
use seized::draw::{Fill, Mark};
use seized::model::Choices;
use seized::model::times::{BASES as BEGINNINGS, LATEST, LAW as CHANGES};
use seized::story::control::Kind;
use seized::text::fact::Facts;
use seized::text::{provenance, render};

fn facts(stage: &Stage, times_from: u16) -> Facts<'_> {
    stage.chosen(Choices { times_from, ..Choices::default() })
}

/// A mark of a drawing by its id.
fn mark<'a>(marks: &[&'a Mark], id: &str) -> &'a Mark {
    marks.iter().copied().find(|mark| mark.id == id).unwrap_or_else(|| panic!("no mark {id}"))
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
        let facts = facts(&stage, from);
        let from = &section.controls[0];
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
        for size in [(280.0, 230.0), (390.0, 330.0), (745.0, 504.0)] {
            let drawing = drawn(&BASES, &facts, words, size);
            let full = |mark: &&&Mark| mark.paint.fill == Fill::Full(Colour::Accent);
            let compared: Vec<&str> = drawing.marks().iter().filter(full).map(|mark| mark.id.as_str()).collect();
            assert_eq!(compared, [BEGINNINGS[usize::from(facts.choices.times_from)], LATEST]);
            let multiple = format!("× {about}");
            let bold = |text: &&seized::draw::Text| text.bold && text.words.ends_with(&multiple);
            assert!(drawing.texts().into_iter().any(|text| bold(&text)), "{size:?}: no {multiple}");
        }
        drawings.push(drawn(&BASES, &facts, words, (390.0, 330.0)));
    }
    assert!(drawings[0] != drawings[1] && drawings[1] != drawings[2]);
}

#[test]
fn the_words_of_the_url_are_the_years_of_the_beginnings() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let Kind::Options(options) = section("times-143").controls[0].kind else { panic!("no options") };
    for ((word, label), base) in options.iter().zip(BEGINNINGS) {
        assert_eq!(facts.year_of(base).map(|year| year.to_string()).as_deref(), Some(*word));
        assert_eq!(render::plain(&facts, &stage.languages[0], *label), *word);
    }
}

/// Ten times as much is as far up wherever it begins: what a linear axis hides.
#[test]
fn equal_multiples_are_equally_far_apart_in_every_scene() {
    let stage = Stage::new();
    for from in [0, 1, 2] {
        let facts = facts(&stage, from);
        for scene in FIGURE.scenes {
            let drawing = drawn(scene, &facts, &stage.languages[0], (745.0, 504.0));
            let heights: Vec<(f64, f64)> = drawing
                .marks()
                .into_iter()
                .filter(|mark| !CHANGES.contains(&&*mark.id))
                .filter_map(|mark| Some((facts.kilograms(&mark.id)?.log10(), mark.at.1)))
                .collect();
            let (first, last) = (heights[0], heights[heights.len() - 1]);
            let one = (last.1 - first.1) / (last.0 - first.0);
            for (power, height) in heights {
                let wanted = first.1 + (power - first.0) * one;
                assert!((height - wanted).abs() < 0.01, "{}: {height}, not {wanted}", scene.id);
                assert!((0.0..=504.0).contains(&height), "{}: {height}", scene.id);
            }
        }
    }
}

#[test]
fn changes_of_the_law_stand_in_a_strip_under_the_marks_on_their_axis_of_time() {
    let stage = Stage::new();
    for size in [(280.0, 230.0), (390.0, 330.0), (745.0, 504.0), (1200.0, 620.0)] {
        let drawing = drawn(&LAW, &stage.facts(2018), &stage.languages[0], size);
        let marks = drawing.marks();
        let [first, last] = ["seed_synth_2018", LATEST].map(|id| mark(&marks, id).at);
        let year = (last.0 - first.0) / 5.0;
        // July 2019, October 2021, May 2022, March 2023; the middle of a year is its number.
        for (id, wanted) in CHANGES.into_iter().zip([2019.01, 2021.25, 2021.89, 2022.72]) {
            let change = mark(&marks, id);
            let found = 2018.0 + (change.at.0 - first.0) / year;
            assert!((found - wanted).abs() < 0.02, "{id}: {found}, not {wanted}");
            assert!(marks.iter().all(|mark| CHANGES.contains(&&*mark.id) || mark.at.1 < change.covers[0].top));
        }
        for words in ["1", "list amended"] {
            assert!(drawing.texts().iter().any(|text| text.words.contains(words)), "{size:?}: {words}");
        }
    }
}

#[test]
fn the_register_stands_on_the_axis_of_time() {
    let stage = Stage::new();
    let drawing = drawn(&LENS, &stage.facts(2018), &stage.languages[0], (390.0, 330.0));
    let marks = drawing.marks();
    for (users, seized) in [("users_2018_synth", "seed_synth_2018"), ("users_2023_synth", LATEST)] {
        assert_eq!(mark(&marks, users).at.0, mark(&marks, seized).at.0);
    }
    assert!(drawing.texts().iter().any(|text| text.words == "× 5.0"));
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
fn a_part_of_a_year_is_named_and_drawn_as_one_and_never_compared() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    let parts = ["incsr_synth_2018", "inform22_synth_all", "inform22_synth_police", "knb23_9m_synth"];
    let table = FIGURE.table.unwrap()(&facts, words);
    for row in &table.rows {
        let told = format!("{row:?}");
        if parts.iter().any(|id| told.contains(id)) {
            assert!(told.contains("part of 20") && !told.contains("times."), "{told}");
        }
    }
    for scene in FIGURE.scenes {
        for mark in drawn(scene, &facts, words, (745.0, 504.0)).marks() {
            // Bars over the months, discs for whole years.
            let bar = mark.path.matches('L').count() == 1 && mark.paint.fill == Fill::None;
            assert_eq!(bar, parts.contains(&&*mark.id), "{}: {}", scene.id, mark.id);
        }
    }
}
