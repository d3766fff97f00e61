//! A scene is a function of its step and the reader's choices: it looks the same however the reader came to it.

use crate::reader::Reader;
use crate::site::{self, STEPS};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// What is drawn: every word, and how many shapes that can be seen, in the figure at rest.
const DRAWN: &str = "(svg => [
  [...svg.querySelectorAll('text')].map(text => text.textContent).filter(text => text.trim()).sort(),
  `${[...svg.querySelectorAll('path, circle, rect, polyline')].map(shape => shape.getBBox()).filter(box => box.width + box.height > 0).length} shapes`,
].flat())(document.querySelector('.chart .live svg'))";

type Drawn = Vec<String>;

async fn fresh(reader: &Reader, url: &str) -> Result<BTreeMap<&'static str, Drawn>> {
    let mut scenes = BTreeMap::new();
    for (step, scene) in STEPS {
        reader.goto(format!("{url}?step={step}")).await?;
        reader.ready().await?;
        reader.rests_at(step, scene).await?;
        reader.ready().await?;
        scenes.insert(scene, reader.eval(DRAWN).await?);
    }
    Ok(scenes)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scene_looks_the_same_however_it_was_reached() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let fresh = fresh(&reader, &server.url("")).await?;
    let different: BTreeSet<_> = fresh.values().collect();
    ensure!(different.len() == STEPS.len(), "scenes that look alike: {fresh:#?}");
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    let mut faults = Vec::new();
    for (button, steps) in [(".next", STEPS.to_vec()), (".previous", STEPS[..4].iter().rev().copied().collect())] {
        for (step, scene) in steps {
            reader.tap(button).await?;
            reader.rests_at(step, scene).await?;
            reader.ready().await?;
            // A shape may take a moment to fade away; then it must be gone.
            let same = format!(
                "JSON.stringify({DRAWN}) === {}",
                serde_json::to_string(&serde_json::to_string(&fresh[scene])?)?
            );
            if reader.eventually(&same, scene).await.is_err() {
                let now: Drawn = reader.eval(DRAWN).await?;
                let extra: Vec<_> = now.iter().filter(|part| !fresh[scene].contains(part)).collect();
                let lost: Vec<_> = fresh[scene].iter().filter(|part| !now.contains(part)).collect();
                faults.push(format!("{scene} by {button}: has {extra:?}, lacks {lost:?}"));
            }
        }
    }
    ensure!(faults.is_empty(), "{faults:#?}");
    reader.leave().await
}

/// A year is a name, not an amount: 2018, never 2,018.
#[tokio::test(flavor = "multi_thread")]
async fn years_on_the_axis_are_written_as_years() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    for form in [".still", ".live"] {
        let words: Vec<String> = reader
            .eval(&format!("[...document.querySelectorAll('.chart {form} svg text')].map(text => text.textContent)"))
            .await?;
        ensure!(words.iter().any(|word| word == "2018"), "{form} has no 2018: {words:?}");
        let grouped: Vec<_> =
            words.iter().filter(|word| word.starts_with("2,0") || word.starts_with("2\u{a0}0")).collect();
        ensure!(grouped.is_empty(), "{form}: {grouped:?}");
    }
    reader.leave().await
}
