//! The explorer: any question to the tables has an answer, and it can be taken along.

use crate::stage::{QUESTIONS, Stage, section, tell};
use seized::chart::explore::EXPLORER;
use seized::chart::{Frame, option};
use seized::draw::Drawing;
use seized::model::neighbours::word;
use seized::story::{controls, url};
use seized::text::fact::Facts;
use seized::text::{Words, csv, key};

/// The live chart.
fn charted(facts: &Facts<'_>, stage: &Stage) -> String {
    option(&EXPLORER, facts, &stage.languages[0], Frame::Phone).unwrap().to_string()
}

/// The drawing in the narrower of its rooms.
fn drawing(facts: &Facts<'_>, words: &Words) -> Drawing {
    EXPLORER.drawing(facts, words, section("explore").figure.room[0])
}

/// The live chart and the drawing.
fn drawn(facts: &Facts<'_>, stage: &Stage) -> String {
    charted(facts, stage) + &drawing(facts, &stage.languages[0]).svg()
}

#[test]
fn how_much_heroin_did_tajikistan_seize_in_a_year() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let facts = stage.asked("place=tajikistan&drug=heroin");
    let table = section("explore").figure.table.unwrap()(&facts, words).html("", "");
    let cell = "data-id=\"unodc_tjk_2012_heroin\" data-check=\"checked\">515.2</span>";
    assert!(table.contains(cell), "{table}");
    assert!(table.contains("2019, earlier edition") && table.contains(">498.95</span>"), "{table}");
    // Our rows of this place begin with 2010: nothing is said of the years before.
    assert!(!table.contains("2009") && table.contains("2010"), "{table}");
    let said = tell(&facts, words, (section("explore").controls[7].readout)(&facts));
    assert!(
        said.contains("most in 2010, 985.11\u{a0}kg")
            && said.contains("An earlier edition had 498.95\u{a0}kg for 2019"),
        "{said}"
    );
    // A contradicted row is no mark.
    assert!(!drawn(&facts, &stage).contains("\"unodc_tjk_2019_heroin\""));
    assert_eq!(drawing(&facts, words).marks().len(), facts.seen(facts.asked().what).len());
}

#[test]
fn every_list_changes_what_is_drawn_told_and_listed() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let figure = section("explore").figure;
    for (control, before, after) in [
        ("place", "", "place=uzbekistan"),
        ("drug", "", "drug=heroin"),
        ("since", "", "since=2010"),
        ("until", "", "until=2019"),
        ("measure", "drug=heroin", "drug=heroin&measure=index"),
        ("scale", "drug=heroin", "drug=heroin&scale=log"),
        ("form", "", "form=line"),
        ("hide", "", "hide=herb"),
    ] {
        assert!(controls().any(|known| known.name == control), "{control}");
        let (before, after) = (stage.asked(before), stage.asked(after));
        assert_ne!(charted(&before, &stage), charted(&after, &stage), "{control}: chart");
        assert_ne!(drawing(&before, words), drawing(&after, words), "{control}: drawing");
        let told = |facts: &Facts<'_>| {
            let alt = tell(facts, words, (EXPLORER.alt)(facts));
            (alt, figure.table.unwrap()(facts, words).html("", ""))
        };
        let (before, after) = (told(&before), told(&after));
        // A scale changes no number.
        assert!(control == "scale" || before != after, "{control}: {before:?}");
        // The table keeps what the columns go without.
        assert!(control != "hide" || before.1 == after.1, "{control}");
    }
}

