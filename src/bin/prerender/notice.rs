//! What others wrote of the files in `dist`: names, licences and their texts, as these ask.

use crate::{Fault, read, save};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program is built for it, of the crates that it then has.
const TARGET: &str = "wasm32-unknown-unknown";
/// How the files begin in which crates keep their terms.
const TEXTS: [&str; 5] = ["license", "licence", "copying", "unlicense", "notice"];

/// One thing that others wrote.
struct Part {
    name: String,
    licence: String,
    repository: String,
    texts: Vec<String>,
}

/// Writes `licences/third-party.txt`. ECharts and the fonts have left their terms in `dist` already.
pub fn write(root: &Path, dist: &Path) -> Result<(), Fault> {
    let mut parts = crates(root)?;
    parts.push(library(root)?);
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    // Most crates carry the same few texts: each stands here once.
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut list = String::new();
    for part in &parts {
        list += &format!("{}: {}, {}\n", part.name, part.licence, part.repository);
        if part.texts.is_empty() {
            list += "    carries no text of its own\n";
        }
        part.texts.iter().for_each(|text| texts.entry(text).or_default().push(&part.name));
    }
    let rule = "-".repeat(80);
    let section = |names: &str, text: &str| format!("\n{rule}\n{names}\n{rule}\n{}\n", text.trim_end());
    let mut texts: Vec<(String, &str)> = texts.into_iter().map(|(text, names)| (names.join(", "), text)).collect();
    texts.sort();
    let texts: String = texts.iter().map(|(names, text)| section(names, text)).collect();
    let charts = section("ECharts, zrender, tslib", &read(&dist.join("assets/echarts.licences.txt"))?);
    let fonts = section("Source Serif 4", &read(&dist.join("fonts/LICENCE.txt"))?);
    let head =
        "What others wrote of this site: the crates of its program, Rust's own library, the charts, the typeface.";
    save(&dist.join("licences/third-party.txt"), format!("{head}\n\n{list}{texts}{charts}{fonts}"))
}

/// Every crate that is compiled into the program.
fn crates(root: &Path) -> Result<Vec<Part>, Fault> {
    let tree =
        ["tree", "-p", "seized", "-e", "normal,no-proc-macro", "--target", TARGET, "--prefix", "none", "-f", "{p}"];
    let tree = cargo(root, &tree)?;
    let metadata: Value = serde_json::from_str(&cargo(root, &["metadata", "--format-version", "1"])?)
        .map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    // A crate of the project has no source.
    let foreign = packages.filter(|package| package["source"].is_string());
    let known: BTreeMap<String, &Value> = foreign.map(|package| (named(package), package)).collect();
    let mut names: Vec<String> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    names.sort();
    names.dedup();
    names.into_iter().filter_map(|name| known.get(&name).map(|package| part(name, package))).collect()
}

fn named(package: &Value) -> String {
    let text = |field: &str| package[field].as_str().unwrap_or_default();
    format!("{} {}", text("name"), text("version"))
}

fn part(name: String, package: &Value) -> Result<Part, Fault> {
    let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
    let folder = PathBuf::from(text("manifest_path"));
    let texts = texts(folder.parent().unwrap_or(Path::new("/")))?;
    let licence = text("license");
    if licence.is_empty() && texts.is_empty() {
        return Err(format!("crate {name} has no licence: nobody may pass it on"));
    }
    Ok(Part { name, licence, repository: text("repository"), texts })
}

/// The texts of a folder, in the order of their files' names.
fn texts(folder: &Path) -> Result<Vec<String>, Fault> {
    let files = fs::read_dir(folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
    let is_text = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        path.is_file() && TEXTS.iter().any(|start| name.starts_with(start))
    };
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).filter(is_text).collect();
    paths.sort();
    paths.iter().map(|path| Ok(read(path)?.replace("\r\n", "\n"))).collect()
}

/// Rust's own library, which the program has in it, under the one of its two licences whose text names nobody.
fn library(root: &Path) -> Result<Part, Fault> {
    let version = output(Command::new("rustc").current_dir(root).arg("--version"))?;
    let name = format!("std {}", version.split(' ').nth(1).unwrap_or_default());
    // The general text of the one; that of the other names other holders in our copy.
    let apache = read(&root.join("LICENSE-APACHE"))?;
    let (licence, repository) = ("MIT OR Apache-2.0".to_owned(), "https://github.com/rust-lang/rust".to_owned());
    Ok(Part { name, licence, repository, texts: vec![apache] })
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<String, Fault> {
    output(Command::new("cargo").current_dir(root).args(arguments).args(["--offline", "--locked"]))
}

fn output(command: &mut Command) -> Result<String, Fault> {
    let name = format!("{command:?}");
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
