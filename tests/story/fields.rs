//! Fields of squares keep count, and each reading is told alike everywhere.

use crate::stage::{Stage, section, tell};
use seized::chart::squares::{Look, Place, Squares, draw, squares_of};
use seized::chart::{Size, guess, plants};
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
                // What stands for a whole total beside a part of it is counted with the total, below.
                for group in field.groups.iter().filter(|group| group.look != Look::All) {
                    let kilograms = facts.kilograms(&group.fact).unwrap();
                    let off = (group.count as f64 - kilograms / 100.0).abs();
                    assert!(off <= 0.5 + 1e-9, "{name}, {}: {} squares for {kilograms} kg", group.fact, group.count);
                }
                let Some(total) = field.total.last() else { continue };
                let said: f64 = total.trim_end_matches(" t").parse().unwrap();
                let off = (field.shown() as f64 * 0.1 - said).abs();
                assert!(off <= 0.05 + 1e-9, "{name} {}: {} squares for {said} t", field.name, field.shown());
            }
        }
        let rise = plants::rise(&facts, words);
        let (less, more) = (rise.fields[0].count(), rise.fields[1].count());
        assert_eq!(more - less, squares_of(facts.kilograms("rise.all").unwrap()), "{:?}", facts.choices.inside);
    }
}

/// The marks of a field, shown or lifted, are as many squares as its groups; what has left is no mark.
#[test]
fn the_drawings_have_as_many_squares_as_their_fields() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for facts in stage.all_choices() {
        for (name, scene) in scenes_of_squares(&facts, words) {
            for (width, height) in [(280.0, 230.0), (390.0, 330.0), (1200.0, 620.0)] {
                let drawing = draw(&scene, Size::new(width, height));
                let drawn: usize = drawing.marks().iter().map(|mark| mark.path.matches('z').count()).sum();
                let groups = scene.fields.iter().flat_map(|field| &field.groups);
                let here = groups.filter(|group| group.place != Place::Away).map(|group| group.count).sum::<usize>();
                let specks = scene.fields.iter().filter(|field| field.speck.is_some()).count();
                assert_eq!(drawn, here + specks, "{name} {width}×{height}");
            }
        }
    }
}

#[test]
fn each_reading_tells_its_remainder_in_figure_sentence_table_and_alt_text() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let section = section("plants");
    for (place, (inside, number, row)) in [
        (Inside::Plants, "15.1", "Remains if the plants lie inside (chosen)"),
        (Inside::Straw, "19.6", "Remains if the straw lies inside (chosen)"),
        (Inside::Neither, "30.5", "Unexplained if neither does (chosen)"),
    ]
    .into_iter()
    .enumerate()
    {
        let facts = stage.chosen(Choices { inside, ..Choices::default() });
        let tell = |keys| tell(&facts, words, keys);
        let table = section.figure.table.unwrap()(&facts, words).html("", "");
        let marked = table.split("<tr>").find(|line| line.contains("(chosen)")).unwrap();
        assert!(marked.contains(row) && marked.contains(&format!(">{number}</span>")), "{marked}");
        assert_eq!(table.matches("(chosen)").count(), 1);
        // All three stand side by side, and the chosen one stands out.
        let fields = plants::remain(&facts, words).fields;
        assert!(
            fields[place]
                .total
                .iter()
                .all(|form| form.ends_with(&format!("{number}\u{a0}t")) || form.ends_with(&format!("{number} t")))
        );
        assert_eq!(fields.iter().map(|field| field.chosen).collect::<Vec<_>>(), [0, 1, 2].map(|other| other == place));
        let choice = ["inside=plants", "inside=straw", "inside=neither"];
        assert_eq!(fields.iter().map(|field| field.choose).collect::<Vec<_>>(), choice);
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
