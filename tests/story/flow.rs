//! Queues: every setting is told alike in sentence, drawing, alt text and table.

use crate::stage::{Stage, section, tell};
use seized::chart::{Size, flow};
use seized::draw::Drawing;
use seized::model::Choices;
use seized::model::flow::Flow;
use seized::text::fact::Facts;
use seized::text::slot::Slot;

const USUAL: Flow = Flow { arrivals: 69, lag: 6, procedure: 1, life: 30 };

/// Sentence, alt text, drawing and table of a step.
fn told(stage: &Stage, flow: Flow, step: usize) -> [String; 4] {
    let (facts, words) = (stage.chosen(Choices { flow, ..Choices::default() }), &stage.languages[0]);
    let step = &section("flow").steps[step];
    let tell = |keys| tell(&facts, words, keys);
    [
        tell((step.text)(&facts)),
        tell((step.scene.alt)(&facts)),
        step.scene.drawing(&facts, words, Size::new(350.0, 254.0)).svg(),
        flow::FIGURE.table.unwrap()(&facts, words).html("", ""),
    ]
}

#[test]
fn the_default_is_kazakhstans_own_and_a_month_of_a_year() {
    let stage = Stage::new();
    assert_eq!(Flow::default(), USUAL);
    let facts = stage.facts(2018);
    let shown = |slot: &str| facts.number(slot, &stage.languages[0]).unwrap().text;
    // 115 in 40 months; a year, a twelfth, seven twelfths, eighteen twelfths and six twelfths of that.
    let slots = ["flow.rate", "flow.year", "flow.month", "flow.lag", "flow.before", "flow.floor", "flow.each"];
    assert_eq!(slots.map(shown), ["34.5", "34.5", "2.9", "20.1", "51.8", "17.3", "2.9"]);
    assert_eq!(["flow.faster", "flow.ratio", "flow.gap.short", "flow.gap.long"].map(shown), ["12", "2.6", "6", "21"]);
    // 3,000 and 1,300 times 30 days of 365.
    assert_eq!(["flow.sites", "flow.stores"].map(shown), ["247", "107"]);
}

#[test]
fn every_control_moves_sentence_alt_text_drawing_and_table() {
    let stage = Stage::new();
    let moved = [
        (0, Flow { arrivals: 100, ..USUAL }),
        (1, Flow { arrivals: 10, ..USUAL }),
        (2, Flow { lag: 24, ..USUAL }),
        (2, Flow { procedure: 24, ..USUAL }),
        (4, Flow { life: 365, ..USUAL }),
    ];
    for (step, flow) in moved {
        let [usual, now] = [USUAL, flow].map(|flow| told(&stage, flow, step));
        for (usual, now) in usual.iter().zip(&now) {
            assert_ne!(usual, now, "{flow:?}");
        }
    }
}

#[test]
fn extreme_settings_draw_and_tell_numbers() {
    let stage = Stage::new();
    for arrivals in [10, 240] {
        for lag in [0, 24] {
            for procedure in [1, 12, 24] {
                for life in [1, 365] {
                    let flow = Flow { arrivals, lag, procedure, life };
                    for step in 0..5 {
                        for said in told(&stage, flow, step) {
                            let said = said.replace("var(--", "");
                            for odd in ["NaN", "inf", "∞", "{", "--"] {
                                assert!(!said.contains(odd), "{flow:?} {step}: {said}");
                            }
                        }
                        let [_, _, svg, _] = told(&stage, flow, step);
                        assert!(
                            svg.matches("data-id=\"").count() > 2 && svg.contains(".mean\" data-name=\"simulated: "),
                            "{svg}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_count_of_more_than_stays_open_and_a_year_is_about_one() {
    let stage = Stage::new();
    let facts: Facts<'_> = stage.facts(2018);
    let interval = |name: &str| facts.outcome(name).unwrap().result.interval.unwrap();
    assert!(interval("flow.sites").is_open_ended() && interval("flow.month").is_open_ended());
    assert!(interval("flow.year").low().0 < 26.0 && interval("flow.year").high().0 > 43.0);
    assert_eq!(Slot::read("flow.sites"), Slot::Own("flow.sites"));
    let shops = told(&stage, USUAL, 4);
    assert!(shops[0].contains("more than 247 sites") && shops[2].contains("data-id=\"seed_sites_2023\""), "{shops:?}");
}

/// A simulated course is no data: it says so in the drawing, whatever its size.
#[test]
fn every_simulated_course_is_called_one() {
    let stage = Stage::shared();
    for words in &stage.languages {
        let word = words.plain(seized::text::key::flow::MEAN_LAG).split(':').next().unwrap();
        for facts in stage.all_choices() {
            for scene in flow::FIGURE.scenes {
                for (width, height) in [(280.0, 230.0), (350.0, 254.0), (745.0, 470.0), (1200.0, 620.0)] {
                    let drawing: Drawing = scene.drawing(&facts, words, Size::new(width, height));
                    let said = drawing.texts().iter().filter(|text| text.words.starts_with(word)).count();
                    let courses = drawing.marks().iter().filter(|mark| mark.id.ends_with(".mean")).count();
                    assert!(said == courses && courses > 0, "{} {} {width}: {said}", words.language, scene.id);
                }
            }
        }
    }
}
