//! The files that pages share, under names that change with their content.

use crate::fonts::Fonts;
use crate::{Fault, data, given, node, policy, read, save, take};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use seized::data::Dataset;
use seized::text::{LANGUAGES, Words};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A file in `dist`, by its path there and with its content.
pub struct Asset {
    /// Path within `dist`, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the pages of every language are made of.
pub struct Assets {
    /// The glue that wasm-bindgen made.
    pub glue: Asset,
    /// The program.
    pub wasm: Asset,
    /// The program's bytes as a classic script, for pages that may not fetch.
    pub wasm_script: Asset,
    /// ECharts.
    pub charts: Asset,
    /// What a page does before it is painted; stands inline in every page.
    pub theme: String,
    /// The loader, and before it what a page knows of its host and says to it; stands inline in every page.
    pub loader: String,
    /// What fills the dialog with the code for embedding.
    pub embed: Asset,
    /// What has a hosted page kept and offers a newer edition.
    pub offline: Asset,
    /// What hands a figure over or makes it heard, but for its words and data.
    take: String,
    /// The style sheets as they are written, for who reads their colours.
    pub sheets: String,
    /// The style sheet without its fonts.
    pub style: String,
    /// Fonts.
    pub fonts: Fonts,
    /// Fonts with their bytes, for pages that may not fetch: of languages in Latin letters, and of the others.
    pub faces: [Faces; 2],
}

/// Fonts with their bytes.
pub struct Faces {
    /// As JSON.
    pub json: String,
    /// As a classic script.
    pub script: Asset,
}

/// What the pages of one language are made of beside them.
pub struct Tables {
    /// The fingerprint of the program with them.
    pub build: String,
    /// Needed rows of the dataset.
    pub data: Asset,
    /// The language's words.
    pub words: Asset,
    /// Both as a classic script, for pages that may not fetch.
    pub both: Asset,
    /// What hands a figure over or makes it heard, with its dialog and its data.
    pub take: Asset,
}

impl Tables {
    /// Makes the tables of a language and puts them into `dist`.
    pub fn build(
        dist: &Path,
        dataset: &Dataset,
        words: &Words,
        assets: &Assets,
        address: Option<&str>,
    ) -> Result<Self, Fault> {
        let rows = data::asset(dataset, words)?;
        let sentences = given::words(dataset, words)?;
        // Not of the page, which could not hold its own: of what computes its numbers and says them.
        let build = policy::short(&[&assets.wasm.bytes[..], sentences.as_bytes(), rows.as_bytes()].concat());
        let (dialog, written) = (take::dialog(dataset, words, &build, address)?, take::written(dataset, words)?);
        let dialog = serde_json::json!(dialog);
        let take = format!("globalThis.seizedTakeDialog={dialog};globalThis.seizedWritten={written};{}", assets.take);
        let both = format!("globalThis.seizedTables={}", serde_json::json!({ "data": rows, "words": sentences }));
        Ok(Self {
            build,
            both: put(dist, &format!("tables-{}", words.language), "js", both.into())?,
            take: put(dist, &format!("take-{}", words.language), "js", take.into())?,
            data: put(dist, "data", "json", rows.into())?,
            words: put(dist, &format!("words-{}", words.language), "json", sentences.into())?,
        })
    }
}

impl Assets {
    /// The project's version, and which program.
    pub fn version(&self) -> String {
        format!("{}+{}", env!("CARGO_PKG_VERSION"), policy::short(&self.wasm.bytes))
    }

