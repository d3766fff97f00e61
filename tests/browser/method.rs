//! Section `method` says what the dataset says: sources that no section lists, what a printed figure stands for, how many figures were
//! checked how, and that nothing had to be corrected.

use crate::around::{word, words};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use seized::data::{Correction, Dataset};
use seized::story::SECTIONS;
use std::collections::BTreeMap;
use std::fs;

fn csv(name: &str) -> Result<String> {
    fs::read_to_string(site::project(&format!("public/data/{name}.csv"))).with_context(|| name.to_owned())
}

fn dataset() -> Result<Dataset> {
    Dataset::from_csv(&csv("figures")?, &csv("sources")?).map_err(|faults| anyhow::anyhow!("{faults:?}"))
}

/// Sources, conventions, checks, limits, terms, citation and corrections, as the dataset has them.
pub async fn has_a_method(reader: &Reader, what: &str) -> Result<()> {
    let data = dataset()?;
    let chapter: String = reader.eval("document.querySelector('section#method').dataset.chapter").await?;
    ensure!(chapter == "6", "{what}: chapter {chapter}");
    let plain = reader.is("!document.querySelector('#method figure, #method .step')").await?;
    ensure!(plain, "{what}: the method has a figure or steps");
    let sources = words(reader, "#method .all-sources li").await?;
    let listed = |id: &str| SECTIONS.iter().any(|section| section.sources.contains(&id));
    let rest = data.sources().iter().filter(|source| !listed(&source.id)).count();
    ensure!(sources.len() == rest && data.sources().len() == 142, "{what}: {} other sources", sources.len());
    let led: usize = reader.eval("[...document.querySelectorAll('#method .all-sources li a[href^=http]')].filter(link => link.href.includes(link.textContent)).length").await?;
    ensure!(led == sources.len(), "{what}: {led} sources say and link where they are");
    let tables: Vec<Vec<Vec<String>>> = reader
        .eval("[...document.querySelectorAll('#method table')].map(table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent)))")
        .await?;
    let [convention, checks] = &tables[..] else { anyhow::bail!("{what}: {} tables", tables.len()) };
    let terms: Vec<&str> = convention.iter().map(|row| row[0].as_str()).collect();
    ensure!(
        terms == ["a full count", "a measure", "about", "almost", "more than", "at least", "up to"],
        "{what}: conventions {terms:?}"
    );
    ensure!(convention.iter().all(|row| row[1].len() > 10), "{what}: {convention:?}");
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    data.figures().iter().for_each(|figure| *counted.entry(figure.check.as_str()).or_default() += 1);
    let said = [
        ("compared", "checked"),
        ("one copy", "one_copy"),
        ("not compared", "unchecked"),
        ("contradicted", "contradicted"),
    ];
    let wanted = said.map(|(word, check)| (word, counted.get(check).copied().unwrap_or_default().to_string()));
    let found: Vec<_> = checks.iter().map(|row| (row[0].as_str(), row[1].clone())).collect();
    ensure!(found == wanted, "{what}: checks {found:?}, not {wanted:?}");
    let sum: usize = checks.iter().map(|row| row[1].parse::<usize>()).sum::<Result<_, _>>()?;
    ensure!(sum == 1_144 && data.figures().len() == sum, "{what}: the checks add up to {sum}");
    let prose = words(reader, "#method p").await?.join("\n");
    for told in [
        "It holds 1,144 printed figures from 142 sources",
        "United Nations Office on Drugs and Crime",
        "Creative Commons Attribution",
        "Nothing is changed silently",
    ] {
        ensure!(prose.contains(told), "{what}: no “{told}” in {prose}");
    }
    let limits: usize = reader.eval("document.querySelectorAll('#method .prose > ul > li').length").await?;
    ensure!(limits == 6, "{what}: {limits} limits");
    let citation = word(reader, "#method .citation").await?;
    let fingerprint = citation.split("dataset ").nth(1).map(|rest| rest.trim_end_matches('.'));
    let fits = fingerprint.is_some_and(|print| print.len() == 16 && print.bytes().all(|byte| byte.is_ascii_hexdigit()));
    ensure!(
        citation.starts_with("Seized: What Kazakhstan’s") && citation.contains("2023 figures") && fits,
        "{what}: {citation}"
    );
    let corrections = Correction::from_csv(&csv("corrections")?).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    ensure!(corrections.is_empty(), "the log has corrections: this test must look for them");
    let none = word(reader, "#method .no-corrections").await?;
    ensure!(none == "Nothing had to be corrected so far.", "{what}: {none}");
    Ok(())
}
