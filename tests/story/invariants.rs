//! Every section, step, scene and number has what it needs.

use crate::stage::{QUESTIONS, Stage, names_a_guess, tell};
use seized::data::Year;
use seized::model::Choices;
use seized::story::{SECTIONS, controls};
use seized::text::fact::Facts;
use seized::text::slot::Slot;
use seized::text::template::{Piece, check, pieces};
use seized::text::{Words, provenance, render};
use std::collections::BTreeSet;

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
        for facts in stage.all_choices() {
            let tell = |keys| tell(&facts, words, keys);
            for step in SECTIONS.iter().flat_map(|section| section.steps) {
                for said in [tell((step.text)(&facts)), tell((step.scene.alt)(&facts))] {
                    assert!(said.len() > 40, "{} {:?}: {said}", words.language, facts.choices);
                    assert!(!said.contains(['{', '}', '*', '∞']), "{:?}: {said}", facts.choices);
                    assert!(!names_a_guess(&said), "{:?}: {said}", facts.choices);
                }
            }
            for control in controls() {
                let said = tell((control.readout)(&facts));
                assert!(!said.contains(['{', '}', '∞']) && !names_a_guess(&said), "{}: {said}", control.name);
            }
        }
    }
}

#[test]
fn every_figure_draws_in_every_scene_frame_and_language() {
    let stage = Stage::new();
    for words in &stage.languages {
        for section in SECTIONS {
            let mut seen = Vec::new();
            for facts in stage.all_choices() {
                let relevant = section.relevant(&facts.choices);
                if seen.contains(&relevant) {
                    continue;
                }
                seen.push(relevant);
                for scene in section.figure.scenes {
                    for size in section.figure.room {
                        let svg = scene.drawing(&facts, words, size).svg();
                        // `inf` begins the names of some rows, too.
                        let numbers = svg.replace("\"inform", "");
                        assert!(!svg.contains("NaN") && !numbers.contains("inf"), "{}: {svg}", scene.id);
                        // Where the reader says something, nothing stands for a row; a question may have no answer.
                        let marks = svg.matches("class=\"mark").count() + 3 * svg.matches("data-pad=").count();
                        let enough = marks > 1 || section.id == "explore";
                        assert!(enough, "{} {} {:?}", section.id, scene.id, facts.choices);
                    }
                }
            }
        }
    }
}

/// What is written with the page alone may not depend on what a reader does there.
#[test]
fn captions_and_tables_that_are_only_written_know_no_choice() {
    let stage = Stage::new();
    for words in &stage.languages {
        for figure in SECTIONS.iter().map(|section| section.figure) {
            let captions = |facts: &Facts<'_>| tell(facts, words, vec![figure.caption, figure.caption_more]);
            let is_written = ["guess", "share", "labs", "audit", "offences", "neighbours"].contains(&figure.id);
            let rows = |facts: &Facts<'_>| is_written.then(|| figure.table.unwrap()(facts, words).html("", ""));
            let usual = stage.chosen(Choices::default());
            let (caption, table) = (captions(&usual), rows(&usual));
            for facts in stage.all_choices() {
                assert_eq!(captions(&facts), caption, "{}", figure.id);
                assert_eq!(rows(&facts), table, "{}", figure.id);
            }
        }
    }
}

/// The id of every number in a sentence and of every mark in a scene.
fn ids(facts: &Facts<'_>, words: &Words) -> BTreeSet<String> {
    let marked = |html: &str| {
        let parts = html.split("data-id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for (_, key, _) in words.all() {
        ids.extend(marked(&render::html(facts, words, key)));
    }
    for section in SECTIONS {
        for scene in section.figure.scenes {
            let drawing = scene.drawing(facts, words, section.figure.room[1]);
            ids.extend(drawing.marks().into_iter().map(|mark| mark.id.clone()));
        }
    }
    ids.remove("");
    assert!(ids.len() > 60);
    ids
}

#[test]
fn every_mark_and_every_number_has_a_card() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for facts in stage.all_choices() {
        for id in ids(&facts, words) {
            let card = provenance::html(&facts, words, &id).unwrap_or_else(|| panic!("no card for {id}"));
            assert!(card.contains("<dt>How it was checked</dt>"), "{id}: {card}");
            assert!(card.contains("<dt>Source</dt>") || card.contains("<dt>From</dt>"), "{id}: {card}");
            assert!(!card.contains(['{', '}']), "{id}: {card}");
        }
    }
}

/// What is quoted in English is marked as such, and addresses are what they are; all else on a card is in the language of
/// its page.
#[test]
fn no_card_has_a_word_of_another_language() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    for words in &stage.languages[1..] {
        for id in ids(&facts, words) {
            let card = provenance::html(&facts, words, &id).unwrap_or_else(|| panic!("no card for {id}"));
            let mut own = String::new();
            for (place, part) in card.replace("class=\"url\">", " lang=\"en\">").split(" lang=\"en\">").enumerate() {
                own.push_str(if place == 0 { part } else { part.split_once('<').map_or("", |(_, rest)| rest) });
            }
            let said = own.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect::<Vec<_>>();
            // Capitals alone name a substance in every language.
            let latin = |word: &&str| {
                let is_word = word.chars().all(|letter| letter.is_ascii_alphabetic());
                word.len() > 2 && is_word && word.contains(|letter: char| letter.is_ascii_lowercase())
            };
            let strange: Vec<&str> = said
                .iter()
                .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()))
                .filter(latin)
                .collect();
            assert!(strange.is_empty(), "{}, {id}: {strange:?} in {card}", words.language);
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
                if ["card.", "step.", "page."].iter().any(|own| slot.starts_with(own)) {
                    continue;
                }
                // A slot that depends on a dispute about the base year is tried in such a year, one about guesses with
                // some.
                let base = Year(if slot == "conflict.base" { 2019 } else { 2018 });
                // One about a revised row is tried where there is one.
                let revised = slot.starts_with("explore.earlier");
                let explore = stage.asked(if revised { QUESTIONS[0] } else { "" }).choices.explore;
                let some = Choices { base, share: Some(7), line: [Some(9); 5], explore, ..Choices::default() };
                let facts = stage.chosen(some);
                assert!(facts.say(slot, words).is_some(), "{name}: {slot} ({:?})", Slot::read(slot));
            }
        }
    }
}
