//! Every number answers "says who?": by click, by key, in prose, in the table and in the chart.

use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use seized::text::{Words, key};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use thirtyfour::prelude::*;

const CARD: &str = "document.querySelector('dialog#provenance')";

/// Clicks every number of the page, by its own click as the program hears it, and reads the card that opens.
const READ_CARDS: &str = "
const dialog = document.querySelector('dialog#provenance');
const cards = [];
for (const number of [...document.querySelectorAll('main .number')]) {
  number.click();
  await frame(); await frame(); await frame();
  const rows = [...dialog.querySelectorAll('dl > div')].map(row =>
    [row.querySelector('dt').textContent.trim(), row.querySelector('dd').textContent.trim()]);
  cards.push({ id: number.dataset.id, shown: number.textContent, open: dialog.open, rows });
  dialog.querySelector('.close').click();
  await frame(); await frame();
  if (dialog.open) throw new Error(`${number.dataset.id}: the card does not close`);
}
return cards;";

#[derive(Deserialize)]
struct Card {
    id: String,
    shown: String,
    open: bool,
    rows: Vec<(String, String)>,
}

fn words() -> Result<Words> {
    let toml = fs::read_to_string(site::project("src/text/en.toml"))?;
    Words::from_toml("en", &toml).map_err(|faults| anyhow::anyhow!("{faults:?}"))
}

