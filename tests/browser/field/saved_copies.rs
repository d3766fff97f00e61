//! A page that somebody saves while it runs is opened later with its scripts gone, or without what they load: complete,
//! with a line that says so and nothing that looks as if it answered.

use crate::complete::shown;
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fs;
use std::path::Path;

/// Controls that one can see and use; what unfolds works without a program.
const CONTROLS: &str = "[...document.querySelectorAll('button, input, select, textarea')]
  .filter(control => !control.disabled && control.checkVisibility({ visibilityProperty: true })).map(control => control.outerHTML.slice(0, 80))";

async fn is_calm(reader: &Reader, what: &str) -> Result<()> {
    reader.eventually(&shown(".notice.static"), &format!("{what}: a line that the program is off")).await?;
    let controls: Vec<String> = reader.eval(CONTROLS).await?;
    ensure!(controls.is_empty(), "{what}: {} controls that do nothing: {:?}", controls.len(), controls.first());
    for gone in ["dialog", ".notice.failed", ".notice.newer", ".progress"] {
        ensure!(!reader.is(&shown(gone)).await?, "{what}: {gone} shows");
    }
    // It is as it was saved.
    let said = "document.querySelector('#doubled .readout').textContent.includes('1.01')";
    ensure!(reader.is(said).await?, "{what}: not what was saved");
    let text = "[...document.querySelectorAll('.step-text')].every(text => text.checkVisibility({ visibilityProperty: true }) && text.innerText.length > 20)";
    ensure!(reader.is(text).await?, "{what}: a step is not to be read");
    let drawn = "[...document.querySelectorAll('main .figure .chart:not(.tabled)')].every(chart => [...chart.querySelectorAll('svg')]
        .filter(svg => svg.checkVisibility({ visibilityProperty: true }) && svg.getBoundingClientRect().width > 100).length === 1)";
    ensure!(reader.is(drawn).await?, "{what}: a figure that shows nothing, or twice");
    Ok(())
}

/// The page as it stands, without any script.
fn without_scripts(html: &str) -> Result<String> {
    let (mut kept, mut rest) = (String::new(), html);
    while let Some((before, script)) = rest.split_once("<script") {
        kept.push_str(before);
        rest = script.split_once("</script>").context("a script without end")?.1;
    }
    Ok(kept + rest)
}

async fn opened(folder: &Path, name: &str, content: &str) -> Result<Reader> {
    let path = folder.join(name);
    fs::write(&path, content)?;
    let reader = Reader::chromium().await?;
    reader.goto(format!("file://{}", path.display())).await?;
    Ok(reader)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saved_as_it_stands_has_its_controls_off_and_says_so() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let server = site::hosted()?;
    for path in ["", "embed/doubled/", "embed/fig-doubled/"] {
        let reader = Reader::chromium().await?;
        reader.goto(server.url(&format!("{path}?base=2017&step=doubled.3"))).await?;
        reader.ready().await?;
        reader
            .eventually("document.querySelector('#doubled .readout').textContent.includes('1.01')", "the choice")
            .await?;
        reader.tap("#doubled .step[aria-current] .number").await?;
        reader.eventually("document.querySelector('#provenance').open", "a card").await?;
        let html: String = reader.eval("document.documentElement.outerHTML").await?;
        let html = format!("<!doctype html>{html}");
        let archive = reader.cdp("Page.captureSnapshot", json!({ "format": "mhtml" })).await?;
        let archive = archive["data"].as_str().context("no archive")?.to_owned();
        reader.leave().await?;
        let copies = [("stripped.html", without_scripts(&html)?), ("whole.html", html), ("archive.mhtml", archive)];
        for (name, content) in copies {
            let reader = opened(folder.path(), name, &content).await?;
            is_calm(&reader, &format!("/{path} as {name}")).await?;
            reader.leave().await?;
        }
    }
    Ok(())
}

/// A copy whose scripts run all the same: the program does not take over what is not as it was written.
#[tokio::test(flavor = "multi_thread")]
async fn a_saved_copy_beside_its_files_is_not_taken_over() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("embed/doubled/?base=2017&step=doubled.3")).await?;
    let html: String = reader.eval("document.documentElement.outerHTML").await?;
    let copy = site::copy()?;
    let page = copy.path().join("embed/doubled/index.html");
    for packed in ["html.br", "html.gz"] {
        fs::remove_file(page.with_extension(packed))?;
    }
    fs::write(&page, format!("<!doctype html>{html}"))?;
    let server = site::serve(copy.path(), xtask::server::Options::default())?;
    for generation in ["first", "second"] {
        reader.goto(server.url("embed/doubled/")).await?;
        is_calm(&reader, generation).await?;
        let answering: usize =
            reader.eval("document.querySelectorAll('.number:is([role], [tabindex])').length").await?;
        ensure!(answering == 0, "{generation}: {answering} numbers look as if they answered");
        let html: String = reader.eval("document.documentElement.outerHTML").await?;
        fs::write(&page, format!("<!doctype html>{html}"))?;
    }
    let complaints = reader.complaints().await?;
    ensure!(complaints.iter().all(|said| !said.contains("Seized")), "{complaints:#?}");
    reader.leave().await
}
