//! A program that does only what a reader's move needs, held by counts that no machine's noise can blur.

use crate::chromium::PHONE;
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;

/// Counts, from before the first byte of the page, what makes a browser lay out before it would by itself, and what keeps
/// it awake. Reading where things stand does that only where something was written since the browser last looked.
const COUNTERS: &str = "
const counts = window.counts = {};
const count = name => { counts[name] = (counts[name] ?? 0) + 1; };
let written = true;
const writes = (owner, names) => {
  for (const name of names) {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (own.set) Object.defineProperty(owner, name, { ...own, set(value) { written = true; own.set.call(this, value); } });
    else owner[name] = function (...rest) { written = true; return own.value.apply(this, rest); };
  }
};
writes(Element.prototype, ['setAttribute', 'removeAttribute', 'toggleAttribute', 'innerHTML', 'remove', 'append', 'before', 'after', 'replaceChildren', 'className']);
writes(Node.prototype, ['appendChild', 'insertBefore', 'replaceChild', 'removeChild', 'textContent']);
writes(DOMTokenList.prototype, ['add', 'remove', 'toggle']);
writes(CSSStyleDeclaration.prototype, ['setProperty', 'removeProperty', 'cssText']);
writes(HTMLElement.prototype, ['hidden']);
writes(CharacterData.prototype, ['data']);
const read = () => { if (written) count('layout'); written = false; };
const getters = [
  [Element.prototype, ['clientWidth', 'clientHeight', 'clientTop', 'clientLeft', 'scrollWidth', 'scrollHeight', 'scrollTop']],
  [HTMLElement.prototype, ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft', 'innerText']],
];
for (const [owner, names] of getters) for (const name of names) {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { ...own, get() { read(); return own.get.call(this); } });
}
for (const name of ['getBoundingClientRect', 'getClientRects', 'scrollIntoView']) {
  const own = Element.prototype[name];
  Element.prototype[name] = function (...rest) { read(); return own.apply(this, rest); };
}
const style = window.getComputedStyle;
window.getComputedStyle = (...rest) => { read(); return style(...rest); };
// Observers are told right after the browser has laid out, and so is whoever comes after a frame.
for (const name of ['ResizeObserver', 'IntersectionObserver']) {
  const Own = window[name];
  window[name] = class extends Own { constructor(tell, options) { super((...told) => { written = false; tell(...told); }, options); } };
}
{
  const [next, soon] = [window.requestAnimationFrame.bind(window), window.setTimeout.bind(window)];
  const look = () => { soon(() => { written = false; }); next(look); };
  next(look);
}
// What the test itself waits with is not counted.
window.painted = window.requestAnimationFrame.bind(window);
for (const [name, kind] of [['requestAnimationFrame', 'frames'], ['setTimeout', 'timers'], ['setInterval', 'timers'], ['fetch', 'requests'], ['requestIdleCallback', 'timers']]) {
  const own = window[name].bind(window);
  window[name] = (...rest) => { count(kind); return own(...rest); };
}
window.changed = 0;
window.noted = new MutationObserver(list => { window.changed += list.length; });
";

type Counts = BTreeMap<String, u32>;

async fn counts(reader: &Reader) -> Result<Counts> {
    reader.eval("counts").await
}

async fn begin_again(reader: &Reader) -> Result<()> {
    reader.run("for (const name in counts) delete counts[name]; changed = 0").await.map(drop)
}

/// The story on a phone, watched from its first byte, at rest.
async fn watched(url: &str) -> Result<Reader> {
    let reader = Reader::chromium().await?;
    reader.viewport(PHONE).await?;
    reader.beforehand(COUNTERS).await?;
    reader.goto(url).await?;
    reader.ready().await?;
    rests(&reader).await?;
    Ok(reader)
}

/// Waits until nothing is counted for thirty frames.
async fn rests(reader: &Reader) -> Result<()> {
    reader
        .run_async::<Value>(
            "for (let last, same = 0; same < 30;) {
               await new Promise(painted);
               const now = JSON.stringify([counts, changed]);
               same = now === last ? same + 1 : 0;
               last = now;
             }",
        )
        .await
        .map(drop)
}

