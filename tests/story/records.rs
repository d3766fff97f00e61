//! What files say of a number: the same as its card, as numbers.

use crate::stage::Stage;
use seized::chart::table::Cell;
use seized::model::Choices;
use seized::story::SECTIONS;
use seized::text::fact::Facts;
use seized::text::{Words, provenance, render};

/// Every number of every table, by its id.
fn ids(facts: &Facts<'_>, words: &Words) -> Vec<String> {
    let tables = SECTIONS.iter().filter_map(|section| section.figure.table).map(|rows| rows(facts, words));
    let cells = tables.flat_map(|table| table.rows).flatten();
    cells.filter_map(|cell| if let Cell::Number(number) = cell { Some(number.id) } else { None }).collect()
}

#[test]
fn every_number_of_a_table_has_a_record_that_says_what_its_card_says() {
    let stage = Stage::new();
    let facts = stage.chosen(Choices::default());
    for words in &stage.languages {
        for id in ids(&facts, words) {
            let record = provenance::record(&facts, words, &id).unwrap_or_else(|| panic!("{id}: no record"));
            let card = provenance::html(&facts, words, &id).unwrap();
            let said = |text: &str| text.is_empty() || card.contains(&render::escape(text));
            assert!(said(&record.shown) && said(&record.interval) && said(&record.unit), "{id}: {record:?}\n{card}");
            assert!(
                said(&record.period) && said(&record.formula) && said(&record.qualifier),
                "{id}: {record:?}\n{card}"
            );
            let is_printed = facts.data.figure(&id).is_some();
            assert_eq!(record.source.len(), usize::from(is_printed), "{id}: {record:?}");
            assert_ne!(record.formula.is_empty(), !is_printed, "{id}: {record:?}");
            let known = |input: &String| provenance::record(&facts, words, input).is_some();
            assert!(record.inputs.iter().chain(&record.conflicts).all(known), "{id}: {record:?}");
        }
    }
}

/// As numbers they are the same in every language, and stand in their order.
#[test]
fn values_and_ends_of_records_are_numbers() {
    let stage = Stage::new();
    let facts = stage.chosen(Choices::default());
    let all = |words: &Words| -> Vec<_> {
        let record =
            |id: &String| provenance::record(&facts, words, id).map(|record| (record.value, record.low, record.high));
        ids(&facts, words).iter().filter_map(record).collect()
    };
    let english = all(&stage.languages[0]);
    for words in &stage.languages {
        assert_eq!(all(words), english, "{}", words.language);
    }
    let ends = english.iter().filter_map(|(_, low, high)| Some((*low)?..=(*high)?));
    assert!(english.len() > 300 && ends.filter(|ends| ends.start() <= ends.end()).count() > 200);
    let words = &stage.languages[0];
    let record = |id: &str| provenance::record(&facts, words, id).unwrap();
    let total = record("seed_total_2023");
    assert_eq!((total.value, total.low, total.high, &*total.unit), (Some(41.1), Some(41.05), Some(41.15), "t"));
    let ratio = record("ratio.2018");
    assert_eq!((ratio.value, ratio.low, ratio.high), (Some(2.0), Some(2.02), Some(2.03)));
    let open = record(seized::id::SEED_PRECURSOR_2023);
    assert_eq!((open.low, open.high), (Some(100.0), None), "more than 100 t has no upper end");
}
