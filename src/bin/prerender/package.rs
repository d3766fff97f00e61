//! The dataset for other programs: as one JSON with the interval of each figure, and described column by column, as
//! Frictionless has it (<https://specs.frictionlessdata.io/data-package/>).

use crate::{Fault, policy, read, save};
use seized::data::{Check, Dataset, Measure as _, Qualifier, Scope};
use serde_json::{Map, Value, json};
use std::path::Path;

/// A column: its name, its type, what it means.
type Column = (&'static str, &'static str, &'static str);

const FIGURES: [Column; 16] = [
    ("id", "string", "unique and stable"),
    ("quantity", "string", "what was counted"),
    ("drug", "string", "of what"),
    ("place", "string", "where"),
    ("period", "string", "when, as the source words it"),
    ("scope", "string", "what kind of period it is; part-years are never comparable with years"),
    ("start", "date", "first day; empty where the source does not say"),
    ("end", "date", "last day; empty where the source does not say"),
    ("value", "string", "as printed: a number, but of laws a date, and of one claim words"),
    ("step", "number", "the unit in the last place that the source committed to; 0 for a full count"),
    ("unit", "string", "of value and step"),
    ("qualifier", "string", "what the source says beside the number: it decides which interval the number stands for"),
    ("source_id", "string", "the source"),
    ("where", "string", "the place in the source"),
    ("check", "string", "how the transcription was checked; it does not say that the figure is true"),
    ("note", "string", "scope, conflicts, arithmetic"),
];

const SOURCES: [Column; 8] = [
    ("source_id", "string", "unique and stable"),
    ("title", "string", "as printed"),
    ("publisher", "string", "who published it"),
    ("date", "string", "when, as far as it says"),
    ("url", "string", "where it was read"),
    ("language", "string", "ISO 639-1"),
    ("what_it_is", "string", "primary, secondary, excerpt"),
    ("note", "string", "how it was read, what it leaves out"),
];

const CORRECTIONS: [Column; 5] = [
    ("date", "date", "when it was corrected"),
    ("what", "string", "what was wrong"),
    ("was", "string", "what stood there"),
    ("is", "string", "what stands there now"),
    ("why", "string", "why"),
];

/// Writes `datapackage.json` and `data/dataset.json`.
pub fn write(root: &Path, dist: &Path, data: &Dataset, title: &str) -> Result<(), Fault> {
    let file = |name: &str| read(&root.join("public/data").join(name));
    let [figures, sources, corrections] = ["figures.csv", "sources.csv", "corrections.csv"].map(file);
    let (figures, sources, corrections) = (figures?, sources?, corrections?);
    let resources = [
        resource("figures", &figures, &FIGURES)?,
        resource("sources", &sources, &SOURCES)?,
        resource("corrections", &corrections, &CORRECTIONS)?,
    ];
    let package = json!({
        "profile": "tabular-data-package", "name": "seized", "title": title, "version": env!("CARGO_PKG_VERSION"),
        "licenses": [{ "path": "licences/LICENSE-DATA.md", "title": "Terms of the data: each source keeps its own" }],
        "resources": resources,
    });
    save(&dist.join("datapackage.json"), pretty(&package)?)?;
    let rows: Vec<Value> = records(&figures)?.into_iter().map(|row| with_interval(row, data)).collect();
    let dataset =
        json!({ "title": title, "package": "../datapackage.json", "figures": rows, "sources": records(&sources)? });
    save(&dist.join("data/dataset.json"), pretty(&dataset)?)
}

fn pretty(value: &Value) -> Result<String, Fault> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn resource(name: &str, csv: &str, columns: &[Column]) -> Result<Value, Fault> {
    let head: Vec<&str> = csv.lines().next().unwrap_or_default().split(',').collect();
    let known: Vec<&str> = columns.iter().map(|(name, ..)| *name).collect();
    if head != known {
        return Err(format!("{name}.csv has the columns {head:?}; its description has {known:?}"));
    }
    let fields: Vec<Value> = columns.iter().map(field).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    match name {
        "figures" => {
            schema["primaryKey"] = json!("id");
            let reference = json!({ "resource": "sources", "fields": "source_id" });
            schema["foreignKeys"] = json!([{ "fields": "source_id", "reference": reference }]);
        }
        "sources" => schema["primaryKey"] = json!("source_id"),
        _ => {}
    }
    let hash = policy::hex(csv.as_bytes());
    Ok(json!({
        "name": name, "path": format!("data/{name}.csv"), "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "bytes": csv.len(), "hash": format!("sha256:{hash}"), "schema": schema,
    }))
}

fn field((name, kind, means): &Column) -> Value {
    let mut field = json!({ "name": name, "type": kind, "description": means });
    let words: Option<Vec<&str>> = match *name {
        "scope" => Some(Scope::ALL.iter().map(|word| word.as_str()).collect()),
        "qualifier" => Some(Qualifier::ALL.iter().map(|word| word.as_str()).collect()),
        "check" => Some(Check::ALL.iter().map(|word| word.as_str()).collect()),
        _ => None,
    };
    if let Some(words) = words {
        field["constraints"] = json!({ "enum": words });
    }
    field
}

/// Rows as objects, in the order of the file.
fn records(csv: &str) -> Result<Vec<Map<String, Value>>, Fault> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records: Result<Vec<std::collections::BTreeMap<String, String>>, _> = reader.deserialize().collect();
    let object = |record: std::collections::BTreeMap<String, String>| {
        record.into_iter().map(|(name, field)| (name, field.into())).collect()
    };
    Ok(records.map_err(|error| error.to_string())?.into_iter().map(object).collect())
}

