//! On paper the page is a document: what belongs together stands on one sheet, and what folds up on a screen is open.

use crate::reader::Reader;
use crate::site::{self, STEPS};
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lopdf::Document;
use serde::Deserialize;
use serde_json::json;

/// Inches of width and height.
pub const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

/// Languages and sheets.
const CASES: [(&str, (f64, f64)); 6] =
    [("en", A4), ("kk", A4), ("ru", A4), ("en", LETTER), ("kk", LETTER), ("ru", LETTER)];

/// What an unrolled page says: for each step its name and what has to stand on one sheet, its own words, all words of its
/// figure, and before a section's first step heading and caption; then every address.
const SAID: &str = "(() => {
  // What is faded is painted as a picture.
  const shows = element => !element || getComputedStyle(element).opacity === '1' && shows(element.parentElement);
  const said = elements => [...elements].filter(shows).map(element => element.textContent);
  const steps = [...document.querySelectorAll('.section .step')].map(step => {
    const section = step.closest('.section');
    const first = step === section.querySelector('.step');
    return [step.dataset.step, said([
      step.querySelector('.step-text'), ...step.querySelectorAll('.step-figure text'),
      ...(first ? section.querySelectorAll('.question, .standfirst, figcaption') : []),
    ])];
  });
  return { steps, addresses: said(document.querySelectorAll(':is(.sources, .all-sources) a[href^=http]')) };
})()";

/// The same, read.
#[derive(Deserialize)]
struct Said {
    steps: Vec<(String, Vec<String>)>,
    addresses: Vec<String>,
}

/// Letters and digits alone, since lines break and marks part runs of text differently on paper.
pub fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The text of each sheet.
pub async fn printed(reader: &Reader, (width, height): (f64, f64)) -> Result<Vec<String>> {
    let sheet = json!({ "printBackground": false, "paperWidth": width, "paperHeight": height });
    let printed = reader.cdp("Page.printToPDF", sheet).await?;
    let document = Document::load_mem(&STANDARD.decode(printed["data"].as_str().context("no document")?)?)?;
    document.get_pages().into_keys().map(|page| Ok(letters(&document.extract_text(&[page])?))).collect()
}

/// Prints a page and holds it to what stands together on it; gives what it said.
async fn holds_together(address: &str, sheet: (f64, f64), steps: usize) -> Result<Said> {
    let reader = Reader::chromium().await?;
    // Heard before the page hears that the print has ended, and rolls itself up.
    reader.beforehand(&format!("addEventListener('afterprint', () => window.said = {SAID}, true)")).await?;
    reader.goto(address).await?;
    reader.ready().await?;
    let pages = printed(&reader, sheet).await?;
    let said: Said = reader.eval("said").await?;
    ensure!(said.steps.len() == steps, "{} steps", said.steps.len());
    for (step, words) in &said.steps {
        ensure!(words.len() > 1, "{step} has no words in its figure");
        let page = pages.iter().find(|page| page.contains(&letters(&words[0])));
        let page = page.with_context(|| format!("{address}, {sheet:?}: {step} is in two parts"))?;
        let missing: Vec<_> = words.iter().filter(|words| !page.contains(&letters(words))).collect();
        ensure!(missing.is_empty(), "{address}, {sheet:?}: {step} stands without {missing:?}");
    }
    let whole = |address: &&String| pages.iter().any(|page| page.contains(&letters(address)));
    let missing: Vec<_> = said.addresses.iter().filter(|address| !whole(address)).collect();
    ensure!(missing.is_empty(), "{address}, {sheet:?}: on no sheet, or on two: {missing:?}");
    reader.eventually("!document.querySelector('.flat')", "the page is rolled up").await?;
    reader.leave().await?;
    Ok(said)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sheet_parts_a_figure_from_its_words() -> Result<()> {
    let server = site::hosted()?;
    for &(language, sheet) in site::some(&CASES) {
        let address = server.url(&site::home(language));
        let said = holds_together(&address, sheet, site::all_steps().len()).await?;
        ensure!(said.addresses.len() > 100, "{} addresses", said.addresses.len());
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_alone_prints_its_steps_as_the_reader_chose() -> Result<()> {
    let server = site::hosted()?;
    let address = server.url("embed/fig-doubled/?base=2003");
    let said = holds_together(&address, A4, STEPS.len()).await?;
    let (step, words) = &said.steps[2];
    ensure!(words.iter().any(|word| word == "2003"), "{step} says {words:?}");
    Ok(())
}
