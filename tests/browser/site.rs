//! The built site and the servers that show it.

use anyhow::{Context, Result};
use seized::chart::Shows;
use seized::story::{self, Section};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};
use tempfile::TempDir;
use xtask::server::{Options, Server};

/// A step with the scene that it shows.
pub type Step = (&'static str, &'static str);

/// The steps of section `doubled`, whose figure ECharts draws, in their order.
pub const STEPS: [Step; 5] = [
    ("doubled.1", "bars"),
    ("doubled.2", "line"),
    ("doubled.3", "bases"),
    ("doubled.4", "rise"),
    ("doubled.5", "conflict"),
];

/// Every section in the order of reading, with its steps: as the story has them, which `tests/story` holds to account.
pub static SECTIONS: LazyLock<Vec<(&'static str, Vec<Step>)>> = LazyLock::new(|| {
    let steps = |section: &Section| {
        let steps = section.steps.iter().enumerate();
        steps.map(|(place, step)| (&*section.step_name(place).leak(), step.scene.id)).collect()
    };
    story::SECTIONS.iter().map(|section| (section.id, steps(section))).collect()
});

/// What the slower tests go through: one section of each make, or all of them before a release (`cargo xtask test
/// --all`).
pub fn some_sections() -> Vec<&'static (&'static str, Vec<Step>)> {
    let make = ["guess", "doubled", "plants", "iceberg", "explore"];
    let wanted = |section: &&(&str, Vec<Step>)| at_length() || make.contains(&section.0);
    SECTIONS.iter().filter(wanted).collect()
}

/// What tests with several pages a section go through: one that ECharts draws and one of our own, or all of them before
/// a release.
pub fn few_sections() -> Vec<&'static (&'static str, Vec<Step>)> {
    SECTIONS.iter().filter(|section| at_length() || ["doubled", "plants"].contains(&section.0)).collect()
}

/// The folder of a language's pages, as part of an address.
pub fn home(language: &str) -> String {
    if language == seized::text::LANGUAGES[0] { String::new() } else { format!("{language}/") }
}

/// The first of some cases, or all of them before a release.
pub fn some<T>(cases: &[T]) -> &[T] {
    &cases[..if at_length() { cases.len() } else { 1 }]
}

/// Whether everything is to be gone through.
pub fn at_length() -> bool {
    env::var_os("SEIZED_ALL").is_some()
}

/// Whether a section's figure is a table, without a drawing and without a folded table below it.
pub fn is_table(section: &str) -> bool {
    let found = story::SECTIONS.iter().find(|known| known.id == section);
    found.is_some_and(|section| matches!(section.figure.shows, Shows::Table))
}

/// The scene of a section that makes its point alone.
pub fn alone(section: &str) -> &'static str {
    let found = story::SECTIONS.iter().find(|known| known.id == section);
    found.map_or("", |section| section.figure.still.id)
}

/// The pages below `embed/`: the whole, each section, each figure.
pub static EMBEDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let sections = story::SECTIONS.iter().map(|section| section.id);
    let figures = story::SECTIONS.iter().map(|section| &*format!("fig-{}", section.figure.id).leak());
    ["story"].into_iter().chain(sections).chain(figures).collect()
});

/// The pages of the first language by their path below `dist`.
pub fn pages() -> Vec<String> {
    let embeds = EMBEDS.iter().map(|page| format!("embed/{page}/index.html"));
    ["index.html", "seized.html"].map(str::to_owned).into_iter().chain(embeds).collect()
}

/// The pages of every language.
pub fn all_pages() -> Vec<String> {
    let of = |language: &&str| pages().into_iter().map(|page| home(language) + page.as_str()).collect::<Vec<_>>();
    seized::text::LANGUAGES.iter().flat_map(of).collect()
}

/// Every step of the story in the order of reading.
pub fn all_steps() -> Vec<Step> {
    SECTIONS.iter().flat_map(|(_, steps)| steps.iter().copied()).collect()
}

/// The steps of a section.
pub fn steps_of(section: &str) -> &'static [Step] {
    SECTIONS.iter().find(|(id, _)| *id == section).map_or(&[], |(_, steps)| steps)
}

/// The built site.
pub fn dist() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    env::var_os("SEIZED_DIST").map_or(beside, PathBuf::from)
}

/// The project's own folder, for what the site does not hold.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The built site at `/`, with the headers it asks hosts for.
pub fn hosted() -> Result<Server> {
    serve(&dist(), Options::default())
}

/// A site with its headers.
pub fn serve(root: &Path, options: Options) -> Result<Server> {
    let options = Options { headers_file: true, ..options };
    Server::start(root.to_owned(), options).context("the built site: `cargo xtask build` makes it")
}

/// The addresses of every page: the whole, each embed, and the one file.
pub fn urls(server: &Server) -> Result<Vec<String>> {
    let embeds = EMBEDS.iter().map(|page| server.url(&format!("embed/{page}/")));
    Ok([server.url("")].into_iter().chain(embeds).chain([file_url()?]).collect())
}

/// The address of the page that is one file.
pub fn file_url() -> Result<String> {
    let path = dist().join("seized.html").canonicalize().context("seized.html: `cargo xtask build` makes it")?;
    Ok(format!("file://{}", path.display()))
}

/// A copy of the site to spoil.
pub fn copy() -> Result<TempDir> {
    let copy = tempfile::Builder::new().prefix("seized-copy-").tempdir()?;
    copy_into(&dist(), copy.path())?;
    Ok(copy)
}

/// A copy of the site in which the shared files whose name begins with `start` are changed, their packed forms gone.
pub fn spoiled(start: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Result<TempDir> {
    let copy = copy()?;
    for file in assets(copy.path(), start)? {
        match file.extension().and_then(|end| end.to_str()) {
            Some("br" | "gz") => fs::remove_file(&file)?,
            _ => fs::write(&file, change(fs::read(&file)?))?,
        }
    }
    Ok(copy)
}

/// Puts the content of a folder into another.
pub fn copy_into(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_into(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The shared files whose name begins with `start`, packed forms included.
pub fn assets(root: &Path, start: &str) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(root.join("assets"))?.flatten().map(|entry| entry.path());
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
    let found: Vec<_> = files.filter(named).collect();
    anyhow::ensure!(!found.is_empty(), "no asset begins with {start}");
    Ok(found)
}
