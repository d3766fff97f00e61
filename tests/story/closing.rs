//! The findings at the end stand for the argument, and say of a reader only what that reader said or chose.

use crate::stage::{Stage, names_a_guess, tell};
use seized::model::Choices;
use seized::story::closing::FINDINGS;
use seized::story::{SECTIONS, url};

#[test]
fn seven_findings_lead_to_sections_of_the_argument() {
    let argument: Vec<_> = SECTIONS.iter().filter(|section| section.chapter <= 4).map(|section| section.id).collect();
    assert_eq!(FINDINGS.len(), 7);
    for finding in FINDINGS {
        assert!(argument.contains(&finding.section), "{}", finding.section);
    }
}

/// A reader who chose nothing is told nothing of choices; each choice is told beside its finding and beside no other.
#[test]
fn a_choice_is_told_beside_its_finding_alone() {
    let stage = Stage::new();
    let usual = stage.chosen(Choices::default());
    assert!(FINDINGS.iter().all(|finding| (finding.own)(&usual).is_empty()));
    for (query, section, says) in [
        ("share=40", "share", "40 of every 100"),
        ("share=3", "share", "as near as these figures allow"),
        ("line2019=20&line2020=20&line2021=20&line2022=20&line2023=60", "doubled", "60\u{a0}t in 2023, when 41.1"),
        ("base=2017", "doubled", "1.01 times"),
        ("inside=straw", "plants", "19.6 tonnes remain"),
        ("inside=neither", "plants", "unexplained"),
        ("from=2019", "times-143", "about 14 times"),
        ("from=2017", "times-143", "about 180 times"),
        ("lag=20", "flow", "not noticed yet"),
        ("caught=8", "iceberg", "Under your assumptions"),
    ] {
        let facts = stage.chosen(url::read(query, &usual).choices);
        for words in &stage.languages {
            for finding in FINDINGS {
                let own = tell(&facts, words, (finding.own)(&facts));
                assert_eq!(own.is_empty(), finding.section != section, "{query}: {own}");
                assert!(own.is_empty() || words.language != "en" || own.contains(says), "{query}: {own}");
                assert!(!names_a_guess(&own) && !own.contains(['{', '∞']), "{query}: {own}");
            }
        }
    }
}
