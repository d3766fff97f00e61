//! Every scene of every figure, drawn natively at the widths that readers have.

use crate::stage::Stage;
use proptest::prelude::*;
use seized::chart::Size;
use seized::data::Dataset;
use seized::draw::colour::Palette;
use seized::draw::{About, Drawing, font, picture};
use seized::model::{Choices, Results};
use seized::story::{SECTIONS, Section};
use seized::text::fact::Facts;
use seized::text::{Words, render};
use std::fs;

/// From the narrowest embed to a wide desktop; the height that a figure has there, and where it is low.
const SIZES: [(f64, f64); 11] = [
    (280.0, 130.0),
    (280.0, 230.0),
    (320.0, 130.0),
    (320.0, 200.0),
    (320.0, 270.0),
    (390.0, 250.0),
    (390.0, 330.0),
    (640.0, 400.0),
    (820.0, 480.0),
    (820.0, 300.0),
    (1200.0, 620.0),
];

/// Calls `see` with every drawing of a section under some choices, and what it is.
fn every_drawing(section: &Section, facts: &Facts<'_>, words: &Words, see: &mut dyn FnMut(&str, &Drawing)) {
    for scene in section.figure.scenes {
        for (width, height) in SIZES {
            let drawing = scene.drawing(facts, words, Size::new(width, height));
            see(&format!("{} {} {} {width}×{height}", words.language, section.id, scene.id), &drawing);
        }
    }
}

/// The choices of a section that differ in what moves it.
fn choices_of<'a>(stage: &'a Stage, section: &Section) -> Vec<Facts<'a>> {
    let mut seen = Vec::new();
    let all = stage.all_choices().into_iter().map(|facts| section.relevant(&facts.choices));
    all.for_each(|choices| {
        if !seen.contains(&choices) {
            seen.push(choices);
        }
    });
    seen.into_iter().map(|choices| stage.chosen(choices)).collect()
}

/// The least size of type at a width.
fn least(width: f64) -> f64 {
    if width < 390.0 { 11.0 } else { 12.0 }
}

