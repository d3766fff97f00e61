//! Draws the still form of every figure, in both frames.

use crate::{Fault, node};
use seized::chart::{Frame, option};
use seized::data::Dataset;
use seized::model::{Choices, Results};
use seized::story::SECTIONS;
use seized::text::Words;
use seized::text::fact::Facts;
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use std::path::Path;

#[derive(Deserialize)]
struct Drawn {
    name: String,
    svg: String,
}

/// The SVGs of each figure by its id: the narrow frame's, then the wide one's. Charts are drawn by ECharts in Node.
pub fn draw(root: &Path, data: &Dataset, words: &Words) -> Result<HashMap<&'static str, String>, Fault> {
    let results = Results::of(data).map_err(|error| error.to_string())?;
    let facts = Facts { data, results: &results, choices: Choices::default() };
    let mut jobs = Vec::new();
    let mut stills = HashMap::new();
    for figure in SECTIONS.iter().map(|section| section.figure) {
        if let Some(svg) = figure.svg(figure.still, &facts, words) {
            stills.insert(figure.id, svg);
        }
        for (frame, size) in Frame::ALL.into_iter().zip(figure.room) {
            let Some(option) = option(figure.still, &facts, words, frame) else { continue };
            let name = format!("{}-{}", figure.id, frame.name());
            jobs.push(json!({ "name": name, "width": size.width, "height": size.height, "option": option }));
        }
    }
    let jobs = serde_json::to_string(&jobs).map_err(|error| error.to_string())?;
    let drawn = node::run(root, "src/chart/js/static.mjs", &[], &jobs)?;
    let drawn: Vec<Drawn> = serde_json::from_str(&drawn).map_err(|error| error.to_string())?;
    for section in SECTIONS {
        let id = section.figure.id;
        if stills.contains_key(id) {
            continue;
        }
        let of_frame = |frame: Frame| {
            let name = format!("{id}-{}", frame.name());
            let svg = drawn.iter().find(|drawn| drawn.name == name).map(|drawn| drawn.svg.as_str());
            svg.map(|svg| format!("<div class=\"{}\">{svg}</div>", frame.name())).ok_or(format!("{name}: not drawn"))
        };
        let both = Frame::ALL.into_iter().map(of_frame).collect::<Result<String, Fault>>()?;
        stills.insert(id, both);
    }
    Ok(stills)
}
