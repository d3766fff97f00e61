//! Without JavaScript, without WebAssembly, without ECharts: the page stays complete and says what is missing.

use crate::chromium::{DESKTOP, PHONE};
use crate::complete::{is_complete, prose_when_live, shown};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::server::{Options, Server};

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_the_page_is_complete_and_says_so() -> Result<()> {
    let server = site::hosted()?;
    for viewport in site::some(&[PHONE, DESKTOP]).iter().copied() {
        let whole = prose_when_live(&server, "", viewport).await?;
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        let mut pages = vec![(server.url(""), whole.clone()), (site::file_url()?, whole_of_the_file(whole))];
        for (section, _) in site::few_sections() {
            let path = format!("embed/{section}/");
            pages.push((server.url(&path), prose_when_live(&server, &path, viewport).await?));
        }
        reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        for (url, prose) in pages {
            reader.goto(&url).await?;
            let state: String = reader.eval("document.documentElement.dataset.state").await?;
            ensure!(state == "static", "{url}: scripts ran: {state}");
            is_complete(&reader, &prose).await?;
            for gone in [".controls", ".stepper", ".notice.failed", ".notice.charts"] {
                ensure!(!reader.is(&shown(gone)).await?, "{url}: {gone} shows");
            }
            ensure!(reader.is(&shown(".notice.static")).await?, "{url}: no word that the program is off");
        }
        reader.leave().await?;
    }
    Ok(())
}

/// The one file has no files beside it to lead to: its method lacks the links to the dataset.
fn whole_of_the_file(mut prose: Vec<String>) -> Vec<String> {
    prose.retain(|part| !part.starts_with("The dataset · Its sources"));
    prose
}

/// Opens a page whose program cannot start, and finds it complete.
async fn fails_with_grace(server: &Server, path: &str, prose: &[String]) -> Result<()> {
    let reader = Reader::chromium().await?;
    reader.goto(server.url(path)).await?;
    reader.eventually("document.documentElement.dataset.state === 'failed'", "the page says that it failed").await?;
    ensure!(reader.is(&shown(".notice.failed")).await?, "no word that the program failed");
    is_complete(&reader, prose).await?;
    let usable: bool = reader
        .eval("[...document.querySelectorAll('.controls input, .stepper button')].some(found => !found.disabled)")
        .await?;
    ensure!(!usable, "a control that does nothing looks usable");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_the_page_is_complete_and_says_so() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, "", DESKTOP).await?;
    let missing = vec!["/assets/*.wasm".to_owned(), "/assets/wasm-*".to_owned()];
    let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
    fails_with_grace(&server, "", &prose).await?;
    for (section, _) in site::few_sections() {
        let path = format!("embed/{section}/");
        let prose = prose_when_live(&site::hosted()?, &path, DESKTOP).await?;
        fails_with_grace(&server, &path, &prose).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_broken_webassembly_the_page_is_complete_and_says_so() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, "", DESKTOP).await?;
    let copy = site::spoiled("seized-", |_| b"\0asm\x01\0\0\0 and then nonsense".to_vec())?;
    fails_with_grace(&site::serve(copy.path(), Options::default())?, "", &prose).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_echarts_the_still_form_stays_and_the_rest_works() -> Result<()> {
    let missing = vec!["/assets/echarts-*".to_owned()];
    let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
    for path in ["", "embed/story/"] {
        let reader = Reader::chromium().await?;
        reader.goto(server.url(&format!("{path}?step=explore.1"))).await?;
        reader
            .eventually("document.documentElement.dataset.charts === 'failed'", "the page says that charts failed")
            .await?;
        ensure!(reader.is(&shown(".notice.charts")).await?, "no word that the charts failed");
        reader.eventually(&shown("#explore svg.drawing"), "the kit's form").await?;
        reader.drawn("doubled").await?;
        let slider = reader.driver().find(By::Css("input[name=base]")).await?;
        slider.send_keys(Key::Left + "").await?;
        let ratio =
            "document.querySelector('#doubled .readout .number[data-id=\"ratio.2017\"]')?.textContent === '1.01'";
        reader.eventually(ratio, "the readout follows").await?;
        reader.tap("#doubled .next").await?;
        reader.drawn("doubled").await?;
        reader.leave().await?;
    }
    Ok(())
}
