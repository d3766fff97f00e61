//! Low windows, wide and short ones, and large letters: on pages like this one a pinned figure covered every word there.

use crate::chromium::PHONE;
use crate::reader::Reader;
use crate::site::{self, Step};
use anyhow::{Result, ensure};
use seized::story::SECTIONS;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::drivers::{Engine, Settings};

/// Phones on their side, with and without their browser's bars; 1280 by 1024 at 400 % and a little more; a flat laptop.
pub const LOW: [(u32, u32); 6] = [(667, 331), (844, 340), (640, 280), (320, 256), (280, 240), (1280, 420)];

/// The lines of a section's steps that lie under something when they are in the middle of what one sees; `bring` puts a
/// line there.
pub const COVERED: &str = "
const bring = async line => {
  const mark = document.querySelector('.reach');
  if (document.documentElement.dataset.scroll === 'host') {
    mark.style.top = `${line().top + scrollY}px`;
    mark.scrollIntoView({ block: 'center', behavior: 'instant' });
  } else scrollBy({ top: line().top - innerHeight / 2, behavior: 'instant' });
  await frame(); await frame();
};
const covered = [];
let seen = 0;
for (const name of steps) {
  const text = document.querySelector(`[data-step='${name}'] .step-text`);
  const range = document.createRange();
  range.selectNodeContents(text);
  const count = range.getClientRects().length;
  for (let place = 0; place < count; place += 1) {
    const line = () => range.getClientRects()[place];
    if (line().width < 4) continue;
    await bring(line);
    const { left, right, top, bottom } = line();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (text.contains(hit)) seen += 1;
    else covered.push(`${name}, line at ${Math.round(top)}: under ${hit?.outerHTML.slice(0, 60)}`);
  }
}
return { seen, covered };";

#[derive(Debug, Deserialize)]
pub struct Covered {
    seen: u32,
    covered: Vec<String>,
}

impl Covered {
    /// Where the reader is now.
    pub async fn of(reader: &Reader, steps: &[Step]) -> Result<Self> {
        let names: Vec<_> = steps.iter().map(|(step, _)| step).collect();
        reader.run_async(&format!("const steps = {}; {COVERED}", serde_json::to_string(&names)?)).await
    }

    pub fn nothing(&self, least: usize, what: &str) -> Result<()> {
        ensure!(self.covered.is_empty(), "{what}: of its lines {} are seen, {:#?}", self.seen, self.covered);
        ensure!(self.seen as usize >= least, "{what}: only {} lines", self.seen);
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_figure_covers_a_line_in_a_low_window() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for viewport in LOW {
        reader.viewport(viewport).await?;
        for (section, steps) in site::few_sections() {
            for address in [format!("?step={section}.1"), format!("embed/{section}/")] {
                reader.goto(server.url(&address)).await?;
                reader.live().await?;
                let what = format!("{address} at {viewport:?}");
                Covered::of(&reader, steps).await?.nothing(2 * steps.len(), &what)?;
                let wide: u32 = reader.eval("document.scrollingElement.scrollWidth").await?;
                ensure!(wide <= viewport.0, "{what}: the page is {wide} wide");
            }
            // Its steps stand in one place, one at a time.
            reader.goto(server.url(&format!("embed/fig-{section}/"))).await?;
            reader.live().await?;
            for _ in steps {
                reader.tap(".previous").await?;
            }
            for (count, step) in steps.iter().enumerate() {
                if count > 0 {
                    reader.tap(".next").await?;
                }
                reader.at_step(step.0, step.1).await?;
                Covered::of(&reader, &[*step]).await?.nothing(1, &format!("fig-{section} at {viewport:?}"))?;
            }
        }
    }
    reader.leave().await
}

/// Beside each step are the controls of its scene, and what leads on, makes heard and hands over.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_low_window_the_controls_of_a_scene_are_beside_its_step() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for viewport in [LOW[5], LOW[0]] {
        reader.viewport(viewport).await?;
        reader.goto(server.url("")).await?;
        reader.live().await?;
        for section in SECTIONS.iter().filter(|section| site::some_sections().iter().any(|some| some.0 == section.id)) {
            for (place, step) in section.steps.iter().enumerate() {
                let name = section.step_name(place);
                let wanted: Vec<&str> = section
                    .controls
                    .iter()
                    .filter(|control| control.is_in(step.scene.id))
                    .map(|control| control.name)
                    .collect();
                let shown = format!(
                    "[...document.querySelectorAll('[data-step=\"{name}\"] [data-control]')].filter(control => control.querySelector('input, select').checkVisibility()).map(control => control.dataset.control)"
                );
                let shown: Vec<String> = reader.eval(&shown).await?;
                ensure!(shown == wanted, "{name} at {viewport:?} has {shown:?} beside it, not {wanted:?}");
                let tools = format!(
                    "['.next', '[data-take]'].filter(tool => document.querySelector(`[data-step='{name}'] ${{tool}}`)?.checkVisibility())"
                );
                let tools: Vec<String> = reader.eval(&tools).await?;
                ensure!(tools.len() == 2, "{name} at {viewport:?} has only {tools:?} beside it");
            }
        }
    }
    reader.leave().await
}

