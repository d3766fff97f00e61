//! A figure can be taken along: its numbers say what the table says, with who says each; its drawing stands alone; in a
//! sandbox both stand to be copied.

use crate::access::has_no_violation;
use crate::host::{self, Height, Host};
use crate::reader::Reader;
use crate::site;
use crate::told::NATIVE;
use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::Pixmap;
use seized::data::Measure;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use thirtyfour::prelude::*;
use xtask::drivers::Engine;

/// Keeps what would be saved, and saves nothing.
pub const KEEP: &str = "
URL.createObjectURL = blob => (window.blob = blob, 'blob:kept');
HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

const OPEN: &str = "document.querySelector('dialog#take')?.open";

pub async fn open(reader: &Reader, figure: &str) -> Result<()> {
    reader.tap(&format!(".after [data-take={figure}]")).await?;
    reader.eventually(OPEN, "the dialog").await
}

pub async fn close(reader: &Reader) -> Result<()> {
    reader.press(Key::Escape + "").await?;
    reader.eventually(&format!("!{OPEN}"), "Escape closes it").await
}

/// Presses a button of the dialog and waits for its word.
pub async fn take(reader: &Reader, kind: &str) -> Result<()> {
    reader.run("window.blob = undefined; document.querySelector('#take [role=status]').textContent = ''").await?;
    reader.tap(&format!("#take [data-kind={kind}]")).await?;
    reader.eventually("document.querySelector('#take [role=status]').textContent", "a word that it is done").await?;
    let said: String = reader.eval("document.querySelector('#take [role=status]').textContent").await?;
    ensure!(said.to_lowercase().contains(&format!(".{kind}")), "{kind}: {said}");
    Ok(())
}

pub async fn text(reader: &Reader) -> Result<String> {
    reader.run_async("return await window.blob.text()").await
}

/// A table as it stands in the page: its heads, its rows, the id behind each cell.
#[derive(Debug, Deserialize)]
struct Table {
    head: Vec<String>,
    rows: Vec<Vec<(String, Option<String>)>>,
}

async fn table(reader: &Reader, figure: &str) -> Result<Table> {
    reader
        .eval(&format!(
            "(table => {{
              const said = cell => cell.textContent.replace(/\\s+/g, ' ').trim();
              return {{ head: [...table.tHead.rows[0].cells].map(said), rows: [...table.tBodies[0].rows].map(row =>
                [...row.cells].map(cell => [said(cell), cell.querySelector('.number')?.dataset.id ?? null])) }};
            }})(document.querySelector('#{figure} table'))"
        ))
        .await
}

type Line = BTreeMap<String, String>;

/// What a line of the file says of a number, against the dataset.
fn says_who(line: &Line, decimal: &str) -> Result<()> {
    let field = |name: &str| line[name].as_str();
    ensure!(["checked", "one_copy", "unchecked", "contradicted"].contains(&field("check")), "no check");
    ensure!(!field("source").is_empty() && field("address").contains("://"), "nobody says it");
    let number = |name: &str| field(name).parse::<f64>().ok();
    let Some(figure) = NATIVE.data.figure(field("id")) else {
        ensure!(!field("formula").is_empty() || !field("inputs").is_empty(), "no word how it was computed");
        return Ok(());
    };
    ensure!(
        field("source").contains(&NATIVE.data.source(&figure.source).context("no source")?.title),
        "another source"
    );
    let Some(interval) = figure.interval() else { return Ok(()) };
    let (low, high) = (interval.low().get(), interval.high().get());
    let near = |found: Option<f64>, wanted: f64| {
        found.is_some_and(|found| (found - wanted).abs() < 2e-3 * wanted.abs().max(1.0))
    };
    ensure!(near(number("low"), low), "it begins at {low} {decimal}");
    ensure!(if high.is_finite() { near(number("high"), high) } else { field("high").is_empty() }, "it ends at {high}");
    Ok(())
}

fn lines(csv: &str) -> Result<Vec<Line>> {
    let mut reader = ::csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    reader.deserialize().collect::<Result<_, _>>().context("the file is no CSV")
}

