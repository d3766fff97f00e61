//! In a frame as high as its content, with no script on the host: the figure is where the reader is, and the current
//! step is the one that is read. Both are computed here from where things stand, not asked of the page.

use crate::chromium::DESKTOP;
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
    sections: Vec<Section>,
    width: f64,
    scroll: f64,
}

/// A section: its figure, the column that the figure stays in, its steps' tops, and which of them is current.
#[derive(Debug, Deserialize, PartialEq)]
struct Section {
    figure: (f64, f64),
    column: (f64, f64),
    steps: Vec<f64>,
    current: Option<usize>,
}

const PLACES: &str = "(() => {
  const ends = element => (box => [box.top, box.bottom])(element.getBoundingClientRect());
  const sections = [...document.querySelectorAll('section[data-shape]')].map(section => {
    const steps = [...section.querySelectorAll('.step')];
    const current = steps.findIndex(step => step.getAttribute('aria-current') === 'step');
    return { figure: ends(section.querySelector('figure')), column: ends(section.querySelector('.scrolly')),
      steps: steps.map(step => ends(step)[0]), current: current < 0 ? null : current };
  });
  return { sections, width: innerWidth, scroll: scrollY };
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
        let right = [line - SLACK, line + SLACK].map(|line| self.read_at(line));
        let current: Vec<_> = self.sections.iter().map(|section| section.current).collect();
        if !right.contains(&current) {
            return Some(format!("steps {current:?} are current where {:?} are read", right[1]));
        }
        let out = self.sections.iter().position(|section| !section.shows((top, bottom)));
        out.map(|section| format!("the figure of section {section} is out of the viewport"))
    }

    /// The step of each section that is read at this line: one at most, in the last section that has begun.
    fn read_at(&self, line: f64) -> Vec<Option<usize>> {
        let begun = self.sections.iter().rposition(|section| section.column.0 <= line);
        let step = |section: &Section| section.steps.iter().rposition(|step| *step <= line);
        let each = self.sections.iter().enumerate();
        each.map(|(place, section)| if Some(place) == begun { step(section) } else { None }).collect()
    }
}

impl Section {
    /// Whether its figure is in the band while it covers the band; one that is taller is aligned with the top.
    fn shows(&self, (top, bottom): (f64, f64)) -> bool {
        let covers = self.column.0 <= top && self.column.1 >= bottom;
        let starts = self.figure.0 >= top - SLACK;
        let ends = self.figure.1 <= bottom + SLACK;
        let taller = self.figure.1 - self.figure.0 > bottom - top && (self.figure.0 - top).abs() <= SLACK;
        !covers || (starts && (ends || taller))
    }
}

/// The height of our page in a frame of this width, as its messages say it.
async fn height_at(reader: &Reader, page: &str, width: u32) -> Result<u32> {
    let host = Host::of(page, width, Height::Heard, "")?;
    host::arrive(reader, &host).await?;
    host::leave(reader).await?;
    reader.eval("said.heights.at(-1)").await
}

/// Follows the reader through a sandboxed frame.
async fn follows(engine: Engine, page: &str, width: u32) -> Result<()> {
    let reader = Reader::open(engine).await?;
    let height = height_at(&reader, page, width).await?;
    let host = Host::of(page, width, Height::Preset(height), "")?;
    host::arrive(&reader, &host).await?;
    at_every_position(&reader, POSITIONS, &format!("{engine}, {page} at {width}")).await?;
    reader.leave().await
}

/// Follows the reader through a frame that is in no sandbox.
async fn follows_bare(engine: Engine, width: u32) -> Result<()> {
    let reader = Reader::open(engine).await?;
    let height = height_at(&reader, "doubled", width).await?;
    let host = Host::bare("doubled", width, Height::Preset(height))?;
    host::arrive(&reader, &host).await?;
    at_every_position(&reader, POSITIONS, &format!("{engine}, bare, at {width}")).await?;
    reader.leave().await
}

/// From the frame's coming into view to its leaving it, down and in leaps.
async fn at_every_position(reader: &Reader, positions: u32, what: &str) -> Result<()> {
    let mut faults = Vec::new();
    for position in 0..positions {
        // Every third position first, then those between: a reader leaps, too.
        let position = (position * 23) % positions;
        if let Some(fault) = stands(reader, position, positions).await? {
            faults.push(format!("position {position}: {fault}"));
            ensure!(faults.len() < ENOUGH, "{what}: {faults:#?}");
        }
    }
    ensure!(faults.is_empty(), "{what}: {} of {positions} wrong: {faults:#?}", faults.len());
    Ok(())
}

/// Scrolls the host to a position and waits until the frame is right, or says what stays wrong.
async fn stands(reader: &Reader, position: u32, positions: u32) -> Result<Option<String>> {
    host::leave(reader).await?;
    let share = f64::from(position) / f64::from(positions - 1);
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

            #[tokio::test(flavor = "multi_thread")]
            async fn the_figure_follows_the_reader_in_a_frame_without_a_sandbox() -> Result<()> {
                follows_bare(Engine::$engine, 360).await
            }
        }
    )* };
}

in_every_engine!(chromium is Chromium, firefox is Firefox, webkit is WebKit);

#[tokio::test(flavor = "multi_thread")]
async fn in_the_whole_story_every_figure_follows() -> Result<()> {
    follows(Engine::Chromium, "story", 360).await?;
    follows(Engine::Chromium, "story", 1100).await
}

/// What a host may do to its frame meanwhile: the window is resized or zoomed, the frame made wider, or hidden for a
/// while.
#[tokio::test(flavor = "multi_thread")]
async fn the_figure_follows_whatever_the_host_does_meanwhile() -> Result<()> {
    let reader = Reader::chromium().await?;
    let host = Host::of("doubled", 360, Height::Heard, "")?;
    host::arrive(&reader, &host).await?;
    at_every_position(&reader, 7, "at first").await?;
    for (what, width, size) in [("wider", 700, DESKTOP), ("two columns", 1100, DESKTOP), ("zoomed", 700, (853, 533))] {
        host::leave(&reader).await?;
        reader.viewport(size).await?;
        reader.run(&format!("document.getElementById('embed').style.width = '{width}px'")).await?;
        at_every_position(&reader, 7, what).await?;
    }
    host::leave(&reader).await?;
    reader.run("document.getElementById('embed').style.display = 'none'").await?;
    reader.run("scrollTo(0, 0)").await?;
    reader.run("document.getElementById('embed').style.display = 'block'").await?;
    at_every_position(&reader, 7, "after it was hidden").await?;
    reader.leave().await
}

/// The opening's heading stands between its figure and its first step; the fields of squares are drawings of our own.
#[tokio::test(flavor = "multi_thread")]
async fn the_opening_and_the_fields_follow_as_well() -> Result<()> {
    follows(Engine::Chromium, "guess", 360).await?;
    follows(Engine::Chromium, "plants", 360).await?;
    follows(Engine::Chromium, "plants", 1100).await
}
