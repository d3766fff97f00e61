//! Pages of every language: none has words of another, and a reader goes from one to the other as they are.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use seized::text::LANGUAGES;
use serde_json::json;

/// What may stand in Latin letters on a page of another script: numerals, file formats, names of standards and licences.
const ALLOWED: [&str; 11] =
    ["III", "Attribution", "CSV", "JSON", "HTML", "oEmbed", "iframe", "Creative", "Commons", "JWH", "Kbd"];

/// Words of Latin letters, numbers with a decimal point and thousands with a comma in whatever readers see or hear of the page: sources, quotes
/// and notes are marked as English, keys and addresses are what they are.
const FOREIGN: &str = r#"(() => {
  const apart = 'body [lang="en"], kbd, .url, noscript, script, style, textarea, [hreflang]';
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(apart)) said.push(walker.currentNode.data);
  for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt', 'label', 'placeholder'])
    for (const element of document.querySelectorAll(`[${name}]`)) if (!element.closest(apart)) said.push(element.getAttribute(name));
  for (const { content } of document.querySelectorAll('meta[name=description], meta[property="og:title"], meta[property="og:description"]')) said.push(content);
  said.push(document.title);
  // Fingerprints are numbers, written with the letters of sixteen digits.
  const wordsOf = text => text.replace(/\b[0-9a-f]{16}\b/g, '');
  return said.flatMap(text => [...wordsOf(text).matchAll(/[A-Za-z]{3,}|\d,000(?!\d)|\d\.\d/g)].map(([found]) => [found, text.trim().slice(0, 120)]));
})()"#;

async fn speaks_its_own(reader: &Reader, what: &str) -> Result<()> {
    let found: Vec<(String, String)> = reader.eval(FOREIGN).await?;
    let strange: Vec<_> = found.iter().filter(|(word, _)| !ALLOWED.contains(&&**word)).collect();
    ensure!(strange.is_empty(), "{what}: {strange:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_word_of_another_language_is_left() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    // The first language is the one that would be found.
    reader.goto(server.url("")).await?;
    let found: Vec<(String, String)> = reader.eval(FOREIGN).await?;
    let numbers = found.iter().filter(|(word, _)| word.contains('.')).count();
    ensure!(numbers > 100 && found.len() > 1000, "found in English: {} words, {numbers} numbers", found.len());
    for language in &LANGUAGES[1..] {
        for (viewport, query) in [(DESKTOP, ""), (PHONE, "?step=doubled.3&base=2017&inside=straw&share=30&line2019=30")]
        {
            reader.viewport(viewport).await?;
            reader.goto(server.url(&format!("{language}/{query}"))).await?;
            reader.ready().await?;
            speaks_its_own(&reader, &format!("{language}/{query}")).await?;
        }
        reader.tap("#doubled .readout .number").await?;
        reader.eventually("document.querySelector('dialog#provenance').open", "the card").await?;
        speaks_its_own(&reader, &format!("{language}, with a card")).await?;
        for section in site::some_sections() {
            reader.goto(server.url(&format!("{language}/embed/{}/", section.0))).await?;
            reader.ready().await?;
            speaks_its_own(&reader, &format!("{language}/embed/{}/", section.0)).await?;
        }
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_keeps_step_and_choices() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let query = "?step=doubled.3&base=2017";
    reader.goto(server.url(query)).await?;
    let links: usize = reader.eval("document.querySelectorAll('nav.languages a').length").await?;
    ensure!(links + 1 == LANGUAGES.len(), "{links} links to {} languages", LANGUAGES.len());
    if links == 0 {
        return reader.leave().await;
    }
    for language in LANGUAGES[1..].iter().chain(&LANGUAGES[..1]) {
        reader.ready().await?;
        server.clear_requests();
        reader.tap(&format!("nav.languages a[hreflang={language}]")).await?;
        reader.eventually(&format!("document.documentElement.lang === '{language}'"), "the other language").await?;
        reader.ready().await?;
        reader.rests_at("doubled.3", "bases").await?;
        let there =
            format!("location.search === '{query}' && document.querySelector('input[name=base]').value === '2017'");
        reader.eventually(&there, "step and choice").await?;
        let words = server.requests().into_iter().filter(|request| request.contains("assets/words-"));
        let words: Vec<String> = words.collect();
        // The first language's are kept from the first page.
        let kept = usize::from(*language != LANGUAGES[0]);
        let own = words.iter().all(|request| request.contains(&format!("words-{language}-")));
        ensure!(words.len() == kept && own, "{language} asked for {words:?}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_browser_likes_is_offered_and_never_forced() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let agent: String = reader.eval("navigator.userAgent").await?;
    for liked in LANGUAGES {
        let asks = json!({ "userAgent": agent, "acceptLanguage": format!("{liked}-KZ,fr") });
        reader.cdp("Emulation.setUserAgentOverride", asks).await?;
        for language in LANGUAGES {
            reader.goto(server.url(&site::home(language))).await?;
            reader.live().await?;
            let offers: Vec<String> = reader
                .eval("[...document.querySelectorAll('.offer')].filter(offer => offer.checkVisibility()).map(offer => offer.dataset.for)")
                .await?;
            let wanted: &[&str] = if liked == language { &[] } else { &[liked] };
            ensure!(offers == wanted, "{language} to who likes {liked}: {offers:?}");
            ensure!(reader.eval::<String>("document.documentElement.lang").await? == *language, "led elsewhere");
        }
    }
    reader.leave().await
}
