//! From 320 to 1920 pixels nothing of the page scrolls sideways, is cut off or covered.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use seized::text::LANGUAGES;
use xtask::drivers::{Engine, Settings};

/// Widths with the height of a usual screen; the first is the smallest phone that WCAG's reflow asks for.
pub const VIEWPORTS: [(u32, u32); 5] = [(320, 640), (390, 844), (768, 1024), (1280, 800), (1920, 1080)];

/// What is wrong with how the page lies at a step. Words within drawings are held to account natively, at every width
/// (`tests/story/drawings.rs`).
const FAULTS: &str = "((parts, width) => {
  const faults = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > width) faults.push(`the page is ${page.scrollWidth} wide`);
  for (const element of document.querySelectorAll(`${parts}, dialog[open] *`)) {
    const style = getComputedStyle(element);
    const unseen = element.closest('.keys, legend');
    if (unseen && getComputedStyle(unseen).clipPath !== 'none') continue;
    if (element.closest('svg, .unseen, .sentinels, .table-box') || style.display === 'inline') continue;
    // What is a pixel wide is for screen readers alone.
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && style.overflowX !== 'auto')
      faults.push(`${element.localName}.${element.className} is ${element.scrollWidth} wide in ${element.clientWidth}`);
  }
  // A heading's words stay whole.
  for (const heading of document.querySelectorAll(parts)) {
    if (!/^H[123]$/.test(heading.tagName) || !heading.checkVisibility()) continue;
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^\\s\\u2010-\\u2015-]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) faults.push(`“${word}” is broken`);
      }
  }
  // What touches a number stays on its line.
  const line = box => box && (box.top + box.bottom) / 2;
  const letter = (text, place) => {
    if (text?.nodeType !== Node.TEXT_NODE || !text.data.at(place).trim()) return;
    const range = document.createRange();
    range.setStart(text, place < 0 ? text.length - 1 : 0);
    range.setEnd(text, place < 0 ? text.length : 1);
    return range.getBoundingClientRect();
  };
  for (const number of document.querySelectorAll('main .number')) {
    const own = number.getClientRects()[0];
    if (own && number.closest(parts))
      for (const [text, place] of [[number.previousSibling, -1], [number.nextSibling, 0]])
        if (Math.abs(line(letter(text, place)) - line(own)) > own.height / 2) faults.push(`“${number.textContent}” is parted from “${text.data.at(place)}”`);
  }
  return faults;
})";

/// Every section of the page, or the one that an embed has, in one language.
async fn all_lies_well(viewport: (u32, u32), language: &str, embed: bool) -> Result<()> {
    let (server, home) = (site::hosted()?, site::home(language));
    let reader = Reader::at_size(viewport, server.url(&home)).await?;
    let mut faults = page_lies_well(&reader, viewport).await?;
    for (section, steps) in site::some_sections() {
        if embed {
            reader.goto(server.url(&format!("{home}embed/{section}/?step={section}.1"))).await?;
            reader.ready().await?;
            faults.extend(page_lies_well(&reader, viewport).await?);
        }
        faults.extend(lies_well(&reader, viewport, section, steps).await?);
    }
    ensure!(faults.is_empty(), "/{home} at {viewport:?}: {faults:#?}");
    reader.leave().await
}

/// What is wrong with the page that the reader has open.
pub async fn page_lies_well(reader: &Reader, viewport: (u32, u32)) -> Result<Vec<String>> {
    reader.eval(&format!("{FAULTS}('main *, header *, footer *', {})", viewport.0)).await
}

/// What is wrong with a section of it, step by step.
pub async fn lies_well(
    reader: &Reader,
    viewport: (u32, u32),
    section: &str,
    steps: &[site::Step],
) -> Result<Vec<String>> {
    let look = format!("{FAULTS}('#{section} *', {})", viewport.0);
    let mut faults: Vec<String> = Vec::new();
    for (step, scene) in steps {
        if !reader.is(&format!("document.querySelector('[data-step=\"{step}\"]').ariaCurrent === 'step'")).await? {
            reader.tap(&format!("#{section} .next")).await?;
        }
        reader.rests_at(step, scene).await?;
        reader.ready().await?;
        let found: Vec<String> = reader.eval(&look).await?;
        faults.extend(found.into_iter().map(|fault| format!("{step}: {fault}")));
        let covered = is_covered(reader, section, step, viewport).await?;
        faults.extend(covered.map(|fault| format!("{step}: {fault}")));
    }
    Ok(faults)
}

