//! What no choice of a reader changes, made beforehand for the program: results in words, and their cards.

use crate::Fault;
use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::story::SECTIONS;
use seized::text::fact::{Facts, Said};
use seized::text::slot::{GIVEN, Slot};
use seized::text::template::{Piece, pieces};
use seized::text::{Given, Words, provenance};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The words as the page loads them, with everything that is given.
pub fn words(data: &Dataset, words: &Words) -> Result<String, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let facts = Facts { data, results: &results, choices: Choices::default() };
    let slots = slots(&facts, words)?;
    let mut cards = Map::new();
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
                cards.insert(slot.clone(), card.into());
                given.push([slot, number.text, number.check.as_str().to_owned()]);
            }
        }
    }
    let mut table = words.to_json(given).map_err(|error| error.to_string())?;
    table["cards"] = Value::Object(cards);
    Ok(table.to_string())
}

/// Every result that is given: what the drawings, tables and sentences of sections that no choice moves ask for.
pub fn slots(facts: &Facts<'_>, words: &Words) -> Result<BTreeSet<String>, Fault> {
    let mut slots = BTreeSet::new();
    for section in SECTIONS.iter().filter(|section| section.is_still()) {
        for scene in section.figure.scenes {
            let drawing = scene.drawing(facts, words, section.figure.room[1]);
            slots.extend(drawing.marks().into_iter().map(|mark| mark.id.clone()).filter(|id| is_own(id)));
        }
        if let Some(rows) = section.figure.table {
            slots.extend(rows(facts, words).ids().into_iter().filter(|id| is_own(id)).map(str::to_owned));
        }
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
    Ok(slots)
}

/// Whether a slot is a result that is given.
fn is_own(slot: &str) -> bool {
    matches!(Slot::read(slot), Slot::Own(_))
        && slot.split_once('.').is_some_and(|(section, _)| section == "neighbours" || GIVEN.contains(&section))
}
