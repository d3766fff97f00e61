//! Coming to life leaves no trace: nothing fails, moves, blocks, or asks any other host.

use crate::chromium::{DESKTOP, PHONE};
use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Watches from before the first byte of the page.
///
/// The loader hands over to the program by defining `globalThis.seized`; the program's later tasks begin as timers.
const WITNESS: &str = "
const seen = window.seen = { shift: 0, moved: [], tasks: [], timers: [], broken: [], begun: null, live: null };
const watch = (type, hear) => new PerformanceObserver(list => list.getEntries().forEach(hear)).observe({ type, buffered: true });
const box = rect => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' ');
watch('layout-shift', entry => {
  if (entry.hadRecentInput) return;
  seen.shift += entry.value;
  seen.moved.push([entry.value, Math.round(entry.startTime), ...entry.sources.map(({ node, previousRect, currentRect }) =>
    `${node?.localName ?? node?.textContent}.${node?.className} from ${box(previousRect)} to ${box(currentRect)}`)]);
});
watch('longtask', entry => seen.tasks.push([entry.startTime, entry.duration]));
addEventListener('securitypolicyviolation', event => seen.broken.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
addEventListener('error', event => seen.broken.push(`error: ${event.message ?? event.target.outerHTML}`), true);
addEventListener('unhandledrejection', event => seen.broken.push(`rejection: ${event.reason}`));
Object.defineProperty(window, 'seized', { configurable: true, set(value) {
  seen.begun = performance.now();
  Object.defineProperty(window, 'seized', { value, writable: true, configurable: true });
} });
const later = window.setTimeout;
window.setTimeout = (task, ...rest) => later(() => { seen.timers.push(performance.now()); task(); }, ...rest);
new MutationObserver(() => {
  if (document.documentElement?.dataset.state === 'live') seen.live ??= performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] });
";

/// What may move while the page comes to life, as Cumulative Layout Shift.
const SHIFT: f64 = 0.01;

#[tokio::test(flavor = "multi_thread")]
async fn the_hosted_page_comes_to_life_without_a_trace() -> Result<()> {
    let server = site::hosted()?;
    for viewport in site::some(&[DESKTOP, PHONE]).iter().copied() {
        server.clear_requests();
        let home = server.url("");
        comes_to_life(&home, &home, viewport).await?;
        let failed: Vec<_> = server.requests().into_iter().filter(|request| !request.starts_with("200 ")).collect();
        ensure!(failed.is_empty(), "{viewport:?}: the server answered {failed:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_single_file_comes_to_life_without_a_trace() -> Result<()> {
    let file = site::file_url()?;
    comes_to_life(&file, &file, PHONE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_embed_comes_to_life_without_a_trace() -> Result<()> {
    for (section, _) in site::few_sections() {
        let host = Host::of(section, 360, Height::Heard, "")?;
        let reader = Reader::chromium().await?;
        host::arrive(&reader, &host).await?;
        let complaints = reader.complaints().await?;
        ensure!(complaints.is_empty(), "{section}: the console says {complaints:#?}");
        let failed: Vec<_> = host.requests().into_iter().filter(|request| !request.starts_with("200 ")).collect();
        ensure!(failed.is_empty(), "{section}: the server answered {failed:?}");
        reader.leave().await?;
    }
    Ok(())
}

/// Loads `url`, walks through its steps, and finds nothing wrong; `home` begins every address that may be asked.
async fn comes_to_life(url: &str, home: &str, viewport: (u32, u32)) -> Result<()> {
    let reader = Reader::chromium().await?;
    reader.beforehand(WITNESS).await?;
    reader.viewport(viewport).await?;
    // What the browser asked for by itself while it started.
    reader.events(&[]).await?;
    reader.goto(url).await?;
    reader.ready().await?;
    let shift: f64 = reader.eval("seen.shift").await?;
    ensure!(
        shift <= SHIFT,
        "{viewport:?}: shifted by {shift} while coming to life: {}",
        reader.run("return seen.moved").await?
    );
    for (section, steps) in site::SECTIONS.iter() {
        for (step, scene) in steps {
            reader.tap(&format!("#{section} .next")).await?;
            reader.rests_at(step, scene).await?;
        }
    }
    let broken: Vec<String> = reader.eval("seen.broken").await?;
    ensure!(broken.is_empty(), "{viewport:?}: {broken:#?}");
    let complaints = reader.complaints().await?;
    ensure!(complaints.is_empty(), "{viewport:?}: the console says {complaints:#?}");
    let asked = reader.events(&["Network.requestWillBeSent", "Network.loadingFailed"]).await?;
    let fine = |(kind, event): &(String, Value)| {
        let address = event["request"]["url"].as_str().unwrap_or_default();
        kind != "Network.loadingFailed"
            && (address.starts_with(home) || address.starts_with("data:") || address.starts_with("blob:"))
    };
    let strange: Vec<_> = asked.iter().filter(|event| !fine(event)).collect();
    ensure!(!asked.is_empty() && strange.is_empty(), "{viewport:?}: {strange:#?}");
    reader.leave().await
}

/// Three loads, and of each task the shortest: what else a machine does may only lengthen a task. A task that is long
/// in every one of them is long.
#[tokio::test(flavor = "multi_thread")]
async fn no_task_of_taking_over_is_long_on_a_slow_machine() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::alone().await?;
    reader.beforehand(WITNESS).await?;
    reader.viewport(PHONE).await?;
    reader.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    let mut loads: Vec<BTreeMap<usize, f64>> = Vec::new();
    for _ in 0..3 {
        reader.goto(server.url("")).await?;
        reader.eventually("seen.live", "the program takes over").await?;
        // Entries come with the next idle moment; a task of our own after it is behind them.
        reader
            .run_async::<Value>("await frame(); await new Promise(done => requestIdleCallback(done)); await frame();")
            .await?;
        let seen = reader.eval::<Value>("seen").await?;
        ensure!(seen["begun"].is_number(), "the program was never handed over to: {seen}");
        loads.push(long_tasks(&seen));
    }
    let shared = |place: &usize| loads.iter().all(|load| load.contains_key(place));
    let places: BTreeSet<usize> = loads.iter().flat_map(|load| load.keys().copied()).filter(shared).collect();
    ensure!(
        places.is_empty(),
        "tasks {places:?} are over 50 ms in each of three loads (0 begins the program): {loads:?}"
    );
    reader.leave().await
}

/// The tasks over 50 ms from handing over to being live, by place: 0 began the program, 1 was its first timer, …
fn long_tasks(seen: &Value) -> BTreeMap<usize, f64> {
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let (begun, live) = (number(&seen["begun"]), number(&seen["live"]));
    let timers: Vec<f64> =
        seen["timers"].as_array().into_iter().flatten().map(number).filter(|at| *at >= begun).collect();
    let tasks = seen["tasks"].as_array().into_iter().flatten().map(|task| (number(&task[0]), number(&task[1])));
    let ours = tasks.filter(|(start, duration)| start + duration >= begun && *start <= live);
    ours.map(|(start, duration)| (timers.iter().filter(|at| **at <= start + duration).count(), duration)).collect()
}
