//! Steps come in their order and go back in it, whatever moves the page: small scrolls, the wheel, keys.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site::{self, STEPS};
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

/// Scrolls to the end and back in small steps and returns the steps that were current, with their scenes.
const SWEEP: &str = "
const figure = document.querySelector('figure');
const end = document.scrollingElement.scrollHeight - innerHeight;
const look = seen => {
  const steps = [...document.querySelectorAll('[aria-current=step]')].map(step => step.dataset.step).join();
  const now = `${steps} ${figure.dataset.scene}`;
  if (steps && seen.at(-1) !== now) seen.push(now);
};
const sweep = async places => {
  const seen = [];
  for (const place of places) { scrollTo(0, place); await frame(); await frame(); await frame(); look(seen); }
  return seen;
};
const places = [...Array(Math.ceil(end / 60) + 1).keys()].map(place => Math.min(end, place * 60));
return [await sweep(places), await sweep(places.reverse())];";

fn in_order() -> Vec<String> {
    STEPS.iter().map(|(step, scene)| format!("{step} {scene}")).collect()
}

fn backwards() -> Vec<String> {
    in_order().into_iter().rev().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_shows_each_scene_in_its_order_and_back() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        let [down, up]: [Vec<String>; 2] = reader.run_async(SWEEP).await?;
        ensure!(down == in_order(), "{viewport:?}, down: {down:?}");
        ensure!(up == backwards(), "{viewport:?}, up: {up:?}");
        reader.leave().await?;
    }
    Ok(())
}

/// Notes every scene that the figure is given from now on.
const NOTE_SCENES: &str = "
const figure = document.querySelector('figure');
window.scenes = [];
new MutationObserver(() => {
  if (scenes.at(-1) !== figure.dataset.scene) scenes.push(figure.dataset.scene);
}).observe(figure, { attributeFilter: ['data-scene'] });";

#[tokio::test(flavor = "multi_thread")]
async fn the_wheel_shows_each_scene_in_its_order_and_back() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    reader.run(NOTE_SCENES).await?;
    for (turn, edge) in
        [(100, "scrollY + innerHeight >= document.scrollingElement.scrollHeight - 1"), (-100, "scrollY <= 0")]
    {
        for _ in 0..400 {
            let wheel = json!({ "type": "mouseWheel", "x": 200, "y": 400, "deltaX": 0, "deltaY": turn });
            reader.cdp("Input.dispatchMouseEvent", wheel).await?;
            if reader.eval(edge).await? {
                break;
            }
        }
        reader.eventually(edge, "the wheel reaches the end").await?;
        reader.still().await?;
        let seen: Vec<String> = reader
            .run("return scenes.splice(0)")
            .await?
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|scene| scene.as_str().map(str::to_owned))
            .collect();
        let mut wanted: Vec<&str> = STEPS.iter().map(|(_, scene)| *scene).collect();
        if turn < 0 {
            // The last scene shows already; above the first step the figure makes its point alone.
            wanted.reverse();
            wanted.remove(0);
            wanted.push("bases");
        }
        ensure!(seen == wanted, "turning by {turn}: {seen:?}");
    }
    reader.leave().await
}

/// The focus, from the top of the page, by the Tab key alone.
async fn tab_to(reader: &Reader, selector: &str) -> Result<()> {
    for _ in 0..40 {
        reader.press(Key::Tab + "").await?;
        if reader.eval(&format!("document.activeElement.matches('{selector}')")).await? {
            return Ok(());
        }
    }
    anyhow::bail!("Tab never comes to {selector}")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_walks_the_steps_and_back() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        tab_to(&reader, ".next").await?;
        reader.still().await?;
        let first: Option<usize> = reader
            .eval("[...document.querySelectorAll('.step')].findIndex(step => step.ariaCurrent) + 1 || null")
            .await?;
        for (step, scene) in &STEPS[first.unwrap_or(0)..] {
            reader.press(Key::Enter + "").await?;
            reader.rests_at(step, scene).await?;
        }
        let back = reader.driver().action_chain().key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift);
        back.perform().await?;
        reader.eventually("document.activeElement.matches('.previous')", "Shift+Tab comes to Previous").await?;
        for (step, scene) in STEPS.iter().rev().skip(1) {
            reader.press(Key::Enter + "").await?;
            reader.rests_at(step, scene).await?;
        }
        reader.leave().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn page_down_and_page_up_go_through_the_steps() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    for (key, edge, wanted) in [
        (Key::PageDown, "scrollY + innerHeight >= document.scrollingElement.scrollHeight - 1", STEPS),
        (Key::PageUp, "scrollY <= 0", {
            let mut back = STEPS;
            back.reverse();
            back
        }),
    ] {
        let mut seen: Vec<String> = Vec::new();
        for _ in 0..60 {
            reader.press(key.clone() + "").await?;
            reader.still().await?;
            let step: Option<String> =
                reader.eval("document.querySelector('[aria-current=step]')?.dataset.step ?? null").await?;
            if step.is_some() && seen.last() != step.as_ref() {
                seen.extend(step);
            }
            if reader.eval(edge).await? {
                break;
            }
        }
        ensure!(seen == wanted.map(|(step, _)| step), "{key:?}: {seen:?}");
    }
    reader.leave().await
}
