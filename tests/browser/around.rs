//! What stands around the sections: masthead, contents, findings and method; with and without JavaScript.

use crate::chromium::{DESKTOP, PHONE};
use crate::method::has_a_method;
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// The words of every element that a selector names, spaces made one.
pub async fn words(reader: &Reader, selector: &str) -> Result<Vec<String>> {
    reader
        .eval(&format!(
            "[...document.querySelectorAll('{selector}')].map(found => found.textContent.replace(/\\s+/g, ' ').trim())"
        ))
        .await
}

/// The words of the one element that a selector names.
pub async fn word(reader: &Reader, selector: &str) -> Result<String> {
    let found = words(reader, selector).await?;
    ensure!(found.len() == 1, "{selector} stands {} times: {found:?}", found.len());
    Ok(found.concat())
}

/// Words of prose in the sections, as a reader reads them through: what is folded away is not.
const PROSE: &str = "[...document.querySelectorAll('.root section[data-shape]')].map(section => {
  const copy = section.cloneNode(true);
  copy.querySelectorAll('details, svg, .masthead, .live').forEach(gone => gone.remove());
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (texts.nextNode()) count += texts.currentNode.data.split(/\\s+/).filter(word => /[\\p{L}\\p{N}]/u.test(word)).length;
  return count;
}).reduce((sum, count) => sum + count, 0)";

/// Title, what it is about, which edition, and as many minutes as its words take at 200 a minute.
async fn has_a_masthead(reader: &Reader, what: &str) -> Result<()> {
    ensure!(word(reader, "h1").await? == "Seized" && word(reader, ".masthead h1").await? == "Seized", "{what}");
    let dek = word(reader, ".masthead .dek").await?;
    ensure!(dek == "What Kazakhstan’s drug-seizure numbers can and cannot tell you", "{what}: {dek}");
    let edition = word(reader, ".masthead .edition").await?;
    let minutes = edition
        .strip_prefix("Edition of 2023 figures, with what was published for 2025. ")
        .and_then(|rest| rest.strip_suffix(" minutes to read."))
        .with_context(|| format!("{what}: {edition}"))?;
    let (minutes, count): (f64, f64) = (minutes.parse()?, reader.eval(PROSE).await?);
    let off = (minutes - count / 200.0).abs();
    ensure!(minutes >= 1.0 && off <= 1.0, "{what}: {minutes} minutes for {count} words");
    let shown =
        "[...document.querySelectorAll('.masthead > :not(.offer)')].every(part => part.getClientRects().length > 0)";
    ensure!(reader.is(shown).await?, "{what}: the masthead is not shown");
    Ok(())
}

/// The map names every section after the opening, in order, with its question and what it is about; then what follows.
async fn has_contents(reader: &Reader, what: &str) -> Result<()> {
    let links: Vec<String> = reader
        .eval("[...document.querySelectorAll('nav#contents a')].map(link => link.getAttribute('href').slice(1))")
        .await?;
    let sections = site::SECTIONS[1..].iter().map(|(section, _)| *section);
    let wanted: Vec<_> = sections.chain(["closing", "method"]).collect();
    ensure!(links == wanted, "{what}: contents lead to {links:?}");
    for (section, _) in &site::SECTIONS[1..] {
        let title = word(reader, &format!("#{section}-title")).await?;
        let about = word(reader, &format!("#{section} .standfirst")).await?;
        let entry = words(reader, "nav#contents li li").await?;
        ensure!(entry.contains(&format!("{title} {about}")), "{what}: no “{title} {about}” in {entry:?}");
    }
    Ok(())
}

/// Seven findings, each with a link to the section that shows it; nothing of a reader who said nothing.
async fn has_findings(reader: &Reader, what: &str) -> Result<()> {
    let entries = words(reader, "section#closing li").await?;
    ensure!(entries.len() == 7 && entries.iter().all(|entry| entry.len() > 80), "{what}: findings {entries:#?}");
    let links: Vec<String> = reader
        .eval("[...document.querySelectorAll('#closing li > a')].map(link => link.getAttribute('href').slice(1))")
        .await?;
    let known = |link: &String| site::SECTIONS.iter().any(|(section, _)| section == link);
    ensure!(links.len() == 7 && links.iter().all(known), "{what}: findings lead to {links:?}");
    let own = "[...document.querySelectorAll('#closing .own')].every(own => own.hidden && !own.textContent)";
    ensure!(reader.is(own).await?, "{what}: something is said of a reader who said nothing");
    Ok(())
}

/// All of it, on the whole page and in the one file.
async fn has_all(reader: &Reader, what: &str) -> Result<()> {
    has_a_masthead(reader, what).await?;
    has_contents(reader, what).await?;
    has_findings(reader, what).await?;
    has_a_method(reader, what).await
}

#[tokio::test(flavor = "multi_thread")]
async fn masthead_contents_findings_and_method_are_there_with_and_without_javascript() -> Result<()> {
    let server = site::hosted()?;
    for scripts in [true, false] {
        let reader = Reader::chromium().await?;
        reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !scripts })).await?;
        for viewport in [PHONE, DESKTOP] {
            reader.viewport(viewport).await?;
            for url in [server.url(""), site::file_url()?] {
                let what = format!("{url}, {viewport:?}, scripts {scripts}");
                reader.goto(&url).await?;
                if scripts {
                    reader.ready().await?;
                }
                let state: String = reader.eval("document.documentElement.dataset.state").await?;
                ensure!(state == if scripts { "live" } else { "static" }, "{what}: {state}");
                has_all(&reader, &what).await?;
            }
        }
        reader.leave().await?;
    }
    Ok(())
}
