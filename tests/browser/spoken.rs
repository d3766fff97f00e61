//! What axe-core cannot see: the one live region speaks a step once it stays and a result once it rests, and sliders say
//! their values in words.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};

/// Keeps everything that the live region says from here on.
const HEAR: &str = "
window.heard = [];
const region = document.getElementById('live');
new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });";

async fn heard(reader: &Reader) -> Result<Vec<String>> {
    reader.eval("heard").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_spoken_once_and_not_in_passing() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.1")).await?;
    reader.rests_at("doubled.1", "bars").await?;
    reader.eventually("document.getElementById('live').textContent", "the first step is spoken").await?;
    let regions: usize = reader.eval("document.querySelectorAll('[aria-live]').length").await?;
    ensure!(regions == 1, "{regions} live regions");
    reader.run(HEAR).await?;
    reader.tap("#doubled .next").await?;
    reader.rests_at("doubled.2", "line").await?;
    reader.eventually("heard.length > 0", "the step is spoken").await?;
    reader.still().await?;
    let alt = "document.querySelector('#fig-doubled .chart').getAttribute('aria-label')";
    let spoken: String = reader.eval(&format!("`Step 2 of 5. ${{{alt}}}`")).await?;
    ensure!(heard(&reader).await? == [spoken], "{:?}", heard(&reader).await?);
    // From one end of the section to the other, a screen at a time, faster than anybody reads; but a machine with much to
    // do may stay at a step for longer than two frames should take.
    let stays: Vec<f64> = reader
        .run_async(
            "heard.length = 0;
             const stays = [];
             for (const step of document.querySelectorAll('#plants .step')) {
               const begin = performance.now();
               step.scrollIntoView({ block: 'center' });
               await frame(); await frame();
               stays.push(performance.now() - begin);
             }
             return stays",
        )
        .await?;
    reader.eventually("heard.length > 0", "where the reader stays is spoken").await?;
    reader.still().await?;
    let is_last = "heard.at(-1).startsWith('Step 5 of 5. ')";
    reader.eventually(is_last, "the last step is spoken").await?;
    let said = heard(&reader).await?;
    let stayed = stays.iter().filter(|stay| **stay > 300.0).count();
    ensure!(said.len() <= 1 + stayed, "{said:?} in {stays:?}");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_simulated_result_is_spoken_once_it_rests() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=flow.1")).await?;
    reader.rests_at("flow.1", "year").await?;
    reader.eventually("document.getElementById('live').textContent", "the step is spoken").await?;
    reader.run(HEAR).await?;
    // As a thumb is pulled: value after value.
    reader
        .run(
            "const input = document.querySelector('input[name=arrivals]');
             for (let step = 0; step < 5; step += 1) { input.stepUp(); input.dispatchEvent(new Event('input', { bubbles: true })); }",
        )
        .await?;
    reader.eventually("heard.length > 0", "the result is spoken").await?;
    reader.still().await?;
    let told = "document.querySelector('#flow .control:not([hidden]) .readout').textContent";
    let told: String = reader.eval(told).await?;
    ensure!(heard(&reader).await? == [told.clone()], "{:?} for {told}", heard(&reader).await?);
    reader.leave().await
}

/// A base year alone says little: its slider speaks what it comes to, and so does every other of its kind.
#[tokio::test(flavor = "multi_thread")]
async fn sliders_say_their_values_in_words() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.1&base=2017")).await?;
    let spoken = "document.querySelector('input[name=base]').getAttribute('aria-valuetext')";
    let spoken: String = reader.eval(spoken).await?;
    ensure!(spoken.contains("2017") && spoken.contains("1.01"), "{spoken}");
    let silent: Vec<String> = reader
        .eval(
            "[...document.querySelectorAll('main input[type=range]')].filter(input =>
              !/\\p{L}{2,}/u.test(input.getAttribute('aria-valuetext') ?? '') && !/[×÷]/.test(input.getAttribute('aria-valuetext') ?? ''))
              .map(input => `${input.name}: ${input.getAttribute('aria-valuetext')}`)",
        )
        .await?;
    ensure!(silent.is_empty(), "{silent:?}");
    reader.leave().await
}