async fn numbers_match(reader: &Reader, figure: &str, decimal: &str) -> Result<()> {
    let table = table(reader, figure).await?;
    take(reader, "csv").await?;
    let csv = text(reader).await?;
    let lines = lines(&csv)?;
    let cells = table.rows.iter().flat_map(|row| row.iter().skip(1)).filter(|cell| !cell.0.is_empty()).count();
    ensure!(lines.len() == cells && cells > 2, "{figure}: {} lines for {cells} cells", lines.len());
    let mut lines = lines.iter();
    for row in &table.rows {
        for (place, (shown, id)) in row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.0.is_empty()) {
            let line = lines.next().context("too few lines")?;
            let says = |name: &str, wanted: &str| line[name].strip_prefix('\'').unwrap_or(&line[name]) == wanted;
            let same = says("shown", shown) && says("column", &table.head[place]) && says("row", &row[0].0);
            ensure!(same, "{figure}: {line:?} is not {shown} of {row:?}");
            if id.is_some() {
                says_who(line, decimal).with_context(|| format!("{figure}: {line:?}"))?;
            }
            let formula =
                line.values().find(|field| field.starts_with(['=', '+', '-', '@']) && field.parse::<f64>().is_err());
            ensure!(formula.is_none(), "{figure}: a formula in {line:?}");
        }
    }
    take(reader, "json").await?;
    let json: Value = serde_json::from_str(&text(reader).await?)?;
    for row in table.rows.iter().flatten() {
        let Some(id) = &row.1 else { continue };
        let number = &json["numbers"][id];
        ensure!(
            number["shown"] == row.0 || row.0.contains(number["shown"].as_str().unwrap_or("?")),
            "{figure}: {id}: {number}"
        );
        for input in number["inputs"].as_array().context("no inputs")? {
            let input = input.as_str().unwrap_or_default();
            ensure!(json["numbers"][input]["source"][0].is_object(), "{figure}: {id} is made of {input}: by whom?");
        }
    }
    let whole = ["title", "edition", "dataset", "build", "terms", "caption", "shows"];
    let missing: Vec<_> = whole.iter().filter(|name| json[**name].as_str().is_none_or(str::is_empty)).collect();
    ensure!(missing.is_empty(), "{figure}: {missing:?}");
    Ok(())
}

/// What the picture is: its size, and how much of each third of its middle is not its ground.
const PICTURE: &str = "
const bitmap = await createImageBitmap(window.blob);
const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
const pen = canvas.getContext('2d');
pen.drawImage(bitmap, 0, 0);
const third = bitmap.width / 3;
const inked = place => {
  const { data } = pen.getImageData(place * third, bitmap.height * 0.25, third, bitmap.height * 0.6);
  const [ground, ...rest] = new Uint32Array(data.buffer);
  return rest.filter(dot => dot !== ground).length / rest.length;
};
return [bitmap.width, bitmap.height, [0, 1, 2].map(inked)];";

/// A program that is no browser shows the drawing, too.
fn opens_elsewhere(svg: &str) -> Result<()> {
    let file = tempfile::NamedTempFile::new()?;
    fs::write(file.path(), svg)?;
    let opened = Command::new("rsvg-convert").arg(file.path()).output().context("rsvg-convert")?;
    ensure!(opened.status.success(), "rsvg-convert: {}", String::from_utf8_lossy(&opened.stderr));
    let picture = Pixmap::decode_png(&opened.stdout).context("rsvg-convert's picture")?;
    let inked = picture.pixels().iter().filter(|dot| **dot != picture.pixels()[0]).count();
    ensure!(inked * 100 > picture.pixels().len(), "{inked} dots of ink");
    Ok(())
}

async fn drawing_stands_alone(reader: &Reader, figure: &str) -> Result<()> {
    take(reader, "svg").await?;
    let svg = text(reader).await?;
    let (width, height, words): (f64, f64, usize) = reader
        .run_async(&format!(
            "const svg = new DOMParser().parseFromString({}, 'image/svg+xml').documentElement;
             return [Number(svg.getAttribute('width')), Number(svg.getAttribute('height')), svg.querySelectorAll('text').length]",
            serde_json::to_string(&svg)?
        ))
        .await?;
    ensure!(width > 200.0 && height > 150.0 && words > 3, "{figure}: {width} × {height}, {words} words");
    for needs in ["var(", "class=", "style=", "href=", "light-dark", "rgba", "transparent", "opacity"] {
        ensure!(!svg.contains(needs), "{figure}: {needs} in its drawing");
    }
    ensure!(svg.contains("@font-face") && svg.contains("data:font/woff2"), "{figure}: no letters of its own");
    opens_elsewhere(&svg).with_context(|| figure.to_owned())?;
    take(reader, "png").await?;
    let (wide, high, inked): (f64, f64, [f64; 3]) = reader.run_async(PICTURE).await?;
    ensure!((wide, high) == (2.0 * width, 2.0 * height), "{figure}: {wide} × {high}");
    ensure!(inked.iter().all(|part| *part > 0.003), "{figure}: a picture with {inked:?} of ink");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_figure_can_be_taken_along() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    for (language, decimal) in [("en", "."), ("ru", ",")] {
        reader.goto(server.url(&site::home(language))).await?;
        reader.ready().await?;
        for (section, _) in site::SECTIONS.iter() {
            let figure = format!("fig-{section}");
            open(&reader, &figure).await?;
            if language == "en" || site::at_length() || ["doubled", "times-143"].contains(section) {
                numbers_match(&reader, &figure, decimal).await?;
                drawing_stands_alone(&reader, &figure).await?;
            }
            close(&reader).await?;
        }
    }
    open(&reader, "fig-doubled").await?;
    has_no_violation(&reader, "a figure to be taken along").await?;
    reader.leave().await
}

