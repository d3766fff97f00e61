//! A print from dark colours: readers of other pages got black sheets, or light words on white ones.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::json;

/// Every colour that something on the sheet has, with something that has it.
const COLOURS: &str = "(() => {
  const found = {};
  for (const element of document.querySelectorAll('html, body, main, main *, footer *')) {
    if (element.closest('button, input, select, dialog') || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    for (const name of ['color', 'backgroundColor', 'fill', 'stroke']) found[style[name]] ??= `${element.outerHTML.slice(0, 80)}: ${name}`;
  }
  return found;
})()";

type Colours = std::collections::BTreeMap<String, String>;

async fn printed(url: &str, scheme: &str) -> Result<Colours> {
    let reader = Reader::chromium().await?;
    reader.feature("prefers-color-scheme", scheme).await?;
    reader.goto(url).await?;
    reader.ready().await?;
    let media = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    reader.cdp("Emulation.setEmulatedMedia", media).await?;
    reader.run("dispatchEvent(new Event('beforeprint'))").await?;
    reader.eventually("document.querySelector('.step-figure svg path')", "it is unrolled").await?;
    let colours = reader.eval(COLOURS).await?;
    reader.leave().await?;
    Ok(colours)
}

#[tokio::test(flavor = "multi_thread")]
async fn printed_from_dark_colours_everything_is_light() -> Result<()> {
    let server = site::hosted()?;
    for (section, _) in site::few_sections() {
        let url = |query: &str| server.url(&format!("embed/{section}/{query}"));
        let light = printed(&url("?theme=light"), "light").await?;
        for (query, scheme) in [("", "dark"), ("?theme=dark", "light"), ("?theme=dark", "dark")] {
            let mut dark = printed(&url(query), scheme).await?;
            dark.retain(|colour, _| !light.contains_key(colour));
            ensure!(dark.is_empty(), "{section}{query} on a {scheme} device: {dark:#?}");
        }
    }
    Ok(())
}
