//! The panel about the keyboard, and figures to be heard: tones as high as the table's numbers are great.

use crate::access::has_no_violation;
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use thirtyfour::prelude::*;

const HELP: &str = "document.querySelector('dialog#help').open";
const SOUND: &str = "document.querySelector('dialog#sound').open";

#[tokio::test(flavor = "multi_thread")]
async fn a_question_mark_opens_the_panel_about_the_keyboard() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.run("document.querySelector('#doubled .chart').focus({ preventScroll: true })").await?;
    reader.press("?").await?;
    reader.eventually(HELP, "the panel").await?;
    has_no_violation(&reader, "the panel about the keyboard").await?;
    let keys: usize = reader.eval("document.querySelectorAll('#help kbd').length").await?;
    ensure!(keys > 8, "{keys} keys");
    reader.press(Key::Escape + "").await?;
    reader.eventually(&format!("!{HELP}"), "Escape closes it").await?;
    reader.click("footer [data-help]").await?;
    reader.eventually(HELP, "the panel by its button").await?;
    reader.click("#help .close").await?;
    let back = format!("!{HELP} && document.activeElement.matches('footer [data-help]')");
    reader.eventually(&back, "the focus returns to the button").await?;
    reader.leave().await
}

/// What a browser was asked to sound: hertz and seconds.
const LISTEN: &str = "
window.sounded = [];
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (when) {
  if (this.type === 'sine') sounded.push([this.frequency.value, when]);
  return start.call(this, when);
};";

/// The figures that can be heard with their cells, in the table's own writing: none where a row has no number.
const FIGURES: &str = "[...document.querySelectorAll('.after [data-sound]')].map(({ dataset }) => {
  const [column, first, end] = dataset.series.split(' ').map(Number);
  const rows = [...document.querySelector(`#${dataset.sound} table`).tBodies[0].rows].slice(first, end);
  return { id: dataset.sound, cells: rows.map(row => row.cells[column].querySelector('.number')?.textContent ?? null) };
})";

#[derive(Debug, Deserialize)]
struct Figure {
    id: String,
    cells: Vec<Option<String>>,
}

/// The middle of what a cell says, in a language with a decimal sign.
fn number(cell: &str, decimal: char) -> Result<f64> {
    let plain = |letter: char| if letter == decimal { Some('.') } else { letter.is_ascii_digit().then_some(letter) };
    let plain = |end: &str| end.chars().filter_map(plain).collect::<String>();
    let ends = cell.split('–').map(|end| plain(end).parse::<f64>().with_context(|| cell.to_owned()));
    let ends = ends.collect::<Result<Vec<_>>>()?;
    Ok(ends.iter().sum::<f64>() / ends.len() as f64)
}

/// Every pair of numbers is as its pair of tones, and no tone is made for a gap.
fn sounds_like(figure: &Figure, decimal: char, sounded: &[(f64, f64)]) -> Result<()> {
    let numbers = figure.cells.iter().flatten().map(|cell| number(cell, decimal)).collect::<Result<Vec<_>>>()?;
    ensure!(numbers.len() > 1 && sounded.len() == numbers.len(), "{figure:?}: {sounded:?}");
    for (place, (value, tone)) in numbers.iter().zip(sounded).enumerate() {
        for (other, later) in numbers.iter().zip(sounded).skip(place + 1) {
            ensure!(tone.1 < later.1, "{}: a later row sounds first", figure.id);
            // A tone is a 32-bit number.
            let same = (tone.0 - later.0).abs() < 1e-3;
            let right = if value == other { same } else { (value < other) == (tone.0 < later.0) && !same };
            ensure!(right, "{}: {value} sounds at {} Hz, {other} at {}", figure.id, tone.0, later.0);
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_sound_as_their_tables_count() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(LISTEN).await?;
    for (language, decimal) in [("ru", ','), ("en", '.')] {
        reader.goto(server.url(&site::home(language))).await?;
        reader.ready().await?;
        all_sound(&reader, decimal).await?;
    }
    reader.tap(".after [data-sound=fig-doubled]").await?;
    reader.eventually(SOUND, "the panel").await?;
    has_no_violation(&reader, "a figure to be heard").await?;
    reader.leave().await
}

async fn all_sound(reader: &Reader, decimal: char) -> Result<()> {
    let figures: Vec<Figure> = reader.eval(FIGURES).await?;
    ensure!(figures.len() + 1 == site::SECTIONS.len(), "only the audit has nothing to be heard: {figures:?}");
    for figure in &figures {
        reader.tap(&format!(".after [data-sound={}]", figure.id)).await?;
        reader.eventually(SOUND, "the panel of a figure to be heard").await?;
        let told: String = reader.eval("document.querySelector('#sound .range').textContent").await?;
        ensure!(!told.contains('[') && !told.contains("undefined"), "{}: {told}", figure.id);
        reader.click("#sound .play").await?;
        let name =
            "(({ textContent, dataset }) => textContent === dataset.stop)(document.querySelector('#sound .play'))";
        reader.eventually(name, "it plays").await?;
        let sounded: Vec<(f64, f64)> = reader.eval("sounded.splice(0)").await?;
        sounds_like(figure, decimal, &sounded)?;
        reader.click("#sound .play").await?;
        reader.eventually(&format!("!{name}"), "it stops").await?;
        reader.press(Key::Escape + "").await?;
        reader.eventually(&format!("!{SOUND}"), "Escape closes the panel").await?;
    }
    Ok(())
}

/// It comes to its end by itself, in a file and in a sandbox as on a host.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_and_a_frame_can_be_heard_to_the_end() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for url in [site::file_url()?, server.url("embed/share/")] {
        reader.goto(&url).await?;
        reader.ready().await?;
        reader.tap(".after [data-sound=fig-share]").await?;
        reader.eventually(SOUND, "the panel").await?;
        reader.click("#sound .play").await?;
        reader.eventually("document.querySelector('#sound .now').textContent.length > 0", "a row is shown").await?;
        reader.eventually("document.querySelector('#sound .play').textContent === 'Play'", "it ends").await?;
    }
    reader.leave().await
}
