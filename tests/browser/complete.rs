//! What makes a page complete, with its program or without: every sentence, every source, every still figure with its
//! marks, every table with its rows.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use xtask::server::Server;

/// Every sentence of the page as a reader sees it; `innerText` leaves out what is not rendered. The opening's masthead,
/// contents, findings and method stand on the whole page alone.
const PROSE: &str =
    "['h1', '.dek', '.edition', 'h2:not(.takeaway *)', '.standfirst', '.step-text', '.takeaway p', 'figcaption',
    '.contents li', '.closing li', '.method h3', '.method p', '.method td', '.method li']
  .flatMap(part => [...document.querySelectorAll(`main ${part}`)])
  .filter(part => !part.closest('details'))
  .map(part => part.innerText.replace(/\\s+/g, ' ').trim())";

/// The rows of the table under the fields by drug.
const PLANTS: [&str; 14] = [
    "All drugs",
    "plants",
    "poppy straw",
    "herb",
    "resin",
    "oil",
    "synthetics",
    "the rest",
    "Remains if the plants lie inside (chosen)",
    "Remains if the straw lies inside",
    "Unexplained if neither does",
    "Herb and plants together",
    "One shipment of cocaine",
    "All drugs without it",
];

/// Whether something takes up room on the page.
pub fn shown(selector: &str) -> String {
    format!("[...document.querySelectorAll('{selector}')].some(found => found.getClientRects().length > 0)")
}

/// The prose of a page with its program, to hold the others against.
pub async fn prose_when_live(server: &Server, path: &str, viewport: (u32, u32)) -> Result<Vec<String>> {
    let reader = Reader::at_size(viewport, server.url(path)).await?;
    let prose: Vec<String> = reader.eval(PROSE).await?;
    // A section has a question, a standfirst, a takeaway and a caption besides its steps.
    let sections = site::SECTIONS.iter().filter(|(section, _)| path.is_empty() || path.contains(section));
    let least: usize = sections.map(|(_, steps)| 4 + steps.len()).sum();
    let enough = if path.is_empty() {
        // Around the sections stand short cells of tables as well.
        prose.len() >= least + 40 && prose.iter().all(|part| !part.is_empty())
    } else {
        prose.len() == least && prose.iter().all(|part| part.len() > 10)
    };
    ensure!(enough, "/{path}: prose: {prose:#?}");
    reader.leave().await?;
    Ok(prose)
}

/// The prose is whole, every section lists its sources, every still figure has its marks and every table its rows.
pub async fn is_complete(reader: &Reader, prose: &[String]) -> Result<()> {
    let found: Vec<String> = reader.eval(PROSE).await?;
    ensure!(found == prose, "prose without the program: {found:#?}\nwith it: {prose:#?}");
    let sections: Vec<String> =
        reader.eval("[...document.querySelectorAll('main section[data-shape]')].map(section => section.id)").await?;
    ensure!(!sections.is_empty(), "no section");
    for section in sections {
        let sources: Vec<String> = reader
            .eval(&format!("[...document.querySelectorAll('#{section} .sources li')].map(item => item.textContent)"))
            .await?;
        let least = if ["doubled", "plants"].contains(&section.as_str()) { 5 } else { 1 };
        ensure!(sources.len() >= least && sources.iter().all(|source| source.len() > 20), "{section}: {sources:#?}");
        if !site::is_table(&section) {
            has_still_figure(reader, &section).await?;
        }
        let rows: Vec<String> = reader
            .eval(&format!(
                "[...document.querySelectorAll('#{section} .figure tbody th')].map(cell => cell.textContent)"
            ))
            .await?;
        let wanted: Vec<String> = match section.as_str() {
            "guess" => (2000..=2018).chain([2023]).map(|year| year.to_string()).collect(),
            "share" => vec!["2018".into(), "2023".into(), "The rise".into()],
            "doubled" => (2000..=2025).map(|year| year.to_string()).collect(),
            "plants" => PLANTS.map(String::from).into(),
            _ => Vec::new(),
        };
        // The others' rows are held to account by `tests/story`.
        let right = if wanted.is_empty() { rows.len() > 2 } else { rows == wanted };
        ensure!(right, "{section}: rows of the table: {rows:?}");
        if !site::is_table(&section) {
            reader.unfold(&format!("#{section} .figure details"), true).await?;
        }
        ensure!(reader.is(&shown(&format!("#{section} .figure table"))).await?, "{section}: the table does not open");
        if !site::is_table(&section) {
            reader.unfold(&format!("#{section} .figure details"), false).await?;
        }
    }
    Ok(())
}

/// One still form shows, with its marks and the words around them.
pub async fn has_still_figure(reader: &Reader, section: &str) -> Result<()> {
    let svg = format!(
        "[...document.querySelectorAll('#{section} .still svg')].filter(svg => svg.getBoundingClientRect().width > 100)"
    );
    let count: usize = reader.eval(&format!("{svg}.length")).await?;
    let boxes: Vec<String> = reader.eval(&format!("{svg}.map(svg => `${{svg.parentElement.className}} ${{svg.getBoundingClientRect().width}} of ${{innerWidth}}`)")).await?;
    ensure!(count == 1, "{section}: {count} still forms show: {boxes:?}");
    let count = |shapes: &str| format!("{svg}[0].querySelectorAll('{shapes}').length");
    // Fields of squares have a mark a group, with a closed shape a square.
    let squares = format!(
        "[...{svg}[0].querySelectorAll('.mark')].reduce((sum, mark) => sum + mark.getAttribute('d').split('z').length - 1, 0)"
    );
    let (count_marks, least, words) = match section {
        "doubled" => (count(".mark"), 23, 8),
        "share" => (squares, 100, 0),
        "guess" | "plants" => (squares, 600, 1),
        _ => (count(".mark:not([d=\"\"])"), 3, 4),
    };
    let marks: usize = reader.eval(&count_marks).await?;
    ensure!(marks >= least, "{section}: {marks} marks in the still form");
    let shapes: usize = reader.eval(&count("path:is([fill]:not([fill=none]), [stroke])")).await?;
    ensure!(shapes >= 2, "{section}: {shapes} painted shapes in the still form");
    let visible = format!("getComputedStyle(document.querySelector('#{section} .still')).visibility === 'visible'");
    ensure!(reader.is(&visible).await?, "{section}: the still form is hidden");
    let found: usize = reader.eval(&count("text")).await?;
    ensure!(found > words, "{section}: {found} words in the still form");
    Ok(())
}
