//! Writes every page of the explainer, complete without a program, and packs the folder for servers.
//!
//! Trunk calls it after its build, when the program's hashed names are known. It reads the dataset and the words
//! itself, so a changed figure or sentence changes pages and data, never the program.

mod assets;
mod body;
mod cards;
mod data;
mod dialog;
mod embed;
mod fonts;
mod found;
mod front;
mod given;
mod heights;
mod help;
mod languages;
mod method;
mod names;
mod node;
mod notice;
mod oembed;
mod package;
mod page;
mod policy;
mod pseudo;
mod raster;
mod servers;
mod single;
mod sizes;
mod stills;
mod take;
mod worker;

use seized::data::{Correction, Dataset, Problem};
use seized::model::Results;
use seized::story::SECTIONS;
use seized::text::{LANGUAGES, Words, key};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The variable that says where the site will be hosted; `cargo xtask build --url` sets it.
const ADDRESS: &str = "SEIZED_URL";

/// What went wrong, in words for whoever runs the build.
type Fault = String;

fn main() {
    let directory = |name: &str| env::var_os(name).map(PathBuf::from);
    let root = directory("TRUNK_SOURCE_DIR").unwrap_or_else(|| PathBuf::from("."));
    let dist = directory("TRUNK_STAGING_DIR").unwrap_or_else(|| root.join("dist"));
    if let Err(fault) = write(&root, &dist) {
        eprintln!("prerender: {fault}");
        process::exit(1);
    }
}

fn write(root: &Path, dist: &Path) -> Result<(), Fault> {
    let data = dataset(root)?;
    let results = Results::of(&data).map_err(|error| error.to_string())?;
    let corrections = corrections(root)?;
    let heights = heights::read(root)?;
    let address = env::var(ADDRESS).ok().map(|url| oembed::address(&url)).transpose()?;
    let assets = assets::Assets::build(root, dist)?;
    let languages = LANGUAGES.iter().map(|language| words(root, language, &data)).collect::<Result<Vec<_>, Fault>>()?;
    let (mut hosted, mut embeds, mut files) = (Vec::new(), Vec::new(), Vec::new());
    let paper = cards::paper(&assets.sheets)?;
    let raster = raster::Raster::new(root)?;
    fonts::check_widths(root)?;
    let mut kept = worker::Kept::shared(root, dist, &assets)?;
    for words in &languages {
        names::check(&data, &results, words)?;
        let tables = assets::Tables::build(dist, &data, words, &assets, address.as_deref())?;
        let stills = stills::draw(&data, &results, words);
        let (data, results, corrections) = (&data, &results, &corrections[..]);
        let home = languages::home(&words.language);
        let mut site = page::Site {
            root,
            data,
            results,
            corrections,
            words,
            languages: &languages,
            minutes: 0,
            assets: &assets,
            tables: &tables,
            stills: &stills,
            heights: &heights,
            home: &home,
            address: address.as_deref(),
        };
        site.minutes = front::minutes(&site.written(body::Kind::Section, SECTIONS)?);
        let story = site.story()?;
        hosted.push(policy::of(&story).to_owned());
        save(&dist.join(&home).join("index.html"), &story)?;
        kept.page(&words.language, &story, &tables);
        for piece in embed::Piece::all() {
            let path = home.join("embed").join(piece.name());
            let page = site.embed(&path, piece)?;
            embeds.push(policy::of(&page).to_owned());
            save(&dist.join(&path).join("index.html"), &page)?;
            if let Some(oembed) = site.oembed(piece) {
                save(&dist.join(path).join("oembed.json"), oembed)?;
            }
        }
        site.cards(dist, &raster)?;
        found::manifest(dist, words, &paper)?;
        let page = single::page(&site)?;
        files.push(policy::of(&page).to_owned());
        save(&dist.join(&home).join("seized.html"), &page)?;
    }
    let [hosted, embed, file] = [hosted, embeds, files].map(|policies| policy::union(&policies));
    let policies = servers::Policies { hosted, embed, file };
    cards::icons(root, dist, &raster)?;
    found::write(dist, address.as_deref())?;
    kept.write(root, dist)?;
    let title = languages[0].plain(key::page::DEK);
    package::write(root, dist, &data, title)?;
    servers::write(root, dist, &policies)?;
    notice::write(root, dist)?;
    sizes::pack(root, dist)
}

fn dataset(root: &Path) -> Result<Dataset, Fault> {
    let [figures, sources] = ["figures.csv", "sources.csv"].map(|name| read(&root.join("public/data").join(name)));
    Dataset::from_csv(&figures?, &sources?).map_err(said)
}

fn corrections(root: &Path) -> Result<Vec<Correction>, Fault> {
    Correction::from_csv(&read(&root.join("public/data/corrections.csv"))?).map_err(said)
}

/// Every problem of a file, one a line.
fn said(problems: Vec<Problem>) -> Fault {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn words(root: &Path, language: &str, data: &Dataset) -> Result<Words, Fault> {
    let toml = read(&root.join("src/text").join(format!("{language}.toml")))?;
    let words = Words::from_toml(language, &toml).map_err(|faults| faults.join("\n"))?.with_dates(data)?;
    // The dataset is written in the first language and needs no names there.
    if language == LANGUAGES[0] {
        return Ok(if env::var_os(pseudo::PSEUDO).is_some() { pseudo::longer(words) } else { words });
    }
    let names = root.join("src/text/names").join(format!("{language}.toml"));
    words.with_names(&read(&names)?).map_err(|fault| format!("{}: {fault}", names.display()))
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|fault| format!("{}: {fault}", path.display()))
}

fn save(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Fault> {
    let directory = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(directory).map_err(|fault| format!("{}: {fault}", directory.display()))?;
    fs::write(path, content).map_err(|fault| format!("{}: {fault}", path.display()))
}
