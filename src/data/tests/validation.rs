use super::*;

const FIGURE: [&str; 16] = [
    "a",
    "drugs_seized_total",
    "all drugs",
    "Kazakhstan",
    "2023",
    "year",
    "2023-01-01",
    "2023-12-31",
    "41.1",
    "0.1",
    "t",
    "exact",
    "s",
    "para 1",
    "checked",
    "",
];
const SOURCE: [&str; 8] = ["s", "Title", "Publisher", "2024", "https://example.org/a", "en", "secondary", ""];

fn owned<const N: usize>(fields: [&str; N]) -> Vec<String> {
    fields.map(str::to_owned).into()
}

/// The problems of one row with some of its columns changed, as lines.
fn figure_with(changes: &[(&str, &str)]) -> String {
    let mut row = owned(FIGURE);
    for (column, text) in changes {
        let index = FIGURE_COLUMNS.iter().position(|name| name == column).expect("a column");
        row[index] = (*text).to_owned();
    }
    lines(&Dataset::from_rows(vec![row], vec![owned(SOURCE)]).err().unwrap_or_default())
}

fn source_with(column: &str, text: &str) -> String {
    let mut row = owned(SOURCE);
    let index = SOURCE_COLUMNS.iter().position(|name| *name == column).expect("a column");
    row[index] = text.to_owned();
    lines(&Dataset::from_rows(vec![], vec![row]).err().unwrap_or_default())
}

#[test]
fn the_shipped_dataset_is_valid_and_whole() {
    let data = shipped();
    assert_eq!(
        (data.figures().len(), data.sources().len()),
        (FIGURES.lines().count() - 1, SOURCES.lines().count() - 1)
    );
    assert_eq!(data.figure("seed_total_2023").map(|figure| figure.printed.as_str()), Some("41.1"));
    assert!(data.source("timesca_2024").is_some() && data.source("none").is_none());
}

#[test]
fn fields_come_out_as_they_went_in() {
    let data = shipped();
    let (figures, sources) = data.rows(data.figures().iter().map(|figure| figure.id.as_str()));
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(FIGURE_COLUMNS).expect("a record");
    figures.iter().for_each(|row| writer.write_record(row).expect("a record"));
    let written = String::from_utf8(writer.into_inner().expect("bytes")).expect("text");
    assert!(written == FIGURES, "figures.csv is not what was read");
    let again = Dataset::from_rows(figures, sources).expect("a dataset");
    assert!(again.figures() == data.figures());
    for source in again.sources() {
        assert_eq!(data.source(&source.id), Some(source));
    }
}

#[test]
fn rows_bring_only_the_sources_they_name() {
    let data = shipped();
    let (figures, sources) = data.rows(["pgo18_total", "seed_total_2018", "seed_total_2018", "none"]);
    assert_eq!(figures.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["seed_total_2018", "pgo18_total"]);
    assert_eq!(sources.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["timesca_2024", "inbusiness_2018"]);
    assert!(Dataset::from_rows(figures, sources).is_ok());
}

#[test]
fn a_problem_reads_like_a_compiler_message() {
    let problem =
        Problem { file: Figure::FILE, line: 214, column: "unit", reason: "`kgs` is not a known unit".to_owned() };
    assert_eq!(problem.to_string(), "figures.csv:214: unit: `kgs` is not a known unit");
    assert_eq!(figure_with(&[("unit", "kgs")]), "figures.csv:2: unit: `kgs` is not a known unit\n");
}

#[test]
fn each_rule_has_its_message() {
    assert_eq!(figure_with(&[]), "");
    for (column, text, reason) in [
        ("scope", "Year", "`Year` is not a known scope"),
        ("qualifier", "ca", "`ca` is not a known qualifier"),
        ("check", "yes", "`yes` is not a known check"),
        ("start", "2023-02-29", "`2023-02-29` is not a date such as 2023-12-31"),
        ("end", "2022-12-31", "`2022-12-31` is before the start, `2023-01-01`"),
        ("value", "41,1", "`41,1` is not a number"),
        ("value", "1e3", "`1e3` is not a number"),
        ("value", "inf", "`inf` is not a number"),
        ("value", "0", "`0` is not above zero"),
        ("value", "-3", "`-3` is not above zero"),
        ("value", "", "is empty"),
        ("step", "", "is empty"),
        ("step", "x", "`x` is not a number"),
        ("step", "-1", "`-1` is below zero"),
        ("source_id", "nowhere", "`nowhere` is not in sources.csv"),
        ("where", "", "is empty"),
        ("drug", "  ", "is empty"),
    ] {
        assert_eq!(figure_with(&[(column, text)]), format!("figures.csv:2: {column}: {reason}\n"));
    }
    // So many digits would be read as infinity.
    assert!(figure_with(&[("value", &"9".repeat(400))]).ends_with("is not a number\n"));
    for (column, text, reason) in [
        ("url", "ftp://example.org", "`ftp://example.org` is not an http or https address"),
        ("url", "javascript:alert(1)", "`javascript:alert(1)` is not an http or https address"),
        ("url", "https://", "`https://` is not an http or https address"),
        ("language", "de", "`de` is not a known language"),
        ("what_it_is", "tertiary", "`tertiary` is not a known kind of source"),
        ("title", "", "is empty"),
    ] {
        assert_eq!(source_with(column, text), format!("sources.csv:2: {column}: {reason}\n"));
    }
}