/// The row with its numbers as numbers and the interval that it stands for: rounding and wording, not measurement error.
/// An upper end that is missing is open.
fn with_interval(mut row: Map<String, Value>, data: &Dataset) -> Value {
    let figure = row.get("id").and_then(Value::as_str).and_then(|id| data.figure(id));
    let interval = figure.and_then(|figure| figure.interval());
    for name in ["value", "step"] {
        let number = row.get(name).and_then(Value::as_str).and_then(|text| text.parse::<f64>().ok());
        if let Some(number) = number.filter(|number| number.is_finite()) {
            row.insert(name.to_owned(), json!(number));
        }
    }
    if let Some(interval) = interval {
        let (low, high) = (interval.low().get(), interval.high().get());
        row.insert("interval".to_owned(), json!([low, high.is_finite().then_some(high)]));
    }
    Value::Object(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    fn written() -> (Value, Value) {
        let dist = tempfile::tempdir().unwrap();
        let file = |name: &str| read(&project().join("public/data").join(name)).unwrap();
        let data = Dataset::from_csv(&file("figures.csv"), &file("sources.csv")).unwrap();
        write(project(), dist.path(), &data, "Seized").unwrap();
        let json = |name: &str| serde_json::from_str(&read(&dist.path().join(name)).unwrap()).unwrap();
        (json("datapackage.json"), json("data/dataset.json"))
    }

    #[test]
    fn every_row_keeps_to_its_description() {
        let (package, dataset) = written();
        for (name, rows) in [("figures", &dataset["figures"]), ("sources", &dataset["sources"])] {
            let resources = package["resources"].as_array().unwrap();
            let resource = resources.iter().find(|resource| resource["name"] == name).unwrap();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let rows = rows.as_array().unwrap();
            assert!(rows.len() > 100, "{} rows", rows.len());
            for (row, field) in rows.iter().flat_map(|row| fields.iter().map(move |field| (row, field))) {
                let value = &row[field["name"].as_str().unwrap()];
                let allowed = field["constraints"]["enum"].as_array();
                assert!(allowed.is_none_or(|words| words.contains(value)), "{value} in {row}");
                let fits = match field["type"].as_str().unwrap() {
                    "number" => value.is_number() || value == "",
                    "date" => value == "" || value.as_str().is_some_and(|day| day.len() == 10),
                    _ => value.is_string() || field["name"] == "value",
                };
                assert!(fits, "{value} of {field} in {row}");
            }
        }
    }

    #[test]
    fn intervals_are_those_of_the_convention() {
        let (_, dataset) = written();
        let interval = |id: &str| {
            let rows = dataset["figures"].as_array().unwrap();
            rows.iter().find(|row| row["id"] == id).unwrap()["interval"].clone()
        };
        assert_eq!(interval("seed_total_2023"), json!([41.05, 41.15]));
        assert_eq!(interval("int_kz_heroin_2010"), json!([0.0, 1.0]));
        assert!(interval("seed_claim_doubled").is_null(), "words have none");
    }

    #[test]
    fn a_column_without_a_description_is_a_fault() {
        let fault = resource("corrections", "date,what,was,is,because\n", &CORRECTIONS).unwrap_err();
        assert!(fault.contains("because") && fault.contains("why"), "{fault}");
    }
}
