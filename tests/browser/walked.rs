//! Arrow keys walk the marks of a figure, and what is announced is what the table says.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

/// Walks from the first mark; gives what was announced at each.
async fn walk(reader: &Reader, section: &str, marks: usize) -> Result<Vec<String>> {
    reader.run(&format!("document.querySelector('#{section} .chart').focus({{ preventScroll: true }})")).await?;
    let mut said: Vec<String> = Vec::new();
    for _ in 0..marks {
        let before: String = reader.eval("document.getElementById('live').textContent").await?;
        reader.press(Key::Right + "").await?;
        let another = format!("document.getElementById('live').textContent !== {}", serde_json::to_string(&before)?);
        reader.eventually(&another, "another mark is announced").await?;
        said.push(reader.eval("document.getElementById('live').textContent").await?);
    }
    Ok(said)
}

async fn rows(reader: &Reader, section: &str) -> Result<Vec<Vec<String>>> {
    let rows = format!(
        "[...document.querySelectorAll('#{section} figure tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
    );
    reader.eval(&rows).await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_chart_the_year_and_its_number_are_announced() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("embed/explore/?step=explore.2&place=tajikistan&drug=heroin")).await?;
    reader.drawn("explore").await?;
    let (said, rows) = (walk(&reader, "explore", 6).await?, rows(&reader, "explore").await?);
    for (said, row) in said.iter().zip(rows.iter().filter(|row| row[1] != "no row")) {
        ensure!(said.trim().starts_with(&format!("{}: {} ", row[0], row[1])), "{said}, where the table has {row:?}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_drawing_a_mark_is_announced_with_the_number_of_the_table() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("embed/flow/?step=flow.1&arrivals=100")).await?;
    reader.drawn("flow").await?;
    let (said, rows) = (walk(&reader, "flow", 1).await?, rows(&reader, "flow").await?);
    let cells: Vec<&str> = rows.iter().flatten().map(String::as_str).collect();
    for said in said {
        let mut numbers = said.split_whitespace().map(|word| word.trim_matches([',', ':', ';']));
        ensure!(
            numbers.any(|word| word.starts_with(|first: char| first.is_ascii_digit()) && cells.contains(&word)),
            "{said}, where the table has {rows:?}"
        );
    }
    reader.leave().await
}
