//! How numbers are written, and what is said beside them.

use crate::stage::{Stage, section};
use seized::data::Check;
use seized::story::SECTIONS;
use seized::story::closing::FINDINGS;
use seized::text::fact::Said;
use seized::text::{key, provenance, render};

#[test]
fn what_was_seen_in_one_copy_says_so_in_takeaways() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.facts(2018);
    let ratio = match facts.say("ratio.2017", words) {
        Some(Said::Number(number)) => number,
        other => panic!("{other:?}"),
    };
    assert_eq!(ratio.check, Check::OneCopy, "the example has changed; take another year");
    let takeaway = render::heading(&facts, words, section("doubled").takeaway);
    assert!(
        takeaway.contains(
            "1.01</span> times as much <small class=\"note\">(partly from figures seen in one copy only)</small>."
        ),
        "{takeaway}"
    );
}

#[test]
fn what_was_seen_in_one_copy_says_so_before_another_number_comes() {
    let stage = Stage::new();
    let says = SECTIONS.iter().map(|section| section.takeaway).chain(FINDINGS.iter().map(|finding| finding.says));
    for (words, key) in says.flat_map(|key| stage.languages.iter().map(move |words| (words, key))) {
        let html = render::heading(&stage.facts(2018), words, key);
        for part in html.split("<span class=\"number\"").skip(1).filter(|part| part.contains("data-check=\"one_copy\""))
        {
            let (before, _) = part.split_once("<small class=\"note\">").unwrap_or_else(|| panic!("no note: {html}"));
            assert!(before.len() < 200, "far from its number: {html}");
        }
        assert!(!html.contains("</small><span class=\"number\""), "the note stands beside another number: {html}");
    }
}

#[test]
fn a_printed_figure_is_shown_as_printed_and_a_ratio_with_the_digits_it_has() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let shown = |slot: &str| stage.facts(2018).number(slot, words).unwrap().text;
    assert_eq!(shown("seed_total_2023"), "41.1");
    assert_eq!(shown("cocaine25"), "13,183");
    let ratios = ["ratio.2018", "ratio.2017", "ratio.2019", "ratio.2022"].map(shown);
    assert_eq!(ratios, ["2.0", "1.01", "3.6", "2.58"]);
    let card = provenance::html(&stage.facts(2018), words, "ratio.2018").unwrap();
    assert!(card.contains("<span class=\"interval\">2.02–2.03 times</span>"), "{card}");
}

#[test]
fn disputes_about_a_base_year_are_told_where_its_number_stands() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let told = |base: u16| {
        let facts = stage.facts(base);
        let keys = (section("doubled").steps[2].text)(&facts);
        keys.into_iter().map(|key| render::plain(&facts, words, key)).collect::<String>()
    };
    assert!(told(2018).contains("97 tonnes for the same year"));
    assert!(told(2019).contains("17.5 tonnes, more than the whole"));
    assert!(!told(2017).contains("see its card"));
}

/// "180 раз", "143,4 раза", "23 года": what is counted agrees with its number.
#[test]
fn units_agree_with_the_numbers_beside_them() {
    let stage = Stage::new();
    let facts = stage.facts(2018);
    let words = stage.languages.iter().find(|words| words.language == "ru").unwrap();
    for (id, wanted) in [("doubling.of", "23 года<"), ("doubling.count", "9 лет<"), ("ratio.2018", "2,0 раза<")]
    {
        let card = provenance::html(&facts, words, id).unwrap();
        assert!(card.contains(wanted), "{id}: {card}");
    }
    let forms = ["1", "21", "180", "143,4"].map(|number| render::counted(&facts, words, key::card::UNIT_TIMES, number));
    assert_eq!(forms, ["раз", "раз", "раз", "раза"]);
}

/// "15.1" at the end of a line and "t" on the next is read twice.
#[test]
fn a_unit_in_letters_or_percent_is_on_the_line_of_its_number() {
    for (language, units) in [
        ("en", &["t", "kg", "g", "mg", "%"][..]),
        ("ru", &["т", "кг", "г", "мг", "%", "млн"]),
        ("kk", &["т", "кг", "г", "мг", "%", "млн"]),
    ] {
        let text = std::fs::read_to_string(format!("src/text/{language}.toml")).unwrap();
        for (number, line) in (1..).zip(text.lines()) {
            for unit in units {
                let parted = format!("}} {unit}");
                let whole = |after: &str| !after.starts_with(char::is_alphanumeric);
                let found = line.split(&parted).skip(1).any(whole);
                assert!(!found, "{language}.toml:{number}: before {unit} belongs a hard space, U+00A0");
            }
        }
    }
}
