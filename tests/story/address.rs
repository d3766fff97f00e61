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
}
