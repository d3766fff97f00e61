//! Parts of the Rust toolchain.

use {
    crate::{project, run},
    anyhow::{Context, Result},
    std::path::PathBuf,
};

const NO_RUSTUP: &str = "rustup is not installed, and this toolchain lacks a part it would add: see https://rustup.rs";

/// Adds a compilation target if it is missing.
pub fn target(name: &str) -> Result<()> {
    let mut rustc = project::command("rustc");
    let libraries = run::output(rustc.args(["--print", "target-libdir", "--target", name]));
    let installed =
        libraries.is_some_and(|dir| std::fs::read_dir(dir.trim()).is_ok_and(|mut files| files.next().is_some()));
    if installed { Ok(()) } else { add("target", name) }
}

/// The component with the source of Rust's own library.
pub const SOURCE: &str = "rust-src";

fn sysroot() -> Option<PathBuf> {
    let root = run::output(project::command("rustc").args(["--print", "sysroot"]))?;
    Some(PathBuf::from(root.trim()))
}

/// Adds a component if it is missing.
pub fn component(name: &str) -> Result<()> {
    let list = run::output(project::command("rustup").args(["component", "list", "--installed"]));
    let installed = match list {
        Some(list) => list.lines().any(|line| line.starts_with(name)),
        None if name == SOURCE => sysroot().is_some_and(|root| root.join("lib/rustlib/src/rust/library").is_dir()),
        // A toolchain without rustup may still have the program.
        None => project::which(&format!("cargo-{}", name.trim_start_matches("rust"))).is_some(),
    };
    if installed { Ok(()) } else { add("component", name) }
}

fn add(what: &str, name: &str) -> Result<()> {
    project::which("rustup").with_context(|| format!("{NO_RUSTUP} ({what} {name})"))?;
    println!("Adding the Rust {what} {name}…");
    run::step(project::command("rustup").args([what, "add", name]))
}
