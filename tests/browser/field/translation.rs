//! A browser that translates a page takes every text node away and puts two `font` elements in its place, at any time.

use crate::chromium::DESKTOP;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};

/// Translates as Chromium's translator does: every text, and what is written later; but for what says that it is not to be.
const TRANSLATE: &str = "
window.translator = () => {
  const kept = 'script, style, noscript, textarea, svg, font, [translate=no], .notranslate';
  const translate = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(kept)) continue;
      const [outer, inner] = ['font', 'font'].map(name => document.createElement(name));
      inner.textContent = text.data.toUpperCase().replace(/\\d/g, digit => 9 - digit);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  translate(document.body);
  new MutationObserver(changes => changes.forEach(({ addedNodes }) => addedNodes.forEach(node =>
    node.parentElement && translate(node.nodeType === Node.TEXT_NODE ? node.parentElement : node))))
    .observe(document.body, { childList: true, subtree: true });
  document.documentElement.classList.add('translated-ltr');
};";

/// As soon as there is a page, before any program.
const AT_ONCE: &str = "document.addEventListener('DOMContentLoaded', () => translator());";

const LIVE: &str = "document.documentElement.dataset.state === 'live'";

async fn is_alive(reader: &Reader, section: &str, what: &str) -> Result<()> {
    reader.drawn(section).await?;
    let here = format!("document.querySelector('#{section} .stepper .here').textContent");
    reader.tap(&format!("#{section} .next")).await?;
    reader.eventually(&format!("{here}.length > 0"), &format!("{what}: the counter of steps")).await?;
    let before: String = reader.eval(&here).await?;
    reader.tap(&format!("#{section} .next")).await?;
    reader.eventually(&format!("{here} !== {before:?}"), &format!("{what}: the next step is counted")).await?;
    reader.tap(&format!("#{section} .step[aria-current] .number")).await?;
    reader.eventually("document.querySelector('#provenance').open", &format!("{what}: a card")).await?;
    reader.tap("#provenance .close").await?;
    reader.eventually("!document.querySelector('#provenance').open", &format!("{what}: the card closes")).await?;
    ensure!(reader.is(LIVE).await?, "{what}: the program stopped");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_translated_while_it_loads_comes_alive_and_stays_alive() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(&format!("{TRANSLATE}{AT_ONCE}")).await?;
    for (path, section) in
        [("", "doubled"), ("embed/doubled/", "doubled"), ("embed/fig-doubled/", "doubled"), ("embed/plants/", "plants")]
    {
        reader.goto(server.url(path)).await?;
        reader.live().await?;
        ensure!(reader.is("document.querySelector('.step-text font font')").await?, "/{path} is not translated");
        is_alive(&reader, section, path).await?;
    }
    let complaints = reader.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:#?}");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_translated_later_stays_alive() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(TRANSLATE).await?;
    reader.goto(server.url("?step=doubled.1")).await?;
    reader.ready().await?;
    reader.run("translator()").await?;
    is_alive(&reader, "doubled", "translated when live").await?;
    let slider = "(slider => { slider.value = 2017; slider.dispatchEvent(new Event('input', { bubbles: true })) })(document.querySelector('input[name=base]'))";
    reader.run(slider).await?;
    let ratio = "document.querySelector('#doubled .readout .number[data-id=\"ratio.2017\"]')?.textContent === '1.01'";
    reader.eventually(ratio, "the readout follows, its number as it is").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_translates_a_number() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(TRANSLATE).await?;
    reader.viewport(DESKTOP).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    let numbers =
        "[...document.querySelectorAll('main .number, main .chart .live text')].map(number => number.textContent)";
    let before: Vec<String> = reader.eval(numbers).await?;
    reader.run("translator()").await?;
    let after: Vec<String> = reader.eval(numbers).await?;
    let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    ensure!(
        before.len() > 300 && changed.is_empty(),
        "{} of {} numbers are translated: {changed:?}",
        changed.len(),
        before.len()
    );
    reader.leave().await
}

/// What a file says comes from the dataset, whatever the page shows.
#[tokio::test(flavor = "multi_thread")]
async fn a_translated_page_hands_over_its_own_words_and_numbers() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(crate::taken::KEEP).await?;
    reader.beforehand(TRANSLATE).await?;
    let mut files: Vec<Vec<String>> = Vec::new();
    for translated in [false, true] {
        reader.goto(server.url("?base=2017&inside=straw")).await?;
        reader.ready().await?;
        if translated {
            reader.run("translator()").await?;
        }
        let mut made = Vec::new();
        for section in ["doubled", "plants", "neighbours", "flow"] {
            crate::taken::open(&reader, &format!("fig-{section}")).await?;
            for kind in ["csv", "json"] {
                crate::taken::take(&reader, kind).await?;
                made.push(crate::taken::text(&reader).await?);
            }
            crate::taken::close(&reader).await?;
        }
        files.push(made);
    }
    for (before, after) in files[0].iter().zip(&files[1]) {
        let line = before.lines().zip(after.lines()).find(|(before, after)| before != after);
        ensure!(before == after, "a translated page hands over {line:?}");
    }
    reader.leave().await
}
