//! Modes for reading, archives and copied text take words and drop what looks like a control. A number must not.

use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use seized::text::LANGUAGES;
use serde::Deserialize;
use serde_json::json;
use std::fs;
use xtask::drivers::Engine;

/// What the mode for reading makes of the page; it takes its own copy apart.
const READ: &str = "
const plain = text => text.replace(/\\s+/g, ' ').trim();
const article = new Readability(document.cloneNode(true)).parse();
const kept = plain(article.textContent);
const steps = [...document.querySelectorAll('.step-text')];
const lost = steps.filter(step => !kept.includes(plain(step.textContent)));
const count = steps => steps.reduce((sum, step) => sum + step.querySelectorAll('.number').length, 0);
return { numbers: count(steps), lost: count(lost), example: lost[0] ? plain(lost[0].textContent) : null };";

#[derive(Debug, Deserialize)]
struct Read {
    numbers: usize,
    lost: usize,
    example: Option<String>,
}

async fn reads(reader: &Reader, what: &str) -> Result<()> {
    let script = site::project("node_modules/@mozilla/readability/Readability.js");
    let script = fs::read_to_string(script).context("Readability: `npm ci` installs it")?;
    let read: Read = serde_json::from_value(reader.run(&format!("{script}; {READ}")).await?)?;
    ensure!(read.numbers > 200, "{what}: {read:?}");
    ensure!(read.lost == 0, "{what}: {} of {} numbers are lost: {:?}", read.lost, read.numbers, read.example);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mode_for_reading_drops_no_number() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for language in LANGUAGES {
        reader.goto(server.url(&site::home(language))).await?;
        reader.ready().await?;
        reads(&reader, &format!("{language}, live")).await?;
    }
    reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    for language in LANGUAGES {
        reader.goto(server.url(&site::home(language))).await?;
        reads(&reader, &format!("{language}, as it is sent")).await?;
    }
    reader.leave().await
}

/// What a selection of each step's sentences holds.
const COPIED: &str = "
const faults = [];
for (const step of document.querySelectorAll('.step-text, .takeaway p')) {
  getSelection().selectAllChildren(step);
  const copied = getSelection().toString();
  for (const number of step.querySelectorAll('.number'))
    if (!copied.includes(number.textContent) || getComputedStyle(number).userSelect === 'none') faults.push(number.textContent);
}
return faults;";

async fn copies(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    let faults: Vec<String> = serde_json::from_value(reader.run(COPIED).await?)?;
    ensure!(faults.is_empty(), "{} numbers are not in copied text: {faults:?}", faults.len());
    reader.leave().await
}

in_every_engine! { copied_text_has_its_numbers => copies; }

/// Without a program nothing answers, so nothing says that it does.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_a_button_while_somebody_answers_and_words_otherwise() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let answering = "[...document.querySelectorAll('.number')].filter(number => number.matches('[role=button][tabindex=\"0\"]')).length";
    reader.goto(server.url("?base=2017")).await?;
    reader.ready().await?;
    reader.tap("#doubled .readout .number").await?;
    reader.eventually("document.querySelector('#provenance').open", "the card").await?;
    let all: usize = reader.eval("document.querySelectorAll('.number').length").await?;
    let active: usize = reader.eval(answering).await?;
    ensure!(active == all && all > 300, "{active} of {all} numbers answer");
    reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    reader.goto(server.url("")).await?;
    let active: usize =
        reader.eval("document.querySelectorAll('button.number, .number:is([role], [tabindex])').length").await?;
    ensure!(active == 0, "{active} numbers look as if they answered without a program");
    reader.leave().await
}
