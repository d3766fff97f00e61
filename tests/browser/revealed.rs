//! A guess is told where it is held against what is known, and nowhere else; without a guess nothing says a word of it.

use crate::chromium::PHONE;
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// A line, and what is said of it at `doubled.2`.
const DRAWN: &str = "line2019=10&line2020=20&line2021=25&line2022=30&line2023=50";

/// Everything on the page that is there only because somebody guessed.
#[derive(Debug, Deserialize, PartialEq)]
struct Traces {
    /// Steps whose words tell of the drawn line.
    steps: Vec<String>,
    /// Dashed lines in the colour of guesses, in the chart of totals.
    lines: usize,
    /// Columns of tables.
    columns: Vec<String>,
    /// Words in charts and alternative texts.
    words: Vec<String>,
    /// What is drawn of a guess in the opening.
    opening: usize,
    /// Parameters of the URL.
    url: Vec<String>,
}

const TRACES: &str = "(() => {
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  return {
    steps: every('.step').filter(step => /dashed line is yours|You drew/.test(step.textContent)).map(step => step.dataset.step),
    lines: every('#doubled .chart .live svg path[stroke=\"var(--guess)\"]')
      .filter(path => path.getAttribute('stroke-dasharray') && path.getBBox().width > 20).length,
    columns: every('.figure thead th').map(cell => cell.textContent).filter(head => head.includes('guess')),
    words: [...every('.chart .live svg text').map(text => text.textContent), ...every('.chart').map(chart => chart.ariaLabel)]
      .filter(text => /your guess|you drew|the guess\\.|line drawn there/.test(text)),
    opening: every('#guess .live .handle:not(.away)').length + every('#guess .live .guessed').filter(mark => mark.getAttribute('d')).length,
    url: [...new URLSearchParams(location.search).keys()].filter(name => name !== 'step'),
  };
})()";

/// The rows of the table of totals: year, total and guess, in tonnes.
const ROWS: &str = "(table => {
  const place = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent === 'Your guess, tonnes');
  const number = cell => parseFloat(cell.textContent);
  return [...table.tBodies[0].rows].map(row => [row.cells[0].textContent, number(row.cells[1]), row.cells[place].textContent]);
})(document.querySelector('#doubled .figure table'))";

#[tokio::test(flavor = "multi_thread")]
async fn the_line_is_revealed_beside_what_was_seized() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for viewport in [PHONE, crate::chromium::DESKTOP] {
        reader.viewport(viewport).await?;
        for path in ["", "embed/doubled/"] {
            reader.goto(server.url(&format!("{path}?step=doubled.2&{DRAWN}"))).await?;
            reader.ready().await?;
            reader.rests_at("doubled.2", "line").await?;
            reader.drawn("doubled").await?;
            reader.quiet().await?;
            let what = format!("/{path}, {viewport:?}");
            let traces: Traces = reader.eval(TRACES).await?;
            ensure!(traces.steps == ["doubled.2"] && traces.lines == 1, "{what}: {traces:?}");
            ensure!(traces.columns == ["Your guess, tonnes"], "{what}: {traces:?}");
            let alt: String = reader.eval("document.querySelector('#doubled .chart').ariaLabel").await?;
            ensure!(
                alt.ends_with("A dashed line beside it is the one that you drew: it ends at 50\u{a0}t in 2023."),
                "{what}: {alt}"
            );
            let rows: Vec<(String, Option<f64>, String)> = reader.eval(ROWS).await?;
            let guessed: Vec<_> = rows.iter().filter(|(.., guess)| !guess.is_empty()).collect();
            let said: Vec<String> = guessed.iter().map(|(year, _, guess)| format!("line{year}={guess}")).collect();
            ensure!(said.join("&") == DRAWN, "{what}: the table has {said:?}");
            let off: Vec<f64> = guessed
                .iter()
                .map(|(_, total, guess)| Ok((total.context("a gap")? - guess.parse::<f64>()?).abs()))
                .collect::<Result<_>>()?;
            let mean = off.iter().sum::<f64>() / 5.0;
            let text: String =
                reader.eval("document.querySelector(\"[data-step='doubled.2'] .step-text\").textContent").await?;
            let told = "The dashed line is yours. You drew 50\u{a0}t for 2023, when 41.1 were seized; over what you drew it is ";
            let after = text.split(told).nth(1).with_context(|| format!("{what}: {text}"))?;
            let said: f64 = after.split('\u{a0}').next().unwrap_or_default().parse().with_context(|| text.clone())?;
            // The table's totals are rounded to a tenth; so is what is said.
            ensure!(
                (said - mean).abs() <= 0.1 + 1e-9 && after.contains("\u{a0}t off on average"),
                "{what}: {said} said, {mean} found"
            );
        }
    }
    reader.leave().await
}

