//! Whole years, parts of years and other scopes stay apart.

use crate::stage::{Stage, section, tell};
use seized::chart::{Frame, option};
use seized::data::Scope;

#[test]
fn only_whole_years_are_drawn_as_years() {
    let stage = Stage::new();
    let (facts, words) = (stage.facts(2018), &stage.languages[0]);
    for scene in section("offences").figure.scenes {
        let option = option(scene, &facts, words, Frame::Desktop).unwrap();
        for series in option["series"].as_array().unwrap() {
            let Some(items) = series["data"].as_array().filter(|_| series["label"].is_null()) else { continue };
            for figure in items.iter().filter_map(|item| stage.data.figure(item["name"].as_str()?)) {
                let part = ["part", "open"].contains(&series["id"].as_str().unwrap());
                assert_eq!(figure.period.scope == Scope::PartYear, part, "{}", figure.id);
                assert!(series["type"] != "line", "{} is joined", figure.id);
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
