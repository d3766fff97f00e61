//! Steps come in their order and go back in it, whatever moves the page: small scrolls, the wheel, page keys.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

/// Pixels between two places where a sweep looks: a fraction of the shortest step.
const STRIDE: u32 = 120;

/// Scrolls to each of some places and returns the steps that were current, with their scenes.
fn sweep(places: &[u32]) -> String {
    format!(
        "
const seen = [];
for (const place of {places:?}) {{
  scrollTo(0, place);
  await frame(); await frame(); await frame();
  const steps = [...document.querySelectorAll('[aria-current=step]')];
  const now = steps.map(step => `${{step.dataset.step}} ${{step.closest('section').querySelector('.figure').dataset.scene}}`).join();
  if (now && seen.at(-1) !== now) seen.push(now);
}}
return seen;"
    )
}

/// Scrolls from place to place, a part of the way in each call of the browser.
async fn seen(reader: &Reader, places: &[u32]) -> Result<Vec<String>> {
    let mut seen: Vec<String> = Vec::new();
    for part in places.chunks(80) {
        seen.extend(reader.run_async::<Vec<String>>(&sweep(part)).await?);
    }
    seen.dedup();
    Ok(seen)
}

fn in_order() -> Vec<String> {
    site::all_steps().iter().map(|(step, scene)| format!("{step} {scene}")).collect()
}

fn backwards() -> Vec<String> {
    in_order().into_iter().rev().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_shows_each_scene_in_its_order_and_back() -> Result<()> {
    let server = site::hosted()?;
    for viewport in site::some(&[PHONE, DESKTOP]) {
        let reader = Reader::at_size(*viewport, server.url("")).await?;
        let end: u32 = reader.eval("Math.floor(document.scrollingElement.scrollHeight - innerHeight)").await?;
        let mut places: Vec<u32> = (0..end).step_by(STRIDE as usize).chain([end]).collect();
        let down = seen(&reader, &places).await?;
        ensure!(down == in_order(), "{viewport:?}, down: {down:?}");
        places.reverse();
        let up = seen(&reader, &places).await?;
        ensure!(up == backwards(), "{viewport:?}, up: {up:?}");
        reader.leave().await?;
    }
    Ok(())
}

/// Notes every scene that each figure is given from now on.
const NOTE_SCENES: &str = "
window.scenes = [];
for (const figure of document.querySelectorAll('main .figure')) {
  let last = null;
  new MutationObserver(() => {
    if (last !== figure.dataset.scene) scenes.push(figure.dataset.scene);
    last = figure.dataset.scene;
  }).observe(figure, { attributeFilter: ['data-scene'] });
}";

/// What the figures are given while the page passes from one end to the other: the scenes of their steps, and the one
/// that makes its point alone before the first step and when the reader has gone on to another section. A scene that
/// shows already is not given again.
fn passing(down: bool) -> Vec<&'static str> {
    let given = site::SECTIONS.iter().enumerate().map(|(place, (section, steps))| {
        let alone = site::alone(section);
        let is_last = place + 1 == site::SECTIONS.len();
        let mut scenes: Vec<&str> = vec![alone];
        scenes.extend(steps.iter().map(|(_, scene)| *scene));
        // At the end of the page the last section keeps its last scene.
        scenes.extend((!is_last).then_some(alone));
        if !down {
            scenes.reverse();
        }
        scenes.dedup();
        scenes.split_off(1)
    });
    let mut given: Vec<Vec<&str>> = given.collect();
    if !down {
        given.reverse();
    }
    given.concat()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn the_wheel_shows_each_scene_in_its_order_and_back() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.run(NOTE_SCENES).await?;
    for (turn, edge) in
        [(100, "scrollY + innerHeight >= document.scrollingElement.scrollHeight - 1"), (-100, "scrollY <= 0")]
    {
        for _ in 0..900 {
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
        let wanted = passing(turn > 0);
        ensure!(seen == wanted, "turning by {turn}: {seen:?}, not {wanted:?}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn page_down_and_page_up_go_through_the_steps() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    for (key, edge, wanted) in [
        (Key::PageDown, "scrollY + innerHeight >= document.scrollingElement.scrollHeight - 1", site::all_steps()),
        (Key::PageUp, "scrollY <= 0", site::all_steps().into_iter().rev().collect()),
    ] {
        let mut seen: Vec<String> = Vec::new();
        for _ in 0..120 {
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
        let wanted: Vec<&str> = wanted.into_iter().map(|(step, _)| step).collect();
        ensure!(seen == wanted, "{key:?}: {seen:?}");
    }
    reader.leave().await
}
