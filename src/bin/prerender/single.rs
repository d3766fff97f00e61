//! The whole explainer in one file that opens without a host.

use crate::assets::zipped;
use crate::body::Kind;
use crate::embed::Piece;
use crate::page::{Parts, Site};
use crate::{Fault, policy};
use seized::text::key;
use serde_json::json;

/// Everything inside: program, ECharts, words and data packed, fonts as they are.
pub fn page(site: &Site<'_>) -> Result<String, Fault> {
    let assets = site.assets;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let take = &site.tables.take;
    let scripts = [&assets.glue, &assets.charts, take].map(|script| policy::hash(&text(&script.bytes)));
    let blocks = vec![
        ("seized-data", "text/plain", zipped(&site.tables.data.bytes)?),
        ("seized-words", "text/plain", zipped(&site.tables.words.bytes)?),
        ("seized-fonts", "application/json", site.faces().json.clone()),
        ("seized-glue", "text/plain", zipped(&assets.glue.bytes)?),
        ("seized-wasm", "text/plain", zipped(&assets.wasm.bytes)?),
        ("seized-charts", "text/plain", zipped(&assets.charts.bytes)?),
        ("seized-take", "text/plain", zipped(&take.bytes)?),
    ];
    let meta = site.meta(Piece::Story, None, "");
    let body = site.whole(Kind::File, "")? + &site.footer(Kind::File, "", "");
    let page = json!({ "shape": Kind::File.shape().name(), "version": site.version(), "lost": site.words.plain(key::embed::LOST), "saved": site.words.plain(key::take::DONE_ROWS) });
    let parts = Parts { meta, fonts: assets.fonts.rules(None), page, blocks, body, scrolls: "" };
    // The loader adds these as inline scripts, which their hashes allow.
    site.assemble(&parts, policy::file, &scripts)
}
