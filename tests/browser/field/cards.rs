//! What opens beside something does not cover it, and stands where the reader is: cards, and the word that the program
//! stopped.

use super::article::{Article, LISTENS, frame, show, stands, with_script};
use crate::chromium::{DESKTOP, PHONE};
use crate::host;
use crate::panics::{MOVE, TRAP};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::Value;

const CARD: &str = "document.getElementById('provenance')";

/// Opens the card of each of some numbers at several heights of the window and says which it covers, or where it is out
/// of sight.
const COVERS: &str = "
const card = document.getElementById('provenance'), faults = [];
const frames = async count => { for (; count > 0; count -= 1) await frame() };
for (const number of [...document.querySelectorAll('#doubled .step-text .number')].slice(0, 6))
  for (const share of [0.1, 0.5, 0.9]) {
    scrollBy({ top: number.getBoundingClientRect().top - innerHeight * share, behavior: 'instant' });
    await frames(3);
    number.click();
    await frames(4);
    const [on, box] = [number, card].map(element => element.getBoundingClientRect());
    const covers = box.left < on.right && box.right > on.left && box.top < on.bottom && box.bottom > on.top;
    const seen = box.top >= 0 && box.bottom <= innerHeight + 1 && box.left >= 0 && box.right <= innerWidth + 1;
    if (!card.open || covers || !seen) faults.push([number.textContent, share, [on.top, on.bottom], [box.top, box.bottom]].join());
    card.querySelector('.close').click();
    await frames(2);
  }
return faults;";

#[tokio::test(flavor = "multi_thread")]
async fn a_card_never_covers_its_number() -> Result<()> {
    let server = site::hosted()?;
    for viewport in [PHONE, DESKTOP, (667, 331)] {
        let reader = Reader::at_size(viewport, server.url("")).await?;
        let faults: Vec<String> = reader.run_async(COVERS).await?;
        ensure!(faults.is_empty(), "{viewport:?}: {} of 18: {faults:#?}", faults.len());
        reader.leave().await?;
    }
    Ok(())
}

/// A mark is explained beside where it was pressed.
#[tokio::test(flavor = "multi_thread")]
async fn a_card_never_covers_the_mark_that_was_pressed() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.1")).await?;
    reader.rests_at("doubled.1", "bars").await?;
    reader.drawn("doubled").await?;
    let at: (i64, i64) = reader
        .eval(
            "[...document.querySelectorAll('#doubled .live .mark[data-id]')].map(mark => mark.getBoundingClientRect())
               .map(box => [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)])
               .find(at => document.elementFromPoint(...at)?.closest('.mark'))",
        )
        .await?;
    let hit = format!("document.elementFromPoint({}, {})?.closest('.mark')", at.0, at.1);
    ensure!(reader.is(&hit).await?, "no mark at {at:?}");
    reader.driver().action_chain().move_to(at.0, at.1).click().perform().await?;
    reader.eventually(&format!("{CARD}.open && {CARD}.getBoundingClientRect().height > 50"), "the card").await?;
    let covered = format!("document.elementFromPoint({}, {})?.closest('dialog')", at.0, at.1);
    ensure!(!reader.is(&covered).await?, "the card lies on {at:?}");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_frame_cards_and_the_word_that_the_program_stopped_are_where_the_reader_is() -> Result<()> {
    let reader = Reader::chromium().await?;
    let follows = |page: &'static str| {
        Article::new(move |site| format!("{LISTENS}{}", frame(&format!("{site}embed/{page}/"), "")))
    };
    let articles = [
        ("a frame alone", "host", follows("doubled")?),
        ("a figure alone", "none", follows("fig-doubled")?),
        ("our script", "synced", Article::new(|site| with_script(site, "doubled"))?),
    ];
    for (name, scrolls, article) in articles {
        article.arrive(&reader, scrolls).await.context(name)?;
        let number =
            "[...document.querySelectorAll('.step-text .number')].find(found => found.getClientRects().length)";
        for share in [0.2, 0.9] {
            let on = show(&reader, number, share).await?;
            reader.run(&format!("({number}).click()")).await?;
            let ready = format!("{CARD}.open && {CARD}.style.top");
            reader.eventually(&ready, "the card").await?;
            reader.run_async::<Value>("for (let count = 0; count < 4; count += 1) await frame()").await?;
            let card = stands(&reader, CARD).await?;
            ensure!(card.is_seen() && card.scroll == on.scroll, "{name} at {share}: {card:?}, its number {on:?}");
            ensure!(card.top >= on.bottom || card.bottom <= on.top, "{name} at {share}: {card:?} on {on:?}");
            reader.run(&format!("{CARD}.querySelector('.close').click()")).await?;
        }
        let control = "document.querySelector('input[name=base]')";
        let before = show(&reader, &format!("{control}.closest('.figure')"), 0.5).await?;
        reader.run(TRAP).await?;
        reader.run(MOVE).await?;
        reader.eventually("document.documentElement.dataset.state === 'failed'", "it stops").await?;
        // A figure alone shows all its steps now, and its host follows.
        let settled = "innerHeight === Number(document.documentElement.dataset.height) || document.documentElement.dataset.scroll === 'synced'";
        reader.eventually(settled, "the frame is as high as its content").await?;
        reader.run_async::<Value>("for (let count = 0; count < 6; count += 1) await frame()").await?;
        let notice = stands(&reader, "document.querySelector('.notice.failed')").await?;
        ensure!(notice.is_seen() && notice.scroll == before.scroll, "{name}: the notice is at {notice:?}");
        host::leave(&reader).await?;
    }
    reader.leave().await
}
