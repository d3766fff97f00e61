//! Fields of squares keep count, and each reading is told alike everywhere.

use crate::stage::{Stage, section, tell};
use seized::chart::squares::{Squares, squares_of};
use seized::chart::{guess, plants};
use seized::model::{Choices, Inside};
use seized::text::Words;
use seized::text::fact::Facts;

/// Every scene of squares, with what its fields are said to weigh in tonnes and how that is written.
fn scenes_of_squares(facts: &Facts<'_>, words: &Words) -> Vec<(&'static str, Squares)> {
    vec![
        ("guess.fields", guess::squares(facts, words)),
        ("drugs", plants::drugs(facts, words)),
        ("remain", plants::remain(facts, words)),
        ("rise", plants::rise(facts, words)),
        ("label", plants::label(facts, words)),
        ("transit", plants::transit(facts, words)),
    ]
}

#[test]
fn the_fields_keep_count_in_every_scene_and_reading() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for facts in stage.all_choices() {
        for (name, scene) in scenes_of_squares(&facts, words) {
            for field in &scene.fields {
                assert!(field.count() <= scene.most, "{name}: {} squares do not fit", field.count());
                // What stands for a whole total beside a part of it is counted with the total, below.
                for group in field.groups.iter().filter(|group| group.look != "all") {
                    let kilograms = facts.kilograms(&group.fact).unwrap();
                    let off = (group.count as f64 - kilograms / 100.0).abs();
                    assert!(off <= 0.5 + 1e-9, "{name}, {}: {} squares for {kilograms} kg", group.fact, group.count);
                }
                if field.total.is_empty() {
                    continue;
                }
                let said: f64 = field.total.trim_end_matches(" t").parse().unwrap();
                let off = (field.shown() as f64 * 0.1 - said).abs();
                assert!(off <= 0.05 + 1e-9, "{name} {}: {} squares for {said} t", field.name, field.shown());
            }
        }
        let rise = plants::rise(&facts, words);
        let (less, more) = (rise.fields[0].count(), rise.fields[1].count());
        assert_eq!(more - less, squares_of(facts.kilograms("rise.all").unwrap()), "{:?}", facts.choices.inside);
    }
}

#[test]
fn each_reading_tells_its_remainder_in_figure_sentence_table_and_alt_text() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let section = section("plants");
    for (inside, number, row) in [
        (Inside::Plants, "15.1", "Remains if the plants lie inside (chosen)"),
        (Inside::Straw, "19.6", "Remains if the straw lies inside (chosen)"),
        (Inside::Neither, "30.5", "Unexplained if neither does (chosen)"),
    ] {
        let facts = stage.chosen(Choices { inside, ..Choices::default() });
        let tell = |keys| tell(&facts, words, keys);
        let table = section.figure.table.unwrap()(&facts, words).html("", "");
        let marked = table.split("<tr>").find(|line| line.contains("(chosen)")).unwrap();
        assert!(marked.contains(row) && marked.contains(&format!(">{number}</span>")), "{marked}");
        assert_eq!(table.matches("(chosen)").count(), 1);
        assert_eq!(plants::remain(&facts, words).fields[1].total, format!("{number} t"));
        for said in [
            tell((section.steps[1].text)(&facts)),
            tell((section.controls[0].readout)(&facts)),
            tell((plants::REMAIN.alt)(&facts)),
        ] {
            assert!(said.contains(number), "{inside:?}: {said}");
        }
        let text = tell((section.steps[1].text)(&facts));
        for words in
            ["at most 15.1 tonnes", "19.6 tonnes", "about 30.5 tonnes", "cannot both lie inside", "one copy only"]
        {
            assert!(text.contains(words), "{inside:?}: no “{words}” in {text}");
        }
    }
}
