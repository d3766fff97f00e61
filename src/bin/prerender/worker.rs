//! The service worker: what it keeps of this build, each file with its hash.

use crate::assets::{Asset, Assets, Tables, bytes};
use crate::{Fault, languages, node, policy, read, save};
use serde::Serialize;
use serde_json::json;
use std::path::Path;

/// Where it lies. Its name stays: browsers ask for it again to learn of a newer build.
pub const WORKER: &str = "sw.js";

/// A file's path in `dist` and its integrity.
type File = (String, String);

/// A language's page, by its folder, and what it alone is made of.
#[derive(Serialize)]
struct Page {
    folder: String,
    files: Vec<File>,
}

/// What is kept.
pub struct Kept {
    shared: Vec<File>,
    pages: Vec<Page>,
}

fn file(path: &str, content: &[u8]) -> File {
    (path.to_owned(), policy::integrity(content))
}

fn asset(asset: &Asset) -> File {
    file(&asset.path, &asset.bytes)
}

impl Kept {
    /// What the pages of all languages use.
    pub fn shared(root: &Path, dist: &Path, assets: &Assets) -> Result<Self, Fault> {
        let scripts = [&assets.glue, &assets.wasm, &assets.charts, &assets.embed, &assets.offline];
        let mut shared: Vec<File> = scripts.map(asset).into();
        for font in assets.fonts.paths() {
            shared.push(file(&font, &bytes(&dist.join(&font))?));
        }
        shared.push(file("icon.svg", &bytes(&root.join("public/icon.svg"))?));
        Ok(Self { shared, pages: Vec::new() })
    }

    /// The page of a language, with its rows and words.
    pub fn page(&mut self, language: &str, html: &str, tables: &Tables) {
        let folder = languages::url(language);
        let files = [&tables.data, &tables.words, &tables.take].map(asset);
        let files = [vec![file(&folder, html.as_bytes())], files.into()].concat();
        self.pages.push(Page { folder, files });
    }

    /// Writes the worker. Its build is told by the hash of everything that it keeps.
    pub fn write(&self, root: &Path, dist: &Path) -> Result<(), Fault> {
        let mut kept = json!({ "shared": self.shared, "pages": self.pages });
        kept["build"] = policy::short(kept.to_string().as_bytes()).into();
        let script = read(&root.join("src/browser/js/worker.js"))?.replace("/* kept */ {}", &kept.to_string());
        save(&dist.join(WORKER), node::run(root, "src/browser/js/minify.mjs", &["js"], &script)?)
    }
}
