//! Real browsers under WebDriver. Everything started here ends when its [`Session`] is dropped.

mod capabilities;
pub(crate) mod process;
mod session;

pub use {
    capabilities::{Settings, capabilities},
    process::Process,
    session::{Session, open, open_with},
};

use {
    crate::tools::browsers,
    anyhow::{Context, Result},
    std::{env, fmt, path::PathBuf},
};

/// The three engines the story is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a virtual display.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine's driver and browser: what the environment names (`SEIZED_CHROMEDRIVER`,
    /// `SEIZED_CHROMIUM`, …), else what is installed.
    ///
    /// # Errors
    /// One of them is nowhere; the message says how to get it.
    pub fn programs(self) -> Result<Programs> {
        let [driver, browser] = self.variables();
        let (Some(driver), Some(browser)) = (named(driver), named(browser)) else {
            return browsers::find(self).with_context(|| format!("{self} is not installed: run `cargo xtask setup`"));
        };
        Ok(Programs { driver, browser, shell: named(SHELL) })
    }

    /// The environment variables that name the driver and the browser.
    pub const fn variables(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["SEIZED_CHROMEDRIVER", "SEIZED_CHROMIUM"],
            Self::Firefox => ["SEIZED_GECKODRIVER", "SEIZED_FIREFOX"],
            Self::WebKit => ["SEIZED_WEBKITDRIVER", "SEIZED_MINIBROWSER"],
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// Where an engine's two programs are.
#[derive(Clone, Debug, PartialEq)]
pub struct Programs {
    /// The WebDriver server.
    pub driver: PathBuf,
    /// The browser it starts.
    pub browser: PathBuf,
    /// Chromium's headless shell: the same engine without a browser's own pages, windows and preferences, which takes half
    /// as long for everything.
    pub shell: Option<PathBuf>,
}

/// The environment variable that names Chromium's headless shell.
pub const SHELL: &str = "SEIZED_CHROMIUM_SHELL";

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
