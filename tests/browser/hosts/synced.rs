//! With our own script on the host the figure sticks, and Next scrolls the host in every engine.

use super::pages::Kind;
use super::reads::open;
use super::stage::{Stage, enter, leave};
use super::steps;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use xtask::drivers::Engine;

/// Positions of the host while the column of steps covers its window, in thousandths of the way.
const WAY: [u32; 6] = [0, 700, 130, 1000, 410, 860];

/// Where the column begins and ends and how high the window is, in our page's pixels.
const COLUMN: &str = "(() => {
  const box = document.querySelector('.scrolly').getBoundingClientRect();
  return [box.top + scrollY, box.bottom + scrollY, innerHeight];
})()";

/// Scrolls the host to many places along the steps: the figure stays where it is on the screen.
async fn sticks(reader: &Reader) -> Result<()> {
    enter(reader, 0).await?;
    let (top, bottom, window): (f64, f64, f64) = reader.eval(COLUMN).await?;
    ensure!(bottom - top > 2.0 * window, "the column is too low to try: {top} to {bottom} in {window}");
    let mut first = None;
    for part in WAY {
        let down = (top + (bottom - top - window) * f64::from(part) / 1000.0).round();
        leave(reader).await?;
        let go = format!("scrollBy(0, document.querySelector('[data-seized]').getBoundingClientRect().top + {down})");
        reader.run(&go).await?;
        let frame: f64 = reader.eval("document.querySelector('iframe').getBoundingClientRect().top").await?;
        ensure!(frame.abs() <= 1.0, "{down} down: the frame is at {frame}");
        enter(reader, 0).await?;
        reader.eventually(&format!("Math.abs(scrollY - {down}) <= 1"), &format!("the frame is told {down}")).await?;
        let figure: f64 = reader.eval("document.querySelector('.figure').getBoundingClientRect().top").await?;
        let stuck = *first.get_or_insert(frame + figure);
        ensure!((frame + figure - stuck).abs() <= 1.0, "{down} down: the figure is at {figure}, was at {stuck}");
    }
    Ok(())
}

/// Writes down every step that becomes the current one.
const WENT: &str = "
const went = window.went = [];
new MutationObserver(() => {
  const step = document.querySelector('[aria-current=step]')?.dataset.step;
  if (step && step !== went.at(-1)) went.push(step);
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-current'] });";

/// Next in the frame scrolls the host, to a place where the step stays the current one.
async fn next_scrolls(reader: &Reader) -> Result<()> {
    steps::to_first(reader, 0).await?;
    let mut scroll: f64 = reader.eval("scrollY").await?;
    enter(reader, 0).await?;
    let (step, scene) = site::STEPS[0];
    reader.rests_at(step, scene).await?;
    reader.run(WENT).await?;
    for (step, scene) in &site::STEPS[1..] {
        enter(reader, 0).await?;
        reader.click(".next").await?;
        reader.at_step(step, scene).await?;
        leave(reader).await?;
        reader.eventually(&format!("scrollY > {scroll} + 50"), &format!("{step}: the host scrolls on")).await?;
        reader.still().await?;
        scroll = reader.eval("scrollY").await?;
        enter(reader, 0).await?;
        reader.at_step(step, scene).await?;
    }
    // Host and frame both scroll; should they disagree, even for a moment, the reader sees a step before and hears of it.
    let went: Vec<String> = reader.eval("went").await?;
    ensure!(went.iter().eq(site::STEPS[1..].iter().map(|(step, _)| step)), "Next went through {went:?}");
    Ok(())
}

async fn sticks_and_scrolls(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    let stage = Stage::start(Kind::Script)?;
    stage.arrive(&reader).await?;
    sticks(&reader).await?;
    next_scrolls(&reader).await?;
    stage.is_whole(&reader).await?;
    reader.leave().await
}

/// Loads the host's script once more and waits until it has run.
async fn load(reader: &Reader, stage: &Stage) -> Result<()> {
    leave(reader).await?;
    let script = format!(
        "await new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'),
           {{ src: '{}', onload: done, onerror: failed }})))",
        stage.ours("host.js")
    );
    reader.run_async::<Value>(&script).await.map(drop)
}

/// A script that comes when the frame has long settled without one engages; the same again changes nothing; frames that
/// come and go later are no trouble.
async fn comes_late(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    let mut stage = Stage::start(Kind::Late)?;
    stage.arrive(&reader).await?;
    load(&reader, &stage).await?;
    stage.kind = Kind::Script;
    stage.live(&reader, 0).await?;
    sticks(&reader).await?;

    reader.run("seen.messages = 0").await?;
    leave(&reader).await?;
    let page = "document.querySelector('main').outerHTML";
    let before: String = reader.eval(page).await?;
    load(&reader, &stage).await?;
    stage.is_silent(&reader).await?;
    ensure!(reader.eval::<String>(page).await? == before, "the second script changed the page: {before}");
    enter(&reader, 0).await?;
    ensure!(reader.is("seen.messages === 0").await?, "the second script spoke to the frame");
    leave(&reader).await?;

    let add = format!(
        "document.querySelector('main').insertAdjacentHTML('beforeend', `<div data-seized id=later>
           <iframe title='Seized' src='{}' width='100%' sandbox=allow-scripts></iframe></div><article>Still later</article>`)",
        stage.ours("embed/plants/")
    );
    reader.run(&add).await?;
    stage.live(&reader, 1).await?;
    let broken: Value = reader.eval("seen.broken").await?;
    ensure!(broken == json!([]), "in the later frame {broken:#}");
    leave(&reader).await?;
    reader.run("document.getElementById('later').remove()").await?;
    sticks(&reader).await?;
    stage.is_silent(&reader).await?;
    stage.is_whole(&reader).await?;
    reader.leave().await
}

in_chromium_first! {
    the_figure_sticks_and_next_scrolls_the_host => sticks_and_scrolls;
    the_script_may_come_late_and_twice_and_frames_come_and_go => comes_late;
}
