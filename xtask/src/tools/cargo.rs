//! Tools that cargo compiles into `.tools/bin`.

use {
    super::Version,
    crate::{project, run},
    anyhow::{Context, Result},
    std::fs,
};

/// A program, the crate it comes from, and how long compiling it takes.
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    locked: bool,
    /// Whether without what it does over a network, which takes a minute to compile and is never used.
    bare: bool,
    minutes: u8,
}

/// Builds the site.
pub const TRUNK: Tool =
    Tool { package: "trunk", program: "trunk", version: "0.21.14", locked: true, bare: true, minutes: 4 };

/// Called by Trunk; must be the version the crate `wasm-bindgen` has.
/// Not locked: its lock file names a version of webpki-roots that no longer exists.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    locked: false,
    bare: true,
    minutes: 2,
};

/// Drives Firefox.
pub const GECKODRIVER: Tool =
    Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", locked: true, bare: false, minutes: 3 };

/// Holds licences and origins of all crates against `deny.toml`.
pub const DENY: Tool =
    Tool { package: "cargo-deny", program: "cargo-deny", version: "0.20.2", locked: true, bare: false, minutes: 2 };

/// Installs `tool` unless this very version is in `.tools/bin` or on the path.
pub fn install(tool: &Tool) -> Result<()> {
    let Tool { package, program, version, locked, bare, minutes } = tool;
    if project::which(program).and_then(|path| Version::of(&path)) == Version::parse(version) {
        return Ok(());
    }
    println!("Installing {package} {version} (about {minutes} minutes, once)…");
    let target = project::tools().join("target").join(package);
    let mut command = run::cargo();
    command.args(["install", "--force", "--debug", "--version", version, package, "--root"]).arg(project::tools());
    if *locked {
        command.arg("--locked");
    }
    if *bare {
        command.args(["--no-default-features", "--bin", program]);
    }
    // Only ours: nothing meant for the project's own code may reach the tool's.
    for name in ["CARGO_BUILD_TARGET", "CARGO_BUILD_RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "RUSTC_WRAPPER"]
    {
        command.env_remove(name);
    }
    command.env("CARGO_TARGET_DIR", &target).env("CARGO_PROFILE_DEV_DEBUG", "0");
    let installed = run::step(&mut command).with_context(|| format!("installing {package} {version}"));
    let _ = fs::remove_dir_all(&target);
    let _ = fs::remove_dir(project::tools().join("target"));
    installed?;
    println!("Installed {package} {version} in .tools/bin.");
    Ok(())
}
