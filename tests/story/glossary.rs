//! The glossary that translators share: a term a row, filled in every language, and used by it.

use seized::text::LANGUAGES;
use std::fs;

#[test]
fn every_term_is_in_every_language_and_in_use() {
    let text = fs::read_to_string("src/text/glossary.csv").unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let mut languages = LANGUAGES.to_vec();
    languages.sort_by_key(|language| columns.iter().position(|column| column == language));
    assert_eq!(columns, languages, "a column a language");
    let words = |path: String| fs::read_to_string(path).unwrap_or_default().to_lowercase();
    let said: Vec<String> = columns
        .iter()
        .map(|tag| words(format!("src/text/{tag}.toml")) + &words(format!("src/text/names/{tag}.toml")))
        .collect();
    for row in reader.records() {
        let row = row.unwrap();
        for (place, term) in row.iter().enumerate().skip(1) {
            // Terms are inflected, and what stands in brackets explains: two thirds of the first word are looked for.
            let first = term.to_lowercase().split(' ').next().unwrap_or_default().to_owned();
            let stem: String = first.chars().take((first.chars().count() * 2).div_ceil(3)).collect();
            assert!(!stem.is_empty() && said[place].contains(&stem), "{}: {term:?} is not in use", columns[place]);
        }
    }
}
