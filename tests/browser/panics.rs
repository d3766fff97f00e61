//! A program that stops in the middle of something leaves every figure and every word as it was, and says that it stopped.

use crate::chromium::{DESKTOP, PHONE};
use crate::failures::{FAILED, says_version};
use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};

/// A trap in WebAssembly out of the middle of hearing a slider, as a panic of the program is one.
pub const TRAP: &str = "
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f;
const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
Object.defineProperty(HTMLInputElement.prototype, 'value', { ...own, get() {
  if (this.name !== 'base') return own.get.call(this);
  Object.defineProperty(HTMLInputElement.prototype, 'value', own);
  return trap();
} });";

/// Moves the base-year slider by a script.
pub const MOVE: &str =
    "(slider => { slider.value = 2017; slider.dispatchEvent(new Event('input', { bubbles: true })) })
    (document.querySelector('input[name=base]'))";

/// The program stops in the middle of something: what is drawn stays drawn, and nothing moves half-way.
async fn stops_and_stays(reader: &Reader, what: &str) -> Result<()> {
    reader.quiet().await?;
    let figures =
        "[...document.querySelectorAll('main .figure .chart:not(.tabled)')].map(chart => chart.outerHTML).join()";
    let readouts = "[...document.querySelectorAll('.readout, .figure table')].map(said => said.textContent).join()";
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
        let reader = Reader::at_size(viewport, server.url("?step=doubled.3")).await?;
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
