//! Who hears a list of a page's buttons, or speaks their names, has to know which figure each belongs to.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;

/// Buttons, what unfolds and what it holds, by their names as they are spoken, with what they act on and the words that one
/// sees. The same button may stand twice in a section; a number is named by what it says.
const NAMED: &str = "[...document.querySelectorAll('main button:not(.number), main summary, main [role=group]')]
  .map(element => [element.getAttribute('aria-labelledby')?.split(' ').map(id => document.getElementById(id))
      .map(part => part === element || part.id.endsWith('-title') ? (part.getAttribute('aria-label') ?? part.textContent) : part.textContent).join(' ')
      ?? element.getAttribute('aria-label') ?? element.textContent,
    `${element.closest('section')?.id} ${element.className} ${Object.keys(element.dataset)}`, element.matches('button, summary') ? element.textContent : ''])";

#[tokio::test(flavor = "multi_thread")]
async fn buttons_of_different_figures_have_different_names() -> Result<()> {
    let server = site::hosted()?;
    for path in ["", "ru/", "kk/"] {
        let reader = Reader::at(server.url(path)).await?;
        let named: Vec<(String, String, String)> = reader.eval(NAMED).await?;
        let mut acts: BTreeMap<&str, &str> = BTreeMap::new();
        let mut faults = Vec::new();
        for (name, act, shown) in &named {
            let words = shown.trim();
            // Who speaks the words that one sees must find the button by them.
            if words.chars().any(char::is_alphabetic) && !name.contains(words) {
                faults.push(format!("{name:?} does not have its own words {words:?}"));
            }
            let figure = act.split(' ').next().unwrap_or_default();
            if name.trim().is_empty() || acts.insert(name, figure).is_some_and(|other| other != figure) {
                faults.push(format!("{name:?}: {act}"));
            }
        }
        ensure!(named.len() > 100 && faults.is_empty(), "/{path}: {} of {}: {faults:#?}", faults.len(), named.len());
        reader.leave().await?;
    }
    Ok(())
}
