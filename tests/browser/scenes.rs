//! A scene is a function of its step and the reader's choices: it looks the same however the reader came to it.

use crate::reader::Reader;
use crate::site::{self, Step};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// What is drawn in a section's figure at rest: every word, how many shapes, how many squares that can be seen, and how
/// well.
fn drawn(section: &str) -> String {
    format!(
        "(svg => {{
          const seen = selector => [...svg.querySelectorAll(selector)].filter(part => part.checkVisibility({{ opacityProperty: true }}));
          const shapes = seen('path, circle, rect, polyline').map(shape => shape.getBBox());
          const squares = seen('path.mark').map(mark => `${{mark.getAttribute('d').split('z').length - 1}} ${{mark.dataset.id}} ${{getComputedStyle(mark).opacity}}`);
          return [
            seen('text').map(text => text.textContent).filter(text => text.trim()).sort(), squares,
            `${{shapes.filter(box => box.width + box.height > 0).length}} shapes`,
          ].flat();
        }})(document.querySelector('#{section} .chart .live svg'))"
    )
}

type Drawn = Vec<String>;

async fn fresh(reader: &Reader, url: &str, section: &str, steps: &[Step]) -> Result<BTreeMap<&'static str, Drawn>> {
    let mut scenes = BTreeMap::new();
    for (step, scene) in steps {
        reader.goto(format!("{url}?step={step}")).await?;
        reader.ready().await?;
        reader.rests_at(step, scene).await?;
        reader.ready().await?;
        scenes.insert(*scene, reader.eval(&drawn(section)).await?);
    }
    Ok(scenes)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scene_looks_the_same_however_it_was_reached() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for (section, steps) in site::some_sections() {
        let url = server.url(&format!("embed/{section}/"));
        let fresh = fresh(&reader, &url, section, steps).await?;
        let different: BTreeSet<_> = fresh.values().collect();
        ensure!(different.len() == fresh.len(), "scenes that look alike: {fresh:#?}");
        reader.goto(format!("{url}?step={}", steps[0].0)).await?;
        reader.rests_at(steps[0].0, steps[0].1).await?;
        let back: Vec<Step> = steps.iter().rev().skip(1).copied().collect();
        let mut faults = there(&reader, section, ".next", &steps[1..], &fresh).await?;
        faults.extend(there(&reader, section, ".previous", &back, &fresh).await?);
        ensure!(faults.is_empty(), "{faults:#?}");
    }
    reader.leave().await
}

/// Presses a button from step to step, and says what looks otherwise than it did fresh.
async fn there(
    reader: &Reader,
    section: &str,
    button: &str,
    steps: &[Step],
    fresh: &BTreeMap<&'static str, Drawn>,
) -> Result<Vec<String>> {
    let (mut faults, drawn) = (Vec::new(), drawn(section));
    for (step, scene) in steps {
        reader.tap(&format!("#{section} {button}")).await?;
        reader.rests_at(step, scene).await?;
        reader.ready().await?;
        // A shape may take a moment to fade away; then it must be gone.
        let wanted = serde_json::to_string(&serde_json::to_string(&fresh[scene])?)?;
        if reader.eventually(&format!("JSON.stringify({drawn}) === {wanted}"), scene).await.is_err() {
            let now: Drawn = reader.eval(&drawn).await?;
            let extra: Vec<_> = now.iter().filter(|part| !fresh[scene].contains(part)).collect();
            let lost: Vec<_> = fresh[scene].iter().filter(|part| !now.contains(part)).collect();
            faults.push(format!("{step} by {button}: has {extra:?}, lacks {lost:?}"));
        }
    }
    Ok(faults)
}

/// A year is a name, not an amount: 2018, never 2,018.
#[tokio::test(flavor = "multi_thread")]
async fn years_on_the_axis_are_written_as_years() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.drawn("doubled").await?;
    for form in [".still", ".live"] {
        let words: Vec<String> = reader
            .eval(&format!(
                "[...document.querySelectorAll('#doubled .chart {form} svg text')].map(text => text.textContent)"
            ))
            .await?;
        ensure!(words.iter().any(|word| word == "2018"), "{form} has no 2018: {words:?}");
        let grouped: Vec<_> =
            words.iter().filter(|word| word.starts_with("2,0") || word.starts_with("2\u{a0}0")).collect();
        ensure!(grouped.is_empty(), "{form}: {grouped:?}");
    }
    reader.leave().await
}
