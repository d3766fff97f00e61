//! Every shape reads and runs, in three engines: hosted, below a path, as one file, and sandboxed in another's page.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;
use xtask::drivers::Engine;
use xtask::server::Options;

in_every_engine! {
    the_hosted_page_reads_and_runs => |engine| async move {
        let server = site::hosted()?;
        reads_and_runs_at(engine, &server.url("")).await
    };
    the_page_below_a_path_reads_and_runs => |engine| async move {
        let server = site::serve(&site::dist(), Options { base: "/any/sub/path/".into(), ..Options::default() })?;
        reads_and_runs_at(engine, &server.url("")).await
    };
    the_single_file_reads_and_runs_without_a_network => |engine| async move {
        let reader = Reader::without_network(engine).await?;
        reader.goto(site::file_url()?).await?;
        reads_and_runs(&reader).await?;
        reader.leave().await
    };
    the_sandboxed_embed_reads_and_runs => |engine| async move {
        let host = Host::start(360, Height::Heard, "")?;
        let reader = Reader::open(engine).await?;
        host::arrive(&reader, &host).await?;
        let sandboxed: bool = reader.eval("self.origin === 'null'").await?;
        ensure!(sandboxed, "the frame has an origin");
        reads_and_runs(&reader).await?;
        reader.leave().await
    };
}

pub async fn reads_and_runs_at(engine: Engine, url: &str) -> Result<()> {
    let reader = Reader::open(engine).await?;
    reader.goto(url).await?;
    reads_and_runs(&reader).await?;
    reader.leave().await
}

/// The program takes over, the chart draws, and the base year moves by keys; the readout and a card follow it.
pub async fn reads_and_runs(reader: &Reader) -> Result<()> {
    reader.ready().await?;
    // A click gives the focus; WebKit lets no script give it to a sandboxed frame.
    reader.click("input[name=base]").await?;
    reader.press(Key::Home + "").await?;
    at_base(reader, "2000").await?;
    reader.press(Key::End + "").await?;
    at_base(reader, "2022").await?;
    for (keys, year, ratio) in [
        (Key::Left + Key::Left + Key::Left + Key::Left, "2018", "2.0"),
        (Key::Left + "", "2017", "1.01"),
        (Key::Right + Key::Right, "2019", "3.6"),
        (Key::Left + "", "2018", "2.0"),
    ] {
        reader.press(keys).await?;
        reads(reader, year, ratio).await?;
    }
    reader.click("#doubled .readout .number[data-id='ratio.2018']").await?;
    let interval = "document.querySelector('dialog#provenance[open] .interval')?.textContent";
    reader.eventually(&format!("{interval}?.startsWith('2.02–2.03')"), "the card of 2.0").await
}

async fn at_base(reader: &Reader, year: &str) -> Result<()> {
    let control = "document.querySelector('input[name=base]').value";
    reader.eventually(&format!("{control} === '{year}'"), &format!("base year {year}")).await
}

async fn reads(reader: &Reader, year: &str, ratio: &str) -> Result<()> {
    at_base(reader, year).await?;
    let shown = format!(
        "document.querySelector('#doubled .readout .number[data-id=\"ratio.{year}\"]')?.textContent === '{ratio}'"
    );
    reader.eventually(&shown, &format!("{ratio} for {year}")).await
}
