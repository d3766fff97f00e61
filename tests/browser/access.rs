//! axe-core finds no violation of any of its rules, with contrast at the highest level: light and dark, phone and desktop, card and table open, embed, static.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use seized::text::LANGUAGES;
use std::fs;
use thirtyfour::prelude::*;
use xtask::server::Options;

/// In the page, or in the dialog that is open: the page behind it is looked at without.
const RUN: &str = "
const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
const found = await axe.run(document.querySelector('dialog[open]') ?? document, { rules, resultTypes: ['violations'] });
return found.violations.map(rule =>
  `${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 4).map(node => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`);";

pub async fn has_no_violation(reader: &Reader, what: &str) -> Result<()> {
    let axe = site::project("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).context("axe-core: `npm ci` installs it")?;
    reader.run(&axe).await?;
    let violations: Vec<String> = reader.run_async(RUN).await?;
    ensure!(violations.is_empty(), "{what}: {violations:#?}");
    Ok(())
}

async fn in_scheme(scheme: &str) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.feature("prefers-color-scheme", scheme).await?;
    let viewports = if scheme == "light" { [PHONE, DESKTOP] } else { [DESKTOP, PHONE] };
    for viewport in site::some(&viewports).iter().copied() {
        reader.viewport(viewport).await?;
        for path in ["embed/fig-guess/", "embed/fig-plants/", "embed/fig-doubled/", "embed/fig-share/"] {
            reader.goto(server.url(path)).await?;
            reader.ready().await?;
            has_no_violation(&reader, &format!("/{path}, {scheme}, {viewport:?}")).await?;
        }
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        reader.tap("[data-embed=story]").await?;
        reader.eventually("document.querySelector('dialog#embed').open", "the dialog").await?;
        has_no_violation(&reader, &format!("dialog, {scheme}, {viewport:?}")).await?;
        for path in ["", "embed/guess/", "embed/plants/", "embed/doubled/", "embed/share/"] {
            let what = format!("/{path}, {scheme}, {viewport:?}");
            reader.goto(server.url(path)).await?;
            reader.ready().await?;
            has_no_violation(&reader, &what).await?;
            for step in ["guess.2", "guess.3", "plants.2", "share.1"] {
                let section = step.split('.').next().unwrap_or_default();
                if path.contains(section) {
                    reader.goto(server.url(&format!("{path}?step={step}&share=30&line2020=40"))).await?;
                    reader.ready().await?;
                    reader.unfold(&format!("#{section} details.table"), true).await?;
                    has_no_violation(&reader, &format!("{what}, {step}")).await?;
                }
            }
            if !path.contains("doubled") {
                continue;
            }
            reader.goto(server.url(&format!("{path}?step=doubled.2"))).await?;
            reader.ready().await?;
            reader.rests_at("doubled.2", "line").await?;
            reader.unfold("#doubled details.table", true).await?;
            has_no_violation(&reader, &format!("{what}, table open")).await?;
            reader.unfold("#doubled details.table", false).await?;
            reader.tap("#doubled .readout .number[data-id='ratio.2018']").await?;
            reader.eventually("document.querySelector('dialog#provenance').open", "the card").await?;
            has_no_violation(&reader, &format!("{what}, card open")).await?;
        }
    }
    reader.leave().await
}

/// Each of these figures with its controls and its table, narrow in light and wide in dark; of the whole page they are part.
#[tokio::test(flavor = "multi_thread")]
async fn charts_and_lists_have_no_violation() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for (scheme, viewport) in site::some(&[("light", PHONE), ("dark", DESKTOP)]).iter().copied() {
        reader.feature("prefers-color-scheme", scheme).await?;
        reader.viewport(viewport).await?;
        for (section, steps) in site::SECTIONS.iter().skip(4) {
            let step = steps[1.min(steps.len() - 1)].0;
            reader.goto(server.url(&format!("embed/{section}/?step={step}"))).await?;
            reader.ready().await?;
            if !site::is_table(section) {
                reader.unfold(&format!("#{section} details.table"), true).await?;
            }
            has_no_violation(&reader, &format!("{step}, {scheme}, {viewport:?}")).await?;
        }
    }
    reader.leave().await
}

/// The whole page of each other language with its dialogs: another wrap of words is another layout.
#[tokio::test(flavor = "multi_thread")]
async fn in_other_languages_there_is_no_violation() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.viewport(PHONE).await?;
    for (language, scheme) in LANGUAGES[1..].iter().zip(["dark", "light"]) {
        reader.feature("prefers-color-scheme", scheme).await?;
        reader.goto(server.url(&site::home(language))).await?;
        reader.ready().await?;
        has_no_violation(&reader, &format!("{language}, {scheme}")).await?;
        for (opener, dialog) in [
            ("#doubled .readout .number[data-id='ratio.2018']", "provenance"),
            ("[data-embed=story]", "embed"),
            ("footer [data-help]", "help"),
            ("#doubled .after [data-sound]", "sound"),
        ] {
            reader.tap(opener).await?;
            reader.eventually(&format!("document.getElementById('{dialog}').open"), "the dialog").await?;
            has_no_violation(&reader, &format!("{language}, {scheme}, {dialog}")).await?;
            reader.press(Key::Escape + "").await?;
            reader.eventually(&format!("!document.getElementById('{dialog}').open"), "Escape closes it").await?;
        }
        for (section, _) in site::some_sections() {
            let path = format!("{}embed/{section}/", site::home(language));
            reader.goto(server.url(&path)).await?;
            reader.ready().await?;
            has_no_violation(&reader, &format!("/{path}, {scheme}")).await?;
        }
    }
    reader.leave().await
}

/// Every page there is, in each language and scheme; by turns narrow and wide.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn on_no_page_there_is_a_violation() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let mut faults = Vec::new();
    for (turn, scheme) in ["light", "dark"].into_iter().enumerate() {
        reader.feature("prefers-color-scheme", scheme).await?;
        for (place, page) in site::all_pages().iter().enumerate() {
            let viewport = if (place + turn) % 2 == 0 { PHONE } else { DESKTOP };
            reader.viewport(viewport).await?;
            reader.goto(server.url(page.trim_end_matches("index.html"))).await?;
            reader.ready().await?;
            let found = has_no_violation(&reader, &format!("/{page}, {scheme}, {viewport:?}")).await;
            faults.extend(found.err().map(|error| format!("{error:#}")));
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_light_there_is_no_violation() -> Result<()> {
    in_scheme("light").await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_dark_there_is_no_violation() -> Result<()> {
    in_scheme("dark").await
}

#[tokio::test(flavor = "multi_thread")]
async fn unrolled_and_without_program_there_is_no_violation() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.feature("prefers-reduced-motion", "reduce").await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    has_no_violation(&reader, "unrolled").await?;
    let missing = vec!["/assets/*.wasm".to_owned()];
    let server = site::serve(&site::dist(), Options { missing, ..Options::default() })?;
    reader.goto(server.url("")).await?;
    reader.eventually("document.documentElement.dataset.state === 'failed'", "the page says that it failed").await?;
    has_no_violation(&reader, "without program").await?;
    reader.leave().await
}
