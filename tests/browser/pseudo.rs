//! A made-up language whose words are 40 % longer breaks no page: nothing scrolls sideways, is cut off or lies over
//! something else. The page's own writer makes it from the program that is built.

use crate::layout::{VIEWPORTS, lies_well};
use crate::site;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;
use tempfile::TempDir;
use xtask::server::Options;

/// The site with longer words, in a folder of its own.
fn longer() -> Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("seized-longer-").tempdir()?;
    // As Trunk leaves them to the writer.
    for (start, end, name) in [("glue-", ".js", "seized-0.js"), ("seized-", ".wasm", "seized-0_bg.wasm")] {
        let files = fs::read_dir(site::dist().join("assets"))?.flatten().map(|file| file.file_name());
        let names: Vec<String> = files.filter_map(|name| name.into_string().ok()).collect();
        let found = names.iter().find(|name| name.starts_with(start) && name.ends_with(end)).context(start)?;
        fs::copy(site::dist().join("assets").join(found), folder.path().join(name))?;
    }
    let mut writer = Command::new(env!("CARGO_BIN_EXE_prerender"));
    writer.env("TRUNK_SOURCE_DIR", env!("CARGO_MANIFEST_DIR")).env("TRUNK_STAGING_DIR", folder.path());
    let made = writer.env("SEIZED_PSEUDO", "1").env_remove("SEIZED_URL").output()?;
    ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    Ok(folder)
}

#[tokio::test(flavor = "multi_thread")]
async fn longer_words_break_no_page() -> Result<()> {
    let folder = longer()?;
    let page = fs::read_to_string(folder.path().join("index.html"))?;
    ensure!(page.contains("<h1>Seéiizeéd</h1>"), "the words are not the longer ones");
    let server = site::serve(folder.path(), Options::default())?;
    let mut faults = Vec::new();
    for viewport in site::some(&[VIEWPORTS[0], VIEWPORTS[1], VIEWPORTS[3]]) {
        for (section, steps) in site::some_sections() {
            faults.extend(lies_well(&server, *viewport, "", section, steps, "").await.err());
        }
    }
    ensure!(faults.is_empty(), "{faults:?}");
    Ok(())
}
