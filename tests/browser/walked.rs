//! Arrow keys walk the marks of a figure, and what is announced is what the table says.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

/// Goes on to the next mark; gives what is announced there.
async fn walk_on(reader: &Reader) -> Result<String> {
    // The place is emptied first, so that the last mark's words, which stay, are no second announcement.
    reader.run("document.getElementById('live').textContent = ''").await?;
    reader.press(Key::Right + "").await?;
    reader.eventually("document.getElementById('live').textContent", "a mark is announced").await?;
    reader.eval("document.getElementById('live').textContent").await
}

async fn begin(reader: &Reader, section: &str) -> Result<()> {
    reader.run(&format!("document.querySelector('#{section} .chart').focus({{ preventScroll: true }})")).await?;
    Ok(())
}

/// Walks over the first marks; gives what was announced at each.
async fn walk(reader: &Reader, section: &str, marks: usize) -> Result<Vec<String>> {
    begin(reader, section).await?;
    let mut said: Vec<String> = Vec::new();
    for _ in 0..marks {
        said.push(walk_on(reader).await?);
    }
    Ok(said)
}

/// What the card says that Enter opens at a mark.
async fn card(reader: &Reader) -> Result<String> {
    reader.press(Key::Enter + "").await?;
    reader.eventually("document.querySelector('dialog#provenance').open", "the card").await?;
    let card: String = reader.eval("document.querySelector('dialog#provenance dl').textContent").await?;
    reader.press(Key::Escape + "").await?;
    reader.eventually("!document.querySelector('dialog#provenance').open", "Escape closes it").await?;
    Ok(card)
}

async fn rows(reader: &Reader, section: &str) -> Result<Vec<Vec<String>>> {
    reader.quiet().await?;
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

/// Every mark of a step: the numbers that are announced are in the table or, where no row has the mark, on the card that it
/// opens.
async fn marks_are_told(reader: &Reader, section: &str, step: &str) -> Result<Vec<String>> {
    let table = format!("document.querySelector('#{section} .figure table').rows");
    let rows: Vec<Vec<String>> =
        reader.eval(&format!("[...{table}].map(row => [...row.cells].map(cell => cell.textContent))")).await?;
    let known: Vec<String> = rows.iter().flatten().flat_map(|cell| numbers(cell)).collect();
    begin(reader, section).await?;
    let (mut all, mut faults): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for _ in 0..80 {
        let said = walk_on(reader).await?;
        // At the last mark the walk stays; two neighbours may have one name.
        if all.iter().rev().take_while(|last| **last == said).count() == 2 {
            break;
        }
        let found = numbers(&said);
        let missing: Vec<_> = found.iter().filter(|number| !known.contains(number)).collect();
        if !all.contains(&said) && (found.is_empty() || !missing.is_empty()) {
            let card = card(reader).await?;
            let on_card = numbers(&card);
            if card.is_empty() || !missing.iter().all(|number| on_card.contains(number)) {
                faults.push(format!("{step}: {said}, card {card}"));
            }
        }
        all.push(said);
    }
    ensure!(all.len() > 1, "{step}: {all:?}");
    let unnamed = all.iter().filter(|said| said.trim().is_empty() || said.starts_with("0:"));
    faults.extend(unnamed.map(|said| format!("{step}: “{said}” names nothing")));
    Ok(faults)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mark_of_every_figure_has_its_numbers_from_the_table() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let mut faults = Vec::new();
    // A figure that is a table has no marks to walk.
    for (section, steps) in site::SECTIONS.iter().filter(|(section, _)| !site::is_table(section)) {
        // The first scene of fields names its marks in its own way.
        let own = |step: &str| site::at_length() || step == "guess.1" || step == steps[steps.len() - 1].0;
        // A field to be filled in has nothing to walk yet.
        for (step, _) in steps.iter().filter(|(step, _)| *step != "guess.2" && own(step)) {
            reader.goto(server.url(&format!("embed/{section}/?step={step}"))).await?;
            reader.ready().await?;
            reader.drawn(section).await?;
            faults.extend(marks_are_told(&reader, section, step).await?);
        }
    }
    ensure!(faults.is_empty(), "{faults:#?}");
    reader.leave().await
}
