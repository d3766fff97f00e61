//! What a reader passes on with a figure: the reader's own day, the published address, and nothing that somebody else put
//! into the address or that stands on the reader's disk.

use crate::reader::Reader;
use crate::site;
use crate::taken::{KEEP, close, open, take, text};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use xtask::server::Options;

const CITED: &str = "['plain', 'bibtex', 'ris'].map(id => document.getElementById(`cite-${id}`).value)";

/// East and west of everybody else: on one of both it is always another day than in Greenwich.
#[tokio::test(flavor = "multi_thread")]
async fn a_citation_has_the_readers_own_day() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        reader.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await?;
        reader.goto(server.url("embed/doubled/")).await?;
        reader.ready().await?;
        open(&reader, "fig-doubled").await?;
        let day: String = reader.eval("new Date().toLocaleDateString('sv')").await?;
        let cited: Vec<String> = reader.eval(CITED).await?;
        ensure!(cited.iter().all(|cited| cited.contains(&day)), "{zone}, {day}: {cited:#?}");
        close(&reader).await?;
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_put_into_the_address_is_not_passed_on() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    for path in ["", "embed/doubled/"] {
        let query = "fbclid=private&base=2017&utm_source=letter&childId=seven&theme=dark&step=doubled.3";
        reader.goto(server.url(&format!("{path}?{query}"))).await?;
        reader.ready().await?;
        reader.at_step("doubled.3", "bases").await?;
        open(&reader, "fig-doubled").await?;
        take(&reader, "json").await?;
        let json = text(&reader).await?;
        let cited: Vec<String> = reader.eval(CITED).await?;
        for word in ["fbclid", "private", "utm", "letter", "seven"] {
            ensure!(!json.contains(word) && !cited.concat().contains(word), "/{path}: {word} is passed on");
        }
        let json: Value = serde_json::from_str(&json)?;
        ensure!(json["choices"] == json!({ "step": "doubled.3", "base": "2017" }), "/{path}: {}", json["choices"]);
        close(&reader).await?;
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_path_on_a_disk_is_not_passed_on() -> Result<()> {
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    reader.goto(site::file_url()?).await?;
    reader.ready().await?;
    open(&reader, "fig-doubled").await?;
    take(&reader, "json").await?;
    let json = text(&reader).await?;
    let cited: Vec<String> = reader.eval(CITED).await?;
    for words in cited.iter().chain([&json]) {
        ensure!(!words.contains("file:") && !words.contains("seized.html"), "{words:.300}");
        ensure!(!words.contains("[url]") && !words.contains("url{}") && !words.contains("UR  -"), "{words:.300}");
    }
    reader.leave().await
}

/// A site that knows its address has it cited, wherever its pages and embeds are seen.
#[tokio::test(flavor = "multi_thread")]
async fn the_published_address_is_passed_on() -> Result<()> {
    let home = "https://example.org/seized/";
    let copy = site::spoiled("take-en", |script| {
        let script = String::from_utf8(script).expect("a script");
        script.replace("&quot;home&quot;:null", &format!("&quot;home&quot;:&quot;{home}&quot;")).into_bytes()
    })?;
    let server = site::serve(copy.path(), Options::default())?;
    let reader = Reader::at(server.url("embed/doubled/")).await?;
    open(&reader, "fig-doubled").await?;
    let cited: Vec<String> = reader.eval(CITED).await?;
    ensure!(cited.iter().all(|cited| cited.contains(&format!("{home}#doubled"))), "{cited:#?}");
    reader.leave().await
}
