//! Whole years, parts of years and other scopes stay apart.

use crate::stage::{Stage, drawn, section, tell};
use seized::chart::offences::FIGURE;
use seized::data::Scope;
use seized::draw::Rect;

/// A column of a whole year is as wide as any other; one of a part of a year is as much narrower as it is shorter; what is
/// counted otherwise is no column.
#[test]
fn only_whole_years_are_drawn_as_years() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    for scene in FIGURE.scenes {
        let drawing = drawn(scene, &facts, &stage.languages[0], (745.0, 556.0));
        let marks = drawing.marks();
        let foot = marks.iter().map(|mark| mark.covers[0].bottom).fold(0.0, f64::max);
        let whole = marks.iter().find(|mark| mark.id == "ehra_off_2015").unwrap().covers[0].width();
        for mark in &marks {
            let rect: Rect = mark.covers[0];
            let Some(figure) = stage.data.figure(&mark.id) else {
                assert!(mark.id == "offences.before" && mark.paint.dashed, "{}", mark.id);
                continue;
            };
            let column = (rect.bottom - foot).abs() < 0.1;
            assert_eq!(column, figure.quantity == "drug_offences_recorded", "{}", mark.id);
            let part = figure.period.scope == Scope::PartYear;
            if column {
                let months = figure.period.end.map_or(12, |end| end.month());
                let wanted = whole * f64::from(months) / 12.0;
                assert!((rect.width() - wanted).abs() < 0.1, "{}: {} wide, not {wanted}", mark.id, rect.width());
                assert_eq!(part, months < 12, "{}", mark.id);
            }
        }
    }
}

#[test]
fn the_year_before_is_told_as_what_the_report_implies() {
    let stage = Stage::new();
    let (facts, words) = (stage.facts(2018), &stage.languages[0]);
    let told = tell(&facts, words, (section("offences").steps[0].text)(&facts));
    assert!(told.contains("imply 6,800–7,000"), "{told}");
    assert!(told.contains("1.22–1.25 times"), "{told}");
}

/// "Fewer" in the same months, and "lower" for crimes alone, are words of a sentence: the figures have to bear them.
#[test]
fn what_is_said_in_words_holds() {
    let stage = Stage::new();
    let interval = |id: &str| stage.data.figure(id).unwrap().interval().unwrap();
    assert!(interval("incsr_offences_2018_9m").lies_above(&interval("ktkz25_9m_off")));
    for id in ["ehra_off_2015", "ehra_off_2016", "ehra_off_2017"] {
        assert!(interval(id).lies_above(&interval("seed_offences_2023")), "{id}");
    }
    for id in ["pm22_crimes", "mvd25_crimes", "incsr_crimes_2017"] {
        assert!(interval("seed_offences_2023").lies_above(&interval(id)), "{id}");
    }
}