/// Scrolls through the whole story, 80 pixels a frame.
const SCROLL: &str = "
const end = document.scrollingElement.scrollHeight - innerHeight;
for (const name in counts) delete counts[name];
for (let y = 0; y < end; y += 80) { scrollTo(0, y); await new Promise(painted); }
return counts.layout ?? 0;";

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_over_what_is_known_reads_nothing_from_layout() -> Result<()> {
    let server = site::hosted()?;
    let reader = watched(&server.url("")).await?;
    // The first time, sections are taken over and measured as they come near.
    let first: u32 = reader.run_async(SCROLL).await?;
    // ECharts measures its room when it begins.
    reader.drawn("explore").await?;
    reader.run("scrollTo(0, 0)").await?;
    rests(&reader).await?;
    let again: u32 = reader.run_async(SCROLL).await?;
    ensure!(again == 0, "scrolled again, the page read {again} things from layout ({first} the first time)");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_and_a_slider_read_layout_at_most_once() -> Result<()> {
    let server = site::hosted()?;
    let reader = watched(&server.url("?step=doubled.2")).await?;
    reader.drawn("doubled").await?;
    rests(&reader).await?;
    let distance: f64 = reader
        .eval(
            "document.querySelector('[data-step=\"doubled.3\"]').getBoundingClientRect().top
             - document.querySelector('[data-step=\"doubled.2\"]').getBoundingClientRect().top",
        )
        .await?;
    begin_again(&reader).await?;
    reader.run(&format!("scrollBy(0, {distance})")).await?;
    reader.at_step("doubled.3", "bases").await?;
    rests(&reader).await?;
    let step = counts(&reader).await?.get("layout").copied().unwrap_or_default();
    ensure!(step <= 1, "a step read {step} things from layout");
    begin_again(&reader).await?;
    reader
        .run(
            "const slider = document.querySelector('input[name=base]');
             slider.value = 2012;
             slider.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await?;
    reader
        .eventually("document.querySelector('#doubled .readout').textContent.includes('2012')", "the readout")
        .await?;
    rests(&reader).await?;
    let slider = counts(&reader).await?.get("layout").copied().unwrap_or_default();
    ensure!(slider <= 1, "a slider read {slider} things from layout");
    reader.leave().await
}

/// A scene comes as one whole picture: few nodes are added and taken away, none is changed one by one.
#[tokio::test(flavor = "multi_thread")]
async fn a_scene_touches_few_nodes() -> Result<()> {
    let server = site::hosted()?;
    let reader = watched(&server.url("?step=doubled.2")).await?;
    reader.drawn("doubled").await?;
    rests(&reader).await?;
    reader
        .run(
            "noted.observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
             document.querySelector('[data-step=\"doubled.3\"]').scrollIntoView({ block: 'center', behavior: 'instant' });",
        )
        .await?;
    reader.at_step("doubled.3", "bases").await?;
    rests(&reader).await?;
    let changed: u32 = reader.eval("changed").await?;
    ensure!(changed > 0 && changed <= 40, "a scene changed {changed} things");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn at_rest_nothing_is_drawn_timed_or_asked_for() -> Result<()> {
    let server = site::hosted()?;
    let reader = watched(&server.url("?step=plants.2")).await?;
    reader.drawn("plants").await?;
    rests(&reader).await?;
    begin_again(&reader).await?;
    server.clear_requests();
    reader.run_async::<Value>("for (let frame = 0; frame < 60; frame += 1) await new Promise(painted);").await?;
    let counts = counts(&reader).await?;
    ensure!(counts.is_empty(), "at rest the page did {counts:?}");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn echarts_is_asked_for_when_the_explorer_is_near_and_not_before() -> Result<()> {
    let server = site::hosted()?;
    let reader = watched(&server.url("")).await?;
    let asked = || server.requests().iter().any(|request| request.contains("/echarts-"));
    for section in ["doubled", "iceberg", "offences"] {
        reader.drawn(section).await?;
        ensure!(!asked(), "at {section} ECharts had been asked for");
    }
    reader.drawn("explore").await?;
    ensure!(asked(), "the explorer is drawn without ECharts");
    reader.leave().await
}

/// What the page is made of when it comes, and once all of it has been near.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_has_no_more_elements_than_it_says() -> Result<()> {
    let server = site::hosted()?;
    let reader = watched(&server.url("")).await?;
    let elements = || async { reader.eval::<usize>("document.querySelectorAll('*').length").await };
    let begun = elements().await.context("at the beginning")?;
    ensure!(begun <= ELEMENTS, "{begun} elements, and {ELEMENTS} are allowed");
    let _: u32 = reader.run_async(SCROLL).await?;
    let ended = elements().await.context("at the end")?;
    ensure!(ended <= begun + MORE, "{begun} elements, and {ended} once everything has been near");
    reader.leave().await
}

/// Elements of the story's page.
const ELEMENTS: usize = 7000;
/// Those that its live figures add.
const MORE: usize = 1500;
