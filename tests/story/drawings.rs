//! Every scene of every figure, drawn natively at the widths that readers have.

use crate::stage::Stage;
use seized::chart::Size;
use seized::draw::Drawing;
use seized::story::{SECTIONS, Section};
use seized::text::fact::Facts;
use seized::text::{Words, render};

/// From the narrowest embed to a wide desktop; the height that a figure has there, and where it is low.
const SIZES: [(f64, f64); 9] = [
    (280.0, 230.0),
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
