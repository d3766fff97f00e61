//! Driving the page to where a picture is wanted.

use {
    super::View,
    crate::drivers::Session,
    anyhow::{Context, Result},
    serde_json::{Value, json},
    std::time::{Duration, Instant},
};

/// How long a page may take to come alive and to rest.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long two pictures must not differ in scroll position before one is taken.
const STILL: Duration = Duration::from_millis(150);

/// The sections and their steps in reading order; for `quick`, of each section one.
/// Every entry is `[name, address]`.
const PLACES: &str = r#"
const quick = arguments[0];
return [...document.querySelectorAll('section[data-chapter]')].flatMap(section => {
  let steps = [...section.querySelectorAll('.step[data-step]')];
  if (steps.length === 0) return [[section.id, '#' + section.id]];
  if (quick) steps = [steps.find(step => step.hasAttribute('data-telling')) ?? steps.at(-1)];
  return steps.map(step => [step.dataset.step, '?step=' + step.dataset.step]);
});"#;

/// What keeps the page from being at rest: an empty string when nothing does.
const RESTLESS: &str = r#"
const step = arguments[0] && document.querySelector(`.step[data-step="${CSS.escape(arguments[0])}"]`);
const state = document.documentElement.dataset.state;
if (state !== 'live') return `html[data-state] is ${state}`;
if (document.fonts.status !== 'loaded') return 'fonts are loading';
const section = step ? step.closest('section') : document.getElementById(arguments[0]);
const figure = section && section.querySelector('.figure[data-rest]');
if (figure && figure.dataset.rest !== 'true') return 'the figure is moving';
return '';"#;

/// Makes the window exactly as large as `view` wants, in its colour scheme.
pub async fn look(session: &Session, view: &View) -> Result<()> {
    let cdp = session.driver.cdp();
    let metrics = json!({
        "width": view.width, "height": view.height,
        "deviceScaleFactor": view.scale, "mobile": view.width < 600,
    });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    let scheme = if view.dark { "dark" } else { "light" };
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// The places to picture: a name for the file and an address relative to the page.
pub async fn places(session: &Session, quick: bool) -> Result<Vec<(String, String)>> {
    let found = session.driver.execute(PLACES, vec![json!(quick)]).await?;
    serde_json::from_value(found.json().clone()).context("the page's sections")
}

/// Waits until the page is live, its figure at rest and nothing scrolls; at most ten seconds, and says so then.
pub async fn settle(session: &Session, step: Option<&str>, name: &str) -> Result<()> {
    let begin = Instant::now();
    let mut before = Value::Null;
    loop {
        let restless = session.driver.execute(RESTLESS, vec![json!(step)]).await?;
        let reason = restless.json().as_str().unwrap_or("unknown").to_owned();
        let position = session.driver.execute("return [scrollX, scrollY]", Vec::new()).await?.json().clone();
        if reason.is_empty() && position == before {
            return Ok(());
        }
        if begin.elapsed() > PATIENCE {
            println!("{name}: taken although, after {PATIENCE:?}, {reason}");
            return Ok(());
        }
        before = position;
        tokio::time::sleep(STILL).await;
    }
}