/// On a phone the figure takes at most half of the screen, but on the smallest the audit's rows and the explorer's lists
/// need a little more; nowhere does it hide where the step begins.
async fn is_covered(reader: &Reader, section: &str, step: &str, (width, height): (u32, u32)) -> Result<Option<String>> {
    let boxes = format!(
        "['#{section} .figure', '[data-step=\"{step}\"]'].map(found => (box => [box.left, box.top, box.right, box.bottom])(document.querySelector(found).getBoundingClientRect()))"
    );
    let [figure, text]: [[f64; 4]; 2] = reader.eval(&boxes).await?;
    let more = if ["audit", "explore"].contains(&section) { 35.0 } else { 0.0 };
    let half = f64::from(height) / 2.0 + more;
    if width < 600 && figure[3] - figure[1] > half + 0.5 {
        return Ok(Some(format!(
            "the figure is {} high, at most {half} is its part of the screen",
            figure[3] - figure[1]
        )));
    }
    let beside = text[2] <= figure[0] || text[0] >= figure[2];
    // The first line, with the padding above it.
    let shown = (beside || text[1] >= figure[3] - 0.5) && text[1] >= 0.0 && text[1] + 48.0 <= f64::from(height);
    Ok((!shown).then(|| format!("its first line at {} is hidden; the figure ends at {}", text[1], figure[3])))
}

macro_rules! lies_well {
    ($($name:ident: $viewport:expr, $language:expr $(, $length:literal)?;)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        $(#[ignore = $length])?
        async fn $name() -> Result<()> {
            all_lies_well(VIEWPORTS[$viewport], $language, false).await
        }
    )*};
}

lies_well! {
    at_320_nothing_is_cut_off_or_scrolls_sideways: 0, "en";
    at_320_in_russian_nothing_is_cut_off_or_scrolls_sideways: 0, "ru", "at length";
    at_320_in_kazakh_nothing_is_cut_off_or_scrolls_sideways: 0, "kk";
    at_390_nothing_is_cut_off_or_scrolls_sideways: 1, "en", "at length";
    at_390_in_russian_nothing_is_cut_off_or_scrolls_sideways: 1, "ru", "at length";
    at_390_in_kazakh_nothing_is_cut_off_or_scrolls_sideways: 1, "kk", "at length";
    at_768_nothing_is_cut_off_or_scrolls_sideways: 2, "en", "at length";
    at_768_in_kazakh_nothing_is_cut_off_or_scrolls_sideways: 2, "kk", "at length";
    at_1280_nothing_is_cut_off_or_scrolls_sideways: 3, "en", "at length";
    at_1280_in_russian_nothing_is_cut_off_or_scrolls_sideways: 3, "ru", "at length";
    at_1280_in_kazakh_nothing_is_cut_off_or_scrolls_sideways: 3, "kk";
    at_1920_nothing_is_cut_off_or_scrolls_sideways: 4, "en", "at length";
}

/// An embed opened by itself is a page like any other.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn an_embed_alone_lies_well() -> Result<()> {
    all_lies_well(VIEWPORTS[0], "en", true).await?;
    all_lies_well(VIEWPORTS[3], "en", true).await
}

/// What WCAG 2.2 has readers set (1.4.12).
const SPACED: &str = "
body :not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }";

/// With words set wider, or by a browser whose letters are twice as large (1.4.4), nothing of the page is cut off, and it
/// does not scroll sideways.
#[tokio::test(flavor = "multi_thread")]
async fn words_may_be_spaced_and_twice_as_large() -> Result<()> {
    let server = site::hosted()?;
    for language in site::some(LANGUAGES) {
        for size in [16, 32] {
            let prefs = vec![("webkit.webprefs.default_font_size".to_owned(), size.into())];
            let reader = Reader::with(Engine::Chromium, Settings { prefs, ..Settings::default() }).await?;
            reader.viewport(VIEWPORTS[3]).await?;
            reader.goto(server.url(&site::home(language))).await?;
            reader.ready().await?;
            let found: f64 = reader.eval("parseFloat(getComputedStyle(document.documentElement).fontSize)").await?;
            ensure!((found - f64::from(size)).abs() < 0.1, "letters of {found} pixels");
            if size == 16 {
                let style = serde_json::to_string(SPACED)?;
                let sheet = "document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0]";
                reader.run(&format!("{sheet}.replaceSync({style})")).await?;
                reader.ready().await?;
            }
            let faults: Vec<String> =
                reader.eval(&format!("{FAULTS}('main *, header *, footer *', {})", VIEWPORTS[3].0)).await?;
            let faults: Vec<_> = faults.iter().filter(|fault| !fault.starts_with('“')).collect();
            ensure!(faults.is_empty(), "{language}, {size}: {faults:#?}");
            reader.leave().await?;
        }
    }
    Ok(())
}
