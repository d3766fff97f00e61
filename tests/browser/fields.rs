//! Fields of squares keep count in the page itself: what a reader sees times 100 kg is what the words beside it say.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

/// What stands in a drawing: for each field what is written above it, how many squares of its stack are to be seen, and
/// how many of all are synthetics. What is lifted off the stack stands higher than what is written over it.
const FIELDS: &str = "(svg => [...svg.children].filter(child => child.matches('.field, .chosen')).map(field => {
  const count = marks => marks.reduce((count, mark) => count + mark.getAttribute('d').split('z').length - 1, 0);
  const marks = [...field.querySelectorAll('path.mark')];
  const total = field.querySelector('text.total'), top = total ? total.getBoundingClientRect().top : -Infinity;
  const squares = marks.filter(mark => mark.dataset.id !== 'seed_synth_2018');
  return { total: total?.textContent ?? '', chosen: field.matches('.chosen'),
    shown: count(squares.filter(mark => !mark.closest('.away') && mark.getBoundingClientRect().bottom > top + 2)),
    accent: count(marks.filter(mark => mark.dataset.id === 'seed_synth_2023')) };
}))";

#[derive(Debug, Deserialize)]
pub struct Field {
    total: String,
    chosen: bool,
    shown: f64,
    accent: f64,
}

impl Field {
    /// What is said to stand here, in tonnes; `None` where nothing is said.
    fn said(&self) -> Result<Option<f64>> {
        let words = self.total.trim();
        if words.is_empty() {
            return Ok(None);
        }
        let bare = words.replace('\u{a0}', " ");
        let bare = ["at most ", "about "].into_iter().fold(bare.as_str(), |bare, more| bare.trim_start_matches(more));
        let number = bare.strip_suffix(" t").with_context(|| format!("`{words}` is no weight in tonnes"))?;
        Ok(Some(number.parse()?))
    }
}

async fn fields(reader: &Reader, svg: &str) -> Result<Vec<Field>> {
    reader.eval(&format!("{FIELDS}({svg})")).await
}

/// Within half a square, 0.05 t.
pub async fn keeps_count(reader: &Reader, svg: &str, what: &str) -> Result<Vec<Field>> {
    let fields = fields(reader, svg).await?;
    // Two totals beside each other, or one under three readings, of which one is chosen.
    let chosen = fields.iter().filter(|field| field.chosen).count();
    ensure!((fields.len(), chosen) == (2, 0) || (fields.len(), chosen) == (3, 1), "{what}: {fields:?}");
    for field in &fields {
        if let Some(said) = field.said()? {
            let off = (field.shown * 0.1 - said).abs();
            ensure!(off <= 0.05 + 1e-9, "{what}: {} squares for {said} t", field.shown);
        }
    }
    Ok(fields)
}

const GUESS: &str = "document.querySelector('#fig-guess .chart .live svg')";
/// The drawing of figure `plants`.
pub const PLANTS: &str = "document.querySelector('#fig-plants .chart .live svg')";

#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn squares_are_counted_in_every_scene_and_reading() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        reader.goto(server.url("?step=guess.1")).await?;
        reader.drawn("guess").await?;
        let opening = keeps_count(&reader, GUESS, "guess.1").await?;
        ensure!((opening[0].shown, opening[1].shown) == (203.0, 411.0), "{opening:?}");
        ensure!((opening[0].accent, opening[1].accent) == (0.0, 11.0), "{opening:?}");
        for (step, scene) in site::steps_of("plants") {
            for reading in ["plants", "straw", "neither"] {
                for transit in ["with", "without"] {
                    let query = format!("?step={step}&inside={reading}&transit={transit}");
                    reader.goto(server.url(&query)).await?;
                    reader.drawn("plants").await?;
                    reader.at_step(step, scene).await?;
                    reader.drawn("plants").await?;
                    let fields = keeps_count(&reader, PLANTS, &query).await?;
                    if *scene == "rise" {
                        let net = fields[1].shown - fields[0].shown;
                        ensure!(net == 208.0, "{query}: the fields differ by {net} squares, the totals by 20.8 t");
                    }
                    if *scene != "transit" && transit == "with" {
                        break;
                    }
                }
            }
        }
        reader.leave().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_the_fields_are_there_and_keep_count() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    for viewport in [PHONE, DESKTOP] {
        reader.viewport(viewport).await?;
        for (path, figures) in
            [("", &["guess", "plants"][..]), ("embed/guess/", &["guess"]), ("embed/plants/", &["plants"])]
        {
            reader.goto(server.url(path)).await?;
            for figure in figures {
                let svg = format!(
                    "[...document.querySelectorAll('#fig-{figure} .still svg')].find(svg => svg.getBoundingClientRect().width > 100)"
                );
                let fields = keeps_count(&reader, &svg, &format!("/{path} {figure}")).await?;
                let (shown, accent) = match *figure {
                    "guess" => (vec![203.0, 411.0], vec![0.0, 11.0]),
                    _ => (vec![151.0, 196.0, 305.0], vec![11.0; 3]),
                };
                ensure!(fields.iter().map(|field| field.shown).eq(shown), "/{path} {figure}: {fields:?}");
                ensure!(fields.iter().map(|field| field.accent).eq(accent), "/{path} {figure}: {fields:?}");
            }
        }
    }
    reader.leave().await
}
