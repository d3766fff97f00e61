//! No crate comes in under a licence that `deny.toml` does not allow, or from anywhere but crates.io.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::fs;
use std::process::Command;

#[test]
fn every_crate_is_under_an_allowed_licence() -> Result<()> {
    let root = env!("CARGO_MANIFEST_DIR");
    let policy: toml::Table = fs::read_to_string(format!("{root}/deny.toml"))?.parse()?;
    let allowed = policy["licenses"]["allow"].as_array().context("no list")?;
    let allowed: Vec<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    let arguments = ["metadata", "--offline", "--locked", "--format-version", "1"];
    let output = Command::new(env!("CARGO")).current_dir(root).args(arguments).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    ensure!(packages.len() > 100);
    let mut used = Vec::new();
    for package in packages {
        let name = format!("{} {}", package["name"], package["version"]);
        let source = package["source"].as_str();
        ensure!(source.is_none_or(|source| source == REGISTRY), "{name} is from {source:?}");
        let licence = package["license"].as_str().with_context(|| format!("{name} says no licence"))?;
        let expression = Expression::parse_mode(licence, ParseMode::LAX).with_context(|| name.clone())?;
        let is_allowed = |wanted: &spdx::LicenseReq| {
            let id = wanted.license.id().map(|id| id.name);
            wanted.addition.is_none() && id.is_some_and(|id| allowed.contains(&id))
        };
        ensure!(expression.evaluate(is_allowed), "{name}: {licence} is not allowed in deny.toml");
        used.extend(expression.requirements().filter_map(|wanted| wanted.req.license.id()).map(|id| id.name));
    }
    for licence in allowed {
        ensure!(used.contains(&licence), "no crate is under {licence}: deny.toml need not allow it");
    }
    Ok(())
}

/// As Cargo.lock has it, whatever mirror it came through.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
