//! Supply or the share caught: assumptions move everything that tells of them, and are called assumptions.

use crate::stage::{Stage, section, tell};
use seized::chart::{Size, iceberg};
use seized::model::Choices;
use seized::model::supply::{MOST, Of, Supply, UNSURE};

/// Sentence, alt text, drawing and table of a step.
fn told(stage: &Stage, supply: Supply, step: usize) -> [String; 4] {
    let (facts, words) = (stage.chosen(Choices { supply, ..Choices::default() }), &stage.languages[0]);
    let step = &section("iceberg").steps[step];
    let tell = |keys| tell(&facts, words, keys);
    [
        tell((step.text)(&facts)),
        tell((step.scene.alt)(&facts)),
        step.scene.drawing(&facts, words, Size::new(350.0, 254.0)).svg(),
        iceberg::FIGURE.table.unwrap()(&facts, words).html("", ""),
    ]
}

#[test]
fn the_numbers_are_those_of_the_report_and_of_what_the_reader_set() {
    let stage = Stage::new();
    let shown = |supply: Supply, slot: &str| {
        let facts = stage.chosen(Choices { supply, ..Choices::default() });
        facts.number(slot, &stage.languages[0]).unwrap().text
    };
    let usual = Supply::default();
    let all = Supply { of: Of::All, ..usual };
    assert_eq!((shown(usual, "iceberg.ratio"), shown(all, "iceberg.ratio")), ("143.4".into(), "2.0".into()));
    assert_eq!((shown(usual, "iceberg.bound"), shown(all, "iceberg.bound")), ("0.70".into(), "50".into()));
    assert_eq!(shown(all, "iceberg.synthetics.bound"), "0.70");
    assert_eq!((shown(usual, "iceberg.growth"), shown(usual, "iceberg.above")), ("143".into(), "100.0".into()));
    // Caught 128 times as well: 143.4 ÷ 128 = 1.12; with d = 0.1136 and 2h = 1.3863, 1 − (1 − 0.08194)² ÷ 2 = 57.9 %.
    let near = Supply { caught: 20, ..usual };
    assert_eq!(["iceberg.growth", "iceberg.above"].map(|slot| shown(near, slot)), ["1.1", "57.9"]);
    // A quarter of and four times that.
    assert_eq!(["iceberg.low", "iceberg.high"].map(|slot| shown(near, slot)), ["0.28", "4.5"]);
}

#[test]
fn every_control_moves_sentence_alt_text_drawing_and_table() {
    let stage = Stage::new();
    let usual = Supply { caught: 19, ..Supply::default() };
    let moved = [
        (0, Supply { of: Of::All, ..usual }),
        (1, Supply { of: Of::All, ..usual }),
        (2, Supply { caught: 21, ..usual }),
        (2, Supply { unsure: 5, ..usual }),
        (3, Supply { of: Of::All, ..usual }),
    ];
    for (step, supply) in moved {
        let [before, now] = [usual, supply].map(|supply| told(&stage, supply, step));
        for (before, now) in before.iter().zip(&now) {
            assert_ne!(before, now, "{supply:?}");
        }
    }
}

#[test]
fn extreme_assumptions_draw_and_tell_numbers() {
    let stage = Stage::new();
    for of in [Of::Synthetics, Of::All] {
        for caught in [0, 6, 8, MOST] {
            for unsure in [0, 3, UNSURE.len() as u16 - 1] {
                for step in 0..5 {
                    let said = told(&stage, Supply { of, caught, unsure }, step);
                    for said in &said {
                        let said = said.replace("var(--", "");
                        for odd in ["NaN", "inf", "∞", "{", "--"] {
                            assert!(!said.contains(odd), "{of:?} {caught} {unsure} {step}: {said}");
                        }
                    }
                    assert!(said[2].matches("data-id=\"").count() > 2, "{}", said[2]);
                }
            }
        }
    }
}

#[test]
fn draws_are_called_what_they_are_and_hemp_no_supply() {
    let stage = Stage::new();
    let usual = Supply::default();
    let draws = told(&stage, usual, 2);
    assert!(draws[0].contains("under your assumptions") && draws[0].contains("not how likely growth was"));
    for (step, hemp) in [(0, true), (2, true), (3, true), (4, false)] {
        assert!(!told(&stage, usual, step)[0].contains("hemp"));
        let all = told(&stage, Supply { of: Of::All, ..usual }, step);
        assert_eq!(all[0].contains("wild hemp is not supply"), hemp, "{}", all[0]);
        // The accent is for synthetics alone.
        assert!(hemp != all[2].contains("var(--accent)"), "{}", all[2]);
    }
    assert!(told(&stage, usual, 4)[0].contains("None of them measures synthetic drugs in Kazakhstan"));
}
