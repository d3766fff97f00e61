//! The URL is state; what it does not know is nothing.

use crate::stage::Stage;
use proptest::prelude::*;
use seized::data::Year;
use seized::model::doses::{Doses, MILLIGRAMS, PERCENT};
use seized::model::{Choices, Inside};
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

proptest! {
    #[test]
    fn a_state_survives_the_url(
        (section, place) in (0_usize..SECTIONS.len(), 0_usize..3),
        base in 2000_u16..=2022, reading in 0_usize..3, without_transit: bool,
        share in proptest::option::of(0_u16..=100),
        line in proptest::array::uniform5(proptest::option::of(0_u16..=80)),
        (percent, milligrams) in (PERCENT.0..=PERCENT.1, MILLIGRAMS.0..=MILLIGRAMS.1),
        foreign in "[a-z]{1,6}=[a-z0-9%]{0,6}",
    ) {
        prop_assume!(controls().all(|control| !foreign.starts_with(&format!("{}=", control.name))));
        prop_assume!(!foreign.starts_with("step="));
        let stage = Stage::new();
        let doses = Doses { percent, milligrams };
        let choices = Choices { base: Year(base), inside: Inside::ALL[reading], without_transit, share, doses, line };
        let choices = Choices {
            base: Year(base), inside: Inside::ALL[reading], without_transit, share, line, ..Choices::default()
        };
        let choices = Choices { base: Year(base), inside: Inside::ALL[reading], without_transit, share, line, ..Choices::default() };
        let state = url::State { step: Some((SECTIONS[section].id, place)), choices };
        let written = url::write(&format!("?{foreign}"), &state);
        prop_assert_eq!(url::read(&written, &stage.facts(2018)), state.clone());
        prop_assert!(written.contains(&foreign));
        prop_assert_eq!(url::write(&written, &state), written);
    }

    #[test]
    fn nonsense_in_the_url_is_ignored(query in "\\PC{0,40}", base in "[0-9+ -]{0,6}", word in "[a-z0-9]{0,9}") {
        let stage = Stage::new();
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
