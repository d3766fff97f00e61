//! One drawing for everything: what the page was sent with and what the program draws are, to the byte, what the same
//! function draws here at the same size and state.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use crate::told::{NATIVE, section};
use anyhow::{Result, ensure};
use seized::chart::{Draw, Scene, Shows, Size};
use serde_json::json;

/// Where a drawing differs from the first one that `selector` names, as a browser writes both; an empty text where it
/// does not.
async fn difference(reader: &Reader, selector: &str, scene: &Scene, size: Size, query: &str) -> Result<String> {
    let drawing = scene.drawing(&NATIVE.facts(query), &NATIVE.words, size).svg();
    reader
        .eval(&format!(
            "(made => {{
              const wanted = document.createElement('template');
              wanted.innerHTML = made;
              const [page, native] = [document.querySelector({}), wanted.content.firstElementChild].map(svg => svg?.outerHTML ?? 'nothing');
              const from = [...page].findIndex((letter, at) => letter !== native[at]);
              return page === native ? '' : `…${{page.slice(Math.max(0, from - 60), from + 60)}}… natively …${{native.slice(Math.max(0, from - 60), from + 60)}}…`;
            }})({})",
            json!(selector),
            json!(drawing)
        ))
        .await
}

async fn size(reader: &Reader, selector: &str, from: &str) -> Result<Size> {
    let [width, height]: [f64; 2] =
        reader.eval(&format!("(found => {from})(document.querySelector({}))", json!(selector))).await?;
    Ok(Size::new(width, height))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_sent_with_what_is_drawn_here() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    for (id, _) in site::SECTIONS.iter().filter(|(id, _)| section(id).figure.shows == Shows::Drawing) {
        for kind in ["phone", "desktop"] {
            let still = format!("#{id} .still .{kind} svg");
            let size = size(&reader, &still, "[found.viewBox.baseVal.width, found.viewBox.baseVal.height]").await?;
            let differs = difference(&reader, &still, section(id).figure.still, size, "").await?;
            ensure!(differs.is_empty(), "{id}, {kind}: {differs}");
        }
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_draws_what_is_drawn_here() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.feature("prefers-reduced-motion", "no-preference").await?;
    let mut compared = 0;
    for viewport in site::some(&[PHONE, DESKTOP]).iter().copied() {
        reader.viewport(viewport).await?;
        for (id, steps) in site::SECTIONS.iter().filter(|(id, _)| section(id).figure.shows == Shows::Drawing) {
            let own = |place: &usize| site::at_length() || *place == 0 || *place + 1 == steps.len();
            for place in (0..steps.len()).filter(own) {
                let (step, scene) = (steps[place].0, section(id).steps[place].scene);
                // ECharts draws this one.
                if matches!(scene.draw, Draw::Explorer { .. }) {
                    continue;
                }
                let query = format!("?step={step}&base=2017&plants=straw");
                reader.goto(server.url(&format!("embed/{id}/{query}"))).await?;
                reader.drawn(id).await?;
                reader.at_step(step, scene.id).await?;
                reader.eventually("!document.querySelector('.leaving')", "one drawing alone").await?;
                let live = format!("#{id} .figure .live");
                let size = size(&reader, &live, "[found.clientWidth, found.clientHeight]").await?;
                let drawn = format!("{live} .layer svg");
                let differs = difference(&reader, &drawn, scene, size, &query).await?;
                ensure!(differs.is_empty(), "{step}, {viewport:?}: {differs}");
                compared += 1;
            }
        }
    }
    ensure!(compared > 15, "{compared} drawings compared");
    reader.leave().await
}
