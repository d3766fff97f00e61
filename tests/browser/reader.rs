//! A reader: one browser, and the few things that a person does with it.

use crate::chromium::DESKTOP;
use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use tokio::sync::{Semaphore, SemaphorePermit};
use xtask::drivers::{Engine, Session, Settings, open, open_with};

/// How many browsers run at a time: more would only slow one another down on a small machine.
const SEATS: u32 = 2;
static BROWSERS: Semaphore = Semaphore::const_new(SEATS as usize);

/// What a figure has once it shows: a drawing by the program, or the table that it is.
const SHOWN: &str = ".chart[data-live] .live svg path, .chart.tabled tbody tr";

/// How long anything may take that a test waits for. Far more than it takes, so that only what never comes fails.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(40);

/// Scrolls to the element of `selector` if need be, and waits until it is hit where it was before, in a page as high as
/// before, for as many frames as a page counts as [`still`](Reader::still). After `patience` milliseconds it says what is
/// in the way.
const REACH: &str = "
const middle = (low, high, end) => (Math.max(low, 0) + Math.min(high, end)) / 2;
const reach = () => {
  const element = document.querySelector(selector), box = element?.getClientRects()[0];
  if (!box) return { hindrance: 'it is not there' };
  if (box.bottom < 2 || box.right < 2 || box.top > innerHeight - 2 || box.left > innerWidth - 2) {
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return { hindrance: 'it is out of view' };
  }
  const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
  const hit = document.elementFromPoint(x, y);
  if (!element.contains(hit)) return { hindrance: `under ${hit?.outerHTML.slice(0, 160)}` };
  return { place: [x, y, innerWidth, innerHeight, document.documentElement.scrollHeight].join() };
};
const begin = performance.now();
for (let last, same = 0; same < 12; await frame()) {
  const { place, hindrance } = reach();
  same = place && place === last ? same + 1 : 0;
  last = place;
  if (performance.now() - begin > patience) return hindrance ?? 'it moves';
}
return null;";

/// A browser that counts against the seats until it is dropped.
pub struct Reader {
    pub session: Session,
    _seats: SemaphorePermit<'static>,
}

impl Reader {
    /// An ordinary browser.
    pub async fn open(engine: Engine) -> Result<Self> {
        Self::seated(engine, 1).await
    }

    /// Chromium with a desktop's viewport: in it run all proofs but those of every engine.
    pub async fn chromium() -> Result<Self> {
        let reader = Self::open(Engine::Chromium).await?;
        reader.viewport(DESKTOP).await?;
        Ok(reader)
    }

    /// Chromium with a desktop's viewport, at an address whose page is live and drawn.
    pub async fn at(url: impl AsRef<str>) -> Result<Self> {
        Self::at_size(DESKTOP, url).await
    }

    /// The same with another viewport.
    pub async fn at_size(viewport: (u32, u32), url: impl AsRef<str>) -> Result<Self> {
        let reader = Self::open(Engine::Chromium).await?;
        reader.viewport(viewport).await?;
        reader.goto(url).await?;
        reader.ready().await?;
        Ok(reader)
    }

    /// Chromium with no other browser beside it, for measuring time.
    pub async fn alone() -> Result<Self> {
        Self::seated(Engine::Chromium, SEATS).await
    }

    /// A browser that reaches nothing beyond this machine.
    pub async fn without_network(engine: Engine) -> Result<Self> {
        Self::with(engine, Settings { network: false, ..Settings::default() }).await
    }

    /// A browser that is set up in another way.
    pub async fn with(engine: Engine, settings: Settings) -> Result<Self> {
        let seats = BROWSERS.acquire().await?;
        Ok(Self { session: open_with(engine, &settings).await?, _seats: seats })
    }

    async fn seated(engine: Engine, seats: u32) -> Result<Self> {
        let seats = BROWSERS.acquire_many(seats).await?;
        Ok(Self { session: open(engine).await?, _seats: seats })
    }

    /// Everything that thirtyfour can do.
    pub fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// Goes to an address.
    pub async fn goto(&self, url: impl AsRef<str>) -> Result<()> {
        self.driver().goto(url.as_ref()).await.with_context(|| format!("going to {}", url.as_ref()))
    }

