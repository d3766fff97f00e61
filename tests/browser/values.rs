//! What a mark says: to a pointer, a finger and the arrow keys the same, and what the table says.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::prelude::*;

/// Marks of a chart as a reader sees them, and the value that is written.
const TOOLS: &str = "
window.chart = document.querySelector('main .figure .chart');
window.marks = () => [...chart.querySelectorAll('.live .layer:not(.leaving) .mark[data-name]')].filter(mark => !mark.closest('.away'));
window.written = () => { const value = chart.querySelector('.value'); return value && !value.hidden ? value.textContent : null; };
window.place = mark => {
  const svg = mark.closest('svg'), box = svg.getBoundingClientRect(), { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(box.width / width, box.height / height), [x, y] = mark.dataset.at.split(' ').map(Number);
  return { clientX: box.left + (box.width - width * scale) / 2 + x * scale, clientY: box.top + (box.height - height * scale) / 2 + y * scale };
};";

/// Every mark, pointed at where it says that it is, has its own value written, or that of one in the same place.
const POINT: &str = "
const wrong = [];
for (const mark of marks()) {
  const at = place(mark);
  const target = document.elementFromPoint(at.clientX, at.clientY) ?? chart;
  if (!chart.contains(target)) continue;
  target.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...at }));
  await frame(); await frame();
  const hit = target.closest('.mark')?.dataset.name;
  const near = marks().filter(other => { const there = place(other); return Math.hypot(there.clientX - at.clientX, there.clientY - at.clientY) < 1; });
  if (![hit, ...near.map(other => other.dataset.name)].includes(written())) wrong.push([mark.dataset.name, written()]);
}
return wrong;";

/// A mark whose id has a number in the table says that number.
const TABLE: &str = "
const numbers = new Map([...document.querySelectorAll('main .figure table [data-id]')].map(number => [number.dataset.id, number.textContent]));
const told = marks().filter(mark => numbers.has(mark.dataset.id));
return [told.length, told.filter(mark => !mark.dataset.name.includes(numbers.get(mark.dataset.id))).map(mark => [mark.dataset.name, numbers.get(mark.dataset.id)])];";

#[tokio::test(flavor = "multi_thread")]
async fn pointer_keys_and_table_say_the_same_of_every_mark_of_every_figure() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let mut told = 0;
    for (section, _) in site::SECTIONS.iter().filter(|(section, _)| *section != "explore") {
        reader.goto(server.url(&format!("embed/fig-{section}/"))).await?;
        if reader.is("!document.querySelector('main .figure .chart')").await? {
            continue;
        }
        reader.ready().await?;
        reader.run(TOOLS).await?;
        let wrong: Value = reader.run_async(POINT).await?;
        ensure!(wrong == Value::Array(Vec::new()), "{section}: pointed at, {wrong}");
        let (count, wrong): (usize, Value) = reader.run_async(TABLE).await?;
        ensure!(wrong == Value::Array(Vec::new()), "{section}: mark and table: {wrong}");
        told += count;
        let names: Vec<String> = reader.eval("marks().map(mark => mark.dataset.name)").await?;
        reader.run("chart.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX: -99, clientY: -99 })); chart.focus({ preventScroll: true })").await?;
        reader.run_async::<Value>("await frame(); await frame();").await?;
        for name in &names {
            reader.press(Key::Right + "").await?;
            let written: Option<String> = reader.eval("written()").await?;
            ensure!(written.as_ref() == Some(name), "{section}: at {name} the keys wrote {written:?}");
            let spoken: String = reader.eval("document.getElementById('live').textContent").await?;
            ensure!(spoken == *name, "{section}: at {name} was said {spoken}");
        }
    }
    ensure!(told > 40, "only {told} marks have a number in their table");
    reader.leave().await
}

/// A finger's first press shows a value, its second opens the card.
#[tokio::test(flavor = "multi_thread")]
async fn a_tap_shows_the_value_and_another_opens_the_card() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("embed/fig-doubled/")).await?;
    reader.ready().await?;
    reader.run(TOOLS).await?;
    let tap = "const mark = marks().at(-1), at = place(mark);
        for (const type of ['pointerdown', 'pointerup']) mark.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', ...at }));
        mark.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'touch', ...at }));";
    reader.run(tap).await?;
    reader.eventually("written() === marks().at(-1).dataset.name", "the value").await?;
    ensure!(!reader.is("document.getElementById('provenance').open").await?, "one tap opened the card");
    reader.run(tap).await?;
    reader.eventually("document.getElementById('provenance').open", "the card").await?;
    reader.leave().await
}
