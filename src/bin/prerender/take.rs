//! What hands a figure over or makes it heard: the dialog that asks how, and the data that the program does not have as no
//! choice changes it. `js/take.js` fills the one, `js/figures.js` reads the other; few readers open it, so that it is no part
//! of any page.

use crate::dialog::Code;
use crate::{Fault, given, languages, method};
use seized::data::{Dataset, Source};
use seized::model::{Choices, Results};
use seized::story::{SECTIONS, Section};
use seized::text::fact::Facts;
use seized::text::render::{escape, plain};
use seized::text::{Key, Words, key, provenance};
use serde_json::{Map, Value, json};

/// The dialog of a language; `build` is the fingerprint of the program with its words and rows.
pub fn dialog(data: &Dataset, words: &Words, build: &str, address: Option<&str>) -> Result<String, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let facts = Facts { data, results: &results, choices: Choices::default() };
    let word = |key: Key| escape(words.plain(key));
    let title = format!("{}: {}", words.plain(key::page::TITLE), words.plain(key::page::DEK));
    let edition = plain(&facts, words, key::method::CITE_EDITION);
    let dataset = method::fingerprint(data, words)?;
    let told = json!({
        "title": title, "edition": edition, "dataset": dataset, "build": build, "language": words.language,
        "terms": words.plain(key::page::FOOTER), "home": address.map(|address| format!("{address}{}", languages::url(&words.language))),
        "done": words.plain(key::take::DONE), "donePicture": words.plain(key::take::DONE_PICTURE),
        "failed": words.plain(key::take::FAILED), "failedSvg": words.plain(key::take::FAILED_SVG), "failedPng": words.plain(key::take::FAILED_PNG),
    });
    let kinds = [("csv", key::take::CSV), ("json", key::take::JSON), ("svg", key::take::SVG), ("png", key::take::PNG)];
    let button =
        |(kind, key): (&str, Key)| format!("<button type=\"button\" data-kind=\"{kind}\">{}</button>", word(key));
    let state = format!("{}; {dataset}", method::build(words, build));
    let citations = [
        ("plain", words.plain(key::take::PLAIN), format!("{title}. {edition}; {state}. [url], [date].")),
        ("bibtex", "BibTeX", bibtex(&title, &edition, &state)),
        ("ris", "RIS", ris(&title, &edition, &state)),
    ];
    let area = |(id, label, template): (&str, &str, String)| {
        Code { id: &format!("cite-{id}"), label, template: &template, plain: false }.html(words)
    };
    Ok(format!(
        "<dialog id=\"take\" class=\"panel\" aria-labelledby=\"take-title\" data-facts=\"{}\">\
         <button type=\"button\" class=\"close\" aria-label=\"{}\">×</button><h2 id=\"take-title\">{}</h2>\
         <p class=\"what\"></p><p>{}</p><p class=\"buttons\">{}</p><p role=\"status\"></p><div class=\"taken\"></div>\
         <h3>{}</h3>{}</dialog>",
        escape(&told.to_string()),
        word(key::embed::CLOSE),
        word(key::take::TITLE),
        word(key::take::HOW),
        kinds.map(button).concat(),
        word(key::take::CITE),
        citations.map(area).concat()
    ))
}

/// Captions and sources of every figure, the tables that no choice changes, and what stands behind the numbers that the
/// program does not compute.
pub fn written(data: &Dataset, words: &Words) -> Result<Value, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let facts = Facts { data, results: &results, choices: Choices::default() };
    let each = |section: &&Section| (format!("fig-{}", section.figure.id), figure(&facts, words, section));
    let figures: Map<String, Value> = SECTIONS.iter().map(each).collect();
    let mut numbers = Map::new();
    for slot in given::slots(&facts, words)? {
        if let Some(record) = provenance::record(&facts, words, &slot) {
            numbers.insert(slot, json!(record));
        }
    }
    Ok(json!({ "figures": figures, "numbers": numbers }))
}

fn figure(facts: &Facts<'_>, words: &Words, section: &Section) -> Value {
    let figure = section.figure;
    let plain = |key| plain(facts, words, key);
    let mut publishers: Vec<&str> = Vec::new();
    for Source { publisher, .. } in section.sources.iter().filter_map(|id| facts.data.source(id)) {
        if !publishers.contains(&&**publisher) {
            publishers.push(publisher);
        }
    }
    let mut told =
        json!({ "caption": plain(figure.caption), "reads": plain(figure.caption_more), "sources": publishers });
    if let Some(rows) = figure.table.filter(|_| section.controls.is_empty()) {
        let table = rows(facts, words);
        (told["columns"], told["rows"]) = (json!(table.head), json!(table.told()));
    }
    told
}

/// As BibTeX; nobody's name is in it, as nobody signs.
fn bibtex(title: &str, edition: &str, state: &str) -> String {
    format!(
        "@misc{{seized,\n  title = {{{{{title}}}}},\n  edition = {{{edition}}},\n  howpublished = {{\\url{{[url]}}}},\n  \
         note = {{{state}}},\n  urldate = {{[date]}}\n}}"
    )
}

/// As RIS, of an electronic resource.
fn ris(title: &str, edition: &str, state: &str) -> String {
    format!("TY  - ELEC\nTI  - {title}\nET  - {edition}\nN1  - {state}\nUR  - [url]\nY2  - [date]\nER  - ")
}
