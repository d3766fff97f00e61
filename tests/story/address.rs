//! The URL is state; what it does not know is nothing.

use crate::stage::Stage;
use proptest::prelude::*;
use seized::model::Choices;
use seized::story::{SECTIONS, controls, step_by_name, url};

#[test]
fn step_names_lead_back_to_their_steps() {
    for section in SECTIONS {
        for place in 0..section.steps.len() {
            let (found, at) = step_by_name(&section.step_name(place)).unwrap();
            assert_eq!((found.id, at), (section.id, place));
        }
    }
    for nonsense in
        ["", "doubled", "doubled.", "doubled.0", "doubled.6", "doubled.01", "doubled.-1", "x.1", "doubled.1.1"]
    {
        assert!(step_by_name(nonsense).is_none(), "{nonsense}");
    }
}

#[test]
fn no_two_controls_have_one_name() {
    let mut names: Vec<_> = controls().map(|control| control.name).collect();
    let count = names.len();
    assert!(count <= 64 && !names.contains(&"step"));
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

/// Systems into which an address is pasted often escape it, some twice.
#[test]
fn escaped_ampersands_are_read_as_what_they_stand_for() {
    let stage = Stage::shared();
    let facts = stage.facts(2018);
    let meant = "?step=doubled.3&base=2017&inside=straw&of=us";
    let state = url::read(meant, &facts);
    assert!(state.step.is_some() && state.choices != Choices::default());
    for ampersand in ["&amp;", "&amp;amp;"] {
        let escaped = meant.replace('&', ampersand);
        assert_eq!(url::read(&escaped, &facts), state, "{escaped}");
        let written = url::write(&escaped, &state, &facts);
        assert_eq!(written.matches("base=").count(), 1, "{written}");
        assert_eq!(url::read(&written, &facts), state, "{written}");
    }
}

proptest! {
    #[test]
    fn a_state_survives_the_url(
        (section, place) in (0_usize..SECTIONS.len(), 0_usize..3),
        values in proptest::collection::vec(proptest::option::of(0_u16..1000), 64),
        foreign in "[a-z]{1,6}=[a-z0-9%]{0,6}",
    ) {
        prop_assume!(controls().all(|control| !foreign.starts_with(&format!("{}=", control.name))));
        prop_assume!(!foreign.starts_with("step="));
        let stage = Stage::shared();
        let mut choices = Choices::default();
        for (control, value) in controls().zip(values) {
            let (low, high) = control.range(&stage.facts(2018));
            if let Some(value) = value {
                (control.set)(&mut choices, low + value % (high - low + 1));
            }
        }
        let state = url::State { step: Some((SECTIONS[section].id, place % SECTIONS[section].steps.len())), choices };
        let written = url::write(&format!("?{foreign}"), &state, &stage.facts(2018));
        prop_assert_eq!(url::read(&written, &stage.facts(2018)), state.clone());
        prop_assert!(written.contains(&foreign));
        prop_assert_eq!(url::write(&written, &state, &stage.facts(2018)), written);
    }

    #[test]
    fn nonsense_in_the_url_is_ignored(query in "\\PC{0,40}", base in "[0-9+ -]{0,6}", word in "[a-z0-9]{0,9}") {
        let stage = Stage::shared();
        let facts = stage.facts(2018);
        let all: String = controls().map(|control| format!("&{}={base}&{0}={word}", control.name)).collect();
        let choices = url::read(&format!("{query}{all}"), &facts).choices;
        prop_assert!((2000..=2022).contains(&choices.base.0));
        prop_assert!(choices.share.is_none_or(|share| share <= 100));
        prop_assert!(choices.line.iter().flatten().all(|tonnes| *tonnes <= 80));
        for control in controls() {
            let (low, high) = control.range(&facts);
            prop_assert!((control.get)(&choices).is_none_or(|value| (low..=high).contains(&value)));
        }
    }

    #[test]
    fn whatever_was_asked_for_can_be_written_and_read_again(
        query in proptest::collection::vec(asked(), 0..12).prop_map(|parts| format!("?{}", parts.join("&"))),
    ) {
        judge(&query);
    }
}

/// A part of a query: ours with a value from anywhere, or somebody else's.
fn asked() -> impl Strategy<Value = String> {
    let names: Vec<&str> = controls().map(|control| control.name).chain(["step"]).collect();
    let value = prop_oneof![
        "[0-9]{0,5}",
        "\\PC{0,12}",
        "[-+ %.0-9a-f]{0,8}",
        proptest::sample::select(vec!["doubled.3", "plants.2", "straw", "heroin", "tajikistan", "2017", "65536"])
            .prop_map(str::to_owned),
    ];
    prop_oneof![
        4 => (proptest::sample::select(names), value).prop_map(|(name, value)| format!("{name}={value}")),
        1 => "\\PC{0,20}",
        1 => "[a-z]{1,5}",
    ]
}

#[test]
fn addresses_of_the_corpus_are_read_as_far_as_they_mean_something() {
    let corpus = format!("{}/tests/corpus/url", env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(corpus).unwrap() {
        for query in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            judge(query);
            let state = url::read(query, &Stage::shared().facts(2018));
            assert_eq!(state, url::State { step: None, choices: Choices::default() }, "{query}");
        }
    }
}

/// Only known values in range survive, what is written reads the same, and what is not ours stays as it stands.
fn judge(query: &str) {
    let facts = Stage::shared().facts(2018);
    let state = url::read(query, &facts);
    for control in controls() {
        let (low, high) = control.range(&facts);
        assert!((control.get)(&state.choices).is_none_or(|value| (low..=high).contains(&value)), "{}", control.name);
    }
    if let Some((id, place)) = state.step {
        assert!(SECTIONS.iter().any(|section| section.id == id && place < section.steps.len()), "{id} {place}");
    }
    let written = url::write(query, &state, &facts);
    assert_eq!(url::read(&written, &facts), state, "{query} became {written}");
    assert_eq!(url::write(&written, &state, &facts), written);
    let ours = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default();
        name == "step" || controls().any(|control| control.name == name)
    };
    let foreign = |query: &str| -> Vec<String> {
        let query = query.strip_prefix('?').unwrap_or(query);
        query.split('&').filter(|part| !part.is_empty() && !ours(part)).map(str::to_owned).collect()
    };
    assert_eq!(foreign(&written), foreign(query));
}