/// The share is held against what was seized in the section that is about it, in words, outline and alternative text.
#[tokio::test(flavor = "multi_thread")]
async fn the_share_is_revealed_and_only_if_it_was_guessed() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let outlined = "document.querySelector('#share .live .outline').getAttribute('d').split('z').length - 1";
    let alt = "document.querySelector('#share .chart').ariaLabel";
    let text = "document.querySelector(\"[data-step='share.1'] .step-text\").textContent";
    for (query, squares, told) in [
        ("&share=40", 40, "You said 40 of 100, drawn as an outline: 37 off."),
        ("&share=0", 0, "You said 0 of 100, drawn as an outline: 3 off."),
        ("&share=100", 100, "You said 100 of 100, drawn as an outline: 97 off."),
        ("", 0, ""),
    ] {
        for path in ["", "embed/share/", "embed/fig-share/"] {
            reader.goto(server.url(&format!("{path}?step=share.1{query}"))).await?;
            reader.ready().await?;
            reader.at_step("share.1", "weight").await?;
            reader.eventually(&format!("{outlined} === {squares}"), "the outline of the guess").await?;
            reader.quiet().await?;
            let said: String = reader.eval(text).await?;
            ensure!(said.contains(told) && (said.contains("You said") != told.is_empty()), "/{path}{query}: {said}");
            let described: String = reader.eval(alt).await?;
            ensure!(described.contains("the guess") != told.is_empty(), "/{path}{query}: {described}");
        }
        reader.goto(server.url(&format!("?step=share.3{query}"))).await?;
        reader.ready().await?;
        reader.rests_at("share.3", "rise").await?;
        ensure!(reader.is(&format!("{outlined} === 0")).await?, "{query}: a guess at another whole");
    }
    reader.leave().await
}

/// Some years are guess enough.
#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_some_years_is_revealed_as_far_as_it_goes() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.2&line2019=30&line2021=33")).await?;
    reader.rests_at("doubled.2", "line").await?;
    reader.quiet().await?;
    let text: String =
        reader.eval("document.querySelector(\"[data-step='doubled.2'] .step-text\").textContent").await?;
    ensure!(text.contains("The dashed line is yours. You drew 33\u{a0}t for 2021, when "), "{text}");
    let rows: Vec<(String, Option<f64>, String)> = reader.eval(ROWS).await?;
    let guessed: Vec<_> =
        rows.iter().filter(|row| !row.2.is_empty()).map(|row| (row.0.as_str(), row.2.as_str())).collect();
    ensure!(guessed == [("2019", "30"), ("2021", "33")], "{guessed:?}");
    reader.leave().await
}

/// The last step that may tell of a guess.
const TOLD_LAST: &str = "share.1";

/// Through the steps of the story, as far as the last that may tell of them: the guesses stay in the URL, and are told of at `doubled.2` alone.
#[tokio::test(flavor = "multi_thread")]
async fn guesses_stay_in_the_url_and_are_told_of_in_one_place() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url(&format!("?step=guess.1&share=37&{DRAWN}"))).await?;
    for (step, scene) in site::all_steps() {
        walk_to(&reader, step, scene).await?;
        reader.eventually(&format!("location.search === '?step={step}&share=37&{DRAWN}'"), "the guesses stay").await?;
        let traces: Traces = reader.eval(TRACES).await?;
        // A section that has not been near yet tells nothing.
        let told = traces.steps == ["doubled.2"] || (traces.steps.is_empty() && step.starts_with("guess"));
        ensure!(told, "{step}: {traces:?}");
        ensure!(traces.lines == usize::from(step == "doubled.2"), "{step}: {traces:?}");
        if step == TOLD_LAST && !site::at_length() {
            break;
        }
    }
    reader.leave().await
}

/// Brings a step under the reading line as its section's Next does; the first comes by itself when it is asked for.
async fn walk_to(reader: &Reader, step: &str, scene: &str) -> Result<()> {
    let section = step.split('.').next().unwrap_or_default();
    if step != "guess.1" {
        reader.tap(&format!("#{section} .next")).await?;
    }
    reader.rests_at(step, scene).await?;
    reader.drawn(section).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_guess_nothing_is_said_of_one() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=guess.1")).await?;
    let nothing =
        Traces { steps: Vec::new(), lines: 0, columns: Vec::new(), words: Vec::new(), opening: 0, url: Vec::new() };
    for (step, scene) in site::all_steps() {
        walk_to(&reader, step, scene).await?;
        reader.eventually(&format!("location.search === '?step={step}'"), "the URL follows").await?;
        let traces: Traces = reader.eval(TRACES).await?;
        ensure!(traces == nothing, "{step}: {traces:?}");
        if step == TOLD_LAST && !site::at_length() {
            break;
        }
    }
    reader.leave().await
}
