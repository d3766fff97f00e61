//! Where motion is unwanted, and on paper, the page is unrolled: each step is followed by its own figure.

use crate::chromium::{DESKTOP, PHONE};
use crate::host;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, bail, ensure};
use serde_json::json;
use std::collections::BTreeSet;
use xtask::drivers::Engine;
use xtask::server::{Options, Server};

/// The steps in whose own figure a chart with words shows.
const DRAWN: &str = "[...document.querySelectorAll('.step')].filter(step => {
  // A chart has axes and series, a drawing of our own may be two groups of squares and a line of words.
  const least = step.dataset.step.startsWith('doubled') ? [5, 3] : [1, 0];
  const svg = step.querySelector('.step-figure svg');
  return svg && svg.getBoundingClientRect().height > 100 && svg.getBoundingClientRect().width > 200
    && svg.querySelectorAll('path, rect, circle').length > least[0] && svg.querySelectorAll('text').length > least[1]
    && svg.getBoundingClientRect().top > step.querySelector('.step-text').getBoundingClientRect().bottom - 1;
}).map(step => step.dataset.step)";

fn step_names() -> Vec<&'static str> {
    site::all_steps().into_iter().map(|(step, _)| step).collect()
}

async fn every_step_has_its_figure(reader: &Reader) -> Result<()> {
    let missing = format!("{}.filter(step => !({DRAWN}).includes(step))", serde_json::to_string(&step_names())?);
    match reader.eventually(&format!("{missing}.length === 0"), "each step has its figure").await {
        Ok(()) => Ok(()),
        Err(_) => bail!("no figure at {:?}", reader.eval::<Vec<String>>(&missing).await?),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_reduced_motion_each_step_is_followed_by_its_figure() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP] {
        let reader = Reader::chromium().await?;
        reader.viewport(viewport).await?;
        reader.feature("prefers-reduced-motion", "reduce").await?;
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        reader.scroll_through().await?;
        every_step_has_its_figure(&reader).await?;
        let high: Vec<String> = reader
            .eval(
                "[...document.querySelectorAll('.step-figure')].filter(figure =>
                  figure.querySelector('svg').getBoundingClientRect().bottom > figure.getBoundingClientRect().bottom + 1)
                  .map(figure => figure.closest('.step').dataset.step)",
            )
            .await?;
        ensure!(high.is_empty(), "figures reach into what follows: {high:?}");
        let wide: u32 = reader.eval("document.scrollingElement.scrollWidth").await?;
        ensure!(wide <= viewport.0, "the page is {wide} wide");
        let apart: usize = reader
            .eval("new Set([...document.querySelectorAll('.step-figure svg')].map(svg => svg.innerHTML)).size")
            .await?;
        let scenes: BTreeSet<_> =
            site::all_steps().into_iter().map(|(step, scene)| (step.split('.').next(), scene)).collect();
        ensure!(apart == scenes.len(), "{apart} different figures of {}", scenes.len());
        // The wish may change while the page is open.
        reader.feature("prefers-reduced-motion", "no-preference").await?;
        reader
            .eventually(
                "!document.querySelector('.flat') && [...document.querySelectorAll('.step-figure svg')].every(svg => svg.getClientRects().length === 0)",
                "the page is rolled up",
            )
            .await?;
        reader.leave().await?;
    }
    Ok(())
}

/// Where no observer tells what the reader sees, the embed does not wait for it.
#[tokio::test(flavor = "multi_thread")]
async fn without_an_observer_an_embed_is_unrolled() -> Result<()> {
    let server = site::hosted()?;
    let frame = server.url("embed/doubled/");
    let page = format!(
        "<!doctype html><link rel=icon href='data:,'><title>An article</title><iframe id=embed src='{frame}' width=700 height=4000></iframe>"
    );
    let options = Options { pages: [("/article".to_owned(), page)].into(), ..Options::default() };
    let host = Server::start(site::dist(), options)?;
    let reader = Reader::chromium().await?;
    // On one site the frame is in the host's process, where this runs, too.
    reader.beforehand("window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} }").await?;
    reader.goto(host.page_at("127.0.0.1", "/article")).await?;
    host::enter(&reader).await?;
    reader.ready().await?;
    ensure!(reader.is("parent !== window && String(IntersectionObserver).includes('observe() {}')").await?);
    reader.eventually("document.documentElement.dataset.scroll === 'flat'", "it knows").await?;
    reader.eventually(&format!("{DRAWN}.length === 5"), "each step has its figure").await?;
    // What the frame finds out about itself, a second after it was resized, does not overrule that.
    host::leave(&reader).await?;
    reader.run("document.getElementById('embed').width = 720").await?;
    host::enter(&reader).await?;
    reader.run("window.since = performance.now()").await?;
    reader.eventually("innerWidth === 720 && performance.now() > since + 1500", "the frame has settled").await?;
    ensure!(reader.is("document.documentElement.dataset.scroll === 'flat'").await?, "it is rolled up again");
    reader.leave().await
}

/// What a print shows: every step with its figure, the table, the addresses of the sources.
async fn is_unrolled(reader: &Reader) -> Result<()> {
    every_step_has_its_figure(reader).await?;
    let sections = site::SECTIONS.len();
    let table = format!("(cells => cells.length === {sections} && cells.every(cell =>
        cell.getClientRects().length > 0 && cell.checkVisibility({{ contentVisibilityAuto: true }})))([...document.querySelectorAll('.figure tbody tr:last-child th')])");
    ensure!(reader.is(&table).await?, "a table is not on paper");
    let source = "(links => links.length > 10 && links.every(link => link.getClientRects().length > 0 && link.checkVisibility({ contentVisibilityAuto: true })))([...document.querySelectorAll('.sources .url')])";
    ensure!(reader.is(source).await?, "the sources are not on paper");
    let controls: usize = reader.eval("[...document.querySelectorAll('.controls, .stepper')].filter(found => found.getClientRects().length).length").await?;
    ensure!(controls == 0, "{controls} controls on paper");
    Ok(())
}

/// A print waits for no microtask: in Firefox never, elsewhere not if a script began it.
async fn unrolls_at_once(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    let drawn = format!(
        "dispatchEvent(new Event('beforeprint')); const drawn = {DRAWN}; dispatchEvent(new Event('afterprint')); return drawn;"
    );
    let drawn: Vec<String> = serde_json::from_value(reader.run(&drawn).await?)?;
    ensure!(drawn == step_names(), "only {drawn:?} have their figure");
    reader.eventually("!document.querySelector('.flat')", "the page is rolled up").await?;
    reader.leave().await
}

in_every_engine! {
    within_the_event_every_step_has_its_figure => unrolls_at_once;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_every_step_has_its_figure_and_the_table_shows() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    reader.run("dispatchEvent(new Event('beforeprint'))").await?;
    is_unrolled(&reader).await?;
    reader.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    reader.run("dispatchEvent(new Event('afterprint'))").await?;
    reader.eventually("!document.querySelector('.flat')", "the page is rolled up").await?;
    reader.leave().await
}
