//! Where a reader can go and how far they have come: links of the contents, and the bar of progress.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::prelude::*;

/// A contents link is a link like any other: it pushes an entry, and Back returns to where it was.
#[tokio::test(flavor = "multi_thread")]
async fn contents_links_lead_to_their_sections_and_back_returns() -> Result<()> {
    let server = site::hosted()?;
    for viewport in site::some(&[PHONE, DESKTOP]).iter().copied() {
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        for id in ["doubled", "plants", "closing", "method"] {
            reader.goto(server.url("")).await?;
            reader.ready().await?;
            let link = reader.driver().find(By::Css(format!("#contents a[href='#{id}']"))).await?;
            link.scroll_into_view().await?;
            reader.still().await?;
            // The URL follows a scroll a little later; only then is the link's entry the one that comes next.
            reader.eventually("location.search === '?step=guess.3'", "the URL follows the scroll").await?;
            let before: usize = reader.eval("history.length").await?;
            link.click().await?;
            let top = format!("document.getElementById('{id}').getBoundingClientRect().top");
            reader.eventually(&format!("Math.abs({top}) < 60"), &format!("{viewport:?}: {id} at the top")).await?;
            let after: usize = reader.eval("history.length").await?;
            ensure!(after == before + 1, "{viewport:?}, {id}: the history went from {before} to {after} entries");
            reader.driver().back().await?;
            reader.still().await?;
            let seen = format!(
                "(box => box.top > 0 && box.bottom < innerHeight)(document.querySelector(\"#contents a[href='#{id}']\").getBoundingClientRect())"
            );
            reader.eventually(&seen, &format!("{viewport:?}, {id}: Back returns to the contents")).await?;
        }
        reader.leave().await?;
    }
    Ok(())
}

/// Whoever reads the method and loads the page again is not thrown back into the story.
#[tokio::test(flavor = "multi_thread")]
async fn a_reload_stays_where_a_contents_link_led() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for id in ["closing", "method"] {
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        reader.click(&format!("#contents a[href='#{id}']")).await?;
        reader.still().await?;
        // The page may rewrite its URL a moment after a scroll. No proof rests on the wait: it gives a fault time to show.
        reader.run_async::<Value>("await new Promise(done => setTimeout(done, 600))").await?;
        let url: String = reader.eval("location.href").await?;
        reader.driver().refresh().await?;
        reader.ready().await?;
        reader.still().await?;
        let top: f64 = reader.eval(&format!("document.getElementById('{id}').getBoundingClientRect().top")).await?;
        ensure!(top.abs() < 60.0, "{id} was at the top; loaded again at {url} it is at {top}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_grows_with_the_scroll() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::at_size(viewport, server.url("")).await?;
        for tenth in 0..=10_u32 {
            reader
                .run(&format!("scrollTo(0, (document.scrollingElement.scrollHeight - innerHeight) * {tenth} / 10)"))
                .await?;
            // Of the page as it is now: sections that come near may change its height a little.
            let wanted = "scrollY / (document.scrollingElement.scrollHeight - innerHeight)";
            let drawn = "document.querySelector('.progress i').getBoundingClientRect().width / innerWidth";
            let there = format!("Math.abs({drawn} - {wanted}) < 0.003");
            reader.eventually(&there, &format!("{viewport:?}: the bar at {tenth} tenths")).await?;
        }
        reader.leave().await?;
    }
    Ok(())
}
