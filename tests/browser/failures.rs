//! Whatever fails on the way, the page stays complete and alive as far as it can, says in one line what is missing, and
//! the console has the reason with the version.

use crate::chromium::{DESKTOP, PHONE};
use crate::complete::{is_complete, prose_when_live, shown};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::server::{Options, Server};

pub const FAILED: &str = "document.documentElement.dataset.state === 'failed'";
const LIVE: &str = "document.documentElement.dataset.state === 'live'";

/// The console's complaints name the project and its version.
pub async fn says_version(reader: &Reader, what: &str) -> Result<()> {
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

/// A copy of the site in which the files that begin with `start` are cut in half.
fn cut(start: &str) -> Result<tempfile::TempDir> {
    site::spoiled(start, |bytes| bytes[..bytes.len() / 2].to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_missing_or_cut_leaves_the_page_complete() -> Result<()> {
    let prose = prose_when_live(&site::hosted()?, "", DESKTOP).await?;
    let embedded = prose_when_live(&site::hosted()?, "embed/doubled/", DESKTOP).await?;
    let reader = Reader::chromium().await?;
    let cases = [
        ("", &prose, &["seized-", "glue-", "data-", "words-"][..]),
        ("embed/doubled/", &embedded, &["wasm-", "glue-", "tables-"][..]),
    ];
    for (path, prose, starts) in site::some(&cases) {
        for start in *starts {
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

/// The explorer follows what is asked of it without ECharts, too.
async fn draws_by_the_kit(reader: &Reader) -> Result<()> {
    let drawn = "document.querySelector('#explore .live svg.drawing')";
    reader.eventually(drawn, "the kit draws what is asked for").await?;
    let before: String = reader.eval(&format!("{drawn}.outerHTML")).await?;
    reader
        .run(
            "const list = document.querySelector('#explore select[name=place]');
             list.selectedIndex = (list.selectedIndex + 2) % list.length;
             list.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await?;
    reader.eventually(&format!("{drawn}?.outerHTML !== {}", serde_json::Value::from(before)), "it follows").await
}

/// Half of ECharts: a sandbox has no integrity that would refuse it.
#[tokio::test(flavor = "multi_thread")]
async fn half_of_echarts_leaves_the_still_form_and_the_rest_alive() -> Result<()> {
    let copy = cut("echarts-")?;
    let server = site::serve(copy.path(), Options::default())?;
    let reader = Reader::chromium().await?;
    for path in ["", "embed/explore/"] {
        reader.goto(server.url(path)).await?;
        reader.drawn("explore").await?;
        reader.eventually("document.documentElement.dataset.charts === 'failed'", "charts failed").await?;
        ensure!(reader.is(LIVE).await? && reader.is(&shown(".notice.charts")).await?);
        draws_by_the_kit(&reader).await?;
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
    let reader = Reader::at(server.url("")).await?;
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
        let reader = Reader::at(server.url("")).await?;
        reader.drawn("explore").await?;
        reader.eventually("globalThis.seizedECharts", "ECharts is there").await?;
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
    reader.drawn("explore").await?;
    reader.eventually("document.documentElement.dataset.charts === 'failed'", "it says so").await?;
    ensure!(reader.is(&shown(".notice.charts")).await?);
    draws_by_the_kit(&reader).await?;
    says_version(&reader, "an error in a figure").await?;
    reader.tap("#plants .next").await?;
    reader.rests_at("plants.1", "drugs").await?;
    reader.tap("#plants input[value=straw]").await?;
    reader.eventually("document.querySelector('#plants .readout').textContent.includes('19.6')", "the readout").await?;
    reader.tap("#doubled .next").await?;
    reader.rests_at("doubled.1", "bars").await?;
    ensure!(reader.is(LIVE).await?, "one figure's error stopped the program");
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
    reader.leave().await
}
