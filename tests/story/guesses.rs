//! A reader's guesses: named as the dataset names its years, and revealed only if made.

use crate::stage::{Stage, section, tell};
use seized::model::Choices;
use seized::story::control::Kind;
use seized::story::controls;
use seized::text::fact::Facts;

#[test]
fn the_years_to_draw_are_named_as_the_dataset_has_them() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let keys = controls().filter(|control| matches!(control.kind, Kind::Keys(..)));
    let named: Vec<String> = keys.map(|control| control.year().to_owned()).collect();
    assert_eq!(named, facts.drawn_years().map(|year| year.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_year_that_is_drawn_says_its_tonnes_as_the_language_counts_them() {
    let stage = Stage::new();
    let first = controls().find(|control| matches!(control.kind, Kind::Keys(..))).unwrap();
    let heard = |words, drawn| {
        let line = [drawn, None, None, None, None];
        first.said(&stage.chosen(Choices { line, ..Choices::default() }), words).1
    };
    let [english, kazakh, russian] = &stage.languages[..] else { panic!("three languages") };
    let counted = [None, Some(0), Some(1), Some(2)].map(|drawn| heard(english, drawn));
    assert_eq!(counted, ["no guess yet", "0 tonnes", "1 tonne", "2 tonnes"]);
    assert_eq!([heard(russian, Some(1)), heard(kazakh, Some(2))], ["1 т", "2 тонна"]);
}

#[test]
fn the_share_is_revealed_with_how_far_it_is_off_and_only_if_there_is_one() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let told = |share: Option<u16>| {
        let facts = stage.chosen(Choices { share, ..Choices::default() });
        tell(&facts, words, (section("share").steps[0].text)(&facts))
    };
    // 1.1 of 41.1 t, "about": 2.43 to 2.92 of 100, in the middle 2.68.
    assert!(!told(None).contains("You said"));
    for (share, off) in [(0, "3 off"), (2, "1 off"), (5, "2 off"), (50, "47 off"), (100, "97 off")] {
        assert!(told(Some(share)).contains(&format!("You said {share} of 100")), "{}", told(Some(share)));
        assert!(told(Some(share)).contains(off), "{}", told(Some(share)));
    }
    assert!(told(Some(3)).contains("as near as these figures allow"), "{}", told(Some(3)));
}

#[test]
fn a_drawn_line_is_revealed_with_how_far_it_is_off_and_only_if_there_is_one() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let told_by = |facts: &Facts<'_>| -> String {
        let keys = (section("doubled").steps[1].text)(facts);
        let table = section("doubled").figure.table.unwrap()(facts, words).html("", "");
        tell(facts, words, keys) + &table
    };
    // 2019: 11.55127, 2022: 15.93847, 2023: 41.1; drawn 20, 20, 30: off 8.45, 4.06, 11.1, on average 7.87.
    let line = [Some(20), None, None, Some(20), Some(30)];
    let told = told_by(&stage.chosen(Choices { line, ..Choices::default() }));
    assert!(told.contains("You drew 30\u{a0}t for 2023, when 41.1 were seized"), "{told}");
    assert!(told.contains("7.9\u{a0}t off on average") && told.contains("Your guess, tonnes"), "{told}");
    let untold = told_by(&stage.facts(2018));
    assert!(!untold.contains("You drew") && !untold.contains("Your guess"), "{untold}");
}