#[test]
fn dates_and_words_have_units_of_their_own() {
    let event = [("quantity", "legal_event"), ("unit", "date"), ("step", "")];
    let with = |value| figure_with(&[&event[..], &[("value", value)]].concat());
    for good in ["2015", "2025-03", "2019-07-05"] {
        assert_eq!(with(good), "");
    }
    assert!(with("2019-02-30").contains("value: `2019-02-30` is not a date"));
    assert!(figure_with(&[("quantity", "legal_event")]).contains("unit: a legal event holds a `date`"));
    let words = [("unit", "text"), ("step", "")];
    assert_eq!(figure_with(&[&words[..], &[("value", "almost doubled")]].concat()), "");
    assert!(figure_with(&[&words[..], &[("value", "12")]].concat()).contains("`12` has no words"));
    assert!(figure_with(&[("unit", "text"), ("value", "x")]).contains("step: `0.1` has no meaning"));
    let almost = [("qualifier", "almost"), ("step", "0")];
    assert!(figure_with(&almost).contains("step: `0` leaves no room for `almost`"));
}

#[test]
fn all_problems_are_told_at_once_in_order() {
    let mut wrong = owned(FIGURE);
    (wrong[5], wrong[8], wrong[14]) = ("s".into(), "v".into(), "c".into());
    let short = wrong[..3].to_vec();
    let broken_source = owned(["s", "", "P", "2024", "https://example.org", "en", "primary", ""]);
    let rows = vec![owned(FIGURE), owned(FIGURE), wrong];
    let told = lines(&Dataset::from_rows(rows, vec![broken_source]).expect_err("problems"));
    let expected = "figures.csv:3: id: `a` is already the id of line 2\n\
        figures.csv:4: scope: `s` is not a known scope\n\
        figures.csv:4: value: `v` is not a number\n\
        figures.csv:4: check: `c` is not a known check\n\
        sources.csv:2: title: is empty\n";
    assert_eq!(told, expected);
    let told = lines(&Dataset::from_rows(vec![short], vec![]).expect_err("problems"));
    assert!(told.contains("figures.csv:2: place: the row has 3 fields, not 16\n"), "{told}");
}

#[test]
fn lines_stay_right_after_quoted_breaks_and_blank_lines() {
    for newline in ["\n", "\r\n"] {
        let row = |id: &str, unit: &str| FIGURE.join(",").replacen('a', id, 1).replacen(",t,", &format!(",{unit},"), 1);
        let figures = [
            &FIGURE_COLUMNS.join(","),
            &format!("{}\"one{newline}two{newline}three\"", row("b", "t")),
            &row("c", "kgs"),
            "",
            &row("d", "lb"),
        ]
        .join(newline);
        let sources = [SOURCE_COLUMNS.join(","), SOURCE.join(",")].join(newline);
        let told = lines(&Dataset::from_csv(&figures, &sources).expect_err("problems"));
        let expected = "figures.csv:5: unit: `kgs` is not a known unit\n\
            figures.csv:7: unit: `lb` is not a known unit\n";
        assert_eq!(told, expected, "{newline:?}");
    }
}

#[test]
fn the_header_is_part_of_the_contract() {
    let told = |figures: &str| lines(&Dataset::from_csv(figures, SOURCES).expect_err("problems"));
    let renamed = FIGURES.replacen(",drug,", ",substance,", 1);
    assert_eq!(told(&renamed), "figures.csv:1: drug: the header has `substance` in its place\n");
    let longer = FIGURES.replacen(",note\n", ",note,more\n", 1);
    assert_eq!(told(&longer), "figures.csv:1: note: the header goes on with `more`\n");
    assert!(told("").starts_with("figures.csv:1: id: the header lacks it\n"));
    let marked = format!("\u{feff}{FIGURES}");
    assert!(Dataset::from_csv(&marked, SOURCES).is_ok(), "a byte order mark is no problem");
}

#[test]
fn words_go_both_ways() {
    fn both_ways<T: Copy + PartialEq + std::fmt::Debug>(
        all: &[T],
        word: fn(T) -> &'static str,
        parse: fn(&str) -> Option<T>,
    ) {
        for variant in all {
            assert_eq!(parse(word(*variant)), Some(*variant));
        }
    }
    both_ways(Scope::ALL, Scope::as_str, Scope::parse);
    both_ways(Unit::ALL, Unit::as_str, Unit::parse);
    both_ways(Qualifier::ALL, Qualifier::as_str, Qualifier::parse);
    both_ways(Check::ALL, Check::as_str, Check::parse);
    both_ways(Language::ALL, Language::as_str, Language::parse);
    both_ways(SourceKind::ALL, SourceKind::as_str, SourceKind::parse);
    assert!(
        Check::Checked < Check::OneCopy && Check::OneCopy < Check::Unchecked && Check::Unchecked < Check::Contradicted
    );
}
