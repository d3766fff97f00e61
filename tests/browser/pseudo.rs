//! A made-up language whose words are 40 % longer breaks no page: nothing scrolls sideways, is cut off or lies over
//! something else. The page's own writer makes it from the program that is built.

use crate::layout::{VIEWPORTS, lies_well, page_lies_well};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use tempfile::TempDir;
use xtask::server::Options;

/// Its title.
pub const TITLE: &str = "Seéiizeéd";

/// The site with longer words, in a folder of its own: made once.
pub fn longer() -> Result<&'static Path> {
    static MADE: LazyLock<Result<TempDir>> = LazyLock::new(write);
    MADE.as_ref().map(TempDir::path).map_err(|error| anyhow!("{error:#}"))
}

fn write() -> Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("seized-longer-").tempdir()?;
    // As Trunk leaves them to the writer.
    for (start, end, name) in [("glue-", ".js", "seized-0.js"), ("seized-", ".wasm", "seized-0_bg.wasm")] {
        let files = fs::read_dir(site::dist().join("assets"))?.flatten().map(|file| file.file_name());
        let names: Vec<String> = files.filter_map(|name| name.into_string().ok()).collect();
        let found = names.iter().find(|name| name.starts_with(start) && name.ends_with(end)).context(start)?;
        fs::copy(site::dist().join("assets").join(found), folder.path().join(name))?;
    }
    site::copy_into(&site::project("public"), folder.path())?;
    let mut writer = Command::new(env!("CARGO_BIN_EXE_prerender"));
    writer.env("TRUNK_SOURCE_DIR", env!("CARGO_MANIFEST_DIR")).env("TRUNK_STAGING_DIR", folder.path());
    let made = writer.env("SEIZED_PSEUDO", "1").env_remove("SEIZED_URL").output()?;
    ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    Ok(folder)
}

#[tokio::test(flavor = "multi_thread")]
async fn longer_words_break_no_page() -> Result<()> {
    let folder = longer()?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    ensure!(page.contains(&format!("<h1>{TITLE}</h1>")), "the words are not the longer ones");
    let server = site::serve(folder, Options::default())?;
    let mut faults = Vec::new();
    for viewport in site::some(&VIEWPORTS) {
        let reader = Reader::at_size(*viewport, server.url("")).await?;
        faults.extend(page_lies_well(&reader, *viewport).await?);
        for (section, steps) in site::some_sections() {
            faults.extend(lies_well(&reader, *viewport, section, steps).await?);
        }
        reader.leave().await?;
    }
    ensure!(faults.is_empty(), "{faults:?}");
    Ok(())
}
