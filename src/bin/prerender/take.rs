//! What hands a figure over, with the dialog that asks how. `js/take.js` fills it; few readers open it, so that it is no
//! part of any page.

use crate::{Fault, method, node, read};
use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::text::fact::Facts;
use seized::text::render::{escape, plain};
use seized::text::{Key, Words, key};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Rows of a card by the names that files have for them.
const ROWS: [(Key, &str); 12] = [
    (key::card::VALUE, "value"),
    (key::card::COMPUTED, "computed"),
    (key::card::INTERVAL, "interval"),
    (key::card::PERIOD, "period"),
    (key::card::COUNTED, "counted"),
    (key::card::SOURCE, "source"),
    (key::card::PLACE, "place"),
    (key::card::CHECK, "check"),
    (key::card::FORMULA, "formula"),
    (key::card::INPUTS, "inputs"),
    (key::card::CONFLICTS, "conflicts"),
    (key::card::NOTE, "note"),
];

/// The script of a language.
pub fn script(root: &Path, data: &Dataset, words: &Words, version: &str) -> Result<String, Fault> {
    let dialog = dialog(data, words, version)?;
    let scripts = ["drawing.js", "take.js"].map(|name| read(&root.join("src/browser/js").join(name)));
    let [drawing, take] = scripts;
    let script = format!("globalThis.seizedTakeDialog={};{}{}", json!(dialog), drawing?, take?);
    node::run(root, "src/browser/js/minify.mjs", &["js"], &script)
}

fn dialog(data: &Dataset, words: &Words, version: &str) -> Result<String, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let facts = Facts { data, results: &results, choices: Choices::default() };
    let word = |key: Key| escape(words.plain(key));
    let title = format!("{}: {}", words.plain(key::page::TITLE), words.plain(key::page::DEK));
    let edition = plain(&facts, words, key::method::CITE_EDITION);
    let dataset = method::fingerprint(data, words)?;
    let rows: Map<String, Value> =
        ROWS.iter().map(|(key, name)| (words.plain(*key).to_owned(), (*name).into())).collect();
    if rows.len() < ROWS.len() {
        return Err(format!("{}: two rows of the card have the same name", words.language));
    }
    let told = json!({
        "title": title, "edition": edition, "dataset": dataset, "build": version, "rows": rows,
        "terms": words.plain(key::page::FOOTER), "decimal": words.numbers.decimal,
        "above": words.plain(key::card::OPEN_ABOVE).replace("{card.low}", "[end]"),
        "below": words.plain(key::card::OPEN_BELOW).replace("{card.high}", "[end]"),
        "done": words.plain(key::take::DONE), "framed": words.plain(key::take::FRAMED), "failed": words.plain(key::take::FAILED),
        "copied": words.plain(key::embed::COPIED), "selected": words.plain(key::embed::SELECTED),
    });
    let kinds = [("csv", key::take::CSV), ("json", key::take::JSON), ("svg", key::take::SVG), ("png", key::take::PNG)];
    let button =
        |(kind, key): (&str, Key)| format!("<button type=\"button\" data-kind=\"{kind}\">{}</button>", word(key));
    let citations = [
        ("plain", word(key::take::PLAIN), format!("{title}. {edition}; {dataset}. [url], [date].")),
        ("bibtex", "BibTeX".to_owned(), bibtex(&title, &edition, &dataset, version)),
        ("ris", "RIS".to_owned(), ris(&title, &edition, &dataset, version)),
    ];
    let area = |(id, label, template): (&str, String, String)| {
        format!(
            "<div class=\"code\"><label for=\"cite-{id}\">{label}</label><textarea id=\"cite-{id}\" readonly rows=\"3\" \
             spellcheck=\"false\" data-template=\"{}\"></textarea><button type=\"button\" data-copy=\"cite-{id}\">{}</button></div>",
            escape(&template),
            word(key::embed::COPY)
        )
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

/// As BibTeX; nobody's name is in it, as nobody signs.
fn bibtex(title: &str, edition: &str, dataset: &str, version: &str) -> String {
    format!(
        "@misc{{seized,\n  title = {{{{{title}}}}},\n  edition = {{{edition}}},\n  howpublished = {{\\url{{[url]}}}},\n  \
         note = {{{dataset}; {version}}},\n  urldate = {{[date]}}\n}}"
    )
}

/// As RIS, of an electronic resource.
fn ris(title: &str, edition: &str, dataset: &str, version: &str) -> String {
    format!("TY  - ELEC\nTI  - {title}\nET  - {edition}\nN1  - {dataset}; {version}\nUR  - [url]\nY2  - [date]\nER  - ")
}
