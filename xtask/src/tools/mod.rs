//! What the commands need: found if it is there, installed once and pinned if not.

pub mod browsers;
pub(crate) mod cargo;
mod node;
mod rust;
pub mod servers;
mod version;

pub use version::Version;

use {
    crate::drivers::{Engine, Programs},
    anyhow::{Result, bail},
};

/// What `cargo xtask build` needs.
pub fn for_build() -> Result<()> {
    rust::target("wasm32-unknown-unknown")?;
    rust::component(rust::SOURCE)?;
    node::packages()?;
    cargo::install(&cargo::TRUNK)?;
    cargo::install(&cargo::WASM_BINDGEN)
}

/// What `cargo xtask check` needs.
pub fn for_check() -> Result<()> {
    rust::target("wasm32-unknown-unknown")?;
    rust::component("rustfmt")?;
    rust::component("clippy")
}

/// npm's packages alone.
pub fn npm_packages() -> Result<()> {
    node::packages()
}

/// Browsers with their drivers.
///
/// # Errors
/// One could not be had; the message names all that are missing and what to install.
pub fn for_browsers(engines: &[Engine]) -> Result<()> {
    let missing = |engines: &[Engine]| engines.iter().any(|engine| browsers::find(*engine).is_err());
    if engines.contains(&Engine::Firefox) && browsers::needs_geckodriver() {
        cargo::install(&cargo::GECKODRIVER)?;
    }
    if missing(engines) {
        browsers::install(engines)?;
    }
    if engines.contains(&Engine::Chromium) {
        browsers::install_shell();
    }
    let mut problems = Vec::new();
    for engine in engines {
        match browsers::find(*engine) {
            Ok(Programs { driver, browser, shell }) => {
                println!("{engine}: {} with {}", browser.display(), driver.display());
                if let Some(shell) = shell {
                    println!("{engine}'s shell: {}", shell.display());
                }
            }
            Err(error) => problems.push(format!("{engine}: {error:#}")),
        }
    }
    if !problems.is_empty() {
        bail!("{}\n{}", problems.join("\n"), browsers::ADVICE);
    }
    Ok(())
}
