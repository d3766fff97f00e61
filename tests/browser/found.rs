//! The site is found and shared: each page has a picture, linked data that search engines read, and no link that leads
//! nowhere.

use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use seized::text::LANGUAGES;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn html(page: &str) -> Result<String> {
    fs::read_to_string(site::dist().join(page)).with_context(|| page.to_owned())
}

/// What follows `start` up to the next quote, everywhere in some markup.
fn after<'a>(html: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(start).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The file that a relative address on a page means, and what it points at in it.
fn meant(page: &str, address: &str) -> (PathBuf, String) {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    let folder = site::dist().join(page).parent().unwrap_or(Path::new("")).to_owned();
    let mut file = if path.is_empty() { site::dist().join(page) } else { folder.join(path) };
    if path.ends_with('/') || (!path.is_empty() && file.is_dir()) {
        file = file.join("index.html");
    }
    (file, fragment.to_owned())
}

/// What a validator has to say against a page, for all of them. Its rules are in `tests/html.json`.
#[test]
fn every_page_is_valid() -> Result<()> {
    let pages = site::all_pages();
    ensure!(pages.len() > 80, "{pages:?}");
    let mut validator = xtask::project::command("html-validate");
    validator.args(["--config", "tests/html.json", "--formatter", "text"]);
    let found = validator.args(pages.iter().map(|page| site::dist().join(page))).output()?;
    let said = String::from_utf8_lossy(&found.stdout);
    let first: Vec<&str> = said.lines().take(20).collect();
    ensure!(found.status.success(), "{}\n{}", first.join("\n"), String::from_utf8_lossy(&found.stderr));
    Ok(())
}

#[test]
fn no_link_leads_nowhere() -> Result<()> {
    let mut ids: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
    let mut seen = 0;
    for page in site::all_pages() {
        let html = html(&page)?;
        let named = [" href=\"", " src=\"", " data-absolute=\"", "property=\"og:image\" content=\""];
        // What is outside, a template, or the folder that the dialog puts addresses of embeds together from.
        let outward = |address: &&str| address.contains(':') || address.contains(['{', '<']) || *address == "embed/";
        for address in named.iter().flat_map(|name| after(&html, name)).filter(|address| !outward(address)) {
            let (file, fragment) = meant(&page, address);
            ensure!(file.is_file(), "{page} leads to {address}: {} is not there", file.display());
            if !fragment.is_empty() {
                let known = ids.entry(file.clone()).or_insert_with(|| {
                    let text = fs::read_to_string(&file).unwrap_or_default();
                    after(&text, " id=\"").map(str::to_owned).collect()
                });
                ensure!(known.contains(&fragment), "{page} leads to {address}: it has no #{fragment}");
            }
            seen += 1;
        }
    }
    ensure!(seen > 400, "only {seen} links");
    Ok(())
}

/// What search engines ask of each kind of thing.
const ASKED: [(&str, &[&str]); 4] = [
    ("Article", &["headline", "description", "image", "inLanguage", "publisher", "isBasedOn"]),
    (
        "Dataset",
        &[
            "name",
            "description",
            "license",
            "creator",
            "temporalCoverage",
            "spatialCoverage",
            "distribution",
            "isAccessibleForFree",
        ],
    ),
    ("DataDownload", &["encodingFormat", "contentUrl"]),
    ("Organization", &["name"]),
];

/// Every typed thing inside a value has what is asked of it, and its files are there.
fn keeps_to_its_type(page: &str, value: &Value) -> Result<usize> {
    let mut things = 0;
    if let Some(kind) = value["@type"].as_str() {
        let (_, asked) = ASKED.iter().find(|(known, _)| *known == kind).with_context(|| format!("a {kind}"))?;
        let missing: Vec<_> = asked.iter().filter(|name| value[**name].is_null() || value[**name] == "").collect();
        ensure!(missing.is_empty(), "{page}: a {kind} without {missing:?}");
        things += 1;
    }
    for name in ["contentUrl", "license", "image"] {
        if let Some(address) = value[name].as_str() {
            ensure!(meant(page, address).0.is_file(), "{page}: {name} is {address}");
        }
    }
    let inside: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => Vec::new(),
    };
    inside.into_iter().try_fold(things, |sum, inner| Ok(sum + keeps_to_its_type(page, inner)?))
}

