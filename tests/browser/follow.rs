//! In a frame as high as its content, with no script on the host: the figure is where the reader is, and the current
//! step is the one that is read. Both are computed here from where things stand, not asked of the page.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::time::{Duration, Instant};
use xtask::drivers::Engine;

/// Positions of the host's scroll, evenly from the frame's coming into view to its leaving it.
const POSITIONS: u32 = 60;
/// How long the figure may take to come to rest; frames are late on a busy machine, never this late.
const REST: Duration = Duration::from_secs(3);
/// So many wrong positions say what is wrong; the rest would only take time.
const ENOUGH: usize = 5;
/// Rounding of boxes to device pixels.
const SLACK: f64 = 1.5;

/// Where things stand, in pixels of the frame's own page.
#[derive(Debug, Deserialize, PartialEq)]
struct Places {
    figure: (f64, f64),
    column: (f64, f64),
    steps: Vec<f64>,
    current: Option<usize>,
    width: f64,
    scroll: f64,
}

const PLACES: &str = "(() => {
  const ends = element => (box => [box.top, box.bottom])(element.getBoundingClientRect());
  const steps = [...document.querySelectorAll('.step')];
  const current = steps.findIndex(step => step.getAttribute('aria-current') === 'step');
  return { figure: ends(document.querySelector('figure')), column: ends(document.querySelector('.scrolly')),
    steps: steps.map(step => ends(step)[0]), current: current < 0 ? null : current, width: innerWidth, scroll: scrollY };
})()";

/// The host at one position: the frame's top and height and the viewport's height.
#[derive(Debug, Deserialize)]
struct Window {
    top: f64,
    height: f64,
    viewport: f64,
}

const WINDOW: &str = "(() => {
  const frame = document.getElementById('embed').getBoundingClientRect();
  return { top: frame.top, height: frame.height, viewport: innerHeight };
})()";

impl Window {
    /// The part of the frame that is in the host's viewport; `None` where nothing is.
    fn band(&self) -> Option<(f64, f64)> {
        let band = ((-self.top).max(0.0), (self.viewport - self.top).min(self.height));
        (band.1 - band.0 > 1.0).then_some(band)
    }
}

impl Places {
    /// What is wrong with them while this band is visible.
    fn fault(&self, (top, bottom): (f64, f64)) -> Option<String> {
        if self.scroll != 0.0 {
            return Some("the frame itself has scrolled".to_owned());
        }
        let line = top + (bottom - top) * if self.width < 960.0 { 0.8 } else { 0.6 };
        // A step just on the line may count as above it or below.
        let right = [line - SLACK, line + SLACK].map(|line| self.steps.iter().rposition(|step| *step <= line));
        if !right.contains(&self.current) {
            return Some(format!("step {:?} is current where {:?} is read", self.current, right[1]));
        }
        let covers = self.column.0 <= top && self.column.1 >= bottom;
        let starts = self.figure.0 >= top - SLACK;
        let ends = self.figure.1 <= bottom + SLACK;
        let taller = self.figure.1 - self.figure.0 > bottom - top && (self.figure.0 - top).abs() <= SLACK;
        (covers && !(starts && (ends || taller))).then(|| "the figure is out of the viewport".to_owned())
    }
}

/// The height of our page in a frame of this width, as its messages say it.
async fn height_at(reader: &Reader, section: &str, width: u32) -> Result<u32> {
    let host = Host::of(section, width, Height::Heard, "")?;
    host::arrive(reader, &host).await?;
    host::leave(reader).await?;
    reader.eval("said.heights.at(-1)").await
}

/// Follows the reader through the whole frame, down and in leaps.
async fn follows(engine: Engine, section: &str, width: u32) -> Result<()> {
    let reader = Reader::open(engine).await?;
    let height = height_at(&reader, section, width).await?;
    let host = Host::of(section, width, Height::Preset(height), "")?;
    host::arrive(&reader, &host).await?;
    let mut faults = Vec::new();
    for position in 0..POSITIONS {
        // Every third position first, then those between: a reader leaps, too.
        let position = (position * 23) % POSITIONS;
        if let Some(fault) = stands(&reader, position).await? {
            faults.push(format!("position {position}: {fault}"));
            ensure!(faults.len() < ENOUGH, "{engine}, {section} at {width}: {faults:#?}");
        }
    }
    ensure!(faults.is_empty(), "{engine}, {section} at {width}: {} of {POSITIONS} wrong: {faults:#?}", faults.len());
    reader.leave().await
}

/// Scrolls the host to a position and waits until the frame is right, or says what stays wrong.
async fn stands(reader: &Reader, position: u32) -> Result<Option<String>> {
    host::leave(reader).await?;
    let share = f64::from(position) / f64::from(POSITIONS - 1);
    let scroll = format!(
        "const frame = document.getElementById('embed').getBoundingClientRect();
         const first = scrollY + frame.top - innerHeight;
         scrollTo(0, Math.round(first + (frame.height + innerHeight) * {share}))"
    );
    reader.run(&scroll).await?;
    let window: Window = reader.eval(WINDOW).await?;
    let Some(band) = window.band() else { return Ok(None) };
    host::enter(reader).await?;
    let begin = Instant::now();
    let mut before = None;
    loop {
        let places: Places = reader.eval(PLACES).await?;
        let fault = places.fault(band);
        let rests = before.as_ref() == Some(&places);
        if rests && fault.is_none() {
            return Ok(None);
        }
        if begin.elapsed() > REST {
            return Ok(Some(format!("{}; {places:?} in {window:?}", fault.unwrap_or("never at rest".into()))));
        }
        before = Some(places);
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

macro_rules! in_every_engine {
    ($($module:ident is $engine:ident),*) => { $(
        mod $module {
            use super::*;

            #[tokio::test(flavor = "multi_thread")]
            async fn the_figure_follows_the_reader_in_a_narrow_frame() -> Result<()> {
                follows(Engine::$engine, "doubled", 360).await
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn the_figure_follows_the_reader_in_a_wide_frame() -> Result<()> {
                follows(Engine::$engine, "doubled", 1100).await
            }
        }
    )* };
}

in_every_engine!(chromium is Chromium, firefox is Firefox, webkit is WebKit);

/// The opening's heading stands between its figure and its first step; the fields of squares are drawings of our own.
#[tokio::test(flavor = "multi_thread")]
async fn the_opening_and_the_fields_follow_as_well() -> Result<()> {
    follows(Engine::Chromium, "guess", 360).await?;
    follows(Engine::Chromium, "plants", 360).await?;
    follows(Engine::Chromium, "plants", 1100).await
}