/// What a card lacks.
fn faults(card: &Card, words: &Words) -> Vec<String> {
    let rows: BTreeMap<&str, &str> = card.rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let has = |names: &[seized::text::Key]| names.iter().any(|name| rows.contains_key(words.plain(*name)));
    let mut faults = Vec::new();
    if !card.open {
        faults.push("does not open".to_owned());
    }
    faults.extend(rows.iter().filter(|(_, value)| value.is_empty()).map(|(name, _)| format!("{name} is empty")));
    if !has(&[key::card::VALUE, key::card::COMPUTED]) {
        faults.push("no value".to_owned());
    }
    if !has(&[key::card::SOURCE, key::card::INPUTS]) {
        faults.push("neither source nor inputs".to_owned());
    }
    if has(&[key::card::COMPUTED]) && !has(&[key::card::FORMULA]) {
        faults.push("no formula".to_owned());
    }
    if !has(&[key::card::CHECK]) {
        faults.push("no check".to_owned());
    }
    // Counts and lists of years are exact; everything else here stands for an interval.
    // So are dates and words; what follows from a reader's settings is as exact as they are; and two open figures have
    // none.
    let exact = ["doubling.", "law_", "audit.", "flow.", "iceberg.above", "seed_claim_doubled", "doses.spread"];
    let exact = exact.iter().any(|start| card.id.starts_with(start)) || card.id.ends_with(".mean");
    if !exact && card.id != "below.years" && !has(&[key::card::INTERVAL]) {
        faults.push("no interval".to_owned());
    }
    let value = [key::card::VALUE, key::card::COMPUTED].iter().find_map(|name| rows.get(words.plain(*name)));
    if !value.is_some_and(|value| value.contains(card.shown.as_str())) {
        faults.push(format!("shows {} but its card says {value:?}", card.shown));
    }
    faults.iter().map(|fault| format!("{} ({}): {fault}", card.id, card.shown)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_number_opens_a_card_that_says_who() -> Result<()> {
    let server = site::hosted()?;
    let words = words()?;
    let reader = Reader::chromium().await?;
    // Base years whose totals are disputed, readings and guesses change the prose; their numbers have cards, too.
    let queries = [
        "?base=2019&inside=straw&transit=without&share=30&line2019=30&line2021=20",
        "?base=2017",
        "?inside=neither",
        "?share=30",
        "",
    ];
    for query in site::some(&queries) {
        reader.goto(server.url(query)).await?;
        reader.ready().await?;
        // Far sections follow the choices once they are near.
        reader.scroll_through().await?;
        reader.quiet().await?;
        let cards: Vec<Card> = reader.run_async(READ_CARDS).await?;
        ensure!(cards.len() > 60, "only {} numbers", cards.len());
        let faults: Vec<_> = cards.iter().flat_map(|card| faults(card, &words)).collect();
        ensure!(faults.is_empty(), "{query}: {faults:#?}");
        for part in ["guess", "doubled", "plants", "closing", "method"] {
            let numbers: usize = reader.eval(&format!("document.querySelectorAll('#{part} .number').length")).await?;
            ensure!(numbers > 1, "{query}: {part} has {numbers} numbers");
        }
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn inputs_in_a_card_open_their_own_cards() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.click("#doubled .readout .number[data-id='ratio.2018']").await?;
    reader.eventually(&format!("{CARD}.open"), "the card").await?;
    reader.click("#provenance .number[data-id=seed_total_2018]").await?;
    reader
        .eventually(&format!("{CARD}.open && {CARD}.textContent.includes('20.25–20.35')"), "the card of the input")
        .await?;
    reader.press(Key::Escape + "").await?;
    reader.eventually(&format!("!{CARD}.open"), "Escape closes the card").await?;
    reader
        .eventually("document.activeElement.dataset.id === 'ratio.2018'", "the focus returns to the first number")
        .await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_closes_a_card_and_the_focus_returns() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.2")).await?;
    let number = reader.driver().find(By::Css("[data-step='doubled.2'] .number[data-id='total.2017']")).await?;
    for key in [Key::Enter, Key::Space] {
        number.focus().await?;
        reader.press(key + "").await?;
        reader
            .eventually(&format!("{CARD}.open && {CARD}.contains(document.activeElement)"), "the card has the focus")
            .await?;
        let inside: bool = reader.eval(&format!("(card => card.top >= 0 && card.bottom <= innerHeight && card.left >= 0 && card.right <= innerWidth)({CARD}.getBoundingClientRect())")).await?;
        ensure!(inside, "the card is not inside the viewport");
        reader.press(Key::Escape + "").await?;
        reader.eventually(&format!("!{CARD}.open"), "Escape closes the card").await?;
        let back: bool =
            reader.eval("document.activeElement.matches('[data-step=\"doubled.2\"] [data-id=\"total.2017\"]')").await?;
        ensure!(back, "the focus does not return");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_in_the_chart_opens_its_card_by_keyboard_and_by_click() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.2")).await?;
    reader.driver().find(By::Css("#doubled .chart")).await?.focus().await?;
    reader.press(Key::Right + "").await?;
    reader
        .eventually("document.getElementById('live').textContent.includes('2000')", "the first mark is named")
        .await?;
    reader.press(Key::Right + "").await?;
    reader
        .eventually("document.getElementById('live').textContent.includes('2001')", "the second mark is named")
        .await?;
    reader.press(Key::Enter + "").await?;
    reader.eventually(&format!("{CARD}.open && {CARD}.textContent.includes('2001')"), "the card of the mark").await?;
    reader.press(Key::Escape + "").await?;
    reader
        .eventually(
            &format!("!{CARD}.open && document.activeElement.matches('#doubled .chart')"),
            "the focus returns to the chart",
        )
        .await?;
    // The tallest column is 2023's: its middle is ink, not a gap between marks.
    let column =
        "[...document.querySelectorAll('#doubled .chart .live svg path')].map(path => path.getBoundingClientRect())
        .filter(box => box.width > 4 && box.width < 120 && box.height > 60).sort((a, b) => b.height - a.height)[0]";
    let middle: Option<(i64, i64)> = reader
        .eval(&format!(
            "(box => box ? [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] : null)({column})"
        ))
        .await?;
    let (x, y) = middle.context("no column in the chart")?;
    reader
        .driver()
        .action_chain()
        .move_to(x, y)
        .click()
        .perform()
        .await
        .with_context(|| format!("clicking at {x}, {y}"))?;
    reader.eventually(&format!("{CARD}.open && {CARD}.textContent.includes('41.1')"), "the card of the column").await?;
    reader.leave().await
}
