//! The reader's guesses, by mouse and by touch: what is pointed at is in the figure, in its words and in the URL, a reload
//! keeps it, and a finger that draws does not scroll the page.

use crate::chromium::{DESKTOP, PHONE};
use crate::pointing::{Pad, mouse, swipe, tells_line, tells_share};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// A browser at a step of the opening, its figure drawn.
async fn opening(viewport: (u32, u32), url: &str, step: (&str, &str)) -> Result<Reader> {
    let reader = Reader::chromium().await?;
    reader.viewport(viewport).await?;
    let touch = viewport == PHONE;
    reader.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
    reader.goto(url).await?;
    reader.ready().await?;
    reader.rests_at(step.0, step.1).await?;
    reader.drawn("guess").await?;
    Ok(reader)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_share_is_pointed_at_by_mouse_and_kept() -> Result<()> {
    let server = site::hosted()?;
    let reader = opening(DESKTOP, &server.url("?step=guess.2"), ("guess.2", "hundred")).await?;
    let pad = Pad::find(&reader, "share").await?;
    // The fifth square of the third row.
    mouse(&reader, "mousePressed", pad.at(0.45, 0.25)).await?;
    tells_share(&reader, 25, "pressed").await?;
    mouse(&reader, "mouseMoved", pad.at(0.75, 0.95)).await?;
    tells_share(&reader, 98, "drawn on").await?;
    mouse(&reader, "mouseMoved", (pad.at(0.5, 0.0).0, pad.y - 6.0)).await?;
    tells_share(&reader, 0, "above the first row").await?;
    mouse(&reader, "mouseMoved", pad.at(0.15, 0.35)).await?;
    mouse(&reader, "mouseReleased", pad.at(0.15, 0.35)).await?;
    tells_share(&reader, 32, "released").await?;
    mouse(&reader, "mouseMoved", pad.at(0.95, 0.95)).await?;
    reader.run_async::<Value>("await frame(); await frame();").await?;
    tells_share(&reader, 32, "moved without a button").await?;
    reader.driver().refresh().await?;
    reader.ready().await?;
    reader.at_step("guess.2", "hundred").await?;
    tells_share(&reader, 32, "after a reload").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_share_is_pointed_at_by_touch_without_a_scroll() -> Result<()> {
    let server = site::hosted()?;
    let reader = opening(PHONE, &server.url("?step=guess.2"), ("guess.2", "hundred")).await?;
    let pad = Pad::find(&reader, "share").await?;
    let before: f64 = reader.eval("scrollY").await?;
    swipe(&reader, &[pad.at(0.45, 0.25)]).await?;
    tells_share(&reader, 25, "tapped").await?;
    // What begins sideways is a stroke, wherever it goes then.
    swipe(&reader, &[pad.at(0.45, 0.95), pad.at(0.75, 0.93), pad.at(0.35, 0.15)]).await?;
    tells_share(&reader, 14, "drawn sideways and up").await?;
    reader.still().await?;
    let after: f64 = reader.eval("scrollY").await?;
    ensure!(after == before, "pointing scrolled the page from {before} to {after}");
    reader.driver().refresh().await?;
    reader.ready().await?;
    tells_share(&reader, 14, "after a reload").await?;
    reader.leave().await
}

/// Tonnes on the way from one year's to another's, evenly.
fn evenly(first: u32, last: u32) -> [u32; 5] {
    let (first, last) = (f64::from(first), f64::from(last));
    [0.0, 1.0, 2.0, 3.0, 4.0].map(|year| (first + (last - first) * year / 4.0).round() as u32)
}

/// One stroke, of which the page hears only the two ends: no year is left out.
#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_drawn_by_mouse_in_one_stroke_and_kept() -> Result<()> {
    let server = site::hosted()?;
    let reader = opening(DESKTOP, &server.url("?step=guess.3"), ("guess.3", "line")).await?;
    let pad = Pad::find(&reader, "line").await?;
    let (from, to) = (pad.at(0.1, 0.8), pad.at(0.9, 0.3));
    mouse(&reader, "mousePressed", from).await?;
    mouse(&reader, "mouseMoved", to).await?;
    let line = evenly(pad.tonnes(from), pad.tonnes(to));
    ensure!(line[0] + 30 < line[4], "the stroke is flat: {line:?}");
    tells_line(&reader, line, "one stroke").await?;
    mouse(&reader, "mouseReleased", to).await?;
    mouse(&reader, "mouseMoved", pad.at(0.5, 0.9)).await?;
    reader.run_async::<Value>("await frame(); await frame();").await?;
    tells_line(&reader, line, "moved without a button").await?;
    // A second stroke draws one year anew and leaves the others.
    mouse(&reader, "mousePressed", pad.at(0.5, 0.95)).await?;
    mouse(&reader, "mouseReleased", pad.at(0.5, 0.95)).await?;
    let line = [line[0], line[1], pad.tonnes(pad.at(0.5, 0.95)), line[3], line[4]];
    tells_line(&reader, line, "one year anew").await?;
    reader.driver().refresh().await?;
    reader.ready().await?;
    reader.at_step("guess.3", "line").await?;
    tells_line(&reader, line, "after a reload").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_drawn_by_touch_without_a_scroll() -> Result<()> {
    let server = site::hosted()?;
    let reader = opening(PHONE, &server.url("?step=guess.3"), ("guess.3", "line")).await?;
    let pad = Pad::find(&reader, "line").await?;
    let before: f64 = reader.eval("scrollY").await?;
    let places =
        [(0.1, 0.9), (0.3, 0.1), (0.5, 0.8), (0.7, 0.2), (0.9, 0.6)].map(|(across, down)| pad.at(across, down));
    // What begins sideways is a stroke, wherever it goes then.
    let sideways = [0.02, 0.1, 0.3].map(|across| pad.at(across, 0.9));
    swipe(&reader, &[&sideways, &places[1..]].concat()).await?;
    let line = places.map(|place| pad.tonnes(place));
    tells_line(&reader, line, "drawn by a finger").await?;
    reader.still().await?;
    let after: f64 = reader.eval("scrollY").await?;
    ensure!(after == before, "drawing scrolled the page from {before} to {after}");
    reader.driver().refresh().await?;
    reader.ready().await?;
    tells_line(&reader, line, "after a reload").await?;
    // The same finger beside the place does scroll: the page can be moved past the figure.
    let before: f64 = reader.eval("scrollY").await?;
    let beside = [0.95, 0.8, 0.65, 0.55].map(|down| (60.0, f64::from(PHONE.1) * down));
    swipe(&reader, &beside).await?;
    reader.eventually(&format!("scrollY > {before} + 50"), "a finger on the text scrolls").await?;
    reader.leave().await
}
