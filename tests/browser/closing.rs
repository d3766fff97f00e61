//! The findings at the end say what a reader said or chose, each beside its own, and nothing of one who did not.

use crate::reader::Reader;
use crate::site;
use crate::told::NATIVE;
use anyhow::{Result, ensure};
use seized::story::closing::FINDINGS;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// What is shown beside each finding.
const OWN: &str = "[...document.querySelectorAll('#closing .own')].map(own => own.hidden ? '' : own.textContent)";

/// What should be, under the choices of an address.
fn wanted(query: &str) -> Vec<String> {
    let facts = NATIVE.facts(query);
    FINDINGS.iter().map(|finding| NATIVE.tell(&facts, (finding.own)(&facts))).collect()
}

/// Waits until the findings tell the choices that the address has; gives what they tell.
async fn tells(reader: &Reader) -> Result<Vec<String>> {
    let begin = Instant::now();
    loop {
        let (search, found): (String, Vec<String>) = reader.eval(&format!("[location.search, {OWN}]")).await?;
        if found == wanted(&search) {
            return Ok(found);
        }
        ensure!(begin.elapsed() < Duration::from_secs(20), "{search}: {found:#?} instead of {:#?}", wanted(&search));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_of_a_reader_who_said_nothing() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    reader.live().await?;
    let own: Vec<(bool, String)> = reader
        .eval("[...document.querySelectorAll('#closing .own')].map(own => [own.hidden, own.textContent])")
        .await?;
    ensure!(own.len() == FINDINGS.len() && own.iter().all(|(hidden, said)| *hidden && said.is_empty()), "{own:?}");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_stands_beside_its_finding_and_follows() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("?share=40&inside=straw&lag=20&caught=8&from=2019&base=2017")).await?;
    reader.live().await?;
    reader.run("document.getElementById('closing').scrollIntoView({ behavior: 'instant' })").await?;
    let told = tells(&reader).await?;
    let empty: Vec<_> =
        FINDINGS.iter().zip(&told).filter(|(_, said)| said.is_empty()).map(|(finding, _)| finding.section).collect();
    ensure!(empty == ["labs"], "nothing is said beside {empty:?}");
    reader.run("document.querySelector('input[name=base]').focus({ preventScroll: true })").await?;
    reader.press(Key::Left + "").await?;
    reader.eventually("location.search.includes('base=2016')", "another base year").await?;
    let (place, again) = (1, tells(&reader).await?);
    ensure!(FINDINGS[place].section == "doubled" && again[place].contains("2016"), "{again:?}");
    let others = told.iter().zip(&again).enumerate().filter(|(at, (before, now))| *at != place && before != now);
    ensure!(others.count() == 0, "another finding changed: {told:#?} {again:#?}");
    reader.tap("input[name=inside][value=plants]").await?;
    reader.eventually("!location.search.includes('inside')", "the first reading again").await?;
    ensure!(tells(&reader).await?[2].is_empty(), "a reading that nobody chose");
    reader.leave().await
}
