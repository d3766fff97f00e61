//! A pointer at rest points at nothing: what a page scrolls under it was not asked for.

use crate::pointing::mouse;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::Value;

/// A machine without a screen has no pointer that it knows of.
const MOUSE: &str = "const own = matchMedia; window.matchMedia = query => query.includes('hover: hover')
  ? Object.defineProperty(own(query), 'matches', { value: true }) : own(query)";

const OPEN: &str = "document.getElementById('provenance').open";

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opens_only_after_the_pointer_moves() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(MOUSE).await?;
    reader.goto(server.url("?step=doubled.2")).await?;
    reader.ready().await?;
    reader.rests_at("doubled.2", "line").await?;
    let find = "window.number = document.querySelector('[data-step=\"doubled.2\"] .step-text .number');
        scrollBy({ top: number.getBoundingClientRect().top - 700, behavior: 'instant' });
        return [number.getBoundingClientRect()].map(box => [box.left + box.width / 2, 400])[0]";
    let at: (f64, f64) = serde_json::from_value(reader.run(find).await?)?;
    let at = (at.0.round(), at.1);
    mouse(&reader, "mouseMoved", (at.0 + 5.0, at.1)).await?;
    mouse(&reader, "mouseMoved", at).await?;
    reader.run("scrollBy({ top: number.getBoundingClientRect().top + 8 - 400, behavior: 'instant' })").await?;
    reader.eventually(&format!("number.matches(':hover') || {OPEN}"), "the number comes under the pointer").await?;
    // A card that is to open does so after 250 ms, in a timer of this page that began before this one.
    reader.run_async::<Value>("await new Promise(done => setTimeout(done, 500)); await frame(); await frame()").await?;
    ensure!(!reader.is(OPEN).await?, "a card opened under a pointer at rest");
    mouse(&reader, "mouseMoved", (at.0 + 2.0, at.1 + 1.0)).await?;
    reader.eventually(OPEN, "the card of what is pointed at").await?;
    reader.leave().await
}