#[test]
fn linked_data_has_what_its_types_ask() -> Result<()> {
    for language in LANGUAGES {
        let page = format!("{}index.html", site::home(language));
        let html = html(&page)?;
        let (_, rest) = html.split_once("application/ld+json\">").context("no linked data")?;
        let data: Value = serde_json::from_str(rest.split("</script>").next().unwrap_or_default())?;
        ensure!(data["@context"] == "https://schema.org" && data["inLanguage"] == *language, "{page}: {data}");
        ensure!(keeps_to_its_type(&page, &data)? >= 6, "{page}: {data}");
        ensure!(data["isBasedOn"]["temporalCoverage"].as_str().is_some_and(|years| years.len() == 9), "{data}");
    }
    Ok(())
}

#[test]
fn each_language_can_be_installed() -> Result<()> {
    for language in LANGUAGES {
        let page = format!("{}seized.webmanifest", site::home(language));
        let manifest: Value = serde_json::from_str(&html(&page)?)?;
        ensure!(manifest["lang"] == *language && manifest["start_url"] == "./", "{manifest}");
        let icons = manifest["icons"].as_array().context("no icons")?;
        for icon in icons {
            let file = meant(&page, icon["src"].as_str().unwrap_or_default()).0;
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            // A PNG's width and height stand in its first chunk.
            if icon["type"] == "image/png" {
                let side = |at: usize| bytes[at..at + 4].iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
                ensure!(icon["sizes"] == format!("{}x{}", side(16), side(20)), "{icon}");
            }
        }
        ensure!(icons.iter().any(|icon| icon["purpose"] == "maskable"), "{manifest}");
    }
    Ok(())
}

/// How much of each half of a card is not its ground.
const INK: &str = "
const bitmap = await createImageBitmap(await (await fetch(new URL(path, location.origin))).blob());
const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
pen.drawImage(bitmap, 0, 0);
const inked = side => {
  const dots = new Uint32Array(pen.getImageData(side * bitmap.width / 2, 0, bitmap.width / 2, bitmap.height).data.buffer);
  return dots.filter(dot => dot !== dots[0]).length / dots.length;
};
return [bitmap.width, bitmap.height, inked(0), inked(1)];";

#[tokio::test(flavor = "multi_thread")]
async fn every_link_is_shown_with_a_picture() -> Result<()> {
    let mut cards = BTreeSet::new();
    for page in site::all_pages() {
        let html = html(&page)?;
        let images: Vec<&str> = after(&html, "property=\"og:image\" content=\"").collect();
        ensure!(images.len() == usize::from(!page.ends_with("seized.html")), "{page}: {images:?}");
        ensure!(html.contains("summary_large_image") != images.is_empty(), "{page}");
        for image in images {
            let file = meant(&page, image).0.canonicalize()?;
            cards.insert(file.strip_prefix(site::dist().canonicalize()?)?.to_string_lossy().into_owned());
        }
    }
    ensure!(cards.len() == LANGUAGES.len() * (site::SECTIONS.len() + 1), "{cards:?}");
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("LICENCE-that-is-not-there")).await?;
    for card in &cards {
        let script = format!("const path = {};{INK}", serde_json::to_string(&format!("/{card}"))?);
        let (width, height, words, figure): (u32, u32, f64, f64) = reader.run_async(&script).await?;
        ensure!((width, height) == (1200, 630), "{card}: {width} × {height}");
        ensure!(words > 0.02 && figure > 0.01, "{card}: {words} and {figure} of ink");
    }
    reader.leave().await
}
