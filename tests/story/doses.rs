//! What the reader sets changes sentence, drawing, alt text and table, and nothing breaks at the ends.

use crate::stage::{Stage, section, tell};
use seized::model::Choices;
use seized::model::doses::{Doses, MILLIGRAMS, PERCENT};
use seized::text::Words;
use seized::text::fact::Facts;

/// Sentence, alt text, readout, drawing and table of a scene.
fn told(facts: &Facts<'_>, words: &Words, scene: usize) -> [String; 5] {
    let section = section("doses");
    let (figure, step) = (section.figure, &section.steps[scene]);
    let controls = section.controls.iter().filter(|control| control.is_in(step.scene.id));
    [
        tell(facts, words, (step.text)(facts)),
        tell(facts, words, (step.scene.alt)(facts)),
        controls.map(|control| tell(facts, words, (control.readout)(facts)) + &control.said(facts, words).0).collect(),
        figure.room.map(|size| step.scene.drawing(facts, words, size).svg()).concat(),
        figure.table.unwrap()(facts, words).html("", ""),
    ]
}

#[test]
fn both_settings_change_what_is_told() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts =
        |percent, milligrams| stage.chosen(Choices { doses: Doses { percent, milligrams }, ..Choices::default() });
    // The yield in the first two scenes, the unit in the last two; the first and the third step tell no number of it.
    for (scene, changed) in [(0, facts(20, 333)), (1, facts(20, 333)), (2, facts(8, 200)), (3, facts(8, 200))] {
        let (before, after) = (told(&facts(8, 333), words, scene), told(&changed, words, scene));
        for (what, (before, after)) in before.iter().zip(&after).enumerate() {
            let silent = what == 0 && scene % 2 == 0;
            assert_eq!(before == after, silent, "scene {scene}, {what}: {after}");
        }
    }
    let [_, alt, readout, ..] = told(&facts(20, 200), words, 3);
    assert!(alt.contains("begins at 100 million") && readout.contains("5.0–6.0 million"), "{alt} {readout}");
}

#[test]
fn open_ends_stay_open_at_every_setting() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for percent in [PERCENT.0, PERCENT.1] {
        for milligrams in [MILLIGRAMS.0, MILLIGRAMS.1] {
            let facts = stage.chosen(Choices { doses: Doses { percent, milligrams }, ..Choices::default() });
            for scene in 0..4 {
                for said in told(&facts, words, scene) {
                    assert!(!said.contains("NaN") && !said.contains("inf") && !said.contains('∞'), "{said}");
                }
            }
            let [said, ..] = told(&facts, words, 1);
            assert!(said.contains(&format!("come to more than {percent} tonnes")), "{said}");
        }
    }
}

/// No count of units is called an amount that somebody takes.
#[test]
fn units_are_units() {
    let stage = Stage::new();
    for (name, _, sentence) in stage.languages[0].all().filter(|(name, ..)| name.starts_with("doses.")) {
        for word in ["typical", "safe", "lethal", "a dose", "per dose"] {
            assert!(!sentence.contains(word), "{name}: {sentence}");
        }
    }
}
