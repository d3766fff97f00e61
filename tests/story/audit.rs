//! Every claim of the report is held against what there is, once.

use crate::stage::{Stage, section, tell};
use seized::chart::table::{Cell, Table};
use seized::chart::{Shows, Size};
use seized::draw::colour::Colour;
use seized::draw::{Drawing, Mark};
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

fn table(facts: &Facts<'_>, words: &Words) -> Table {
    section("audit").figure.table.unwrap()(facts, words)
}

/// The rooms of the drawing: those of the figure, the narrowest, a wide and low one.
fn rooms() -> impl Iterator<Item = Size> {
    section("audit").figure.room.into_iter().chain([Size::new(280.0, 230.0), Size::new(1200.0, 300.0)])
}

/// The name of each scene but the first is that of its verdict, with the slot that counts it.
const VERDICTS: [&str; 3] = ["inconsistent", "compatible", "cannot"];

/// What the takeaway counts is what the table lists and the drawing shows.
#[test]
fn counts_marks_and_rows_agree() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let figure = section("audit").figure;
    assert_eq!(figure.shows, Shows::Table);
    for words in &stage.languages {
        let html = table(&facts, words).html("", "");
        let mut all = 0;
        for verdict in VERDICTS {
            let text = facts.number(&format!("audit.{verdict}"), words).unwrap().text;
            let count: usize = text.parse().unwrap();
            assert_eq!(html.matches(&format!("<tr data-verdict=\"{verdict}\">")).count(), count, "{verdict}");
            for size in rooms() {
                let drawing = figure.still.drawing(&facts, words, size);
                assert!(drawing.texts().iter().any(|said| said.words == text), "{verdict}: {text} is not drawn");
                let marks = drawing.marks();
                assert_eq!(marks.len(), CLAIMS.len());
                assert!(CLAIMS.iter().all(|claim| marks.iter().any(|mark| mark.id == claim.id)));
            }
            all += count;
        }
        assert_eq!((all, table(&facts, words).rows.len()), (CLAIMS.len(), CLAIMS.len()));
    }
}

/// Each row says claim, what was published, the verdict, what else was published, and why; a mark says the first three.
#[test]
fn rows_are_whole_and_marks_say_what_they_say() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let figure = section("audit").figure;
    for words in &stage.languages {
        let table = table(&facts, words);
        let drawing = figure.still.drawing(&facts, words, figure.room[0]);
        assert_eq!(table.head.len(), 5);
        for (row, mark) in table.rows.iter().zip(drawing.marks()) {
            let [claim, printed, verdict, ..] = row.iter().map(Cell::text).collect::<Vec<_>>()[..] else { panic!() };
            assert!(row.iter().all(|cell| !cell.text().is_empty()), "{claim}");
            assert_eq!(mark.name, format!("{claim}, {printed}: {verdict}"));
            let Cell::Sentences(_, html, _) = &row[1] else { panic!("{claim}") };
            assert!(html.contains(&format!("data-id=\"{}\"", mark.id)), "{html} does not lead to {}", mark.id);
        }
    }
}

/// What is not of the scene's verdict is paler, and its words lighter; nothing moves.
#[test]
fn each_scene_lets_the_other_verdicts_fade() {
    let stage = Stage::new();
    let (facts, words) = (stage.facts(2018), &stage.languages[0]);
    let figure = section("audit").figure;
    for size in rooms() {
        let drawn = |scene: usize| figure.scenes[scene].drawing(&facts, words, size);
        let faded = |drawing: &Drawing| {
            let is_pale = |mark: &&&Mark| mark.paint.edge.is_some_and(|(colour, _)| colour == Colour::Pale);
            drawing.marks().iter().filter(is_pale).count()
        };
        let scenes = [0, 1, 2, 3].map(drawn);
        assert_eq!(scenes.each_ref().map(faded), [0, 14, 14, 8]);
        let places = |drawing: &Drawing| drawing.marks().iter().map(|mark| mark.at).collect::<Vec<_>>();
        assert!(scenes.iter().all(|scene| scene.layout == scenes[0].layout && places(scene) == places(&scenes[0])));
    }
}

/// The style sheet knows every scene by its verdict.
#[test]
fn each_scene_of_the_table_has_its_rule() {
    let css = std::fs::read_to_string("src/view/audit.css").unwrap();
    let scenes: Vec<&str> = section("audit").figure.scenes.iter().skip(1).map(|scene| scene.id).collect();
    assert_eq!(scenes, VERDICTS);
    for scene in scenes {
        let others = format!(".figure[data-scene=\"{scene}\"] tr[data-verdict]:not([data-verdict=\"{scene}\"])");
        assert!(css.contains(&others), "{others}");
    }
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
