//! Browsers and their drivers: found where systems put them, or installed with apt.

use {
    super::Version,
    crate::{
        drivers::{Engine, Programs},
        project, run,
    },
    anyhow::{Context, Result, bail},
    std::{env, fs, path::PathBuf},
};

/// What a person can do when a browser cannot be installed.
pub const ADVICE: &str = "\
The tests need Chromium or Chrome with chromedriver of the same version, Firefox, and WebKitGTK's MiniBrowser with
WebKitWebDriver and Xvfb. On Debian: apt install chromium chromium-driver firefox-esr webkit2gtk-driver xvfb.
On Ubuntu, Chromium and Firefox are snaps, which a driver cannot steer: install Chrome and Firefox from their makers,
and webkit2gtk-driver and xvfb with apt. Programs elsewhere can be named in SEIZED_CHROMIUM, SEIZED_CHROMEDRIVER,
SEIZED_FIREFOX, SEIZED_GECKODRIVER, SEIZED_MINIBROWSER and SEIZED_WEBKITDRIVER.";

/// Fonts with Latin and Cyrillic, Kazakh letters included.
const FONTS: [&str; 2] = ["fonts-dejavu-core", "fonts-liberation"];

/// Chromium with its driver, as Debian names them.
const CHROMIUM: [&str; 2] = ["chromium", "chromium-driver"];

/// Chromium's headless shell, as Debian and as its makers name it.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

/// Any geckodriver from here on knows the options we use.
const OLDEST_GECKODRIVER: &str = "0.36";

/// An engine's driver and browser as installed here.
///
/// # Errors
/// One is missing, or Chromium and its driver differ in version; the message says which.
pub fn find(engine: Engine) -> Result<Programs> {
    let (driver, browser) = match engine {
        Engine::Chromium => return chromium(),
        Engine::Firefox => {
            let browser = first(&["firefox-esr", "firefox"]);
            let mac = PathBuf::from("/Applications/Firefox.app/Contents/MacOS/firefox");
            (geckodriver(), browser.or(mac.is_file().then_some(mac)))
        }
        Engine::WebKit => {
            project::which("Xvfb").context("no Xvfb")?;
            (first(&["WebKitWebDriver"]), mini_browser())
        }
    };
    Ok(Programs { driver: driver.context("no driver")?, browser: browser.context("no browser")?, shell: None })
}

/// Whether Firefox's driver has still to be compiled.
pub fn needs_geckodriver() -> bool {
    env::var_os("SEIZED_GECKODRIVER").is_none() && geckodriver().is_none()
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}

/// Installs Chromium's headless shell beside it, where there is an apt that has one. Tests do without, in more time.
pub fn install_shell() {
    let lacks = |programs: Programs| programs.shell.is_none() && programs.browser.ends_with("chromium");
    if !find(Engine::Chromium).is_ok_and(lacks) || is_ubuntu() || project::which("apt-get").is_none() {
        return;
    }
    // All three, as they must be of one version.
    if let Err(error) = install_packages([&CHROMIUM[..], &SHELLS[..1]].concat()) {
        println!("Chromium's headless shell could not be installed ({error:#}): tests take longer without it.");
    }
}

/// Installs the packages that `engines` lack, where there is an apt to do it.
pub fn install(engines: &[Engine]) -> Result<()> {
    if project::which("apt-get").is_none() {
        return Ok(());
    }
    let ubuntu = is_ubuntu();
    let mut packages: Vec<&str> = FONTS.into();
    for engine in engines.iter().filter(|engine| find(**engine).is_err()) {
        packages.extend(match engine {
            Engine::WebKit => &["webkit2gtk-driver", "xvfb"][..],
            _ if ubuntu => &[],
            Engine::Chromium => &CHROMIUM,
            Engine::Firefox => &["firefox-esr"],
        });
    }
    install_packages(packages)
}

/// Installs packages by apt.
pub fn install_packages(mut packages: Vec<&str>) -> Result<()> {
    println!("Installing {} (about 2 minutes, once)…", packages.join(", "));
    apt(&["update"])?;
    packages.splice(0..0, ["install", "--yes", "--no-install-recommends"]);
    apt(&packages)
}

fn apt(args: &[&str]) -> Result<()> {
    let root = run::output(project::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = match root {
        true => project::command("apt-get"),
        false if project::which("sudo").is_none() => {
            bail!("installing browsers needs root, and there is no sudo")
        }
        false => {
            let mut sudo = project::command("sudo");
            sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        }
    };
    run::step(command.env("DEBIAN_FRONTEND", "noninteractive").arg("-q").args(args))
}

fn chromium() -> Result<Programs> {
    let driver =
        first(&["chromedriver", "chromium.chromedriver"]).or_else(|| runner("CHROMEWEBDRIVER", "chromedriver"));
    let driver = driver.context("no chromedriver")?;
    let wanted = Version::of(&driver).context("chromedriver does not say its version")?.major();
    let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];
    let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    let found = names.iter().filter_map(|name| usable(name)).chain([PathBuf::from(mac)]);
    let versions: Vec<_> = found.filter_map(|browser| Some((Version::of(&browser)?, browser))).collect();
    match versions.iter().find(|(version, _)| version.major() == wanted) {
        Some((_, browser)) => {
            let browser = browser.clone();
            let shell = first(&SHELLS).filter(|shell| Version::of(shell).is_some_and(|shell| shell.major() == wanted));
            Ok(Programs { driver, browser, shell })
        }
        None if versions.is_empty() => bail!("no browser"),
        None => bail!("chromedriver is for version {wanted}, but the browser is {}", versions[0].0),
    }
}

fn geckodriver() -> Option<PathBuf> {
    let candidates = [first(&["geckodriver"]), runner("GECKOWEBDRIVER", "geckodriver")];
    candidates.into_iter().flatten().find(|path| Version::of(path) >= Version::parse(OLDEST_GECKODRIVER))
}

/// A program in a directory that hosted test machines name in a variable.
fn runner(variable: &str, program: &str) -> Option<PathBuf> {
    Some(PathBuf::from(env::var_os(variable)?).join(program)).filter(|path| path.is_file())
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| usable(name))
}

/// A program on the path that is not a snap: a snap sees neither our profile directories nor our drivers.
fn usable(name: &str) -> Option<PathBuf> {
    let path = project::which(name)?;
    let real = path.canonicalize().ok()?;
    let snap = real.starts_with("/snap") || real.ends_with("snap");
    let wrapper = fs::metadata(&real).ok()?.len() < 16_384
        && fs::read_to_string(&real).is_ok_and(|text| text.contains("/snap/bin"));
    (!snap && !wrapper).then_some(path)
}

/// MiniBrowser is on no path: it lies among WebKitGTK's libraries.
fn mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(PathBuf::from);
    let architectures = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let dirs: Vec<PathBuf> =
        architectures.filter(|path| path.to_string_lossy().contains("-linux-")).chain(libraries).collect();
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    versions
        .iter()
        .flat_map(|version| dirs.iter().map(move |dir| dir.join(version).join("MiniBrowser")))
        .find(|path| path.is_file())
}
