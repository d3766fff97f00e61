//! What hands a figure over, with the dialog that asks how. `js/take.js` fills it; few readers open it, so that it is no
//! part of any page.

use crate::dialog::Code;
use crate::{Fault, method};
use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::text::fact::Facts;
use seized::text::render::{escape, plain};
use seized::text::{Key, Words, key};
use serde_json::{Map, Value, json};

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

/// The dialog of a language; `build` is the fingerprint of the program with its words and rows.
pub fn dialog(data: &Dataset, words: &Words, build: &str) -> Result<String, Fault> {
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
        "title": title, "edition": edition, "dataset": dataset, "build": build, "rows": rows,
        "terms": words.plain(key::page::FOOTER), "decimal": words.numbers.decimal,
        "above": words.plain(key::card::OPEN_ABOVE).replace("{card.low}", "[end]"),
        "below": words.plain(key::card::OPEN_BELOW).replace("{card.high}", "[end]"),
        "done": words.plain(key::take::DONE), "framed": words.plain(key::take::FRAMED), "failed": words.plain(key::take::FAILED),
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
