//! From 320 to 1920 pixels nothing scrolls sideways, is cut off or lies over something that is to be read.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use seized::text::LANGUAGES;
use xtask::drivers::{Engine, Settings};

/// Widths with the height of a usual screen; the first is the smallest phone that WCAG's reflow asks for.
pub const VIEWPORTS: [(u32, u32); 5] = [(320, 640), (390, 844), (768, 1024), (1280, 800), (1920, 1080)];

/// What is wrong with how the page lies at a step. A word's box is higher than its ink by about a quarter at
/// either end, which is taken off; words may then touch by a pixel or two, not more.
const FAULTS: &str = "((parts, section, width) => {
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
  const seen = text => text.textContent.trim() && text.checkVisibility({ opacityProperty: true });
  const words = [...document.querySelectorAll(`#${section} .chart .live svg text`)].filter(seen)
    .map(text => [text.textContent, text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()])
    .map(([text, box, room]) => [text, new DOMRect(box.x, box.y + box.height / 4, box.width, box.height / 2), room]);
  const figure = document.querySelector(`#${section} .figure`).getBoundingClientRect();
  for (const [text, box, room] of words) {
    if (box.left < room.left - 1.5 || box.right > room.right + 1.5) faults.push(`“${text}” is cut off`);
    if (box.left < -0.5 || box.right > width + 0.5) faults.push(`“${text}” ends at ${box.left} and ${box.right}`);
    if (box.top < figure.top - 1 || box.bottom > figure.bottom + 1) faults.push(`“${text}” leaves the figure`);
  }
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const bars = [...document.querySelectorAll(`#${section} .chart .live .strips .printed`)].map(bar => bar.getBoundingClientRect());
  for (const [text, box] of words) if (bars.some(bar => over(box, bar))) faults.push(`“${text}” lies over a bar`);
  words.forEach(([text, a], place) => words.slice(place + 1).forEach(([other, b]) => {
    if (over(a, b)) faults.push(`“${text}” lies over “${other}”`);
  }));
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

/// What is wrong with the page that the reader has open, and with the first figure in it.
pub async fn page_lies_well(reader: &Reader, viewport: (u32, u32)) -> Result<Vec<String>> {
    let first = "document.querySelector('main section:has(figure)').id";
    reader.eval(&format!("{FAULTS}('main *, header *, footer *', {first}, {})", viewport.0)).await
}

/// What is wrong with a section of it, step by step.
pub async fn lies_well(
    reader: &Reader,
    viewport: (u32, u32),
    section: &str,
    steps: &[site::Step],
) -> Result<Vec<String>> {
    let look = format!("{FAULTS}('#{section} *', '{section}', {})", viewport.0);
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
    at_320_nothing_overlaps_or_scrolls_sideways: 0, "en";
    at_320_in_russian_nothing_overlaps_or_scrolls_sideways: 0, "ru";
    at_320_in_kazakh_nothing_overlaps_or_scrolls_sideways: 0, "kk";
    at_390_nothing_overlaps_or_scrolls_sideways: 1, "en", "at length";
    at_390_in_russian_nothing_overlaps_or_scrolls_sideways: 1, "ru", "at length";
    at_390_in_kazakh_nothing_overlaps_or_scrolls_sideways: 1, "kk", "at length";
    at_768_nothing_overlaps_or_scrolls_sideways: 2, "en", "at length";
    at_768_in_kazakh_nothing_overlaps_or_scrolls_sideways: 2, "kk", "at length";
    at_1280_nothing_overlaps_or_scrolls_sideways: 3, "en", "at length";
    at_1280_in_russian_nothing_overlaps_or_scrolls_sideways: 3, "ru", "at length";
    at_1280_in_kazakh_nothing_overlaps_or_scrolls_sideways: 3, "kk";
    at_1920_nothing_overlaps_or_scrolls_sideways: 4, "en", "at length";
}

/// An embed opened by itself is a page like any other.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn an_embed_alone_lies_well() -> Result<()> {
    all_lies_well(VIEWPORTS[0], "en", true).await?;
    all_lies_well(VIEWPORTS[3], "en", true).await
}

/// What readers choose and guess puts other words into the figures.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn under_every_choice_nothing_overlaps() -> Result<()> {
    let server = site::hosted()?;
    let line = "&line2019=10&line2020=20&line2021=25&line2022=30&line2023=80";
    for viewport in [VIEWPORTS[0], VIEWPORTS[1], VIEWPORTS[3]] {
        for (section, choices) in [
            ("guess", format!("&share=100{line}")),
            ("guess", "&share=0&line2019=0".to_owned()),
            ("doubled", format!("&base=2017{line}")),
            ("doubled", "&line2021=40".to_owned()),
            ("plants", "&inside=straw&transit=without".to_owned()),
            ("plants", "&inside=neither".to_owned()),
        ] {
            let reader = Reader::at_size(viewport, server.url(&format!("?step={section}.1{choices}"))).await?;
            let faults = lies_well(&reader, viewport, section, site::steps_of(section)).await?;
            ensure!(faults.is_empty(), "{choices} at {viewport:?}: {faults:#?}");
            reader.leave().await?;
        }
    }
    Ok(())
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
                reader.eval(&format!("{FAULTS}('main *, header *, footer *', 'guess', {})", VIEWPORTS[3].0)).await?;
            let faults: Vec<_> = faults.iter().filter(|fault| !fault.starts_with('“')).collect();
            ensure!(faults.is_empty(), "{language}, {size}: {faults:#?}");
            reader.leave().await?;
        }
    }
    Ok(())
}
