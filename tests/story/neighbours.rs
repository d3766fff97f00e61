//! Section `neighbours`: gaps stay gaps, floors are no totals, and what the prose takes for granted holds.

use crate::stage::{Stage, section, tell};
use seized::chart::neighbours::{ALL, BOTH, HEAD, YEARS};
use seized::chart::table::Cell;

#[test]
fn a_year_without_a_total_has_neither_mark_nor_number() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    let figure = section("neighbours").figure;
    for scene in [&ALL, &BOTH, &HEAD] {
        let svg = figure.room.map(|size| scene.drawing(&facts, words, size).svg()).concat();
        // Kazakhstan's 2023 is a floor, Turkmenistan's table ends with 2016.
        assert!(!svg.contains("kazakhstan.2023") && !svg.contains("turkmenistan.2017"), "{}", scene.id);
        assert!(!svg.contains("NaN") && !svg.contains('∞'), "{}", scene.id);
    }
    for gap in ["without.kazakhstan.2023", "without.turkmenistan.2017", "head.kyrgyzstan.2019", "without.atlantis.2012"]
    {
        assert!(facts.outcome(&format!("neighbours.{gap}")).is_none(), "{gap}");
    }
    let table = figure.table.unwrap()(&facts, words);
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    // Tonnes, percent of the first common year, kilograms per head: the tonnes alone are heard.
    assert_eq!(table.rows.len(), usize::from(YEARS) + 11 + 5);
    let tonnes = |row: &[Cell]| matches!(&row[0], Cell::Words(heading) if heading.parse::<u16>().is_ok());
    assert_eq!(table.rows.iter().take_while(|row| tonnes(row)).count(), usize::from(YEARS));
}

/// "All ended lower": each place's index, and that of none above a hundred.
#[test]
fn every_place_ended_below_the_year_it_is_held_against() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    for place in seized::model::neighbours::PLACES {
        let index = facts.outcome(&format!("neighbours.index.{}", seized::model::neighbours::word(place))).unwrap();
        assert!(index.result.value.0 < 100.0, "{place}: {:?}", index.result.value);
        assert_eq!(index.result.check, seized::data::Check::Checked, "{place}");
    }
    let told = tell(&facts, &stage.languages[0], (section("neighbours").steps[1].text)(&facts));
    assert!(told.contains("Kazakhstan’s rows come to 27, Kyrgyzstan’s to 31"), "{told}");
}

/// The ratio of two sums, by hand: 7,772 kg of 20,034,609 people, in kilograms per 100,000.
#[test]
fn numbers_per_head_are_written_with_their_unit_on_the_card() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let words = &stage.languages[0];
    assert_eq!(facts.number("neighbours.head.kazakhstan.2022", words).unwrap().text, "38.8");
    let card = seized::text::provenance::html(&facts, words, "neighbours.head.kazakhstan.2022").unwrap();
    assert!(card.contains("38.8 kg per 100,000 people") && card.contains("pop_kazakhstan_2022"), "{card}");
}