    /// Makes what all languages share and puts it into `dist`.
    pub fn build(root: &Path, dist: &Path) -> Result<Self, Fault> {
        let (glue, wasm) = (trunk(root, dist, ".js")?, trunk(root, dist, "_bg.wasm")?);
        let made = dist.join(".made");
        let out = made.to_string_lossy().into_owned();
        node::run(root, "src/browser/js/bundle.mjs", &["--out", &out], "")?;
        node::run(root, "src/browser/js/fonts.mjs", &["--out", &out], "")?;
        let charts = bytes(&made.join("echarts.js"))?;
        let fonts: Fonts = serde_json::from_str(&read(&made.join("fonts.json"))?).map_err(|error| error.to_string())?;
        let script = |name: &str| read(&root.join("src/browser/js").join(name));
        let minified = |script: String| node::run(root, "src/browser/js/minify.mjs", &["js"], &script);
        let put = |name: &str, end: &str, bytes: Vec<u8>| put(dist, name, end, bytes);
        let faces = |name: &str, scripts: &[&str]| -> Result<Faces, Fault> {
            let json = fonts.faces(&made, scripts)?;
            let script = put(name, "js", format!("globalThis.seizedFonts={json}").into())?;
            Ok(Faces { json, script })
        };
        let sheets = sheets(root)?;
        let wasm_script = format!("globalThis.seizedWasm=\"{}\"", zipped(&wasm.bytes)?);
        let assets = Self {
            wasm_script: put("wasm", "js", wasm_script.into())?,
            charts: put("echarts", "js", charts)?,
            faces: [faces("fonts", &["latin"])?, faces("fonts-cyrillic", &["latin", "cyrillic"])?],
            embed: put("embed", "js", minified(script("copy.js")? + &script("embed.js")?)?.into())?,
            take: minified(
                ["copy.js", "figures.js", "drawing.js", "take.js", "sound.js"]
                    .into_iter()
                    .map(script)
                    .collect::<Result<String, Fault>>()?,
            )?,
            offline: put("offline", "js", minified(script("offline.js")?)?.into())?,
            theme: minified(script("theme.js")?.replace("[/* languages */]", &format!("{LANGUAGES:?}")))?,
            loader: minified(script("seen.js")? + &script("frame.js")? + &script("loader.js")?)?,
            style: node::run(root, "src/browser/js/minify.mjs", &["css"], &sheets)?,
            sheets,
            glue,
            wasm,
            fonts,
        };
        assets.fonts.save(root, &made, dist)?;
        save(&dist.join("host.js"), minified(read(&root.join("public/host.js"))?)?)?;
        save(&dist.join("assets/echarts.licences.txt"), read(&made.join("echarts.licences.txt"))?)?;
        fs::remove_dir_all(&made).map_err(|error| error.to_string())?;
        Ok(assets)
    }
}

/// Base64 of a gzip of `bytes`: what `DecompressionStream` reads.
pub fn zipped(bytes: &[u8]) -> Result<String, Fault> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).map_err(|error| error.to_string())?;
    Ok(STANDARD.encode(encoder.finish().map_err(|error| error.to_string())?))
}

fn put(dist: &Path, name: &str, end: &str, bytes: Vec<u8>) -> Result<Asset, Fault> {
    let path = format!("assets/{name}-{}.{end}", policy::short(&bytes));
    save(&dist.join(&path), &bytes)?;
    Ok(Asset { path, bytes })
}

/// The file that Trunk left under a hashed name, moved to the other assets; glue is minified on the way.
fn trunk(root: &Path, dist: &Path, end: &str) -> Result<Asset, Fault> {
    let files = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("seized-") && name.ends_with(end)
    };
    let found = files.flatten().map(|file| file.path()).find(ours);
    let found = found.ok_or_else(|| format!("{}: Trunk left no seized-*{end}", dist.display()))?;
    let mut content = bytes(&found)?;
    let name = if end == ".js" { "glue" } else { "seized" };
    if end == ".js" {
        let glue = guarded(&String::from_utf8_lossy(&content))?;
        content = node::run(root, "src/browser/js/minify.mjs", &["js"], &glue)?.into();
    }
    let asset = put(dist, name, end.rsplit('.').next().unwrap_or_default(), content)?;
    fs::remove_file(&found).map_err(|error| error.to_string())?;
    Ok(asset)
}

/// The glue with the loader's guard around what it calls of the program: only there is an error known to be ours.
fn guarded(glue: &str) -> Result<String, Fault> {
    // Pages may be written again over a site that has its glue.
    if glue.contains("seized.guard(") {
        return Ok(glue.to_owned());
    }
    let calls = "wasm = instance.exports;";
    match glue.matches(calls).count() {
        1 => Ok(glue.replace(calls, "wasm = globalThis.seized.guard(instance.exports);")),
        count => Err(format!("the glue of wasm-bindgen has `{calls}` {count} times")),
    }
}

/// All style sheets in the order of their names, the page's own first.
fn sheets(root: &Path) -> Result<String, Fault> {
    let view = root.join("src/view");
    let files = fs::read_dir(&view).map_err(|error| format!("{}: {error}", view.display()))?;
    let mut paths: Vec<PathBuf> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "css"))
        .collect();
    paths.sort_by_key(|path| (path.file_stem().is_none_or(|name| name != "page"), path.clone()));
    paths.iter().map(|path| read(path)).collect()
}

/// A file's bytes.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    fs::read(path).map_err(|fault| format!("{}: {fault}", path.display()))
}
