//! Whatever fails on the way, the page stays complete and alive as far as it can, says in one line what is missing, and
//! the console has the reason with the version.

use crate::chromium::{DESKTOP, PHONE};
use crate::complete::{has_still_figure, is_complete, prose_when_live, shown};
use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fs;
use xtask::server::{Options, Server};

const FAILED: &str = "document.documentElement.dataset.state === 'failed'";
const LIVE: &str = "document.documentElement.dataset.state === 'live'";

/// The console's complaints name the project and its version.
async fn says_version(reader: &Reader, what: &str) -> Result<()> {
    let complaints = reader.complaints().await?;
    let version = concat!("Seized ", env!("CARGO_PKG_VERSION"), "+");
    ensure!(complaints.iter().any(|said| said.contains(version)), "{what}: the console says {complaints:#?}");
    Ok(())
}

/// The page is complete without its program, and says so.
async fn stays_complete(reader: &Reader, what: &str, prose: &[String]) -> Result<()> {
    reader.eventually(FAILED, &format!("{what}: the page says that it failed")).await?;
    ensure!(reader.is(&shown(".notice.failed")).await?, "{what}: no word that the program failed");
    is_complete(reader, prose).await.with_context(|| what.to_owned())?;
    let usable = "[...document.querySelectorAll('.controls input, .stepper button')].some(found => !found.disabled)";
    ensure!(!reader.is(usable).await?, "{what}: a control that does nothing looks usable");
    says_version(reader, what).await
}

/// A copy of the site in which the files that begin with `start` are cut in half, packed copies gone.
fn cut(start: &str) -> Result<tempfile::TempDir> {
    let copy = site::copy()?;
    for file in site::assets(copy.path(), start)? {
        match file.extension().and_then(|end| end.to_str()) {
            Some("br" | "gz") => fs::remove_file(&file)?,
            _ => {
                let bytes = fs::read(&file)?;
                fs::write(&file, &bytes[..bytes.len() / 2])?;
            }
        }
    }
    Ok(copy)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_missing_or_cut_leaves_the_page_complete() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, "", DESKTOP).await?;
    let embedded = prose_when_live(&site::hosted()?, "embed/doubled/", DESKTOP).await?;
    let reader = Reader::chromium().await?;
    for (path, prose, starts) in [
        ("", &prose, &["seized-", "glue-", "data-", "words-"][..]),
        ("embed/doubled/", &embedded, &["wasm-", "glue-"][..]),
    ] {
        for start in starts {
            let missing = vec![format!("/assets/{start}*")];
            let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
            reader.goto(server.url(path)).await?;
            stays_complete(&reader, &format!("/{path} without {start}"), prose).await?;
            let copy = cut(start)?;
            let server = site::serve(copy.path(), Options::default())?;
            reader.goto(server.url(path)).await?;
            stays_complete(&reader, &format!("/{path} with half of {start}"), prose).await?;
        }
    }
    reader.leave().await
}

/// Half of ECharts: a sandbox has no integrity that would refuse it.
#[tokio::test(flavor = "multi_thread")]
async fn half_of_echarts_leaves_the_still_form_and_the_rest_alive() -> Result<()> {
    let copy = cut("echarts-")?;
    let server = site::serve(copy.path(), Options::default())?;
    let reader = Reader::chromium().await?;
    for path in ["", "embed/doubled/"] {
        reader.goto(server.url(path)).await?;
        reader.eventually("document.documentElement.dataset.charts === 'failed'", "charts failed").await?;
        ensure!(reader.is(LIVE).await? && reader.is(&shown(".notice.charts")).await?);
        has_still_figure(&reader, "doubled").await?;
        says_version(&reader, path).await?;
    }
    reader.leave().await
}

/// A host that does not know WebAssembly's type: slower, not broken.
#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_type_of_the_program_does_no_harm() -> Result<()> {
    let headers = vec![("Content-Type".to_owned(), "application/octet-stream".to_owned())];
    let wasm = site::assets(&site::dist(), "seized-")?;
    let wasm = wasm.iter().find(|path| path.extension().is_some_and(|end| end == "wasm")).context("no program")?;
    let name = format!("/assets/{}", wasm.file_name().unwrap_or_default().to_string_lossy());
    let server = site::serve(&site::dist(), Options { headers_for: [(name, headers)].into(), ..Options::default() })?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    reader.leave().await
}

/// A host's own policy may forbid WebAssembly, and a machine may lack the memory.
#[tokio::test(flavor = "multi_thread")]
async fn webassembly_that_is_forbidden_or_too_large_leaves_the_page_complete() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, "", DESKTOP).await?;
    let forbids = ("Content-Security-Policy".to_owned(), "script-src 'self' 'unsafe-inline'".to_owned());
    let server = Server::start(site::dist(), Options { headers: vec![forbids], ..Options::default() })?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    stays_complete(&reader, "forbidden", &prose).await?;
    let server = site::hosted()?;
    let small = "for (const way of ['instantiate', 'instantiateStreaming'])
        WebAssembly[way] = async () => { throw new RangeError('WebAssembly.Memory(): could not allocate memory') }";
    reader.beforehand(small).await?;
    reader.goto(server.url("")).await?;
    stays_complete(&reader, "too little memory", &prose).await?;
    reader.leave().await
}

/// A network that fails for a moment is asked again.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_fails_once_is_made_again() -> Result<()> {
    for start in ["seized-", "glue-", "data-", "words-", "echarts-"] {
        let once = vec![format!("/assets/{start}*")];
        let server = site::serve(&site::dist(), Options { missing_once: once, ..Options::default() })?;
        let reader = Reader::chromium().await?;
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        let asked = server.requests().iter().filter(|request| request.starts_with("404 /assets/")).count();
        ensure!(asked == 1, "{start}: {asked} requests failed");
        reader.leave().await?;
    }
    Ok(())
}

