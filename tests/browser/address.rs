//! The URL is state: it restores what it says, and nonsense in it is nothing.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

const BASE: &str = "document.querySelector('input[name=base]').value";

#[tokio::test(flavor = "multi_thread")]
async fn the_url_restores_step_and_base_year() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for url in [server.url("?step=doubled.2&base=2017"), format!("{}?step=doubled.2&base=2017", site::file_url()?)] {
        reader.goto(&url).await?;
        reader.ready().await?;
        reader.rests_at("doubled.2", "line").await?;
        ensure!(reader.eval::<String>(BASE).await? == "2017");
        let ratio =
            "document.querySelector('#doubled .readout .number[data-id=\"ratio.2017\"]')?.textContent === '1.01'";
        ensure!(reader.is(ratio).await?, "the readout is not that of 2017");
        let seen: bool = reader.eval("(place => place.top < innerHeight && place.bottom > 0)(document.querySelector('[data-step=\"doubled.2\"]').getBoundingClientRect())").await?;
        ensure!(seen, "the step is out of sight");
        let slider = reader.driver().find(By::Css("input[name=base]")).await?;
        slider.send_keys(Key::Left + "").await?;
        reader.eventually("location.search === '?step=doubled.2&base=2016'", "the URL follows the slider").await?;
        reader.driver().refresh().await?;
        reader.ready().await?;
        reader.at_step("doubled.2", "line").await?;
        reader.eventually(&format!("{BASE} === '2016'"), "a reload keeps the base year").await?;
    }
    reader.leave().await
}

/// Each is ignored, alone and with others; the browser writes some of them with escapes.
const NONSENSE: [&str; 18] = [
    "?step=x.9&base=1066&base=%00&foo=<script>",
    "?step=doubled.0",
    "?step=doubled.6",
    "?step=doubled.01",
    "?step=doubled.1e0",
    "?step=",
    "?base=2023",
    "?base=-2018",
    "?base=+2017",
    "?base=99999999999999999999",
    "?base=2017.5",
    "?%=%&&=&base",
    "?share=101",
    "?share=-1",
    "?share=4e1&line2019=81",
    "?line2018=20&line2024=20&line2020=",
    "?inside=weeds&transit=maybe",
    "?step=plants.6&inside=",
];

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_in_the_url_is_ignored() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for query in NONSENSE {
        reader.goto(server.url(query)).await?;
        reader.live().await?;
        let base: String = reader.eval(BASE).await?;
        ensure!(base == "2018", "{query}: base year {base}");
        let others: Vec<String> =
            reader.eval("[...document.querySelectorAll('#plants input:checked')].map(input => input.value)").await?;
        ensure!(others == ["plants", "with"], "{query}: {others:?}");
        // A hidden slider speaks, too.
        let spoken: Vec<String> = reader
            .eval("[...document.querySelectorAll('#guess input')].map(input => input.getAttribute('aria-valuetext'))")
            .await?;
        let guessed = spoken.len() != 6 || spoken.iter().any(|said| !said.to_lowercase().contains("no guess yet"));
        ensure!(!guessed, "{query}: a guess that nobody made: {spoken:?}");
        let top: bool = reader.eval("scrollY === 0 && !document.querySelector('[aria-current=step]')").await?;
        ensure!(top, "{query}: not at the top");
        let complaints = reader.complaints().await?;
        ensure!(complaints.is_empty(), "{query}: the console says {complaints:?}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_of_others_are_kept() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?utm_source=a%20b&base=1066&foo=<script>&step=x.9&c")).await?;
    reader.tap("#doubled .next").await?;
    reader.rests_at("doubled.1", "bars").await?;
    reader.eventually("location.search.includes('step=doubled.1')", "the URL follows").await?;
    let search: String = reader.eval("location.search").await?;
    for kept in ["utm_source=a%20b", "foo=%3Cscript%3E"] {
        ensure!(search.contains(kept), "{kept} is lost: {search}");
    }
    ensure!(!search.contains("1066") && !search.contains("x.9"), "nonsense of ours stays: {search}");
    let others: Vec<String> = reader.eval("[...new URLSearchParams(location.search).keys()]").await?;
    ensure!(others.contains(&"c".to_owned()), "c is lost: {search}");
    reader.leave().await
}
