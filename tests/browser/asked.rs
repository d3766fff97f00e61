//! The explorer answers a reader's question by its lists, says where the tables have nothing, and hands over what it shows.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use crate::told::{NATIVE, agrees, section};
use anyhow::{Context, Result, ensure};
use seized::text::csv;
use thirtyfour::components::SelectElement;
use thirtyfour::prelude::*;

/// How much heroin did Tajikistan seize?
const QUESTION: &str = "?step=explore.2&place=tajikistan&drug=heroin";

/// Keeps what would be saved, and saves nothing.
const KEEP: &str = "URL.createObjectURL = blob => (blob.text().then(text => window.saved = text), 'blob:kept');
  HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

async fn choose(reader: &Reader, list: &str, word: &str) -> Result<()> {
    let element = reader.driver().find(By::Css(format!("select[name={list}]"))).await?;
    Ok(SelectElement::new(&element).await?.select_by_value(word).await?)
}

/// The cells of the table under the figure.
async fn rows(reader: &Reader) -> Result<Vec<Vec<String>>> {
    let rows = "[...document.querySelector('#explore .figure table').tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent))";
    reader.eval(rows).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_lists_answer_a_question_and_the_file_has_the_answer() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    reader.goto(server.url("?step=explore.2")).await?;
    reader.drawn("explore").await?;
    reader.rests_at("explore.2", "explorer").await?;
    choose(&reader, "place", "tajikistan").await?;
    choose(&reader, "drug", "heroin").await?;
    reader
        .eventually("location.search.includes('place=tajikistan&drug=heroin')", "the address has the question")
        .await?;
    agrees(&reader, section("explore"), 1, "asked").await?;
    let answer = |rows: &[Vec<String>]| rows.iter().find(|row| row[0] == "2012").map(|row| row[1].clone());
    ensure!(answer(&rows(&reader).await?).as_deref() == Some("515.2"), "the table does not say 515.2");
    reader.driver().refresh().await?;
    reader.drawn("explore").await?;
    agrees(&reader, section("explore"), 1, "after a reload").await?;
    let rows = rows(&reader).await?;
    ensure!(answer(&rows).as_deref() == Some("515.2"), "after a reload: {rows:?}");
    reader.tap("[data-save]").await?;
    reader.eventually("window.saved !== undefined", "a file").await?;
    let (text, name): (String, String) = reader.eval("[saved, savedAs]").await?;
    ensure!(name == "seized-tajikistan-heroin.csv", "{name}");
    ensure!(text == csv::csv(&NATIVE.facts(QUESTION), &NATIVE.words), "{text}");
    let mut file = ::csv::Reader::from_reader(text.as_bytes());
    let saved: Vec<::csv::StringRecord> = file.records().collect::<Result<_, _>>().context("the file")?;
    ensure!(saved.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])), "a formula in {text}");
    let number = |text: &str| text.replace(',', "").parse::<f64>();
    for row in rows.iter().filter(|row| row[1] != "no row") {
        let same = |found: &&::csv::StringRecord| number(&found[3]).ok() == number(&row[1]).ok();
        let year = row[0].split(',').next().unwrap_or_default();
        ensure!(saved.iter().filter(|found| &found[2] == year).any(|found| same(&found)), "{row:?} is not in {text}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_tables_do_not_have_is_said() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("embed/explore/?step=explore.2&place=turkmenistan&drug=mephedrone")).await?;
    reader.drawn("explore").await?;
    agrees(&reader, section("explore"), 1, "nothing").await?;
    let said = "[...document.querySelectorAll('#explore .readout')].at(-1).textContent.includes('the table has nothing here. That is not zero.')";
    reader.eventually(said, "it says so").await?;
    reader.leave().await
}

/// A sandbox forbids to save: there the text can be copied.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_sandbox_the_file_is_text_to_copy() -> Result<()> {
    let host = Host::of("explore", 700, Height::Heard, QUESTION)?;
    let reader = Reader::chromium().await?;
    host::arrive(&reader, &host).await?;
    reader.tap("[data-save]").await?;
    let area = "document.querySelector('[data-save] + textarea')";
    reader.eventually(&format!("{area}?.value"), "the text").await?;
    let (text, name, only): (String, String, bool) =
        reader.eval(&format!("[{area}.value, {area}.getAttribute('aria-label'), {area}.readOnly]")).await?;
    let wanted = csv::csv(&NATIVE.facts(QUESTION), &NATIVE.words).replace("\r\n", "\n");
    ensure!(text == wanted && name == "seized-tajikistan-heroin.csv" && only, "{name}: {text}");
    reader.tap("[data-save]").await?;
    reader.eventually(&format!("!{area}"), "a second press takes it away").await?;
    reader.leave().await
}