#[test]
fn what_the_tables_do_not_have_is_said_and_leaves_an_empty_frame() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for (query, said) in [
        (QUESTIONS[1], "the table has nothing here. That is not zero."),
        (QUESTIONS[2], "no year has both a row and a population."),
        (QUESTIONS[5], "a floor cannot be the first year of an index."),
        (QUESTIONS[3], "one year alone has a row, 2023: 100\u{a0}percent of 2023"),
    ] {
        let facts = stage.asked(query);
        let readout = tell(&facts, words, (section("explore").controls[7].readout)(&facts));
        assert!(readout.contains(said), "{query}: {readout}");
    }
    let gap =
        section("explore").figure.table.unwrap()(&stage.asked("place=turkmenistan&drug=opium"), words).html("", "");
    assert!(gap.contains("<th scope=\"row\">2017</th><td>no row</td>"), "{gap}");
    for query in QUESTIONS.iter().chain(&[""]) {
        let facts = stage.asked(query);
        let alt = tell(&facts, words, (EXPLORER.alt)(&facts));
        let all = drawn(&facts, &stage) + &alt + &csv::csv(&facts, words);
        assert!(!all.contains("NaN") && !all.contains('∞') && !all.contains("inf\""), "{query}: {all}");
        assert!(!alt.contains("explore."), "{query}: {alt}");
    }
}

/// Every year asked for has its mark in the drawing, and the mark says what the table says; a floor says that it is one.
#[test]
fn marks_say_what_the_table_says() {
    let stage = Stage::shared();
    for (words, query) in
        stage.languages.iter().flat_map(|words| QUESTIONS.iter().chain(&[""]).map(move |query| (words, query)))
    {
        let facts = stage.asked(query);
        let (drawing, asked) = (drawing(&facts, words), facts.asked());
        let table = section("explore").figure.table.unwrap()(&facts, words).html("", "");
        let marks = drawing.marks();
        for mark in &marks {
            let number = facts.number(&mark.id, words).expect("a number").text;
            assert!(mark.name.contains(&number), "{query}: {} without {number}", mark.name);
            assert!(table.contains(&format!("data-id=\"{}\"", mark.id)), "{query}: the table lacks {}", mark.id);
        }
        for seen in facts.seen(asked.what) {
            let year = format!("{}", seen.year);
            assert!(marks.iter().any(|mark| mark.name.starts_with(&year)), "{query}: no mark for {year}");
            let floor = marks.iter().find(|mark| mark.id == seen.fact);
            let says = floor.map(|mark| mark.name.contains(words.plain(key::explore::CHART_FLOOR)));
            assert_eq!(says.unwrap_or_default(), seen.floor, "{query}: {year}");
        }
        let top =
            drawing.texts().iter().any(|text| text.words.contains(&tell(&facts, words, vec![facts.asked_unit()])));
        assert!(top || marks.is_empty(), "{query}: no unit");
    }
}

#[test]
fn the_file_has_what_is_shown() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    for query in QUESTIONS.iter().chain(&["", "place=tajikistan&drug=heroin", "measure=head&drug=heroin"]) {
        let facts = stage.asked(query);
        let text = csv::csv(&facts, words);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 10);
        let rows: Vec<::csv::StringRecord> = reader.records().map(|row| row.expect("ten cells a row")).collect();
        for seen in facts.seen(facts.asked().what) {
            let row = rows.iter().find(|row| row[2] == seen.year.to_string()).expect("the year");
            let [value, low, high] = [3, 5, 6].map(|at| row[at].parse::<f64>().expect("a number"));
            assert!((value - seen.value).abs() < 1e-4 && low <= value && value <= high, "{query}: {row:?}");
            assert_eq!(&row[0], facts.asked().place);
            assert!(row[9].split(' ').all(|id| facts.data.figure(id).is_some()), "{row:?}");
            assert!(row[8].split(' ').all(|id| facts.data.source(id).is_some()), "{row:?}");
        }
    }
    assert_eq!(
        csv::name(&stage.asked("place=russian-federation&drug=hashish-resin")),
        "seized-russian-federation-hashish-resin.csv"
    );
}

