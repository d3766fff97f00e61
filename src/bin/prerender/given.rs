//! What no choice of a reader changes, made beforehand for the program: drawings, results in words, their cards.

use crate::Fault;
use seized::chart::{Frame, option};
use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::story::{SECTIONS, Section};
use seized::text::fact::{Facts, Said};
use seized::text::render::counted;
use seized::text::slot::{GIVEN, Slot};
use seized::text::template::{Piece, pieces};
use seized::text::{Given, Words, provenance};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The words as the page loads them, with everything that is given.
pub fn words(data: &Dataset, words: &Words) -> Result<String, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let facts = Facts { data, results: &results, choices: Choices::default() };
    let (mut drawn, slots) = gather(&facts, words)?;
    let mut given: Vec<Given> = Vec::new();
    for slot in slots {
        // What nothing fills stands in sentences for other figures than these.
        let Some(said) = facts.say(&slot, words) else { continue };
        match said {
            Said::Plain(text) => given.push([slot, text, String::new()]),
            // Its cards are many: the program writes them.
            Said::Number(number) if slot.starts_with("neighbours.") => {
                given.push([slot, number.text, number.check.as_str().to_owned()]);
            }
            Said::Number(number) => {
                let card = provenance::html(&facts, words, &slot).ok_or_else(|| format!("no card for {slot}"))?;
                let unit = facts.outcome(&slot).map(|outcome| counted(&facts, words, outcome.unit, &number.text));
                let unit = unit.unwrap_or_default();
                drawn.insert(format!("card/{slot}"), card.into());
                drawn.insert(format!("said/{slot}"), format!("{} {unit}", number.text).into());
                given.push([slot, number.text, number.check.as_str().to_owned()]);
            }
        }
    }
    let mut table = words.to_json(given).map_err(|error| error.to_string())?;
    table["drawn"] = Value::Object(drawn);
    Ok(table.to_string())
}

/// Every result that is given.
pub fn slots(facts: &Facts<'_>, words: &Words) -> Result<BTreeSet<String>, Fault> {
    Ok(gather(facts, words)?.1)
}

/// The drawings that no choice changes, by figure, scene and frame; and every result that they, their tables and sentences
/// ask for.
fn gather(facts: &Facts<'_>, words: &Words) -> Result<(Map<String, Value>, BTreeSet<String>), Fault> {
    let mut drawn = Map::new();
    let mut slots = BTreeSet::new();
    for section in SECTIONS.iter().filter(|section| is_given(section)) {
        for scene in section.figure.scenes {
            for (frame, size) in Frame::ALL.into_iter().zip(section.figure.room) {
                let made = match (option(scene, facts, words, frame), scene.draw_svg(facts, words, size)) {
                    (Some(option), _) => option.to_string(),
                    (None, Some(svg)) => svg,
                    (None, None) => return Err(format!("{} {}: not drawn", section.id, scene.id)),
                };
                slots.extend(own_in(&made, &["data-id=\"", "\"name\":\""]));
                drawn.insert(format!("{}/{}/{}", section.figure.id, scene.id, frame.name()), made.into());
            }
        }
        let table = section.figure.table.map(|rows| rows(facts, words).html("", ""));
        slots.extend(own_in(&table.unwrap_or_default(), &["data-id=\""]));
    }
    slots.retain(|slot| !slot.starts_with("neighbours."));
    for (_, _, sentence) in words.all() {
        for piece in pieces(sentence)? {
            slots.extend(match piece {
                Piece::Slot(slot) if is_own(slot) => Some(slot.to_owned()),
                _ => None,
            });
        }
    }
    Ok((drawn, slots))
}

/// Whether the program has a section's drawings from here.
fn is_given(section: &Section) -> bool {
    ["labs", "audit", "offences", "neighbours"].contains(&section.id)
}

/// Whether a slot is a result that is given.
fn is_own(slot: &str) -> bool {
    matches!(Slot::read(slot), Slot::Own(_))
        && slot.split_once('.').is_some_and(|(section, _)| section == "neighbours" || GIVEN.contains(&section))
}

/// Every such slot that follows one of `starts` in some markup.
fn own_in(markup: &str, starts: &[&str]) -> Vec<String> {
    let mut slots = Vec::new();
    for start in starts {
        let after = markup.split(start).skip(1).filter_map(|rest| rest.split('"').next());
        slots.extend(after.filter(|slot| is_own(slot)).map(str::to_owned));
    }
    slots
}
