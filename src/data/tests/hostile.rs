//! Whatever stands in the files: it is read as it is written, or refused with its place.

use super::*;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::{fs, path::Path};

const CORRECTIONS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/corrections.csv"));
const CORRECTION_COLUMNS: [&str; 5] = ["date", "what", "was", "is", "why"];

/// What people and programs put into fields: named files of `tests/corpus/csv/fields`, one a line, with `\0` and such.
fn fields() -> Vec<String> {
    let unescaped =
        |line: &str| serde_json::from_str(&format!("\"{line}\"")).expect("a JSON string without its quotes");
    corpus("fields").iter().flat_map(|(_, text)| text.lines().map(unescaped).collect::<Vec<String>>()).collect()
}

/// The files of a folder of the corpus, by name.
fn corpus(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/csv").join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a corpus")
        .map(|file| file.expect("a file").path())
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("text")))
        .collect();
    files.sort();
    files
}

/// Every problem says where it is, in terms of the texts that were read.
fn placed(problems: &[Problem], figures: &str, sources: &str) {
    assert!(!problems.is_empty(), "refused without a reason");
    for problem in problems {
        let (text, columns) = match problem.file {
            Figure::FILE => (figures, FIGURE_COLUMNS),
            Source::FILE => (sources, SOURCE_COLUMNS),
            Correction::FILE => (figures, &CORRECTION_COLUMNS[..]),
            other => panic!("a problem of {other}"),
        };
        let last = text.split('\n').count().max(1) as u64;
        assert!((1..=last).contains(&problem.line), "{problem}: there are {last} lines");
        assert!(columns.contains(&problem.column), "{problem}");
        assert!(!problem.reason.trim().is_empty(), "{problem}");
    }
}

/// Reads the texts; what is accepted says what an independent reader finds in them, and survives being handed to a page.
fn judge(figures: &str, sources: &str) -> bool {
    let data = match Dataset::from_csv(figures, sources) {
        Ok(data) => data,
        Err(problems) => {
            placed(&problems, figures, sources);
            return false;
        }
    };
    let (rows, source_rows) = data.rows(data.figures().iter().map(|figure| figure.id.as_str()));
    let written: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(figures.as_bytes())
        .into_records()
        .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(rows, written);
    for figure in data.figures() {
        if let Value::Number(number) = figure.value {
            assert_eq!(Some(number), figure.printed.parse().ok(), "{}", figure.id);
            assert!(number.is_finite() && number > 0.0);
        }
    }
    if rows.iter().flatten().any(|field| field.contains('\n')) {
        // The build refuses these where a page needs them.
        return true;
    }
    let lines = |rows: &[Vec<String>]| rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
    let handed = Dataset::from_lines(&lines(&rows), &lines(&source_rows)).expect("what was accepted");
    assert_eq!(handed.figures(), data.figures());
    true
}

/// Some rows of a file under its header, as fields.
fn cut(text: &str, every: usize) -> Vec<Vec<String>> {
    let records = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records();
    let fields = records.map(|record| record.expect("a record").iter().map(str::to_owned).collect());
    fields.enumerate().filter(|(place, _)| place % every == 0).map(|(_, row)| row).collect()
}

fn written(rows: &[Vec<String>], crlf: bool, bom: bool) -> String {
    let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(end).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("a record"));
    let text = String::from_utf8(writer.into_inner().expect("bytes")).expect("text");
    if bom { format!("\u{feff}{text}") } else { text }
}

#[test]
fn files_of_the_corpus_are_refused_with_their_place() {
    for (name, text) in corpus("figures") {
        assert!(!judge(&text, SOURCES), "{name} was accepted");
    }
    for (name, text) in corpus("corrections") {
        let problems = Correction::from_csv(&text).expect_err(&name);
        placed(&problems, &text, "");
    }
}

#[test]
fn no_nasty_field_is_a_number_a_date_or_a_word() {
    let rows = cut(FIGURES, 40);
    for field in fields() {
        for column in ["start", "end", "value", "step", "unit", "qualifier", "scope", "check"] {
            let column = FIGURE_COLUMNS.iter().position(|name| *name == column).expect("a column");
            let mut rows = rows.clone();
            // A step of 0 is that of a full count.
            if FIGURE_COLUMNS[column] == "step" && field.trim_start_matches('0').is_empty() {
                continue;
            }
            rows[1][column].clone_from(&field);
            assert!(!judge(&written(&rows, false, false), SOURCES), "{field:?} as {}", FIGURE_COLUMNS[column]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "(\\PC|[\",;\r\n\t\0\u{feff}\u{202e}-]){0,200}", header in any::<bool>()) {
        let figures = if header { format!("{}\n{text}", FIGURE_COLUMNS.join(",")) } else { text.clone() };
        let sources = if header { format!("{}\n{text}", SOURCE_COLUMNS.join(",")) } else { text.clone() };
        judge(&figures, &sources);
        if let Err(problems) = Dataset::from_lines(&text, &text) {
            prop_assert!(problems.iter().all(|problem| problem.line >= 2 && !problem.reason.is_empty()));
        }
        if let Err(problems) = Correction::from_csv(&text) {
            placed(&problems, &text, "");
        }
        let with_header = CORRECTIONS.lines().next().expect("a header").to_owned() + "\n" + &text;
        if let Err(problems) = Correction::from_csv(&with_header) {
            placed(&problems, &with_header, "");
        }
    }

    #[test]
    fn a_real_file_cut_anywhere_is_read_or_refused(place in any::<Index>(), what in select(vec!["", "\"", "\0", "\r", "\n", ",", "\u{feff}", "\u{202e}", "é"])) {
        let text = written(&cut(FIGURES, 30), false, false);
        let place = (0..=place.index(text.len())).rev().find(|place| text.is_char_boundary(*place)).expect("the start");
        judge(&text[..place], SOURCES);
        judge(&format!("{}{what}{}", &text[..place], &text[place..]), SOURCES);
    }

    #[test]
    fn a_real_file_with_strange_fields_is_read_or_refused(
        changes in proptest::collection::vec((any::<Index>(), any::<Index>(), select(fields()), 0..4), 1..4),
        crlf in any::<bool>(),
        bom in any::<bool>(),
    ) {
        let mut rows = cut(FIGURES, 30);
        for (row, column, field, kind) in changes {
            let (row, column) = (row.index(rows.len()), column.index(FIGURE_COLUMNS.len()));
            match kind {
                0 => drop(rows.remove(row)),
                1 if rows[row].len() == FIGURE_COLUMNS.len() => rows[row].swap(column, FIGURE_COLUMNS.len() - 1),
                2 => rows[row].truncate(column),
                _ => if let Some(place) = rows[row].get_mut(column) { *place = field },
            }
        }
        judge(&written(&rows, crlf, bom), SOURCES);
    }
}
