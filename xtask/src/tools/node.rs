//! Node.js and the packages from npm.

use {
    super::Version,
    crate::{project, run},
    anyhow::{Context, Result, bail},
    serde_json::Value,
    std::fs,
};

const OLDEST_NODE: u64 = 20;
const GET_NODE: &str =
    "install Node.js 20 or newer with npm: https://nodejs.org, or your system's packages `nodejs` and `npm`";

/// Installs the locked packages unless `node_modules` holds exactly them.
pub fn packages() -> Result<()> {
    let node = project::which("node").with_context(|| format!("node is not on the path: {GET_NODE}"))?;
    project::which("npm").with_context(|| format!("npm is not on the path: {GET_NODE}"))?;
    match Version::of(&node) {
        Some(version) if version.major() >= OLDEST_NODE => {}
        Some(version) => bail!("node is {version}, too old: {GET_NODE}"),
        None => bail!("node does not say its version: {GET_NODE}"),
    }
    let read = |path: &str| fs::read_to_string(project::root().join(path)).unwrap_or_default();
    if installed(&read("package-lock.json"), &read("node_modules/.package-lock.json")) {
        return Ok(());
    }
    println!("Installing npm packages (about 10 seconds)…");
    run::step(project::command("npm").args(["ci", "--no-audit", "--no-fund"]))
}

/// Whether the lock file npm left in `node_modules` has every package of `wanted`, in the same version.
/// Optional packages (other systems' binaries) may be missing.
fn installed(wanted: &str, present: &str) -> bool {
    let packages = |text: &str| serde_json::from_str::<Value>(text).ok()?["packages"].as_object().cloned();
    let (Some(wanted), Some(present)) = (packages(wanted), packages(present)) else {
        return false;
    };
    wanted.iter().filter(|(path, _)| !path.is_empty()).all(|(path, package)| match present.get(path) {
        Some(found) => found["version"] == package["version"] && found["integrity"] == package["integrity"],
        None => package["optional"] == true,
    }) && present.keys().all(|path| wanted.contains_key(path))
}

#[cfg(test)]
mod tests {
    use super::installed;

    #[test]
    fn a_changed_lock_file_asks_for_an_install() {
        let lock =
            |version: &str| format!(r#"{{"packages": {{"": {{}}, "node_modules/a": {{"version": "{version}"}}}}}}"#);
        assert!(installed(&lock("1.0.0"), &lock("1.0.0")));
        assert!(!installed(&lock("1.0.1"), &lock("1.0.0")));
        assert!(!installed(&lock("1.0.0"), ""));
        let optional = r#"{"packages": {"node_modules/b": {"version": "1", "optional": true}}}"#;
        assert!(installed(optional, r#"{"packages": {}}"#));
        assert!(!installed(r#"{"packages": {}}"#, optional));
    }
}
