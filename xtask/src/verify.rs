//! `cargo xtask verify`: two builds in different places, for different people, are one and the same.

use {
    crate::{project, run},
    anyhow::{Context, Result, bail, ensure},
    sha2::{Digest, Sha256},
    std::{
        collections::BTreeMap,
        fs,
        path::{Path, PathBuf},
        process::Command,
    },
};

/// What new files allow; a variable of ours, since a process has no other way to be told.
const UMASK: &str = "SEIZED_UMASK";

/// Where each build thinks it is, and what its shell says: paths of other lengths, another hour, language and user.
const PLACES: [(&str, [(&str, &str); 5]); 2] = [
    ("a", [("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C"), ("USER", "a"), (UMASK, "022")]),
    (
        "another/place/with a space",
        [("TZ", "Asia/Almaty"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "C.UTF-8"), ("USER", "somebody"), (UMASK, "077")],
    ),
];

/// Files of a tree by their path in it with `/`, and the SHA-256 of each in hexadecimal.
type Tree = BTreeMap<String, String>;

/// Builds what git tracks twice and compares every byte of both sites.
///
/// # Errors
/// A build fails, or files differ; the message names them.
pub fn verify() -> Result<()> {
    let mut trees = Vec::new();
    let around = tempfile::Builder::new().prefix("seized-verify-").tempdir()?;
    // Both before the first is built: whoever waits may go on editing.
    for (place, _) in PLACES {
        copy(&around.path().join(place))?;
    }
    for (place, variables) in PLACES {
        trees.push(built(&around.path().join(place), &variables)?);
    }
    for (tree, (place, _)) in trees.iter().zip(PLACES) {
        println!("{}  {} files, built in {place}", hash(tree), tree.len());
    }
    let different = different(&trees[0], &trees[1]);
    if !different.is_empty() {
        bail!("two builds differ in {}", different.join(", "));
    }
    println!("Both are the same.");
    Ok(())
}

/// The tree's own hash: SHA-256 of the lines `hash, two spaces, path, line feed` in the order of the paths' bytes. The
/// same as `find . -type f | sed 's|^\./||' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum` in it.
pub fn hash(tree: &Tree) -> String {
    let lines: String = tree.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
    hexadecimal(lines.as_bytes())
}

/// Every file below `root`.
///
/// # Errors
/// A file cannot be read.
pub fn tree(root: &Path) -> Result<Tree> {
    let mut tree = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
                tree.insert(name, hexadecimal(&fs::read(&path)?));
            }
        }
    }
    Ok(tree)
}

/// Paths that only one tree has, or whose bytes differ.
pub fn different(one: &Tree, other: &Tree) -> Vec<String> {
    let mut paths: Vec<_> = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).collect();
    paths.sort();
    paths.dedup();
    paths.into_iter().cloned().collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The site of a checkout, built by a process of its own, since its surroundings are another's.
fn built(checkout: &Path, variables: &[(&str, &str)]) -> Result<Tree> {
    let dist = checkout.join("dist");
    let mut command = Command::new("sh");
    command.args(["-c", &format!("umask \"${UMASK}\" && exec \"$0\" \"$@\"")]).arg(project::program());
    command.current_dir(project::root()).args(["build", "--manifest-dir"]).arg(checkout).arg("--dist").arg(&dist);
    command.env("CARGO_TARGET_DIR", checkout.join("target")).envs(variables.iter().copied());
    run::step(&mut command)?;
    let tree = tree(&dist)?;
    // Two targets at once are some gigabytes.
    fs::remove_dir_all(checkout.join("target"))?;
    Ok(tree)
}

/// What git tracks, as it lies in the checkout.
fn copy(to: &Path) -> Result<()> {
    let listed = Command::new("git").current_dir(project::root()).args(["ls-files", "-z"]).output()?;
    ensure!(listed.status.success(), "git ls-files failed");
    for file in String::from_utf8(listed.stdout)?.split('\0').map(PathBuf::from) {
        let from = project::root().join(&file);
        if from.is_file() {
            let to = to.join(&file);
            fs::create_dir_all(to.parent().context("no folder")?)?;
            fs::copy(&from, &to).with_context(|| from.display().to_string())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_hashed_by_path_and_content() -> Result<()> {
        let [one, other] = [tempfile::tempdir()?, tempfile::tempdir()?];
        for root in [&one, &other] {
            fs::create_dir(root.path().join("b"))?;
            fs::write(root.path().join("b/c"), "c")?;
            fs::write(root.path().join("a"), "")?;
        }
        let [first, second] = [tree(one.path())?, tree(other.path())?];
        assert_eq!(hash(&first), hash(&second));
        assert!(different(&first, &second).is_empty());
        fs::write(other.path().join("b/c"), "d")?;
        fs::write(other.path().join("d"), "")?;
        let second = tree(other.path())?;
        assert_ne!(hash(&first), hash(&second));
        assert_eq!(different(&first, &second), ["b/c", "d"]);
        Ok(())
    }
}
