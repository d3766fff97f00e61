//! Every claim of the report is held against what there is, once.

use crate::stage::{Stage, section, tell};
use seized::model::audit::CLAIMS;
use seized::story::SECTIONS;
use seized::text::fact::Facts;
use seized::text::template::{Piece, pieces};
use seized::text::{Words, render};

const REPORT: &str = "timesca_2024";

#[test]
fn every_claim_of_the_report_stands_in_the_audit_once_and_in_the_prose() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let steps = SECTIONS.iter().flat_map(|section| section.steps).flat_map(|step| (step.text)(&facts));
    let prose: String = steps.map(|key| render::html(&facts, &stage.languages[0], key)).collect();
    let rows: Vec<&str> =
        stage.data.figures().iter().filter(|figure| figure.source == REPORT).map(|figure| figure.id.as_str()).collect();
    assert_eq!(rows.len(), CLAIMS.len());
    for id in rows {
        assert_eq!(CLAIMS.iter().filter(|claim| claim.id == id).count(), 1, "{id}");
        assert!(prose.contains(&format!("data-id=\"{id}\"")), "no step names {id}");
    }
}

fn table(facts: &Facts<'_>, words: &Words) -> String {
    section("audit").figure.table.unwrap()(facts, words).html("", "")
}

/// What the takeaway counts is what the table lists and the figure draws.
#[test]
fn counts_marks_and_rows_agree() {
    let stage = Stage::new();
    let (facts, words) = (stage.facts(2018), &stage.languages[0]);
    let figure = section("audit").figure;
    let svg = figure.svg(figure.still, &facts, words).unwrap();
    // The drawing comes in two rooms.
    for (slot, verdict) in
        [("inconsistent", "inconsistent"), ("compatible", "compatible"), ("cannot", "cannot be checked")]
    {
        let count: usize = facts.number(&format!("audit.{slot}"), words).unwrap().text.parse().unwrap();
        assert_eq!(table(&facts, words).matches(&format!("<td>{verdict}</td>")).count(), count, "{verdict}");
    }
    assert_eq!(svg.matches("class=\"mark printed").count(), 2 * CLAIMS.len());
    assert_eq!(svg.matches("class=\"mark clash").count(), 2 * 5);
    assert_eq!(svg.matches("class=\"mark match").count(), 2 * 5);
}

#[test]
fn each_scene_fades_the_other_verdicts() {
    let stage = Stage::new();
    let figure = section("audit").figure;
    let faded = |scene: usize, words: &Words| {
        let svg = figure.svg(figure.scenes[scene], &stage.facts(2018), words).unwrap();
        ["printed faded", "clash faded", "match faded"].map(|class| svg.matches(class).count() / 2)
    };
    let words = &stage.languages[0];
    assert_eq!([0, 1, 2, 3].map(|scene| faded(scene, words)), [[0, 0, 0], [14, 0, 4], [14, 5, 1], [8, 5, 5]]);
}

/// What was seen in one copy, and what another office says, is told as such.
#[test]
fn conflicts_are_worded_fairly() {
    let stage = Stage::new();
    let (facts, words) = (stage.facts(2018), &stage.languages[0]);
    let told = tell(&facts, words, (section("audit").steps[1].text)(&facts));
    for wanted in
        ["97, seen in one copy only", "Another office gives 81", "does not say which one is wrong", "2.0 times"]
    {
        assert!(told.contains(wanted), "no “{wanted}” in {told}");
    }
    let takeaway = render::heading(&facts, words, section("audit").takeaway);
    assert_eq!(takeaway.matches("seen in one copy only").count(), 1, "{takeaway}");
    let together = words.all().filter(|(name, ..)| name.starts_with("audit.")).map(|(.., sentence)| sentence);
    for sentence in together.filter(|sentence| pieces(sentence).unwrap().contains(&Piece::Slot("pgo18_total"))) {
        let short = sentence.len() < 30;
        assert!(short || sentence.contains("one copy only"), "{sentence}");
    }
}
