//! Steps come in their order and go back in it, whatever moves the page: small scrolls, the wheel, page keys.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

/// Scrolls to the end and back in small steps and returns the steps that were current, with their scenes.
const SWEEP: &str = "
const end = document.scrollingElement.scrollHeight - innerHeight;
const look = seen => {
  const steps = [...document.querySelectorAll('[aria-current=step]')];
  const now = steps.map(step => `${step.dataset.step} ${step.closest('section').querySelector('figure').dataset.scene}`).join();
  if (now && seen.at(-1) !== now) seen.push(now);
};
const sweep = async places => {
  const seen = [];
  for (const place of places) { scrollTo(0, place); await frame(); await frame(); await frame(); look(seen); }
  return seen;
};
const places = [...Array(Math.ceil(end / 60) + 1).keys()].map(place => Math.min(end, place * 60));
return [await sweep(places), await sweep(places.reverse())];";

fn in_order() -> Vec<String> {
    site::all_steps().iter().map(|(step, scene)| format!("{step} {scene}")).collect()
}

fn backwards() -> Vec<String> {
    in_order().into_iter().rev().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_shows_each_scene_in_its_order_and_back() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::at_size(viewport, server.url("")).await?;
        let [down, up]: [Vec<String>; 2] = reader.run_async(SWEEP).await?;
        ensure!(down == in_order(), "{viewport:?}, down: {down:?}");
        ensure!(up == backwards(), "{viewport:?}, up: {up:?}");
        reader.leave().await?;
    }
    Ok(())
}

/// Notes every scene that each figure is given from now on.
const NOTE_SCENES: &str = "
window.scenes = [];
for (const figure of document.querySelectorAll('main figure')) {
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
    let mut seen: Vec<Vec<&str>> = Vec::new();
    for (place, (section, steps)) in site::SECTIONS.iter().enumerate() {
        let alone = site::alone(section);
        let mut scenes: Vec<&str> = steps.iter().map(|(_, scene)| *scene).collect();
        let last = place + 1 == site::SECTIONS.len();
        if down {
            // A first scene that stands alone already is not given; at the end the last section keeps its last one.
            scenes.drain(..usize::from(scenes.first() == Some(&alone)));
            scenes.extend((!last).then_some(alone));
        } else {
            scenes.reverse();
            scenes.drain(..usize::from(last));
            scenes.push(alone);
        }
        scenes.dedup();
        seen.push(scenes);
    }
    if !down {
        seen.reverse();
    }
    seen.concat()
}

#[tokio::test(flavor = "multi_thread")]
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
