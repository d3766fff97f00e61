//! The host hears how high we are: in every form that hosts know, when it changes, and only then.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};

/// The last height that was said, and that of the content.
async fn heights(reader: &Reader) -> Result<(f64, f64)> {
    host::leave(reader).await?;
    let said = reader.eval("said.heights.at(-1)").await?;
    host::enter(reader).await?;
    Ok((said, reader.eval("document.body.getBoundingClientRect().height").await?))
}

async fn says_its_height(reader: &Reader, what: &str) -> Result<()> {
    let (said, content) = heights(reader).await?;
    ensure!((said - content).abs() <= 1.0, "{what}: said {said}, is {content}");
    let overflow: f64 = reader.eval("document.scrollingElement.scrollHeight - innerHeight").await?;
    ensure!(overflow <= 1.0, "{what}: the frame scrolls by {overflow}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_host_hears_the_height_in_every_form_when_it_changes() -> Result<()> {
    let host = Host::start(700, Height::Heard, "?childId=ours")?;
    let reader = Reader::chromium().await?;
    host::arrive(&reader, &host).await?;
    host::leave(&reader).await?;
    let mut kinds: Vec<String> = reader.eval("[...said.kinds]").await?;
    kinds.sort();
    ensure!(kinds == ["amp", "datawrapper", "iframe.resize", "pym", "resize"], "forms: {kinds:?}");
    says_its_height(&reader, "at first").await?;
    let (first, _) = heights(&reader).await?;
    reader.unfold("details.sources", true).await?;
    host::leave(&reader).await?;
    reader.eventually(&format!("said.heights.at(-1) > {first} + 50"), "the host hears that the page grew").await?;
    says_its_height(&reader, "with the sources open").await?;
    reader.unfold("details.sources", false).await?;
    host::leave(&reader).await?;
    reader
        .eventually(&format!("Math.abs(said.heights.at(-1) - {first}) <= 1"), "the host hears that it shrank")
        .await?;
    says_its_height(&reader, "with the sources closed").await?;
    host::leave(&reader).await?;
    let repeated: bool =
        reader.eval("said.heights.some((height, place) => height === said.heights[place - 1])").await?;
    ensure!(!repeated, "the same height was said twice in a row");
    reader.leave().await
}

/// A reader who scrolls down must not see the host's text jump away when the frame comes into view.
#[tokio::test(flavor = "multi_thread")]
async fn the_host_hears_the_height_before_the_frame_is_in_view() -> Result<()> {
    let host = Host::start(360, Height::Heard, "")?;
    let reader = Reader::chromium().await?;
    reader.goto(host.url()).await?;
    host::hears(&reader).await?;
    ensure!(reader.is("scrollY === 0").await?);
    reader.leave().await
}

/// Scrolling the host must not change our height: the host's text would jump under its reader.
#[tokio::test(flavor = "multi_thread")]
async fn the_height_stays_while_the_host_scrolls() -> Result<()> {
    for width in [360, 1100] {
        let host = Host::start(width, Height::Heard, "")?;
        let reader = Reader::chromium().await?;
        host::arrive(&reader, &host).await?;
        host::leave(&reader).await?;
        let sweep = "said.heights.length = 0; const seen = [];
            for (let place = 0; place < document.scrollingElement.scrollHeight; place += 90) {
              scrollTo(0, place); await frame(); await frame(); await frame();
            }
            return said.heights";
        let said: Vec<f64> = reader.run_async(sweep).await?;
        ensure!(said.is_empty(), "in a frame {width} wide, scrolling made the height {said:?}");
        reader.leave().await?;
    }
    Ok(())
}

/// Else the frame's answer to a height would ask for another one, and leave an empty place.
#[tokio::test(flavor = "multi_thread")]
async fn a_figure_alone_is_as_high_in_a_low_frame_as_in_a_high_one() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for (section, _) in site::few_sections() {
        let mut heights: Vec<f64> = Vec::new();
        for high in [640, 2400] {
            reader.viewport((680, high)).await?;
            reader.goto(server.url(&format!("embed/fig-{section}/"))).await?;
            reader.ready().await?;
            heights.push(reader.eval("document.body.getBoundingClientRect().height").await?);
        }
        ensure!((heights[0] - heights[1]).abs() <= 1.0, "fig-{section}: {heights:?}");
    }
    reader.leave().await
}