#[test]
fn a_kind_that_is_switched_off_leaves_the_columns_and_their_axis() {
    let stage = Stage::new();
    let (all, without) = (stage.asked(""), stage.asked("hide=herb,plants"));
    assert_eq!(without.choices.explore.hidden.count_ones(), 2);
    assert_eq!(stage.asked("hide=plants,herb").choices, without.choices);
    let parts = |facts: &Facts<'_>, kind: &str| charted(facts, &stage).matches(&format!(".{kind}.2")).count();
    let highest = |facts: &Facts<'_>| {
        let chart = option(&EXPLORER, facts, &stage.languages[0], Frame::Phone).unwrap();
        chart["yAxis"]["max"].as_f64().expect("an end")
    };
    for words in &stage.languages {
        let (before, after) = (drawing(&all, words), drawing(&without, words));
        for kind in ["herb", "plants", "opiates"] {
            let marks = |drawing: &Drawing| {
                drawing.marks().iter().filter(|mark| mark.id.contains(&format!(".{kind}."))).count()
            };
            let (drawn, kept) = (marks(&before), marks(&after));
            assert!(drawn > 0 && kept == if kind == "opiates" { drawn } else { 0 }, "{kind}: {drawn}, {kept}");
            assert_eq!(parts(&without, kind), if kind == "opiates" { parts(&all, kind) } else { 0 }, "{kind}");
        }
        // Neither a name nor a total that is not drawn.
        let says = |drawing: &Drawing, text: &str| drawing.texts().iter().any(|found| found.words == text);
        let (herb, total) =
            (words.plain(key::plants::HERB), all.number(&all.seen_top().unwrap().fact, words).unwrap().text);
        assert!(says(&before, herb) && says(&before, &total), "{herb}, {total}");
        assert!(!says(&after, herb) && !says(&after, &total), "{herb}, {total}");
        let alt = tell(&without, words, (EXPLORER.alt)(&without));
        let readout = tell(&without, words, (section("explore").controls[7].readout)(&without));
        assert!(alt.contains(herb) && readout.contains(herb), "{alt} {readout}");
    }
    assert!(highest(&without) < highest(&all) / 4.0, "{} of {}", highest(&without), highest(&all));
}

/// A kind that is left alone has its own numbers over it.
#[test]
fn the_last_kind_is_written_over_and_stays() {
    let stage = Stage::new();
    let words = &stage.languages[0];
    let hide = section("explore").controls.iter().find(|control| control.name == "hide").unwrap();
    let alone = stage.asked("hide=synthetics,resin,herb,rest,plants");
    let drawn = drawing(&alone, words);
    let over: Vec<_> = drawn.texts().into_iter().filter(|text| text.of.starts_with("explore.")).collect();
    assert!(!over.is_empty() && over.iter().all(|text| text.of.contains(".opiates.")), "{over:?}");
    // It cannot be switched off; another can be switched on.
    assert_eq!(hide.used("opiates", false, &alone), None);
    let herb = hide.used("herb", true, &alone).unwrap();
    assert_eq!(hide.write(herb, &alone), "synthetics,resin,rest,plants");
    // What an address hides of a place that has nothing else is shown all the same.
    let place = alone
        .results
        .explore
        .places
        .iter()
        .map(|place| word(place))
        .find(|place| stage.asked(&format!("place={place}")).kinds_there() != stage.asked("").kinds_there());
    let place = place.expect("a place without some kind");
    let there = stage.asked(&format!("place={place}")).kinds_there();
    let all = hide.write(there, &alone);
    let facts = stage.asked(&format!("place={place}&hide={all}"));
    assert_eq!((facts.kinds_off(), hide.value(&facts)), (0, 0), "{place}: {all}");
    assert!(!drawing(&facts, words).marks().is_empty());
}

#[test]
fn kinds_in_an_address_are_read_as_far_as_they_are_known() {
    let stage = Stage::shared();
    let facts = stage.asked("");
    let written = |query: &str| {
        let state = url::read(query, &facts);
        url::write(query, &state, &facts)
    };
    assert_eq!(written("?hide=nonsense"), "");
    assert_eq!(written("?hide=herb,nonsense,,opiates"), "?hide=opiates,herb");
    assert_eq!(written("?hide="), "");
    // All of them is none that could be shown.
    assert_eq!(written("?hide=synthetics,opiates,resin,herb,rest,plants"), "");
    assert_eq!(written("?hide=herb&form=line"), "?hide=herb&form=line");
}
