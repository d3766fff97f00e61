//! What hosts do around a frame: boxes of fixed proportions, as for videos; paper; addresses that were escaped on the way.

use super::article::{Article, frame, with_script};
use crate::chromium::DESKTOP;
use crate::host;
use crate::hosts::steps;
use crate::paper::{A4, letters, printed};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use xtask::drivers::Engine;

/// Style sheets of systems, and how they write what is put into them.
const WRAPPERS: [(&str, &str, &str, &str); 6] = [
    (
        "padding",
        ".box { position: relative; padding-top: 56.25%; height: 0; overflow: hidden } .box iframe { position: absolute; inset: 0; width: 100%; height: 100% }",
        "<div class=box>",
        "</div>",
    ),
    (
        "padding under it",
        ".box { position: relative; padding-bottom: 56.25%; overflow: hidden } .box iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100% }",
        "<div><div class=box>",
        "</div></div>",
    ),
    (
        "before",
        ".box { position: relative } .box::before { content: ''; display: block; padding-top: 56.25% } .box > * { position: absolute; inset: 0; width: 100%; height: 100% }",
        "<div class=box>",
        "</div>",
    ),
    (
        "WordPress",
        ".box { position: relative } .box::before { content: ''; display: block; padding-top: 50% } .box iframe { position: absolute; inset: 0; width: 100%; height: 100% }",
        "<figure style='margin: 0'><div class=box>",
        "</div></figure>",
    ),
    (
        "ratio",
        ".box { position: relative; aspect-ratio: 16 / 9; overflow: hidden } .box iframe { position: absolute; inset: 0; width: 100%; height: 100% }",
        "<div class=box>",
        "</div>",
    ),
    ("ratio without more", ".box { aspect-ratio: 16 / 9; overflow: hidden }", "<div class=box>", "</div>"),
];

/// Where the frame's page would end and where its host has room for it to, how far the frame sticks out of what clips
/// it, and where the words after it begin.
const ROOM: &str = "(() => {
  const frame = document.getElementById('embed').getBoundingClientRect();
  const [before, after] = [...document.querySelectorAll('article')].map(part => part.getBoundingClientRect());
  return [after.top - before.bottom, frame.width];
})()";

/// The page has all of its height between what stands before and after it, and nothing is laid over that.
async fn has_its_height(reader: &Reader, what: &str) -> Result<()> {
    let content: f64 = reader.eval("document.body.getBoundingClientRect().height").await?;
    host::leave(reader).await?;
    let (room, width): (f64, f64) = reader.eval(ROOM).await?;
    ensure!((room - content).abs() <= 2.0 && width > 690.0, "{what}: {room} by {width} for {content}");
    for share in [0.1, 0.5, 0.9] {
        reader.run(&format!("scrollTo(0, 1500 + {content} * {share} - innerHeight / 2)")).await?;
        let over = "document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.id";
        let over: Option<String> = reader.eval(over).await?;
        ensure!(over.as_deref() == Some("embed"), "{what}: {over:?} is seen at {share}");
        let top: f64 = reader.eval("document.getElementById('embed').getBoundingClientRect().top").await?;
        ensure!(top.abs() <= 1.0, "{what}: at {share} the frame is at {top} and does not stick");
    }
    Ok(())
}

async fn undone(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine).await?;
    if engine == Engine::Chromium {
        reader.viewport(DESKTOP).await?;
    }
    for (name, style, begin, end) in WRAPPERS {
        let around =
            Article::new(|site| format!("<style>{style}</style>{begin}{}{end}", with_script(site, "doubled")))?;
        around.arrive(&reader, "synced").await.context(name)?;
        has_its_height(&reader, name).await?;
    }
    // The system wraps the frame alone.
    let (_, style, begin, end) = WRAPPERS[0];
    let within = Article::new(|site| {
        let code = with_script(site, "doubled");
        format!(
            "<style>{style}</style>{}",
            code.replace("<iframe", &format!("{begin}<iframe")).replace("</iframe>", &format!("</iframe>{end}"))
        )
    })?;
    within.arrive(&reader, "synced").await.context("within")?;
    has_its_height(&reader, "within").await?;
    reader.leave().await
}

in_chromium_first! {
    a_ratio_box_around_a_frame_with_our_script_is_undone => undone;
}

/// Without a script nobody can undo the box: in it each step stands with its own figure, and all of it is reached.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_ratio_box_without_our_script_every_step_is_reached() -> Result<()> {
    let reader = Reader::chromium().await?;
    let (_, style, begin, end) = WRAPPERS[0];
    let article = Article::new(|site| {
        format!("<style>{style}</style>{begin}{}{end}", frame(&format!("{site}embed/doubled/"), "height=4000"))
    })?;
    article.arrive(&reader, "flat").await?;
    steps::by_scrolling(&reader, "doubled").await?;
    reader.leave().await
}

/// Something else in the box, or a frame that its host has placed, is the host's own affair.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_box_around_a_frame_alone_stays_as_it_is() -> Result<()> {
    let reader = Reader::chromium().await?;
    let (_, style, begin, end) = WRAPPERS[0];
    let article = Article::new(|site| {
        format!("<style>{style}</style>{begin}{}<p>By somebody</p>{end}", with_script(site, "doubled"))
    })?;
    article.arrive(&reader, "host").await?;
    host::leave(&reader).await?;
    let kept =
        "!document.querySelector('.box').getAttribute('style') && !document.getElementById('embed').style.position";
    ensure!(reader.is(kept).await?, "the box was changed");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn printed_with_our_script_every_step_is_on_paper() -> Result<()> {
    let reader = Reader::chromium().await?;
    let article = Article::new(|site| with_script(site, "doubled"))?;
    article.arrive(&reader, "synced").await?;
    let steps: Vec<String> =
        reader.eval("[...document.querySelectorAll('.step-text')].map(step => step.textContent)").await?;
    host::leave(&reader).await?;
    let style = "['embed'].map(id => document.getElementById(id).getAttribute('style'))[0]";
    let before: String = reader.eval(style).await?;
    let paper = printed(&reader, A4).await?.concat();
    // A sheet may part a step; its beginning and its end are somewhere.
    let ends = |text: &str| {
        let all: Vec<char> = letters(text).chars().collect();
        let part = |part: &[char]| part.iter().collect::<String>();
        [part(&all[..24.min(all.len())]), part(&all[all.len().saturating_sub(24)..])]
    };
    let missing: Vec<_> = steps.iter().flat_map(|step| ends(step)).filter(|end| !paper.contains(end)).collect();
    ensure!(steps.len() == 5 && missing.is_empty(), "{} of {} missing: {missing:#?}", missing.len(), 2 * steps.len());
    reader.eventually(&format!("{style} === `{before}`"), "the frame sticks again").await?;
    reader.leave().await
}

/// Whoever pastes an address into a system that escapes it once more gets what it says.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_with_escaped_ampersands_is_understood() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for page in ["", "embed/doubled/"] {
        for ampersand in ["&amp;", "&amp;amp;"] {
            let query = ["?step=doubled.3", "base=2017", "theme=dark", "childId=x"].join(ampersand);
            reader.goto(server.url(&format!("{page}{query}"))).await?;
            reader.ready().await?;
            reader.at_step("doubled.3", "bases").await?;
            let said =
                "[document.querySelector('input[name=base]').value, document.documentElement.dataset.theme].join()";
            let said: String = reader.eval(said).await?;
            ensure!(said == "2017,dark", "{page}{query} is {said}");
        }
    }
    reader.leave().await
}