/// ECharts fails in one figure only: that one shows its still form, and all else lives on.
#[tokio::test(flavor = "multi_thread")]
async fn an_error_in_one_figure_leaves_the_others_alive() -> Result<()> {
    let breaks = "let made; Object.defineProperty(window, 'seizedECharts', { configurable: true, get: () => made, set(value) {
        made = { ...value, init: (...rest) => { const chart = value.init(...rest); chart.setOption = () => { throw new Error('no room on the paper') }; return chart; } };
    } })";
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(breaks).await?;
    reader.goto(server.url("")).await?;
    reader.drawn("plants").await?;
    reader.eventually("document.documentElement.dataset.charts === 'failed'", "it says so").await?;
    ensure!(reader.is(&shown(".notice.charts")).await?);
    has_still_figure(&reader, "doubled").await?;
    says_version(&reader, "an error in a figure").await?;
    reader.tap("#plants .next").await?;
    reader.rests_at("plants.1", "drugs").await?;
    reader.tap("#plants input[value=straw]").await?;
    reader.eventually("document.querySelector('#plants .readout').textContent.includes('19.6')", "the readout").await?;
    reader.tap("#doubled .next").await?;
    reader.rests_at("doubled.1", "bars").await?;
    has_still_figure(&reader, "doubled").await?;
    ensure!(reader.is(LIVE).await?, "one figure's error stopped the program");
    reader.leave().await
}

/// A trap in WebAssembly out of the middle of hearing a slider, as a panic of the program is one.
const TRAP: &str = "
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f;
const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
Object.defineProperty(HTMLInputElement.prototype, 'value', { ...own, get() {
  if (this.name !== 'base') return own.get.call(this);
  Object.defineProperty(HTMLInputElement.prototype, 'value', own);
  return trap();
} });";

/// Moves the base-year slider by a script.
const MOVE: &str = "(slider => { slider.value = 2017; slider.dispatchEvent(new Event('input', { bubbles: true })) })
    (document.querySelector('input[name=base]'))";

/// The program stops in the middle of something: what is drawn stays drawn, and nothing moves half-way.
async fn stops_and_stays(reader: &Reader, what: &str) -> Result<()> {
    let figures = "[...document.querySelectorAll('main figure .chart')].map(chart => chart.outerHTML).join()";
    let readouts = "[...document.querySelectorAll('.readout, figure table')].map(said => said.textContent).join()";
    let (drawn, said): (String, String) = (reader.eval(figures).await?, reader.eval(readouts).await?);
    reader.run(TRAP).await?;
    reader.run(MOVE).await?;
    reader.eventually(FAILED, &format!("{what}: the page says that it stopped")).await?;
    for _ in 0..3 {
        reader.run(MOVE).await?;
        reader.run("scrollBy(0, 900)").await?;
        reader.still().await?;
    }
    ensure!(reader.eval::<String>(figures).await? == drawn, "{what}: a figure changed");
    let now: String = reader.eval(readouts).await?;
    ensure!(now == said, "{what}: words changed: {now}");
    let disabled = "document.querySelector('input[name=base]').disabled && document.querySelector('.next').disabled";
    ensure!(reader.is(disabled).await?, "{what}: a control that does nothing looks usable");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_panic_every_figure_stays_as_drawn() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        reader.goto(server.url("?step=doubled.3")).await?;
        reader.ready().await?;
        reader.rests_at("doubled.3", "bases").await?;
        stops_and_stays(&reader, &format!("{viewport:?}")).await?;
        says_version(&reader, "a panic").await?;
        let seen = "(box => box.height > 0 && box.top > 0 && box.bottom <= innerHeight + 1)
            (document.querySelector('.notice.failed').getBoundingClientRect())";
        ensure!(reader.is(seen).await?, "{viewport:?}: the word that it stopped is out of sight");
        reader.leave().await?;
    }
    Ok(())
}

/// A sandbox tells the page less of its errors.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_panic_in_a_sandbox_every_figure_stays_as_drawn() -> Result<()> {
    let host = Host::start(360, Height::Heard, "?step=doubled.3")?;
    let reader = Reader::chromium().await?;
    host::arrive(&reader, &host).await?;
    stops_and_stays(&reader, "sandboxed").await?;
    reader.leave().await
}

/// Over a slow network the words are there long before the program, with nothing over them.
#[tokio::test(flavor = "multi_thread")]
async fn over_a_slow_network_the_page_is_readable_at_once() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.viewport(PHONE).await?;
    reader.goto("about:blank").await?;
    let slow = json!({ "offline": false, "latency": 300, "downloadThroughput": 20_000, "uploadThroughput": 10_000 });
    reader.cdp("Network.enable", json!({})).await?;
    reader.cdp("Network.emulateNetworkConditions", slow).await?;
    reader.run(&format!("setTimeout(() => location.href = '{}')", server.url(""))).await?;
    let read = "document.querySelector('footer') && document.documentElement.dataset.state === 'static' && innerWidth < 400
        && [...document.querySelectorAll('.step-text, .takeaway p')].filter(text => text.checkVisibility() && text.innerText.length > 20).length > 10";
    reader.eventually(read, "the prose, and the program still on its way").await?;
    let covered = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('main')";
    ensure!(reader.is(covered).await?, "something lies over the page");
    ensure!(!reader.is(&shown(".notice")).await?, "a notice while nothing has failed");
    reader.click("body").await.ok();
    reader.leave().await
}
