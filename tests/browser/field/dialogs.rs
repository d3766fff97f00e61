//! Dialogs in a frame that is as high as its content, or otherwise not what its reader sees: they open where the reader
//! is, the host does not move, Escape closes them and the focus returns.

use super::article::{Article, LISTENS, Stands, frame, show, stands, with_script};
use crate::chromium::{DESKTOP, PHONE};
use crate::host;
use crate::reader::Reader;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::prelude::*;
use xtask::drivers::Engine;

/// What opens a dialog, and the dialog.
const OPENERS: [(&str, &str); 3] = [("data-take", "take"), ("data-sound", "sound"), ("data-help", "help")];

/// An article, and who scrolls what it frames.
fn articles() -> Result<Vec<(&'static str, &'static str, Article)>> {
    let follows = |page: &'static str| {
        Article::new(move |site| format!("{LISTENS}{}", frame(&format!("{site}embed/{page}/"), "")))
    };
    Ok(vec![
        ("a frame alone", "host", follows("doubled")?),
        ("a figure alone", "none", follows("fig-doubled")?),
        ("a frame with our script", "synced", Article::new(|site| with_script(site, "doubled"))?),
        ("a low frame", "flat", Article::new(|site| frame(&format!("{site}embed/doubled/"), "height=500"))?),
        (
            "the page itself",
            "",
            Article::new(|site| {
                format!("<iframe id=embed title=Seized src='{site}' width='100%' height=60000></iframe>")
            })?,
        ),
    ])
}

/// Opens a dialog while the reader sees what opens it, at a share of the window, and closes it again.
async fn opens_in_sight(reader: &Reader, opener: &str, dialog: &str, share: f64) -> Result<Option<Stands>> {
    let element = format!("[...document.querySelectorAll('[{opener}]')].find(found => found.getClientRects().length)");
    if !reader.is(&element).await? {
        return Ok(None);
    }
    let before = show(reader, &element, share).await?;
    reader
        .run(&format!("window.opener_ = {element}; opener_.focus({{ preventScroll: true }}); opener_.click()"))
        .await?;
    let dialog = format!("document.querySelector('dialog#{dialog}')");
    reader.eventually(&format!("{dialog}?.open"), "the dialog opens").await?;
    host::leave(reader).await?;
    reader.still().await?;
    let there = stands(reader, &dialog).await?;
    ensure!(there.is_seen() && there.scroll == before.scroll, "{there:?}, where the opener was {before:?}");
    ensure!(reader.is(&format!("{dialog}.contains(document.activeElement)")).await?, "the focus is elsewhere");
    reader.press(Key::Escape + "").await?;
    reader.eventually(&format!("!{dialog}.open"), "Escape closes it").await?;
    ensure!(reader.is("document.activeElement === opener_").await?, "the focus does not return");
    host::leave(reader).await?;
    reader.still().await?;
    let after: f64 = reader.eval("scrollY").await?;
    host::enter(reader).await?;
    ensure!(after == before.scroll, "closing moved the host from {} to {after}", before.scroll);
    Ok(Some(there))
}

async fn where_the_reader_is(engine: Engine, viewport: (u32, u32)) -> Result<()> {
    let reader = Reader::open(engine).await?;
    if engine == Engine::Chromium {
        reader.viewport(viewport).await?;
    }
    let mut faults = Vec::new();
    for (name, scrolls, article) in articles()? {
        article.arrive(&reader, scrolls).await.context(name)?;
        let mut opened = 0;
        // Drawing all of our page takes minutes on a small machine: there one dialog stands for all, which open in one way.
        let some = if scrolls.is_empty() { &OPENERS[2..] } else { &OPENERS[..] };
        for (opener, dialog) in some {
            match opens_in_sight(&reader, opener, dialog, 0.8).await {
                Ok(found) => opened += usize::from(found.is_some()),
                Err(fault) => {
                    faults.push(format!("{name}, {dialog}: {fault:#}"));
                    reader.run("document.querySelector('dialog[open]')?.close()").await?;
                }
            }
        }
        ensure!(opened == some.len() || !faults.is_empty(), "{name}: only {opened} dialogs opened");
    }
    ensure!(faults.is_empty(), "{engine}, {viewport:?}: {faults:#?}");
    reader.leave().await
}

in_chromium_first! {
    dialogs_open_where_the_reader_is_and_the_host_stays => |engine| where_the_reader_is(engine, DESKTOP);
}

mod phone {
    use super::*;

    in_engine! { chromium, Chromium;
        dialogs_open_where_the_reader_is_and_the_host_stays => |engine| where_the_reader_is(engine, PHONE);
    }
}

async fn press(reader: &Reader, from: (i64, i64), to: (i64, i64)) -> Result<()> {
    let chain = reader.driver().action_chain().move_to(from.0, from.1).click_and_hold().move_to(to.0, to.1).release();
    Ok(chain.perform().await?)
}

/// The reader may scroll away from a dialog in a frame: a press beside it closes it, one that begins within does not.
#[tokio::test(flavor = "multi_thread")]
async fn a_press_beside_a_dialog_closes_it() -> Result<()> {
    let server = crate::site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.click("footer [data-help]").await?;
    let open = "document.getElementById('help').open";
    reader.eventually(open, "the panel").await?;
    let (x, y): (i64, i64) = reader
        .eval("(box => [Math.round(box.left + 40), Math.round(box.bottom - 8)])(document.getElementById('help').getBoundingClientRect())")
        .await?;
    press(&reader, (x, y), (20, 200)).await?;
    reader.run_async::<Value>("await frame(); await frame()").await?;
    ensure!(reader.is(open).await?, "a press that began within closes it");
    press(&reader, (20, 200), (20, 200)).await?;
    reader.eventually(&format!("!{open}"), "a press beside it closes it").await?;
    reader.leave().await
}