/// What is wrong with the words of all drawings in a language.
fn faults(stage: &Stage, words: &Words) -> Vec<String> {
    let mut faults = Vec::new();
    for section in SECTIONS {
        for facts in choices_of(stage, section) {
            every_drawing(section, &facts, words, &mut |name, drawing| {
                let found = drawing.faults(least(drawing.size.width));
                faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
            });
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

#[test]
fn no_words_lie_over_words_or_foreign_marks_or_outside_in_any_language() {
    let stage = Stage::shared();
    let faults: Vec<String> = stage.languages.iter().flat_map(|words| faults(stage, words)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Sentences that stand in written pages alone are not sent; drawings, steps and alternative texts need none of them.
#[test]
fn the_words_that_are_sent_suffice_for_all_that_is_drawn_and_told() {
    let stage = Stage::shared();
    for words in &stage.languages {
        let sent = words.sent();
        for section in SECTIONS {
            for facts in choices_of(stage, section) {
                let told = |words: &Words| -> Vec<String> {
                    let keys = section
                        .steps
                        .iter()
                        .flat_map(|step| (step.text)(&facts).into_iter().chain((step.scene.alt)(&facts)));
                    let readouts = section.controls.iter().flat_map(|control| (control.readout)(&facts));
                    let mut told: Vec<String> =
                        keys.chain(readouts).map(|key| render::html(&facts, words, key)).collect();
                    every_drawing(section, &facts, words, &mut |_, drawing| told.push(drawing.svg()));
                    told
                };
                let (whole, sent) = (told(words), told(&sent));
                let lost = whole.iter().zip(&sent).find(|(whole, sent)| whole != sent);
                assert!(lost.is_none(), "{} {}: {lost:?}", words.language, section.id);
            }
        }
    }
}

/// What a section shows under all choices is what it shows under those that are said to move it.
#[test]
fn no_section_is_moved_by_a_choice_that_it_does_not_name() {
    let stage = Stage::shared();
    let words = &stage.languages[0];
    for section in SECTIONS {
        let shown = |facts: &Facts<'_>| -> String {
            let keys =
                section.steps.iter().flat_map(|step| (step.text)(facts).into_iter().chain((step.scene.alt)(facts)));
            let mut shown: String = keys.map(|key| render::html(facts, words, key)).collect();
            for scene in section.figure.scenes {
                shown += &scene.drawing(facts, words, Size::new(390.0, 330.0)).svg();
            }
            shown + &section.figure.table.map(|rows| rows(facts, words).html("", "")).unwrap_or_default()
        };
        for facts in stage.all_choices() {
            let relevant = stage.chosen(section.relevant(&facts.choices));
            assert!(shown(&facts) == shown(&relevant), "{} is moved by {:?}", section.id, facts.choices);
        }
    }
}

/// Words with about two fifths of their letters written twice, by a seed; slots stay.
fn longer(words: Words, seed: u64) -> Words {
    words.mapped(|text| {
        let (mut longer, mut depth, mut state) = (String::new(), 0, seed);
        for letter in text.chars() {
            depth += i32::from(matches!(letter, '{' | '[')) - i32::from(matches!(letter, '}' | ']'));
            longer.push(letter);
            // Knuth's generator: https://en.wikipedia.org/wiki/Linear_congruential_generator
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if depth == 0 && letter.is_alphabetic() && (state >> 33) % 100 < 45 {
                longer.push(letter);
            }
        }
        longer
    })
}

/// The dataset's rows with other values of what was weighed and counted, each times one of `factors`.
fn other_values(csv: &str, factors: &[f64]) -> String {
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let mut written = csv::Writer::from_writer(Vec::new());
    let head = rows.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|head| head == name).unwrap();
    let (value, unit) = (column("value"), column("unit"));
    written.write_record(&head).unwrap();
    for (place, row) in rows.records().enumerate() {
        let row = row.unwrap();
        let other = |(at, cell): (usize, &str)| match cell.parse::<f64>() {
            Ok(number) if at == value && ["kg", "t", "labs", "offences", "crimes"].contains(&&row[unit]) => {
                let decimals = cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                format!("{:.decimals$}", number * factors[place % factors.len()])
            }
            _ => cell.to_owned(),
        };
        written.write_record(row.iter().enumerate().map(other)).unwrap();
    }
    String::from_utf8(written.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever a translator or a new edition writes, no words lie over words or marks: they find room or are left out.
    #[test]
    fn longer_words_and_other_values_find_room_too(
        seed in any::<u64>(),
        factors in proptest::collection::vec(0.6_f64..1.7, 17),
    ) {
        let read = |path: &str| fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let figures = other_values(&read("public/data/figures.csv"), &factors);
        let data = Dataset::from_csv(&figures, &read("public/data/sources.csv")).unwrap();
        let results = Results::of(&data).unwrap();
        let words = Words::from_toml("en", &read("src/text/en.toml")).unwrap().with_dates(&data).unwrap();
        let words = longer(words, seed);
        let facts = Facts { data: &data, results: &results, choices: Choices::default() };
        let mut faults = Vec::new();
        for section in SECTIONS {
            every_drawing(section, &facts, &words, &mut |name, drawing| {
                let found = drawing.faults(least(drawing.size.width));
                faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
            });
        }
        prop_assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}

/// The headline of what is taken along, of every figure at every width: whole, in its place, inside.
#[test]
fn the_headline_of_a_picture_is_whole_and_inside() {
    let stage = Stage::shared();
    let facts = stage.chosen(Choices::default());
    let palette = Palette::new(|_| Some("#123456".to_owned())).unwrap();
    for words in &stage.languages {
        for section in SECTIONS {
            let title = render::plain(&facts, words, section.figure.caption);
            for (width, height) in SIZES {
                let drawing = section.figure.still.drawing(&facts, words, Size::new(width, height));
                let about = About { title: title.clone(), ..About::default() };
                let svg = picture(&drawing, &about, &palette);
                let (head, _) = svg.split_once("<g transform").unwrap();
                let said = head.split("</text>").filter_map(|part| part.split_once("<text ")?.1.split_once('>'));
                let lines: Vec<&str> = said.map(|(_, line)| line).collect();
                let name = format!("{} {} at {width}: {lines:?}", words.language, section.id);
                assert_eq!(lines.join(" "), escape(&title), "{name}");
                assert!(lines.iter().all(|line| font::width(line, 17.0, true) <= width), "{name}");
            }
        }
    }
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}
