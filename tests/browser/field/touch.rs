//! Fingers: readers of other pages were caught in drawings that took every touch for themselves.

use crate::chromium::PHONE;
use crate::pointing::{Pad, swipe, tells_share};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;

/// What was guessed so far.
const GUESSED: &str =
    "[...document.querySelectorAll('#guess .figure .control b')].map(value => value.textContent).join()";

#[tokio::test(flavor = "multi_thread")]
async fn a_swipe_up_that_begins_on_a_drawing_scrolls_and_guesses_nothing() -> Result<()> {
    let server = site::hosted()?;
    for (step, scene, pad) in [("guess.2", "hundred", "share"), ("guess.3", "line", "line")] {
        let reader = Reader::chromium().await?;
        reader.viewport(PHONE).await?;
        reader.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        reader.goto(server.url(&format!("?step={step}"))).await?;
        reader.ready().await?;
        reader.rests_at(step, scene).await?;
        let pad = Pad::find(&reader, pad).await?;
        let (before, guessed): (f64, String) = (reader.eval("scrollY").await?, reader.eval(GUESSED).await?);
        let (x, y) = pad.at(0.5, 0.9);
        swipe(&reader, &[0.0, 12.0, 30.0, 60.0, 100.0, 140.0].map(|up| (x + up / 20.0, y - up))).await?;
        reader.eventually(&format!("scrollY > {before} + 50"), &format!("{step}: the page scrolls")).await?;
        reader.still().await?;
        let after: String = reader.eval(GUESSED).await?;
        ensure!(after == guessed, "{step}: the swipe guessed: {guessed} became {after}");
        reader.leave().await?;
    }
    Ok(())
}

/// The same finger guesses where it taps, and draws where it goes sideways: `guesses` has the whole of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_finger_that_wavers_a_little_still_taps() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.viewport(PHONE).await?;
    reader.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    reader.goto(server.url("?step=guess.2")).await?;
    reader.ready().await?;
    reader.rests_at("guess.2", "hundred").await?;
    let pad = Pad::find(&reader, "share").await?;
    let (x, y) = pad.at(0.45, 0.25);
    swipe(&reader, &[(x, y), (x + 2.0, y - 3.0)]).await?;
    tells_share(&reader, 25, "tapped").await?;
    reader.leave().await
}
