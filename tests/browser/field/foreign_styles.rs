//! Extensions, translators and hosts put style sheets of their own into a page: no drawing may fail for them. And what a
//! drawing has for colours, every program that opens it has to know.

use crate::reader::Reader;
use crate::site;
use crate::taken::{KEEP, close, open, take, text};
use anyhow::{Result, ensure};
use serde_json::json;
use xtask::server::{Options, Server};

const FOREIGN: &str = "@font-face { font-family: Foreign; src: url(nowhere.woff2) } .translated { color: red }";

/// Puts a sheet of another origin and one of nobody's into the page, as an extension may.
fn styles(address: &str) -> String {
    format!(
        "const link = document.createElement('link');
         link.rel = 'stylesheet';
         link.href = '{address}';
         const own = document.createElement('style');
         own.textContent = {FOREIGN:?};
         document.head.append(own, link);
         await new Promise((done, failed) => [link.onload, link.onerror] = [done, failed]);
         try {{ return [...link.sheet.cssRules].length }} catch {{ return -1 }}"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_style_sheet_of_another_origin_does_not_stop_drawings() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("foreign.css"), FOREIGN)?;
    let elsewhere = Server::start(folder.path().to_owned(), Options::default())?;
    let address = elsewhere.url("foreign.css").replace("127.0.0.1", "localhost");
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    // An extension's styles are under no policy of the page.
    reader.cdp("Page.setBypassCSP", json!({ "enabled": true })).await?;
    reader.beforehand(KEEP).await?;
    for path in ["", "embed/doubled/"] {
        reader.goto(server.url(path)).await?;
        reader.ready().await?;
        let rules: i32 = reader.run_async(&styles(&address)).await?;
        ensure!(rules == -1, "{path}: the sheet can be read: {rules} rules");
        open(&reader, "fig-doubled").await?;
        for kind in ["svg", "png"] {
            take(&reader, kind).await?;
        }
        take(&reader, "svg").await?;
        let svg = text(&reader).await?;
        ensure!(svg.contains("data:font/woff2") && !svg.contains("Foreign"), "{path}: whose letters are these?");
        close(&reader).await?;
    }
    reader.leave().await
}

/// Fills that nothing shines through, or none: other programs draw `rgba(…, 0)` black.
#[tokio::test(flavor = "multi_thread")]
async fn colours_of_a_drawing_are_opaque_or_none() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    for (section, steps) in site::some_sections() {
        for (step, scene) in steps {
            reader.goto(server.url(&format!("embed/fig-{section}/?step={step}"))).await?;
            reader.at_step(step, scene).await?;
            reader.drawn(section).await?;
            open(&reader, &format!("fig-{section}")).await?;
            take(&reader, "svg").await?;
            let svg = text(&reader).await?;
            let unknown = ["rgba(", "color(", "color-mix", "transparent", "currentcolor"];
            let unknown = unknown.into_iter().find(|word| svg.contains(word));
            ensure!(unknown.is_none(), "{step}: {unknown:?}, {} times rgba", svg.matches("rgba(").count());
            close(&reader).await?;
        }
    }
    reader.leave().await
}
