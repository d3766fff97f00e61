//! Packs the folder and holds it against its budgets.

use crate::{Fault, node, save};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
struct Size {
    raw: u64,
    brotli: u64,
}

/// Packs `dist` and writes `sizes.json`: every file's size, and each budget with what was used of it.
pub fn pack(root: &Path, dist: &Path) -> Result<(), Fault> {
    let out = dist.to_string_lossy();
    let printed = node::run(root, "src/browser/js/pack.mjs", &["--out", &out], "")?;
    let files: BTreeMap<String, Value> = serde_json::from_str(&printed).map_err(|error| error.to_string())?;
    let sizes: BTreeMap<String, Size> = serde_json::from_str(&printed).map_err(|error| error.to_string())?;
    let brotli = |wanted: &dyn Fn(&str) -> bool| {
        sizes.iter().filter(|(path, _)| wanted(path)).map(|(_, size)| size.brotli).sum::<u64>()
    };
    let starting = |start: &'static str| move |path: &str| path.starts_with(start);
    // The style sheet stands inside the page, so the page's budget is that of both.
    let page = brotli(&|path| path == "index.html");
    let wasm = brotli(&|path| path.ends_with(".wasm"));
    let data = brotli(&starting("assets/data-")) + brotli(&starting("assets/words-en"));
    let glue = brotli(&starting("assets/glue-"));
    let charts = brotli(&|path| path.starts_with("assets/echarts-") && path.ends_with(".js"));
    let fonts = brotli(&|path| path.ends_with(".woff2"));
    let single = sizes.get("seized.html").map_or(0, |size| size.raw);
    let embeds = sizes.iter().filter(|(path, _)| path.starts_with("embed/") && path.ends_with("/index.html"));
    let embed = embeds.map(|(_, size)| size.brotli).max().unwrap_or_default();
    let budgets: Vec<Value> = [
        ("page with its styles", 63_500, page),
        ("fonts", 55_000, fonts),
        // The design has 165 kB. What is over it are the drawings of forty scenes: each is some 3 kB of code before packing,
        // and a story of fewer scenes has fewer of them.
        ("program", 216_000, wasm),
        ("data and words", 50_000, data),
        ("glue", 6_900, glue),
        ("ECharts", 160_000, charts),
        // ECharts comes with the explorer alone.
        ("until the story is live", 382_000, page + fonts + wasm + data + glue),
        ("before the first figure is readable", 63_500, page),
        ("the largest embed's page", 61_000, embed),
        ("seized.html, raw", 1_310_000, single),
    ]
    .into_iter()
    .map(|(kind, limit, actual)| json!({ "kind": kind, "limit": limit, "actual": actual }))
    .collect();
    let report = json!({ "files": files, "budgets": budgets });
    save(&dist.join("sizes.json"), serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?)
}
