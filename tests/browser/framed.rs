//! The host stays the host's: its scroll, its focus, its history.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use anyhow::{Result, ensure};
use serde_json::Value;
use xtask::drivers::Engine;

/// Loading an embed moves neither the host's scroll nor its focus, whatever the embed's URL says.
async fn leaves_the_host_alone(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine).await?;
    for query in ["", "?step=doubled.3&base=2017"] {
        let host = Host::start(360, Height::Heard, query)?;
        reader.goto(host.url()).await?;
        reader.run("scrollTo(0, 1100)").await?;
        // Drivers move the focus when they enter a frame, so the host is looked at from outside first.
        host::hears(&reader).await?;
        reader.run_async::<Value>("for (let count = 0; count < 30; count += 1) await frame()").await?;
        alone(&reader, query).await?;
        host::enter(&reader).await?;
        reader.ready().await?;
        host::leave(&reader).await?;
        let scroll: f64 = reader.eval("scrollY").await?;
        ensure!(scroll == 1100.0, "{query}: the host was scrolled to {scroll}");
    }
    reader.leave().await
}

async fn alone(reader: &Reader, query: &str) -> Result<()> {
    let scroll: f64 = reader.eval("scrollY").await?;
    ensure!(scroll == 1100.0, "{query}: the host was scrolled to {scroll}");
    let focus: String = reader.eval("document.activeElement.localName").await?;
    ensure!(focus == "body", "{query}: {focus} has the host's focus");
    Ok(())
}

/// A page on a disk may frame us, too.
async fn lives_in_a_file(engine: Engine) -> Result<()> {
    let host = Host::start(360, Height::Preset(4700), "")?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("article.html");
    std::fs::write(&file, host.html())?;
    let reader = Reader::open(engine).await?;
    reader.goto(format!("file://{}", file.display())).await?;
    host::show(&reader).await?;
    host::enter(&reader).await?;
    reader.ready().await?;
    reader.click(".next").await?;
    reader.eventually("document.querySelector('[aria-current=step]')", "a step").await?;
    reader.leave().await
}

/// A frame may not scroll its host to the step that its URL names, so it shows the step where it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_step_in_the_embeds_url_shows_until_the_reader_moves() -> Result<()> {
    let host = Host::start(360, Height::Heard, "?step=doubled.4&base=2017")?;
    let reader = Reader::chromium().await?;
    reader.goto(host.url()).await?;
    reader.run("scrollTo(0, 1100)").await?;
    host::hears(&reader).await?;
    host::enter(&reader).await?;
    reader.ready().await?;
    reader.eventually("document.querySelector('input[name=base]').value === '2017'", "the base year").await?;
    reader.at_step("doubled.4", "rise").await?;
    host::leave(&reader).await?;
    reader.run("scrollTo(0, 2000)").await?;
    host::enter(&reader).await?;
    reader
        .eventually("document.querySelector('[aria-current=step]')?.dataset.step !== 'doubled.4'", "scrolling moves on")
        .await?;
    reader.leave().await
}

/// Next and Previous inside the frame scroll the host, and leave no entry in its history.
async fn next_scrolls_the_host(engine: Engine) -> Result<()> {
    let host = Host::start(360, Height::Heard, "")?;
    let reader = Reader::open(engine).await?;
    host::arrive(&reader, &host).await?;
    host::leave(&reader).await?;
    let entries: usize = reader.eval("history.length").await?;
    let mut scroll: f64 = reader.eval("scrollY").await?;
    for (step, scene) in &crate::site::STEPS[1..4] {
        host::enter(&reader).await?;
        let before: Option<String> =
            reader.eval("document.querySelector('[aria-current=step]')?.dataset.step ?? null").await?;
        if before.as_deref() == Some(step) {
            continue;
        }
        reader.click(".next").await?;
        reader.at_step(step, scene).await?;
        host::leave(&reader).await?;
        reader.still().await?;
        let after: f64 = reader.eval("scrollY").await?;
        // WebKit lets no sandboxed frame of another origin scroll its host; there the step shows where the reader is.
        let moved = if engine == Engine::WebKit { after >= scroll } else { after > scroll + 50.0 };
        ensure!(moved, "{step}: the host went from {scroll} to {after}");
        scroll = after;
        host::enter(&reader).await?;
        reader.at_step(step, scene).await?;
    }
    host::leave(&reader).await?;
    let after: usize = reader.eval("history.length").await?;
    ensure!(after == entries, "the host's history went from {entries} to {after} entries");
    reader.leave().await
}

in_every_engine! {
    an_embed_lives_in_a_page_on_a_disk => lives_in_a_file;
}

mod others {
    use super::*;

    in_chromium_first! {
    loading_moves_neither_scroll_nor_focus_of_the_host => leaves_the_host_alone;
    next_in_the_frame_goes_on_without_an_entry => next_scrolls_the_host;
    }
}
