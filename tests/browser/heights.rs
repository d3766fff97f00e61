//! The heights that the code for embedding is made from, and that README tells editors, are those of the pages.

use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use seized::text::LANGUAGES;
use std::fs;

const TABLE: &str = "src/bin/prerender/heights.csv";
const WIDTHS: [u32; 3] = [680, 480, 320];

/// Pixels that the table may have more than the page, so that a line that is rounded otherwise makes no scrollbar.
const SPARE: std::ops::RangeInclusive<f64> = 0.0..=20.0;

/// What the table should have for a height.
fn rounded(height: f64) -> u32 {
    ((height + 5.0) / 10.0).ceil() as u32 * 10
}

/// What an embed page comes to in frames of each width.
async fn measured(reader: &Reader, page: &str) -> Result<[f64; 3]> {
    let host = Host::of(page, WIDTHS[0], Height::Heard, "")?;
    host::arrive(reader, &host).await?;
    let mut heights = [0.0; 3];
    for (place, width) in WIDTHS.into_iter().enumerate() {
        host::leave(reader).await?;
        reader.run(&format!("document.getElementById('embed').style.width = '{width}px'")).await?;
        host::enter(reader).await?;
        let is_told =
            "Math.abs(document.documentElement.dataset.height - document.body.getBoundingClientRect().height) <= 1";
        reader.eventually(&format!("innerWidth === {width} && {is_told}"), "the new height").await?;
        reader.ready().await?;
        // Fonts come as bytes after the program, and change where lines break.
        reader.eventually("document.fonts.size > 0 && document.fonts.status === 'loaded'", "the fonts").await?;
        reader.eventually(is_told, "the height at rest").await?;
        heights[place] = reader.eval("+document.documentElement.dataset.height").await?;
    }
    Ok(heights)
}

/// Embed pages of every language, as many as slower tests go through.
fn pages() -> Vec<String> {
    let some: Vec<&str> = site::some_sections().into_iter().map(|(section, _)| *section).collect();
    let wanted = |page: &&&str| some.len() == site::SECTIONS.len() || some.contains(*page);
    let pages = LANGUAGES.iter().flat_map(|language| {
        let folder = if *language == LANGUAGES[0] { String::new() } else { format!("{language}/") };
        site::EMBEDS.iter().filter(wanted).map(move |page| format!("{folder}{page}"))
    });
    pages.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn embeds_are_as_high_as_the_table_says() -> Result<()> {
    let table = fs::read_to_string(site::project(TABLE)).context(TABLE)?;
    let reader = Reader::chromium().await?;
    let mut right = true;
    let mut found = "page,680,480,320\n".to_owned();
    for page in pages() {
        let heights = measured(&reader, &page).await?;
        let row = table.lines().find(|row| row.split(',').next() == Some(&page)).unwrap_or_default();
        let known: Vec<&str> = row.split(',').collect();
        let spare = heights
            .iter()
            .zip(known.iter().skip(1))
            .map(|(height, known)| known.parse::<f64>().is_ok_and(|known| SPARE.contains(&(known - height))));
        right &= spare.filter(|fits| *fits).count() == WIDTHS.len();
        found += &format!("{page},{}\n", heights.map(|height| rounded(height).to_string()).join(","));
    }
    ensure!(right, "{TABLE} should be\n{found}");
    reader.leave().await
}

#[test]
fn readme_tells_the_heights_of_the_table() -> Result<()> {
    let (table, readme) = (fs::read_to_string(site::project(TABLE))?, fs::read_to_string(site::project("README.md"))?);
    for row in table.lines().skip(1).filter(|row| !row.contains('/')) {
        let (page, heights) = row.split_once(',').context("no heights")?;
        let line = format!("| `embed/{page}/` | {} |", heights.replace(',', ", "));
        ensure!(readme.contains(&line), "README lacks: {line}");
    }
    Ok(())
}
