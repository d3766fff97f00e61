//! Where a browser does not do what it is asked to, a line says so and what to do instead. Nothing is claimed that nobody
//! saw, and no error of a tool stops the program.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use crate::taken::{close, open};
use anyhow::{Result, ensure};
use xtask::server::Options;

const LIVE: &str = "document.documentElement.dataset.state === 'live'";

/// Counts errors that nobody caught.
const COUNT: &str = "
window.uncaught = [];
addEventListener('error', event => uncaught.push(event.message));
addEventListener('unhandledrejection', event => uncaught.push(String(event.reason)));";

async fn stays_quiet(reader: &Reader, what: &str) -> Result<()> {
    let uncaught: Vec<String> = reader.eval("window.uncaught ?? []").await?;
    ensure!(uncaught.is_empty() && reader.is(LIVE).await?, "{what}: {uncaught:?}");
    Ok(())
}

/// Presses Play and waits for the line that no sound comes.
async fn says_that_nothing_sounds(reader: &Reader, what: &str) -> Result<()> {
    reader.tap(".after [data-sound=fig-doubled]").await?;
    reader.eventually("document.querySelector('dialog#sound').open", "the panel").await?;
    reader.tap("#sound .play").await?;
    let line = "document.querySelector('#sound [role=status]')";
    reader.eventually(&format!("{line}.textContent.includes('table')"), &format!("{what}: a line")).await?;
    let ready = "(({ textContent, dataset }) => textContent === dataset.play)(document.querySelector('#sound .play'))";
    ensure!(reader.is(ready).await?, "{what}: it looks as if it played");
    stays_quiet(reader, what).await
}

const NO_SOUND: &str = "delete window.AudioContext; delete window.webkitAudioContext;";

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_sound_says_so() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(&format!("{COUNT}{NO_SOUND}")).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    says_that_nothing_sounds(&reader, "no AudioContext").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_sound_does_not_end_the_program_in_a_sandbox() -> Result<()> {
    let host = Host::start(700, Height::Heard, "")?;
    let reader = Reader::chromium().await?;
    host::arrive(&reader, &host).await?;
    reader.drawn("doubled").await?;
    reader.run(&format!("{COUNT}{NO_SOUND}")).await?;
    says_that_nothing_sounds(&reader, "sandboxed").await?;
    reader.leave().await
}

/// A device without an output: everything is there, and its clock stands still.
#[tokio::test(flavor = "multi_thread")]
async fn sound_that_never_begins_is_not_claimed() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let still = "Object.defineProperty(BaseAudioContext.prototype, 'currentTime', { get: () => 0 });";
    reader.beforehand(&format!("{COUNT}{still}")).await?;
    reader.goto(server.url("embed/doubled/")).await?;
    reader.ready().await?;
    says_that_nothing_sounds(&reader, "a clock that stands still").await?;
    reader.leave().await
}

const STATUS: &str = "document.querySelector('#take [role=status]').textContent";

#[tokio::test(flavor = "multi_thread")]
async fn a_canvas_that_never_answers_leads_to_the_drawing() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(&format!("{COUNT}HTMLCanvasElement.prototype.toBlob = () => {{}};")).await?;
    reader.goto(server.url("embed/doubled/")).await?;
    reader.ready().await?;
    open(&reader, "fig-doubled").await?;
    reader.tap("#take [data-kind=png]").await?;
    reader.eventually(&format!("{STATUS}.includes('SVG')"), "a line that leads to the drawing").await?;
    stays_quiet(&reader, "toBlob").await?;
    close(&reader).await?;
    reader.leave().await
}

/// A browser in an application, which saves nothing and says nothing; and one that refuses.
#[tokio::test(flavor = "multi_thread")]
async fn a_download_that_does_nothing_leaves_the_text_to_copy() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for refuses in
        ["HTMLAnchorElement.prototype.click = () => {};", "URL.createObjectURL = () => { throw new Error('refused') };"]
    {
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        reader.run(&format!("{COUNT}{refuses}")).await?;
        open(&reader, "fig-doubled").await?;
        for (kind, begins) in [("csv", "row,column"), ("json", "{"), ("svg", "<svg")] {
            reader.tap(&format!("#take [data-kind={kind}]")).await?;
            let there = format!(
                "document.querySelector('#take .taken textarea')?.value.replace('\\ufeff', '').startsWith('{begins}')"
            );
            reader.eventually(&there, &format!("the text of {kind}")).await?;
            let said: String = reader.eval(STATUS).await?;
            ensure!(said.contains("copy") && !said.contains("Saved"), "{kind}: {said}");
        }
        reader.tap("#take [data-kind=png]").await?;
        let picture = "document.querySelector('#take .taken img')";
        reader.eventually(&format!("{picture}?.complete && {picture}.naturalWidth > 400"), "the picture").await?;
        close(&reader).await?;
        reader.tap("#explore .after [data-save], #explore [data-save]").await?;
        let said =
            "document.querySelector('#explore .share:has([data-save]) [role=status]')?.textContent.includes('.csv')";
        reader.eventually(said, "a line under the explorer").await?;
        stays_quiet(&reader, refuses).await?;
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tool_that_does_not_load_says_so() -> Result<()> {
    let missing = ["/assets/take-*", "/assets/sound-*", "/assets/embed-*"].map(str::to_owned).into();
    let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
    let reader = Reader::chromium().await?;
    reader.beforehand(COUNT).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    for tool in ["take", "sound", "embed"] {
        reader.tap(&format!("#doubled .after [data-{tool}]")).await?;
        let line = "document.querySelector('#doubled .after .share [role=status]')";
        reader.eventually(&format!("{line}?.textContent.length > 20"), &format!("{tool}: a line")).await?;
        reader.run(&format!("{line}.remove()")).await?;
    }
    stays_quiet(&reader, "tools").await?;
    reader.leave().await
}
