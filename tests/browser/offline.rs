//! After one visit a page opens without a network; a newer edition is offered and never mixed in; and the worker that
//! does it goes with its file.

use crate::reader::Reader;
use crate::{pseudo, site};
use anyhow::{Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::Path;
use xtask::drivers::Engine;
use xtask::server::{Options, Server};

/// Waits until a worker answers for the page and has it, with all that it is made of.
async fn is_kept(reader: &Reader) -> Result<()> {
    let wait = "const url = location.origin + location.pathname;
        const kept = async () => navigator.serviceWorker.controller && (await caches.match(url));
        while (!(await kept())) await new Promise(done => setTimeout(done, 50));
        return null";
    reader.run_async::<Value>(wait).await.map(drop)
}

/// The files that the page has asked for itself, by their paths.
async fn asked(reader: &Reader) -> Result<Vec<String>> {
    reader.eval("performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))").await
}

async fn title(reader: &Reader) -> Result<String> {
    reader.eval("document.querySelector('h1').textContent").await
}

async fn reads_without_a_network(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    reader.goto(server.url("")).await?;
    reader.live().await?;
    is_kept(&reader).await?;
    // Another language is kept when it is read.
    reader.goto(server.url("ru/")).await?;
    reader.live().await?;
    is_kept(&reader).await?;
    let [russian, deep] = ["ru/", "?step=doubled.3&base=2017"].map(|path| server.url(path));
    drop(server);
    reader.goto(&deep).await?;
    reader.drawn("doubled").await?;
    reader.at_step("doubled.3", "bases").await?;
    let base: String = reader.eval("document.querySelector('input[name=base]').value").await?;
    ensure!(base == "2017", "the base year is {base}");
    // As a reader does it: Firefox's driver would go past the worker.
    reader.run("window.before = true; location.reload()").await?;
    reader.eventually("!window.before", "a reload").await?;
    reader.drawn("doubled").await?;
    // What comes only when it is asked for has been kept, too.
    reader.tap("[data-sound=fig-doubled]").await?;
    reader.eventually("document.querySelector('#sound').open", "the panel of a figure to be heard").await?;
    reader.goto(&russian).await?;
    reader.drawn("doubled").await?;
    let language: String = reader.eval("document.documentElement.lang").await?;
    ensure!(language == "ru", "{language}");
    reader.leave().await
}

in_chromium_first! {
    the_story_reads_without_a_network => reads_without_a_network;
}

/// A folder that sites are deployed to, as a host does it: what was there is gone.
fn deploy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(to)?.flatten() {
        let path = entry.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    site::copy_into(from, to)
}

fn is_of(files: &[String], build: &Path) -> Result<()> {
    let strange: Vec<_> = files.iter().filter(|file| !build.join(file).exists()).collect();
    ensure!(files.len() > 4 && strange.is_empty(), "{strange:?} of {files:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_edition_is_offered_and_never_mixed_in() -> Result<()> {
    let folder = site::copy()?;
    let server = Server::start(folder.path().to_owned(), Options { headers_file: true, ..Options::default() })?;
    let reader = Reader::at(server.url("")).await?;
    is_kept(&reader).await?;
    let newer = pseudo::longer()?;
    deploy(newer, folder.path())?;
    reader.goto(server.url("?step=doubled.2")).await?;
    reader.drawn("doubled").await?;
    reader.eventually("document.documentElement.dataset.newer === ''", "the newer edition is offered").await?;
    crate::access::has_no_violation(&reader, "a page that offers a newer edition").await?;
    reader.tap("[data-sound=fig-doubled]").await?;
    reader.eventually("document.querySelector('#sound').open", "what the host no longer has").await?;
    ensure!(title(&reader).await? == "Seized", "the page is not as it was kept");
    is_of(&asked(&reader).await?, &site::dist())?;
    // Shown by a reader's own decision, at the same place.
    reader.tap(".newer button").await?;
    let shown = format!("document.querySelector('h1')?.textContent === '{}'", pseudo::TITLE);
    reader.eventually(&shown, "the newer edition").await?;
    reader.drawn("doubled").await?;
    reader.at_step("doubled.2", "line").await?;
    is_of(&asked(&reader).await?, newer)?;
    ensure!(!reader.is("document.documentElement.dataset.newer === ''").await?, "it is offered again");
    let caches: usize = reader.run_async("return (await caches.keys()).length").await?;
    ensure!(caches == 1, "{caches} caches");
    reader.leave().await
}

/// A host that no longer wants it deletes its file.
#[tokio::test(flavor = "multi_thread")]
async fn without_its_file_the_worker_goes() -> Result<()> {
    let folder = site::copy()?;
    let server = site::serve(folder.path(), Options::default())?;
    let reader = Reader::at(server.url("")).await?;
    is_kept(&reader).await?;
    for end in ["", ".br", ".gz"] {
        fs::remove_file(folder.path().join(format!("sw.js{end}")))?;
    }
    reader.goto(server.url("")).await?;
    let gone = "const gone = async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0;
        while (!(await gone())) await new Promise(done => setTimeout(done, 50));
        return null";
    reader.run_async::<Value>(gone).await?;
    reader.driver().refresh().await?;
    reader.ready().await?;
    reader.leave().await
}

/// Embeds and the one file are never kept.
#[test]
fn only_hosted_pages_ask_to_be_kept() -> Result<()> {
    for page in site::pages() {
        let html = fs::read_to_string(site::dist().join(&page))?;
        let asks = html.contains("\"worker\":");
        ensure!(asks == (page == "index.html"), "{page}");
        ensure!(html.contains("class=\"notice newer\"") == asks, "{page}");
    }
    let worker = fs::read_to_string(site::dist().join("sw.js"))?;
    ensure!(!worker.contains("embed/") && !worker.contains("seized.html"), "it keeps more");
    Ok(())
}
