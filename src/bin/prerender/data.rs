//! Which rows of the dataset the pages need, and what they are as an asset.

use crate::Fault;
use seized::data::Dataset;
use seized::model::Results;
use seized::story::SECTIONS;
use seized::story::needed::needed;
use seized::text::Words;

/// The needed rows as JSON: figures, then the sources they name, each as one text.
pub fn asset(data: &Dataset, words: &Words) -> Result<String, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let (figures, sources) = data.rows(needed(data, &results, words)?);
    for section in SECTIONS {
        for source in section.sources {
            if !sources.iter().any(|row| row[0] == **source) {
                return Err(format!("section {}: no figure on the page comes from `{source}`", section.id));
            }
        }
    }
    serde_json::to_string(&[joined(&figures)?, joined(&sources)?]).map_err(|error| error.to_string())
}

/// Rows as one text, a line each with tabs between fields: the browser takes a text over far quicker than its fields.
fn joined(rows: &[Vec<String>]) -> Result<String, Fault> {
    if let Some(row) = rows.iter().find(|row| row.iter().any(|field| field.contains(['\t', '\n']))) {
        return Err(format!("{}: a field holds a tab or a line break", row[0]));
    }
    Ok(rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n"))
}
