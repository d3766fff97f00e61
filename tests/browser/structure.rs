//! What holds of the HTML in every shape: ids once, no inline style, no address that binds it to a place.

use crate::chromium::DESKTOP;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;
use std::fs;

/// Ids that stand more than once, in the document and in its templates.
const REPEATED: &str = "(ids => ids.filter((id, place) => ids.indexOf(id) !== place))
  ([...document.querySelectorAll('[id]')].map(element => element.id))";

/// Addresses of the document's own: everything but links to sources, which are other people's.
const ADDRESSES: &str = "[...document.querySelectorAll('[src], [href], [srcset], [poster], [action], [data]')]
  .filter(element => !element.closest('.sources, .all-sources, dialog'))
  .flatMap(element => ['src', 'href', 'srcset', 'poster', 'action', 'data'].map(name => element.getAttribute(name)))
  .filter(address => address !== null)";

async fn holds(reader: &Reader, what: &str) -> Result<()> {
    let repeated: Vec<String> = reader.eval(REPEATED).await?;
    ensure!(repeated.is_empty(), "{what}: ids that stand twice: {repeated:?}");
    let ghosts: Vec<String> = reader
        .eval(
            "[...document.querySelectorAll('[aria-labelledby], [aria-describedby], [aria-controls], label[for]')]
             .flatMap(element => ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap(name => element.getAttribute(name)?.split(' ') ?? []))
             .filter(id => id && !document.getElementById(id))",
        )
        .await?;
    ensure!(ghosts.is_empty(), "{what}: ids that are referred to and missing: {ghosts:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_are_unique_in_every_shape() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.viewport(DESKTOP).await?;
    for url in site::urls(&server)? {
        reader.goto(&url).await?;
        reader.ready().await?;
        holds(&reader, &url).await?;
        reader.tap("main :is(.takeaway, .step, figure) .number").await?;
        reader.eventually("document.querySelector('dialog#provenance').open", "the card").await?;
        holds(&reader, &format!("{url} with a card")).await?;
    }
    reader.feature("prefers-reduced-motion", "reduce").await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    let steps = site::all_steps().len();
    let flat = format!("document.querySelectorAll('.step-figure svg').length === {steps}");
    reader.scroll_through().await?;
    reader.eventually(&flat, "the flat form").await?;
    holds(&reader, "the flat form").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_html_has_no_inline_style_and_no_absolute_address() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    for url in site::urls(&server)? {
        reader.goto(&url).await?;
        holds(&reader, &url).await?;
        let styled: Vec<String> = reader
            .eval("[...document.querySelectorAll('[style]')].map(element => element.outerHTML.slice(0, 90))")
            .await?;
        ensure!(styled.is_empty(), "{url}: style attributes: {styled:#?}");
        let handlers: usize = reader.eval("[...document.querySelectorAll('*')].filter(element => [...element.attributes].some(name => name.name.startsWith('on'))).length").await?;
        ensure!(handlers == 0, "{url}: {handlers} inline handlers");
        let addresses: Vec<String> = reader.eval(ADDRESSES).await?;
        let bound: Vec<_> =
            addresses.iter().filter(|address| address.starts_with('/') || address.contains("//")).collect();
        ensure!(!addresses.is_empty() && bound.is_empty(), "{url}: addresses bound to a place: {bound:#?}");
    }
    reader.leave().await
}

/// What a page names must be there, under any path: nothing but its own files, each by a relative address.
#[test]
fn every_file_that_a_page_names_is_in_the_folder() -> Result<()> {
    for page in site::pages() {
        let path = site::dist().join(&page);
        let html = fs::read_to_string(&path)?;
        let named =
            html.split(['"', '(', ')', '\'']).filter(|part| part.contains("assets/") || part.contains("fonts/"));
        for name in named.filter(|name| !name.contains([' ', '<', '{'])) {
            ensure!(!name.starts_with('/') && !name.contains("//"), "{page} names {name}");
            let file = path.parent().unwrap_or(&path).join(name);
            ensure!(file.is_file(), "{page} names {name}, which is not there");
        }
        let names_program = html.contains("assets/glue-");
        ensure!(names_program != (page == "seized.html"), "{page}: does it name the program's glue? {names_program}");
    }
    Ok(())
}