/// What is chosen beside one step holds in all of them; what is pressed there goes on from there.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_beside_a_step_is_done_to_the_figure() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.viewport(LOW[0]).await?;
    reader.goto(server.url("?step=plants.2")).await?;
    reader.live().await?;
    let figure = "document.querySelector('[data-step=\"plants.2\"] .step-figure svg')?.innerHTML";
    reader.eventually(&format!("({figure} ?? '').includes('path')"), "the step's figure is drawn").await?;
    let before: String = reader.eval(figure).await?;
    reader.run(&format!("window.before = {}", serde_json::to_string(&before)?)).await?;
    reader.click("[data-step='plants.2'] input[value=straw]").await?;
    reader.eventually("new URLSearchParams(location.search).get('inside') === 'straw'", "the address has it").await?;
    reader.eventually(&format!("{figure} !== before"), "the step's figure follows").await?;
    let chosen = "[...document.querySelectorAll('#plants input[value=straw]')].every(input => input.checked)";
    reader.eventually(chosen, "every copy has it").await?;
    reader.click("[data-step='plants.2'] .next").await?;
    reader
        .eventually("document.querySelector('[data-step=\"plants.3\"]').ariaCurrent === 'step'", "the next step")
        .await?;
    reader
        .eventually("document.activeElement.closest('.step')?.dataset.step === 'plants.3'", "the focus is there")
        .await?;
    let seen = "(({ top }) => top >= 0 && top < innerHeight / 2)(document.querySelector('[data-step=\"plants.3\"]').getBoundingClientRect())";
    reader.eventually(seen, "one sees where it begins").await?;
    // What is handed over is what stands beside the button.
    reader.click("[data-step='plants.3'] [data-take]").await?;
    reader.eventually("document.querySelector('dialog#take')?.open", "the dialog").await?;
    let scene = site::steps_of("plants")[2].1;
    reader
        .eventually(&format!("document.querySelector('#fig-plants').dataset.scene === '{scene}'"), "its scene")
        .await?;
    reader.leave().await
}

/// 1280 by 1024 at 400 %: WCAG 2.2 asks that what has the focus is not hidden (2.4.11).
#[tokio::test(flavor = "multi_thread")]
async fn at_400_percent_nothing_hides_what_has_the_focus() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.viewport(LOW[3]).await?;
    for (section, steps) in site::few_sections() {
        reader.goto(server.url(&format!("embed/{section}/"))).await?;
        reader.live().await?;
        reader.unfold("details.table", true).await?;
        let mut focused = 0;
        loop {
            reader.press(Key::Tab + "").await?;
            let hidden: Option<String> = reader
                .run_async(
                    "await frame(); await frame();
                     const at = document.activeElement;
                     if (at === document.body) return 'the end';
                     const clip = (low, high, end) => (Math.max(low, 0) + Math.min(high, end)) / 2;
                     const seen = [...at.getClientRects()].some(box => {
                       if (box.bottom <= 0 || box.top >= innerHeight) return false;
                       const hit = document.elementFromPoint(clip(box.left, box.right, innerWidth), clip(box.top, box.bottom, innerHeight));
                       return at.contains(hit) || hit?.closest('label')?.contains(at);
                     });
                     return seen ? null : at.outerHTML.slice(0, 120);",
                )
                .await?;
            match hidden.as_deref() {
                None => focused += 1,
                Some("the end") => break,
                Some(hidden) => anyhow::bail!("{section}, after {focused}: nobody sees {hidden}"),
            }
        }
        ensure!(focused > 5 * steps.len(), "{section}: only {focused} have the focus");
    }
    reader.leave().await
}

/// Letters of 32 pixels, by the browser's setting and by a style of the reader's.
#[tokio::test(flavor = "multi_thread")]
async fn letters_twice_as_large_leave_room_for_the_text() -> Result<()> {
    let server = site::hosted()?;
    let style = "const large = new CSSStyleSheet(); large.replaceSync('html { font-size: 200% !important }'); document.adoptedStyleSheets = [large];";
    for by_style in [false, true] {
        let size = if by_style { 16 } else { 32 };
        let prefs = vec![("webkit.webprefs.default_font_size".to_owned(), size.into())];
        let reader = Reader::with(Engine::Chromium, Settings { prefs, ..Settings::default() }).await?;
        reader.viewport(PHONE).await?;
        if by_style {
            reader.beforehand(style).await?;
        }
        for (section, steps) in site::few_sections() {
            let what = format!("{section}, by style: {by_style}");
            reader.goto(server.url(&format!("?step={section}.1"))).await?;
            reader.live().await?;
            ensure!(reader.is("getComputedStyle(document.documentElement).fontSize === '32px'").await?, "{what}");
            let wide: u32 = reader.eval("document.scrollingElement.scrollWidth").await?;
            ensure!(wide <= PHONE.0, "{what}: the page is {wide} wide");
            Covered::of(&reader, steps).await?.nothing(2 * steps.len(), &what)?;
            let high: f64 = reader
                .eval(&format!("document.querySelector('#{section} .figure .chart').getBoundingClientRect().height"))
                .await?;
            ensure!(high <= f64::from(PHONE.1) / 2.0 + 30.0, "{what}: the drawing is {high} high");
        }
        reader.leave().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_turns_the_phone_stays_at_the_step() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at_size(PHONE, server.url("?step=plants.3")).await?;
    let scene = site::steps_of("plants")[2].1;
    reader.rests_at("plants.3", scene).await?;
    for viewport in [(PHONE.1, PHONE.0), PHONE] {
        let phone = json!({ "width": viewport.0, "height": viewport.1, "deviceScaleFactor": 1, "mobile": true });
        reader.cdp("Emulation.setDeviceMetricsOverride", phone).await?;
        reader
            .eventually(
                &format!(
                    "innerWidth === {} && Boolean(document.querySelector('.flat')) === innerHeight < 480",
                    viewport.0
                ),
                "it has turned",
            )
            .await?;
        reader.rests_at("plants.3", scene).await?;
        let place = "document.querySelector('[data-step=\"plants.3\"]').getBoundingClientRect()";
        ensure!(
            reader.is(&format!("{place}.top >= 0 && {place}.top < innerHeight * 0.7")).await?,
            "at {viewport:?} the step is elsewhere"
        );
    }
    reader.leave().await
}
