//! Without JavaScript, without WebAssembly, without ECharts: the page stays complete and says what is missing.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;
use std::fs;
use thirtyfour::prelude::*;
use xtask::server::{Options, Server};

/// Every sentence of the section as a reader sees it; `innerText` leaves out what is not rendered.
const PROSE: &str = "['h2', '.standfirst', '.step-text', '.takeaway p', 'figcaption']
  .flatMap(part => [...document.querySelectorAll(`#doubled ${part}`)])
  .map(part => part.innerText.replace(/\\s+/g, ' ').trim())";

/// Whether something takes up room on the page.
fn shown(selector: &str) -> String {
    format!("[...document.querySelectorAll('{selector}')].some(found => found.getClientRects().length > 0)")
}

/// The prose of the page with its program, to hold the others against.
async fn prose_when_live(server: &Server, viewport: (u32, u32)) -> Result<Vec<String>> {
    let reader = Reader::chromium().await?;
    reader.viewport(viewport).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    let prose: Vec<String> = reader.eval(PROSE).await?;
    ensure!(prose.len() == 4 + site::STEPS.len() && prose.iter().all(|part| part.len() > 10), "prose: {prose:#?}");
    reader.leave().await?;
    Ok(prose)
}

/// The prose is whole, the sources are listed, the still figure has its marks and the table its years.
async fn is_complete(reader: &Reader, prose: &[String]) -> Result<()> {
    let found: Vec<String> = reader.eval(PROSE).await?;
    ensure!(found == prose, "prose without the program: {found:#?}\nwith it: {prose:#?}");
    let sources: Vec<String> =
        reader.eval("[...document.querySelectorAll('.sources li')].map(item => item.textContent)").await?;
    ensure!(sources.len() >= 5 && sources.iter().all(|source| source.len() > 20), "sources: {sources:#?}");
    has_still_figure(reader).await?;
    let years: Vec<String> =
        reader.eval("[...document.querySelectorAll('figure tbody th')].map(year => year.textContent)").await?;
    ensure!(years == (2000..=2025).map(|year| year.to_string()).collect::<Vec<_>>(), "years of the table: {years:?}");
    reader.unfold("figure details", true).await?;
    ensure!(reader.is(&shown("figure table")).await?, "the table does not open");
    reader.unfold("figure details", false).await
}

/// One still form shows, with a mark for each of the 23 years that the line joins and two columns beside it.
async fn has_still_figure(reader: &Reader) -> Result<()> {
    let svg = "[...document.querySelectorAll('.still svg')].filter(svg => svg.getBoundingClientRect().width > 100)";
    let count: usize = reader.eval(&format!("{svg}.length")).await?;
    ensure!(count == 1, "{count} still forms show");
    let marks: usize = reader.eval(&format!("{svg}[0].querySelectorAll('circle').length")).await?;
    ensure!(marks >= 23, "{marks} marks in the still form");
    let columns: usize =
        reader.eval(&format!("{svg}[0].querySelectorAll('path[fill]:not([fill=none])').length")).await?;
    ensure!(columns >= 2, "{columns} filled shapes in the still form");
    let visible: bool =
        reader.eval("getComputedStyle(document.querySelector('.still')).visibility === 'visible'").await?;
    ensure!(visible, "the still form is hidden");
    let words: usize = reader.eval(&format!("{svg}[0].querySelectorAll('text').length")).await?;
    ensure!(words > 8, "{words} words in the still form");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_the_page_is_complete_and_says_so() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let prose = prose_when_live(&server, viewport).await?;
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        for url in [server.url(""), server.url("embed/doubled/"), site::file_url()?] {
            reader.goto(&url).await?;
            let state: String = reader.eval("document.documentElement.dataset.state").await?;
            ensure!(state == "static", "{url}: scripts ran: {state}");
            is_complete(&reader, &prose).await?;
            for gone in [".control", ".stepper", ".notice.failed", ".notice.charts"] {
                ensure!(!reader.is(&shown(gone)).await?, "{url}: {gone} shows");
            }
            ensure!(reader.is(&shown(".notice.static")).await?, "{url}: no word that the program is off");
        }
        reader.leave().await?;
    }
    Ok(())
}

/// Opens a page whose program cannot start, and finds it complete.
async fn fails_with_grace(server: &Server, path: &str, prose: &[String]) -> Result<()> {
    let reader = Reader::chromium().await?;
    reader.goto(server.url(path)).await?;
    reader.eventually("document.documentElement.dataset.state === 'failed'", "the page says that it failed").await?;
    ensure!(reader.is(&shown(".notice.failed")).await?, "no word that the program failed");
    is_complete(&reader, prose).await?;
    let usable: bool = reader
        .eval("[...document.querySelectorAll('.control input, .stepper button')].some(found => !found.disabled)")
        .await?;
    ensure!(!usable, "a control that does nothing looks usable");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_the_page_is_complete_and_says_so() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, DESKTOP).await?;
    let missing = vec!["/assets/*.wasm".to_owned(), "/assets/wasm-*".to_owned()];
    let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
    fails_with_grace(&server, "", &prose).await?;
    fails_with_grace(&server, "embed/doubled/", &prose).await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_broken_webassembly_the_page_is_complete_and_says_so() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, DESKTOP).await?;
    let copy = site::copy()?;
    for file in site::assets(copy.path(), "seized-")? {
        if file.extension().is_some_and(|end| end == "wasm") {
            fs::write(file, b"\0asm\x01\0\0\0 and then nonsense")?;
        } else {
            fs::remove_file(file)?;
        }
    }
    fails_with_grace(&site::serve(copy.path(), Options::default())?, "", &prose).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_echarts_the_still_form_stays_and_the_rest_works() -> Result<()> {
    let missing = vec!["/assets/echarts-*".to_owned()];
    let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
    for path in ["", "embed/doubled/"] {
        let reader = Reader::chromium().await?;
        reader.goto(server.url(&format!("{path}?step=doubled.1"))).await?;
        reader
            .eventually("document.documentElement.dataset.charts === 'failed'", "the page says that charts failed")
            .await?;
        ensure!(reader.is(&shown(".notice.charts")).await?, "no word that the charts failed");
        has_still_figure(&reader).await?;
        let slider = reader.driver().find(By::Css("input[name=base]")).await?;
        slider.send_keys(Key::Left + "").await?;
        let ratio = "document.querySelector('.readout button[data-id=\"ratio.2017\"]')?.textContent === '1.01'";
        reader.eventually(ratio, "the readout follows").await?;
        reader.rests_at("doubled.1", "bars").await?;
        reader.tap(".next").await?;
        reader.rests_at("doubled.2", "line").await?;
        reader.leave().await?;
    }
    Ok(())
}
