//! What the reader takes the total to hold: figure, label, sentence, prose, table and alternative text say the same number
//! under every reading, at the same time.

use crate::fields::{PLANTS, keeps_count};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde::Deserialize;

/// What every part of figure `plants` says at the same time.
const TOLD: &str = "(section => ({
  label: (section.querySelector('.live svg .chosen text.total') ?? [...section.querySelectorAll('.live svg text.total')].at(-1)).textContent.replaceAll('\u{a0}', ' '),
  alt: section.querySelector('.chart').getAttribute('aria-label'),
  readout: [...section.querySelectorAll('.control:not([hidden]) .readout')].map(words => words.textContent).join(' '),
  marked: [...section.querySelectorAll('tbody tr')].filter(row => row.textContent.includes('(chosen)')).map(row => row.textContent).join(),
  step: section.querySelector('[aria-current=step] .step-text').textContent,
}))(document.getElementById('plants'))";

#[derive(Debug, Deserialize)]
struct Told {
    label: String,
    alt: String,
    readout: String,
    marked: String,
    step: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_toggle_moves_figure_sentence_table_and_alt_text_together() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("?step=plants.2")).await?;
    reader.drawn("plants").await?;
    reader.rests_at("plants.2", "remain").await?;
    for (reading, number, table) in [
        ("straw", "19.6", "Remains if the straw lies inside"),
        ("neither", "30.5", "Unexplained if neither does"),
        ("plants", "15.1", "Remains if the plants lie inside"),
    ] {
        reader.click(&format!("#plants input[name=inside][value={reading}]")).await?;
        let label = format!("{TOLD}.label.endsWith('{number} t')");
        reader.eventually(&label, &format!("{number} over the field")).await?;
        reader.quiet().await?;
        let told: Told = reader.eval(TOLD).await?;
        ensure!(told.label.ends_with(&format!("{number} t")) && told.alt.contains(number), "{reading}: {told:?}");
        ensure!(told.readout.contains(number), "{reading}: {told:?}");
        ensure!(told.marked.starts_with(table) && told.marked.contains(number), "{reading}: {told:?}");
        for words in
            ["at most 15.1 tonnes", "then 19.6 tonnes", "about 30.5 tonnes", "cannot both lie inside", "one copy only"]
        {
            ensure!(told.step.contains(words), "{reading}: no “{words}” in {}", told.step);
        }
        reader.drawn("plants").await?;
        keeps_count(&reader, PLANTS, reading).await?;
        let search = match reading {
            "plants" => "location.search === '?step=plants.2'".to_owned(),
            _ => format!("location.search === '?step=plants.2&inside={reading}'"),
        };
        reader.eventually(&search, "the URL follows the toggle").await?;
    }
    reader.leave().await
}

/// The table's row of the year without its shipment.
const WITHOUT: &str = "[...[...document.querySelectorAll('#plants tbody tr')].find(row => row.cells[0].textContent === 'All drugs without it').cells].map(cell => cell.textContent)";

#[tokio::test(flavor = "multi_thread")]
async fn the_shipment_falls_out_of_its_year() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("?step=plants.5")).await?;
    reader.drawn("plants").await?;
    reader.rests_at("plants.5", "transit").await?;
    for (value, label, alt, readout) in [
        ("without", "35.8 t", "about 35.8 in 2025", "About 35.8\u{a0}t"),
        ("with", "49 t", "about 49 in 2025", "About 49\u{a0}t in 2025, 13.2\u{a0}t of them in one shipment."),
    ] {
        reader.click(&format!("#plants input[name=transit][value={value}]")).await?;
        reader.eventually(&format!("{TOLD}.label === '{label}'"), label).await?;
        reader.quiet().await?;
        let told: Told = reader.eval(TOLD).await?;
        ensure!(told.alt.contains(alt) && told.readout.starts_with(readout), "{value}: {told:?}");
        for words in ["about 49 tonnes", "Without it about 35.8 tonnes"] {
            ensure!(told.step.contains(words), "{value}: no “{words}” in {}", told.step);
        }
        let row: Vec<String> = reader.eval(WITHOUT).await?;
        ensure!(row.iter().any(|cell| cell == "35.8"), "the table says {row:?} without the shipment");
        reader.drawn("plants").await?;
        keeps_count(&reader, PLANTS, value).await?;
        let search = if value == "with" { "?step=plants.5" } else { "?step=plants.5&transit=without" };
        reader.eventually(&format!("location.search === '{search}'"), "the URL follows the toggle").await?;
    }
    reader.leave().await
}
