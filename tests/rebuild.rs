//! A changed dataset changes every sentence, mark, table and alt text that depends on it, and nothing else has to be
//! edited; a wrong row stops the build. Tried on a copy of the checkout, built as the project itself is.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, thread};
use thirtyfour::prelude::*;
use xtask::build::{Build, build};
use xtask::drivers::{Engine, open};
use xtask::server::{Options, Server};

/// Where the second copy is said to be hosted.
const ADDRESS: &str = "https://example.org/seized/";
const FIGURES: &str = "public/data/figures.csv";
const ROW: &str = "seed_total_2023,drugs_seized_total,all drugs,Kazakhstan,2023,year,2023-01-01,2023-12-31,41.1,0.1,t,";

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_total_changes_all_that_depends_on_it() -> Result<()> {
    let copy = Copy::new()?;
    wrong_unit_stops_the_build(&copy)?;
    copy.change(ROW, &ROW.replace(",41.1,", ",50,"))?;
    let changed = copy.build()?;
    pages_say_the_new_total(&changed)?;
    live_page_says_the_new_total(&changed).await?;
    knows_its_address(&changed)?;
    let shipped = env::var_os("SEIZED_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    ensure!(!shipped.join("embed/story/oembed.json").exists(), "a site without an address has an oEmbed");
    ensure!(program(&changed)? == program(&shipped)?, "a changed figure made another program");
    Ok(())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every page leads to an oEmbed in full, and that back to the page.
fn knows_its_address(dist: &Path) -> Result<()> {
    let embeds = fs::read_dir(dist.join("embed"))?.flatten().map(|page| page.path());
    let mut pages: Vec<PathBuf> = embeds.collect();
    ensure!(pages.len() == 1 + 2 * seized::story::SECTIONS.len(), "{pages:?}");
    pages.push(dist.to_owned());
    for page in pages {
        let html = fs::read_to_string(page.join("index.html"))?;
        let after = |start: &str| {
            let rest = html.split_once(start).map(|(_, rest)| rest);
            rest.and_then(|rest| rest.split('"').next()).with_context(|| format!("{}: no {start}", page.display()))
        };
        let home = after("rel=\"canonical\" href=\"")?;
        ensure!(home == ADDRESS || home.starts_with(&format!("{ADDRESS}#")), "{}: canonical {home}", page.display());
        ensure!(after("property=\"og:url\" content=\"")? == home);
        let oembed = after("type=\"application/json+oembed\" href=\"")?;
        let file = oembed.strip_prefix(ADDRESS).with_context(|| oembed.to_owned())?;
        let said: serde_json::Value = serde_json::from_slice(&fs::read(dist.join(file))?)?;
        ensure!(said["version"] == "1.0" && said["type"] == "rich" && said["width"] == 680, "{file}: {said}");
        let frame = said["html"].as_str().context("no html")?;
        let (_, src) = frame.split_once("src=\"").context("no src")?;
        let src = src.split('"').next().and_then(|src| src.strip_prefix(ADDRESS)?.strip_suffix("?theme=light"));
        let src = src.with_context(|| frame.to_owned())?;
        ensure!(dist.join(src).join("index.html").is_file(), "{file}: {src} is no page");
        ensure!(dist.join(file).parent() == Some(&*dist.join(src)) || page == dist, "{file} is of {src}");
        ensure!(frame.contains(&format!("height=\"{}\"", said["height"])) && said["height"].as_u64() > Some(300));
    }
    Ok(())
}

fn wrong_unit_stops_the_build(copy: &Copy) -> Result<()> {
    copy.change(ROW, &ROW.replace(",t,", ",tons,"))?;
    let line = copy.figures()?.lines().position(|line| line.starts_with("seed_total_2023,")).context("no row")? + 1;
    let check = copy.cargo(&["check", "--offline", "--locked", "--lib", "--no-default-features"]).output()?;
    let said = String::from_utf8_lossy(&check.stderr);
    ensure!(!check.status.success(), "a wrong unit was built");
    let wanted = format!("figures.csv:{line}: unit: `tons` is not a known unit");
    ensure!(said.contains(&wanted), "expected `{wanted}` in\n{said}");
    copy.restore()
}

/// Every page of the changed site: prose, table, marks, alt texts and the conclusions that follow.
fn pages_say_the_new_total(dist: &Path) -> Result<()> {
    for page in ["index.html", "embed/guess/index.html", "embed/plants/index.html", "seized.html"] {
        counts_the_new_total(dist, page)?;
    }
    for page in ["index.html", "embed/doubled/index.html", "seized.html"] {
        let html = fs::read_to_string(dist.join(page))?;
        // What the dataset itself says about the old figure stands in its notes, which only cards show.
        let (shown, _) = html.split_once("id=\"seized-page\"").context("no data blocks")?;
        let expect = |what: &str| -> Result<()> {
            ensure!(shown.contains(what), "{page}: `{what}` is missing");
            Ok(())
        };
        ensure!(!without_shapes(shown).contains("41.1"), "{page}: still says 41.1");
        expect("data-id=\"seed_total_2023\" data-check=\"checked\">50</span>")?;
        expect("data-id=\"ratio.2018\" data-check=\"checked\">2.5</span>")?;
        expect("data-id=\"ratio.2017\" data-check=\"one_copy\">1.23</span>")?;
        expect("2000–2005, 2007 and 2018–2022")?;
        expect("aria-label=\"The same line with a rule at half of 50 tonnes.")?;
        let (_, figure) = shown.split_once("id=\"fig-doubled\"").context("no figure")?;
        let still = figure.split("<svg").nth(1).and_then(|svg| svg.split("</svg>").next()).context("no svg")?;
        ensure!(
            still.contains(">50</text>") && !still.contains(">41.1</text>"),
            "{page}: the figure shows the old total"
        );
    }
    Ok(())
}

/// The page without the coordinates of its drawings, among which any number may stand.
fn without_shapes(html: &str) -> String {
    let mut kept = html.to_owned();
    for name in [" d=\"", " x=\"", " y=\"", " data-at=\""] {
        let mut parts = kept.split(name);
        let first = parts.next().unwrap_or_default().to_owned();
        kept = parts.filter_map(|part| part.split_once('"')).fold(first, |kept, (_, rest)| kept + rest);
    }
    kept
}

/// The fields of squares and what is left of them: 500 squares, and 26.0 t of plants less than 50 t.
fn counts_the_new_total(dist: &Path, page: &str) -> Result<()> {
    let html = fs::read_to_string(dist.join(page))?;
    let (shown, _) = html.split_once("id=\"seized-page\"").context("no data blocks")?;
    ensure!(!without_shapes(shown).contains("41.1"), "{page}: still says 41.1");
    if let Some((_, figure)) = shown.split_once("id=\"fig-guess\"") {
        let field = figure
            .split("<g class=\"field\">")
            .nth(2)
            .and_then(|field| field.split("</svg>").next())
            .context("no field")?;
        let squares =
            field.split("<path").filter(|path| path.contains("data-id")).map(|path| path.matches('z').count());
        let squares: usize = squares.sum();
        ensure!(squares == 500, "{page}: {squares} squares for 50 t");
    }
    if shown.contains("id=\"fig-plants\"") {
        for what in [
            "data-id=\"left.plants\" data-check=\"one_copy\">24.0</span>",
            "24.0\u{a0}t</text>",
            "at most 24.0 tonnes remain",
        ] {
            ensure!(shown.contains(what), "{page}: `{what}` is missing");
        }
    }
    Ok(())
}

async fn live_page_says_the_new_total(dist: &Path) -> Result<()> {
    let server = Server::start(dist.to_owned(), Options::default())?;
    let session = open(Engine::Chromium).await?;
    session.driver.goto(server.url("/?step=doubled.1&base=2017")).await?;
    let wanted = "50 t in 2023 is 1.23 times the 40.6 t of 2017. Not a doubling.";
    let deadline = Instant::now() + Duration::from_secs(30);
    let mut said = String::new();
    while said != wanted && Instant::now() < deadline {
        said = session.driver.find(By::Css("#doubled .readout")).await?.text().await?;
        thread::sleep(Duration::from_millis(50));
    }
    session.close().await?;
    ensure!(said == wanted, "the live page says: {said}");
    Ok(())
}

fn program(dist: &Path) -> Result<Vec<u8>> {
    let files = fs::read_dir(dist.join("assets"))?.flatten().map(|file| file.path());
    let wasm = files.filter(|path| path.extension().is_some_and(|end| end == "wasm")).collect::<Vec<_>>();
    ensure!(wasm.len() == 1, "{wasm:?}");
    Ok(fs::read(&wasm[0])?)
}

/// A copy of what the checkout would commit, with a place of its own for what cargo makes.
struct Copy {
    directory: tempfile::TempDir,
    target: PathBuf,
}

impl Copy {
    fn new() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let directory = tempfile::Builder::new().prefix("seized-copy-").tempdir()?;
        let list =
            Command::new("git").current_dir(root).args(["ls-files", "-co", "--exclude-standard", "-z"]).output()?;
        ensure!(list.status.success(), "git ls-files failed");
        for file in String::from_utf8(list.stdout)?.split('\0').filter(|file| root.join(file).is_file()) {
            let to = directory.path().join(file);
            fs::create_dir_all(to.parent().context("no folder")?)?;
            fs::copy(root.join(file), to)?;
        }
        // What does not lie in the copy is built already.
        let target = root.join("target");
        Ok(Self { directory, target })
    }

    fn figures(&self) -> Result<String> {
        Ok(fs::read_to_string(self.directory.path().join(FIGURES))?)
    }

    fn change(&self, from: &str, to: &str) -> Result<()> {
        let figures = self.figures()?;
        ensure!(figures.matches(from).count() == 1, "`{from}` is not in {FIGURES} once");
        Ok(fs::write(self.directory.path().join(FIGURES), figures.replace(from, to))?)
    }

    fn restore(&self) -> Result<()> {
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(FIGURES), self.directory.path().join(FIGURES))?;
        Ok(())
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(self.directory.path()).env("CARGO_TARGET_DIR", &self.target).args(arguments);
        cargo
    }

    /// The copy's site, as for a host with an address.
    fn build(&self) -> Result<PathBuf> {
        let url = Some(ADDRESS.to_owned());
        let dist = self.directory.path().join("dist");
        let target_dir = Some(self.target.clone());
        build(&Build { manifest_dir: self.directory.path().to_owned(), dist: dist.clone(), target_dir, url })?;
        Ok(dist)
    }
}
