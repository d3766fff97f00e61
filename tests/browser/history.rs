//! Next and Previous push an entry, so that Back undoes them; scrolling and the slider replace it.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

#[tokio::test(flavor = "multi_thread")]
async fn next_pushes_an_entry_and_back_returns_to_the_step_before() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.1")).await?;
    reader.rests_at("doubled.1", "bars").await?;
    let before: usize = reader.eval("history.length").await?;
    for (step, scene) in &site::STEPS[1..4] {
        reader.click("#doubled .next").await?;
        reader.rests_at(step, scene).await?;
        reader.eventually(&format!("location.search === '?step={step}'"), "the URL follows").await?;
    }
    let after: usize = reader.eval("history.length").await?;
    ensure!(after == before + 3, "three times Next took the history from {before} to {after} entries");
    for (step, scene) in site::STEPS[1..3].iter().rev() {
        reader.driver().back().await?;
        reader.rests_at(step, scene).await?;
        reader.eventually(&format!("location.search === '?step={step}'"), "the URL is that of the entry").await?;
    }
    reader.driver().forward().await?;
    reader.rests_at("doubled.3", "bases").await?;
    reader.click("#doubled .previous").await?;
    reader.rests_at("doubled.2", "line").await?;
    reader.driver().back().await?;
    reader.rests_at("doubled.3", "bases").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn back_from_the_first_step_returns_to_the_top() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.tap("#doubled .next").await?;
    reader.rests_at("doubled.1", "bars").await?;
    reader.driver().back().await?;
    reader.eventually("!document.querySelector('[aria-current=step]')", "no step is current again").await?;
    reader.still().await?;
    ensure!(reader.eval::<String>("location.search").await?.is_empty());
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_and_the_slider_replace_the_entry() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    let before: usize = reader.eval("history.length").await?;
    let slider = reader.driver().find(By::Css("input[name=base]")).await?;
    for step in ["doubled.1", "doubled.2", "doubled.4"] {
        let to = format!(
            "scrollTo(0, scrollY + document.querySelector('[data-step=\"{step}\"]').getBoundingClientRect().top - innerHeight / 3)"
        );
        reader.run(&to).await?;
        reader.eventually(&format!("location.search.includes('step={step}')"), "the URL follows the scroll").await?;
    }
    slider.send_keys(Key::Left + Key::Left).await?;
    reader.eventually("location.search.includes('base=2016')", "the URL follows the slider").await?;
    let after: usize = reader.eval("history.length").await?;
    ensure!(after == before, "the history went from {before} to {after} entries");
    reader.leave().await
}
