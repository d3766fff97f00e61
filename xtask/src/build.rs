//! `cargo xtask build`: the whole site in `dist/`.

use {
    crate::{project, run, sizes::Sizes, tools},
    anyhow::{Result, bail},
    std::{
        env, fs,
        path::{Path, PathBuf},
    },
};

/// What to build, and where.
#[derive(Clone, Debug)]
pub struct Build {
    /// The checkout to build: this one, or a copy of it.
    pub manifest_dir: PathBuf,
    /// Where the site goes.
    pub dist: PathBuf,
    /// Where cargo works; its own choice if not given. A copy needs a place of its own.
    pub target_dir: Option<PathBuf>,
    /// The address of the folder that the site will be hosted in, if known: oEmbed needs it.
    pub url: Option<String>,
}

impl Default for Build {
    fn default() -> Self {
        Self { manifest_dir: project::root().into(), dist: project::dist(), target_dir: None, url: None }
    }
}

/// What makes the program smaller by a tenth: Rust's own library built with it, for size, and without the words of
/// panics, which nobody would read in a browser. Stable Rust takes this only if told that it may; what it builds is the
/// same source, of the same release, that its ready library is made from.
pub const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];

/// Without these a build is not one.
const OUTPUTS: [&str; 3] = ["index.html", "seized.html", "embed"];

/// Builds the site in release mode, installing what that needs, and prints its sizes.
///
/// # Errors
/// A tool cannot be installed, the build fails, or a page is missing from it.
pub fn build(build: &Build) -> Result<()> {
    tools::for_build()?;
    borrow_packages(&build.manifest_dir)?;
    // Trunk runs cargo offline.
    run::step(run::cargo_in(&build.manifest_dir).args(["fetch", "--locked"]))?;
    let library = ["fetch", "--locked", "--target", "wasm32-unknown-unknown"];
    run::step(run::cargo_in(&build.manifest_dir).envs(SMALL).args(library))?;
    let mut trunk = project::command_in(&build.manifest_dir, "trunk");
    trunk.args(["build", "--release", "--dist"]).arg(&build.dist).envs(SMALL);
    // Trunk takes these as its own flags and wants words, not numbers.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    // A release is the same whatever flags its builder likes, and though tests build it that Clippy compiled.
    for name in ["TRUNK_STAGING_DIR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WORKSPACE_WRAPPER", "CLIPPY_ARGS"]
    {
        trunk.env_remove(name);
    }
    // `prerender` reads it.
    match &build.url {
        Some(url) => trunk.env("SEIZED_URL", url),
        None => trunk.env_remove("SEIZED_URL"),
    };
    if let Some(target_dir) = &build.target_dir {
        trunk.env("CARGO_TARGET_DIR", target_dir);
    }
    run::step(&mut trunk)?;
    let missing: Vec<_> = OUTPUTS.into_iter().filter(|output| !build.dist.join(output).exists()).collect();
    if !missing.is_empty() {
        bail!("the build left out {}", missing.join(", "));
    }
    println!("\n{}", summary(&build.dist));
    Ok(())
}

/// Builds this checkout if its `dist/` is missing or older than its sources.
pub fn build_if_stale() -> Result<()> {
    if project::is_stale(&project::dist()) { build(&Build::default()) } else { Ok(()) }
}

/// A copy of the checkout uses the original's npm packages unless it has its own.
fn borrow_packages(manifest_dir: &Path) -> Result<()> {
    let own = manifest_dir.join("node_modules");
    if !own.exists() {
        std::os::unix::fs::symlink(project::root().join("node_modules"), own)?;
    }
    Ok(())
}

/// The sizes as the prerender measured them, else as they lie on the disk.
fn summary(dist: &Path) -> String {
    match Sizes::read(dist) {
        Ok(sizes) => format!("{}\n{}", sizes.table(), sizes.budget_table()),
        Err(_) => {
            let mut sizes = Sizes { files: Vec::new(), budgets: Vec::new() };
            walk(dist, dist, &mut sizes);
            sizes.table()
        }
    }
}

fn walk(root: &Path, dir: &Path, sizes: &mut Sizes) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(root, &path, sizes);
        } else if let Ok(metadata) = entry.metadata() {
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            sizes.files.push((name, [Some(metadata.len()), None, None], String::new()));
        }
    }
}
