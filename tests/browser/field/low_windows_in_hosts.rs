//! The same in somebody else's page, whose window is low: with a frame as high as its content, and with our script.

use super::low_windows::{Covered, LOW};
use crate::host::{self, Height, Host};
use crate::hosts::pages::Kind;
use crate::hosts::stage::{Stage, enter, show};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};

#[tokio::test(flavor = "multi_thread")]
async fn no_figure_covers_a_line_in_a_low_window_of_a_host() -> Result<()> {
    for (width, height) in LOW {
        let host = Host::of("plants", width, Height::Heard, "")?;
        let reader = Reader::chromium().await?;
        reader.viewport((width, height)).await?;
        host::arrive(&reader, &host).await?;
        reader.eventually("document.documentElement.dataset.scroll === 'host'", "the host scrolls").await?;
        // The host's window is known once it is full of us.
        reader.run("document.querySelector('.reach').style.top = '300px'; document.querySelector('.reach').scrollIntoView()").await?;
        let steps = site::steps_of("plants");
        reader.eventually("document.querySelector('.flat')", &format!("at {width}×{height} it is unrolled")).await?;
        host::leave(&reader).await?;
        reader
            .eventually("document.getElementById('embed').offsetHeight === said.heights.at(-1)", "the host follows")
            .await?;
        host::enter(&reader).await?;
        Covered::of(&reader, steps).await?.nothing(2 * steps.len(), &format!("at {width}×{height}"))?;
        reader.leave().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_figure_covers_a_line_in_a_low_window_of_a_host_with_our_script() -> Result<()> {
    // The article of these tests is wider than the narrowest of these windows.
    for viewport in [LOW[0], LOW[1]] {
        let stage = Stage::start(Kind::Script)?;
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        stage.arrive(&reader).await?;
        for (step, _) in site::steps_of("doubled") {
            let box_of = format!("document.querySelector('[data-step=\"{step}\"] .step-text').getBoundingClientRect()");
            let place: f64 = reader.eval(&format!("{box_of}.top + scrollY")).await?;
            show(&reader, 0, place + f64::from(viewport.1) * 0.4).await?;
            enter(&reader, 0).await?;
            let seen = format!(
                "(({{ left, top, width }}) => top > 0 && top < innerHeight - 20 && document.querySelector('[data-step=\"{step}\"] .step-text').contains(document.elementFromPoint(left + width / 3, top + 12)))({box_of})"
            );
            reader.eventually(&seen, &format!("{step} at {viewport:?} is seen")).await?;
        }
        ensure!(
            reader
                .is("document.querySelector('.flat') && document.documentElement.dataset.scroll === 'synced'")
                .await?
        );
        reader.leave().await?;
    }
    Ok(())
}
