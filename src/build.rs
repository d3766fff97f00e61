//! Checks the dataset and every language before anything is compiled, and turns their names into constants.
//!
//! Only names go into the program, never values or words: a changed figure or sentence needs no new WebAssembly.

#[allow(dead_code, unused_imports)]
#[path = "data/mod.rs"]
mod data;

/// The part of the model layer that names what sentences may ask for.
#[allow(dead_code)]
mod model {
    #[path = "ledger.rs"]
    pub mod ledger;
}

/// The part of the text layer that reading a language's file needs.
#[allow(dead_code)]
mod text {
    #[path = "slot.rs"]
    pub mod slot;
    #[path = "table.rs"]
    pub mod table;
    #[path = "template.rs"]
    pub mod template;
}

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

const FIGURES: &str = "public/data/figures.csv";
const SOURCES: &str = "public/data/sources.csv";
const CORRECTIONS: &str = "public/data/corrections.csv";
const WORDS: &str = "src/text";
const REFERENCE: &str = "en";

fn main() {
    for input in [FIGURES, SOURCES, CORRECTIONS, WORDS, "src/data", "src/model/ledger.rs", "src/build.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    if let Err(faults) = run() {
        for fault in &faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

fn run() -> Result<(), Vec<String>> {
    let dataset = data::Dataset::from_csv(&text_of(FIGURES)?, &text_of(SOURCES)?)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    data::Correction::from_csv(&text_of(CORRECTIONS)?)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let strangers: Vec<String> = model::ledger::ENTRIES
        .iter()
        .flat_map(|entry| entry.plus.iter().chain(entry.minus).map(|id| (entry.name, *id)))
        .filter(|(_, id)| dataset.figure(id).is_none())
        .map(|(name, id)| format!("src/model/ledger.rs: {name}: the dataset has no figure `{id}`"))
        .collect();
    if !strangers.is_empty() {
        return Err(strangers);
    }
    let reference = text::table::read("en.toml", &text_of(&format!("{WORDS}/{REFERENCE}.toml"))?)?;
    let languages = languages()?;
    let mut faults = Vec::new();
    for language in &languages {
        let file = format!("{language}.toml");
        match text::table::read(&file, &text_of(&format!("{WORDS}/{file}"))?) {
            Ok(table) => {
                faults.extend(text::table::compare(&file, &table, &reference, &|id| dataset.figure(id).is_some()))
            }
            Err(more) => faults.extend(more),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    write("ids.rs", &ids(&dataset))?;
    write("keys.rs", &keys(&reference, &languages))
}

/// The languages that have a file, the reference first.
fn languages() -> Result<Vec<String>, Vec<String>> {
    let files = fs::read_dir(WORDS).map_err(|fault| vec![format!("{WORDS}: {fault}")])?;
    let name = |file: fs::DirEntry| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned);
    let mut languages: Vec<String> = files.flatten().filter_map(name).collect();
    languages.sort_by_key(|language| (language != REFERENCE, language.clone()));
    Ok(languages)
}

fn ids(dataset: &data::Dataset) -> String {
    dataset.figures().iter().fold(String::new(), |mut code, figure| {
        let _ = writeln!(code, "/// {} of {}, {}: {}.", figure.quantity, figure.drug, figure.place, figure.period.text);
        let _ = writeln!(code, "pub const {}: &str = \"{}\";", figure.id.to_uppercase(), figure.id);
        code
    })
}

fn keys(reference: &text::table::Table, languages: &[String]) -> String {
    let mut code = format!(
        "/// The languages that have a file, the reference first.\npub const LANGUAGES: &[&str] = &{languages:?};\n"
    );
    let names: Vec<&String> = reference.keys().collect();
    let _ = writeln!(code, "/// Every key's name, in the word table's order.\npub const KEYS: &[&str] = &{names:?};");
    let mut section = "";
    let _ = writeln!(code, "/// One constant a sentence.\npub mod key {{\n");
    for (place, name) in names.iter().enumerate() {
        let (of, name) = name.split_once('.').unwrap_or(("", name));
        if of != section {
            let close = if section.is_empty() { "" } else { "}\n" };
            let _ = writeln!(code, "{close}/// Section `{of}`.\npub mod {of} {{\nuse super::super::Key;");
            section = of;
        }
        let _ = writeln!(code, "/// `{of}.{name}`.\npub const {}: Key = Key({place});", name.to_uppercase());
    }
    code + "}\n}\n"
}

fn text_of(file: &str) -> Result<String, Vec<String>> {
    fs::read_to_string(file).map_err(|fault| vec![format!("{file}: {fault}")])
}

fn write(name: &str, code: &str) -> Result<(), Vec<String>> {
    let directory = env::var("OUT_DIR").map_err(|fault| vec![fault.to_string()])?;
    let path = Path::new(&directory).join(name);
    fs::write(&path, code).map_err(|fault| vec![format!("{}: {fault}", path.display())])
}