async fn hands_figures_over(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    for section in ["doubled", "plants"] {
        reader.goto(server.url(&format!("embed/{section}/"))).await?;
        reader.ready().await?;
        reader.run(KEEP).await?;
        let figure = format!("fig-{section}");
        open(&reader, &figure).await?;
        numbers_match(&reader, &figure, ".").await?;
        drawing_stands_alone(&reader, &figure).await?;
        close(&reader).await?;
    }
    reader.leave().await
}

in_engine! { at length firefox, Firefox; figures_can_be_taken_along => hands_figures_over; }
in_engine! { at length webkit, WebKit; figures_can_be_taken_along => hands_figures_over; }

/// A table's words may begin as a formula does; a spreadsheet must not take them for one.
#[tokio::test(flavor = "multi_thread")]
async fn a_formula_in_a_cell_is_words() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    reader.goto(server.url("embed/doubled/")).await?;
    reader.ready().await?;
    reader.run("window.own = wasm_bindgen.figure").await?;
    for hostile in ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1"] {
        let words = serde_json::to_string(hostile)?;
        let says = format!(
            "const figure = JSON.parse(own(id)); figure.rows[0][0].text = {words}; return JSON.stringify(figure)"
        );
        reader.run(&format!("wasm_bindgen.figure = id => {{ {says} }}")).await?;
        open(&reader, "fig-doubled").await?;
        take(&reader, "csv").await?;
        let csv = text(&reader).await?;
        let first = &lines(&csv)?[0]["row"];
        ensure!(*first == format!("'{}", hostile.trim()), "{hostile} became {first}");
        close(&reader).await?;
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_hands_its_figures_over_and_cites_itself() -> Result<()> {
    let reader = Reader::chromium().await?;
    reader.beforehand(KEEP).await?;
    reader.goto(site::file_url()?).await?;
    reader.ready().await?;
    for figure in ["fig-doubled", "fig-plants"] {
        open(&reader, figure).await?;
        numbers_match(&reader, figure, ".").await?;
        drawing_stands_alone(&reader, figure).await?;
        close(&reader).await?;
    }
    let [plain, bibtex, ris]: [String; 3] =
        reader.eval("['plain', 'bibtex', 'ris'].map(id => document.getElementById(`cite-${id}`).value)").await?;
    for cited in [&plain, &bibtex, &ris] {
        // A file on a disk has no address that would lead anybody else to it.
        ensure!(cited.contains("Seized") && !cited.contains("file:") && !cited.contains('['), "{cited}");
    }
    ensure!(bibtex.starts_with("@misc{") && bibtex.matches('{').count() == bibtex.matches('}').count(), "{bibtex}");
    ensure!(ris.starts_with("TY  - ELEC\n") && ris.lines().all(|line| &line[2..6] == "  - "), "{ris}");
    reader.leave().await
}

/// A sandbox forbids to save: there text can be copied, and the picture kept by hand.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_sandbox_it_stands_to_be_copied() -> Result<()> {
    let host = Host::of("doubled", 700, Height::Heard, "?step=doubled.2")?;
    let reader = Reader::chromium().await?;
    host::arrive(&reader, &host).await?;
    reader.drawn("doubled").await?;
    open(&reader, "fig-doubled").await?;
    for kind in ["csv", "json", "svg"] {
        reader.tap(&format!("#take [data-kind={kind}]")).await?;
        let begins = match kind {
            "csv" => "row,column,shown",
            "json" => "{",
            _ => "<svg",
        };
        let there = format!(
            "document.querySelector('#take .taken textarea')?.value.replace('\\ufeff', '').startsWith('{begins}')"
        );
        reader.eventually(&there, kind).await?;
    }
    reader.tap("#take [data-kind=png]").await?;
    let picture = "document.querySelector('#take .taken img')";
    reader.eventually(&format!("{picture}?.complete && {picture}.naturalWidth > 400"), "the picture").await?;
    reader.leave().await
}
