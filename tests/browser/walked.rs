//! Arrow keys walk the marks of a figure, and what is announced is what the table says.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

/// Walks from the first mark, at most `marks` of them; gives what was announced at each.
async fn walk(reader: &Reader, section: &str, marks: usize) -> Result<Vec<String>> {
    reader.run(&format!("document.querySelector('#{section} .chart').focus({{ preventScroll: true }})")).await?;
    let mut said: Vec<String> = Vec::new();
    for _ in 0..marks {
        // The place is emptied first, so that the last mark's words, which stay, are no second announcement.
        reader.run("document.getElementById('live').textContent = ''").await?;
        reader.press(Key::Right + "").await?;
        reader.eventually("document.getElementById('live').textContent", "a mark is announced").await?;
        let words: String = reader.eval("document.getElementById('live').textContent").await?;
        // At the last mark the walk stays; two neighbours may have one name.
        if said.iter().rev().take_while(|last| **last == words).count() == 2 {
            break;
        }
        said.push(words);
    }
    Ok(said)
}

async fn rows(reader: &Reader, section: &str) -> Result<Vec<Vec<String>>> {
    let rows = format!(
        "[...document.querySelectorAll('#{section} .figure tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
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

/// The numbers of a text as it writes them.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || ",.".contains(letter);
    let words = text.split(|letter| !is_part(letter)).map(|word| word.trim_matches([',', '.']).to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mark_of_every_figure_has_its_numbers_from_the_table() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let mut faults = Vec::new();
    for (section, steps) in site::SECTIONS.iter() {
        let some = if site::at_length() { &steps[..] } else { &steps[steps.len() - 1..] };
        for (step, _) in some {
            reader.goto(server.url(&format!("embed/{section}/?step={step}"))).await?;
            reader.ready().await?;
            reader.drawn(section).await?;
            // A field to be filled in has nothing to walk yet.
            if *step == "guess.2" {
                continue;
            }
            let said = walk(&reader, section, 80).await?;
            let rows = rows(&reader, section).await?;
            let known: Vec<String> = rows.iter().flatten().flat_map(|cell| numbers(cell)).collect();
            ensure!(said.len() > 1, "{step}: {said:?}");
            for said in said {
                // The audit's marks are claims, which the table has in its first column.
                let is_claim = *section == "audit" && rows.iter().any(|row| said.starts_with(&format!("{}: ", row[0])));
                let numbers = numbers(&said);
                if !is_claim && (numbers.is_empty() || !numbers.iter().all(|number| known.contains(number))) {
                    faults.push(format!("{step}: {said}"));
                }
            }
        }
    }
    ensure!(faults.is_empty(), "{faults:#?}");
    reader.leave().await
}
