//! What every host has in common: whoever frames us reads all of it.

use super::pages::Kind;
use super::stage::{Stage, enter, leave, show};
use super::steps;
use crate::chromium::DESKTOP;
use crate::reader::Reader;
use anyhow::{Result, ensure};
use xtask::drivers::Engine;

/// A browser with the same window in every engine.
pub async fn open(engine: Engine) -> Result<Reader> {
    let reader = Reader::open(engine).await?;
    if engine == Engine::Chromium {
        reader.viewport(DESKTOP).await?;
    }
    Ok(reader)
}

/// What opens or closes is told within two frames, and the host follows.
async fn height_follows(reader: &Reader, stage: &Stage, place: u16) -> Result<()> {
    show(reader, place, 0.0).await?;
    let at_rest = stage.fits(reader, place, "at rest").await?;
    for open in [true, false] {
        enter(reader, place).await?;
        let script = format!(
            "document.querySelector('details.sources').open = {open};
             await frame(); await frame();
             return [Number(document.documentElement.dataset.height), document.body.getBoundingClientRect().height]"
        );
        let (told, content): (f64, f64) = reader.run_async(&script).await?;
        let what = if open { "with sources" } else { "without sources" };
        ensure!((told - content).abs() <= 1.0, "{what}: after two frames {told} is told, {content} is so");
        let fits = stage.fits(reader, place, what).await?;
        let right = if open { fits > at_rest + 50.0 } else { (fits - at_rest).abs() <= 1.0 };
        ensure!(right, "{what}: {fits} high, at rest {at_rest}");
    }
    Ok(())
}

/// A frame that is not displayed does no harm, and is whole when its tab opens.
async fn opens_later(reader: &Reader, stage: &Stage) -> Result<()> {
    stage.visit(reader).await?;
    enter(reader, 0).await?;
    reader.live().await?;
    reader.eventually("performance.now() > 1500", "the hidden frame settles").await?;
    stage.is_whole(reader).await?;
    leave(reader).await?;
    reader.click("#open").await?;
    stage.live(reader, 0).await
}

async fn reads(engine: Engine, kind: Kind) -> Result<()> {
    let reader = open(engine).await?;
    let stage = Stage::start(kind)?;
    reads_on(&reader, &stage).await?;
    reader.leave().await
}

/// The same in a host that has been told our height beforehand.
async fn reads_preset(engine: Engine, kind: fn(u32) -> Kind) -> Result<()> {
    let reader = open(engine).await?;
    let listening = Stage::start(Kind::Datawrapper)?;
    listening.arrive(&reader).await?;
    let height = listening.fits(&reader, 0, "to learn it").await?.ceil() as u32;
    reads_on(&reader, &Stage::start(kind(height))?).await?;
    reader.leave().await
}

async fn reads_on(reader: &Reader, stage: &Stage) -> Result<()> {
    match stage.kind {
        Kind::Tab => opens_later(reader, stage).await?,
        _ => stage.arrive(reader).await?,
    }
    for (place, section) in (0..).zip(stage.kind.sections()) {
        if place > 0 {
            stage.live(reader, place).await?;
        }
        match stage.kind {
            Kind::Low => steps::by_scrolling(reader, section).await?,
            _ => steps::by_next(reader, section, place).await?,
        }
        if stage.kind.follows() {
            height_follows(reader, stage, place).await?;
        }
    }
    stage.is_silent(reader).await?;
    stage.is_whole(reader).await
}

in_every_engine! {
    a_sandboxed_frame_reads => |engine| reads_preset(engine, Kind::Sandboxed);
    a_host_with_our_script_reads => |engine| reads(engine, Kind::Script);
}

mod others {
    use super::*;

    in_chromium_first! {
        a_low_frame_reads => |engine| reads(engine, Kind::Low);
        a_host_with_pym_reads => |engine| reads(engine, Kind::Pym);
    }
}

mod rarer {
    use super::*;

    at_length_in_every_engine! {
        a_bare_frame_reads => |engine| reads_preset(engine, Kind::Bare);
        a_host_with_newswire_frames_reads => |engine| reads(engine, Kind::Newswire);
        a_host_that_knows_datawrapper_reads => |engine| reads(engine, Kind::Datawrapper);
        a_host_like_amp_reads => |engine| reads(engine, Kind::Amp);
        two_embeds_on_one_page_read => |engine| reads(engine, Kind::Two);
        a_tab_that_is_opened_later_reads => |engine| reads(engine, Kind::Tab);
        a_host_from_right_to_left_reads => |engine| reads(engine, Kind::Rtl);
        a_frame_320_pixels_wide_reads => |engine| reads(engine, Kind::Narrow);
    }
}