    /// The value of a JavaScript expression.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self.run(&format!("return ({expression})")).await?;
        serde_json::from_value(value.clone()).with_context(|| format!("{expression} is {value}"))
    }

    /// Whether a JavaScript expression is true just now.
    pub async fn is(&self, condition: &str) -> Result<bool> {
        self.eval(&format!("Boolean({condition})")).await
    }

    /// What a JavaScript function body returns.
    pub async fn run(&self, body: &str) -> Result<Value> {
        let answer = self.driver().execute(body, Vec::new()).await.with_context(|| short(body))?;
        Ok(answer.json().clone())
    }

    /// What an asynchronous JavaScript function body returns. `frame()` in it waits for the next painted frame.
    pub async fn run_async<T: DeserializeOwned>(&self, body: &str) -> Result<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const frame = () => new Promise(requestAnimationFrame);
             (async () => {{ {body} }})().then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        self.driver().set_script_timeout(4 * PATIENCE).await?;
        let answer = self.driver().execute_async(&script, Vec::new()).await.with_context(|| short(body))?;
        let answer = answer.json().clone();
        if let Some(error) = answer["error"].as_str() {
            bail!("{error} in {}", short(body));
        }
        Ok(serde_json::from_value(answer["value"].clone())?)
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// It never is: `what` was expected; the message says how the page stands.
    pub async fn eventually(&self, condition: &str, what: &str) -> Result<()> {
        let begin = Instant::now();
        while !self.is(condition).await? {
            if begin.elapsed() > PATIENCE {
                bail!("never came: {what} ({condition}); instead {}", self.standing().await?);
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Waits until the program has taken over; a frame may have no document yet.
    pub async fn live(&self) -> Result<()> {
        self.eventually("document.documentElement?.dataset.state === 'live'", "the program takes over").await
    }

    /// Waits until the program has taken over, every figure in sight is drawn, and all are at rest.
    pub async fn ready(&self) -> Result<()> {
        self.live().await?;
        let begin = Instant::now();
        // In a frame as high as its content only an observer knows what is in sight.
        let drawn = format!(
            "const figures = [...document.querySelectorAll('main .figure')];
             const seen = await new Promise(done => {{
               const observer = new IntersectionObserver(entries => {{
                 observer.disconnect();
                 done(entries.filter(entry => entry.isIntersecting).map(entry => entry.target));
               }});
               figures.forEach(figure => observer.observe(figure));
               // Some tests take the observer away.
               setTimeout(() => done(figures), 1000);
             }});
             return seen.every(figure => figure.querySelector(`{SHOWN}`) && figure.dataset.rest === 'true');"
        );
        while !self.run_async::<bool>(&drawn).await? {
            if begin.elapsed() > PATIENCE {
                bail!("never came: every figure in sight is drawn; instead {}", self.standing().await?);
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.every_figure("figure.dataset.rest !== 'false'", "every figure comes to rest").await
    }

    async fn every_figure(&self, condition: &str, what: &str) -> Result<()> {
        let figures = "[...document.querySelectorAll('main .figure')]";
        self.eventually(&format!("{figures}.length > 0 && {figures}.every(figure => {condition})"), what).await
    }

    /// Waits until a section's figure is drawn by the program and at rest; goes there first where it is far, as the
    /// program takes over only what is near.
    pub async fn drawn(&self, section: &str) -> Result<()> {
        let figure = format!("document.querySelector('#{section} .figure')");
        // An address with a step leads there by itself.
        self.live().await?;
        self.run_async::<Value>("await frame(); await frame();").await?;
        self.run(&format!(
            "const box = document.getElementById('{section}').getBoundingClientRect();
             if (box.bottom < 0 || box.top > innerHeight) {figure}.scrollIntoView({{ behavior: 'instant' }});"
        ))
        .await?;
        let there = format!("{figure}?.querySelector(`{SHOWN}`)");
        self.eventually(&there, &format!("the figure of {section} is drawn")).await?;
        self.eventually(&format!("{figure}.dataset.rest === 'true'"), "it comes to rest").await?;
        // What falls out of a drawing is moved by the style sheet.
        self.eventually(&format!("{figure}.getAnimations({{ subtree: true }}).length === 0"), "nothing moves").await
    }

    /// Scrolls through the page and back, so that everything has been near.
    pub async fn scroll_through(&self) -> Result<()> {
        let through = "const page = document.scrollingElement;
             for (let y = 0; y < page.scrollHeight; y += innerHeight / 2) {
               scrollTo({ top: y, behavior: 'instant' });
               for (let frames = 0; frames < 4; frames += 1) await frame();
             }
             scrollTo({ top: 0, behavior: 'instant' });";
        self.run_async::<serde_json::Value>(through).await.map(drop)
    }

    /// Waits until a step is the current one, alone, and its scene shows.
    pub async fn at_step(&self, step: &str, scene: &str) -> Result<()> {
        let current = "[...document.querySelectorAll('[aria-current=step]')].map(step => step.dataset.step).join()";
        self.eventually(&format!("{current} === '{step}'"), &format!("step {step}")).await?;
        let section = step.split('.').next().unwrap_or_default();
        let shown = format!("document.querySelector('#{section} .figure').dataset.scene === '{scene}'");
        self.eventually(&shown, &format!("scene {scene}")).await
    }

    /// Waits until a step is the current one and stays it when the page has stopped scrolling.
    pub async fn rests_at(&self, step: &str, scene: &str) -> Result<()> {
        self.at_step(step, scene).await?;
        self.still().await?;
        self.at_step(step, scene).await
    }

    /// Waits until the page has stopped scrolling.
    pub async fn still(&self) -> Result<()> {
        self.run_async::<Value>(
            "let last = -1, same = 0;
             while (same < 12) { await frame(); same = scrollY === last ? same + 1 : 0; last = scrollY; }",
        )
        .await
        .map(drop)
    }

    /// Waits until nothing in the page has changed for a while: descriptions and tables are renewed once a reader stays.
    pub async fn quiet(&self) -> Result<()> {
        self.run_async::<Value>(
            "let changed = performance.now();
             const observer = new MutationObserver(() => { changed = performance.now(); });
             observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
             while (performance.now() - changed < 700) await frame();
             observer.disconnect();",
        )
        .await
        .map(drop)
    }

    /// Types keys into whatever has the focus.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(keys).perform().await?)
    }

    /// Clicks the first element that a selector names, as a person does: when it lies still and nothing over it.
    ///
    /// In WebKit by moving there and pressing: its driver's own click at times refuses what lies in a sandboxed frame as
    /// covered, although the page itself hit it a frame before.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.within_reach(selector).await?;
        let element = self.driver().find(By::Css(selector)).await.with_context(|| selector.to_owned())?;
        let clicked = match self.session.engine {
            Engine::WebKit => self.driver().action_chain().move_to_element_center(&element).click().perform().await,
            _ => element.click().await,
        };
        clicked.with_context(|| format!("clicking {selector}"))
    }

    /// Waits until a driver's click, which scrolls and hits at once, would hit the element: its page may still be moving.
    async fn within_reach(&self, selector: &str) -> Result<()> {
        let patience = PATIENCE.as_millis();
        let hindrance: Option<String> = self
            .run_async(&format!("const selector = {selector:?}, patience = {patience}; {REACH}"))
            .await
            .with_context(|| selector.to_owned())?;
        hindrance.map_or(Ok(()), |hindrance| bail!("{selector} is never within reach: {hindrance}"))
    }

    /// Activates the first element that a selector names where it is: a driver's click would first scroll to it.
    pub async fn tap(&self, selector: &str) -> Result<()> {
        self.run(&format!("document.querySelector(\"{selector}\").click()")).await.map(drop)
    }

    /// Opens or closes the first `details` that a selector names.
    pub async fn unfold(&self, selector: &str, open: bool) -> Result<()> {
        self.run(&format!("document.querySelector(\"{selector}\").open = {open}")).await.map(drop)
    }

    /// Closes the browser. Dropping does too, but not so politely.
    pub async fn leave(self) -> Result<()> {
        self.session.close().await
    }

    async fn standing(&self) -> Result<Value> {
        self.run(
            "const root = document.documentElement, figures = [...document.querySelectorAll('.figure')];
             return { at: location.href, ...root.dataset, scroll: scrollY,
               figures: figures.map(figure => [figure.id, { ...figure.dataset }]),
               step: [...document.querySelectorAll('[aria-current=step]')].map(step => step.dataset.step),
               focus: document.activeElement && document.activeElement.outerHTML.slice(0, 120),
               readouts: [...document.querySelectorAll('.control:not([hidden]) .readout')].map(words => words.textContent) };",
        )
        .await
    }
}

fn short(script: &str) -> String {
    script.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(160).collect()
}
