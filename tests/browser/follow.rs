//! In a frame as high as its content, with no script on the host: the figure is where the reader is, and the current
//! step is the one that is read. Both are computed here from where things stand, not asked of the page.

use crate::chromium::DESKTOP;
use crate::host::{self, Height, Host};
use crate::places::{PLACES, Places, WINDOW, Window};
use crate::reader::Reader;
use anyhow::{Result, ensure};
use std::time::{Duration, Instant};
use xtask::drivers::Engine;

/// Positions of the host's scroll, evenly from the frame's coming into view to its leaving it.
const POSITIONS: u32 = 60;
/// How long the figure may take to come to rest; frames are late on a busy machine, never this late.
const REST: Duration = Duration::from_secs(3);
/// So many wrong positions say what is wrong; the rest would only take time.
const ENOUGH: usize = 5;
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

in_every_engine! {
    the_figure_follows_the_reader_in_a_narrow_frame => |engine| follows(engine, "doubled", 360);
}

mod others {
    use super::*;

    in_chromium_first! {
    the_figure_follows_the_reader_in_a_wide_frame => |engine| follows(engine, "doubled", 1100);
    the_figure_follows_the_reader_in_a_frame_without_a_sandbox => |engine| follows_bare(engine, 360);
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
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
#[ignore = "at length"]
async fn the_opening_and_the_fields_follow_as_well() -> Result<()> {
    follows(Engine::Chromium, "guess", 360).await?;
    follows(Engine::Chromium, "plants", 360).await?;
    follows(Engine::Chromium, "plants", 1100).await
}
