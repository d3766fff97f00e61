//! What to ask each browser for.

use {
    super::{Engine, Programs},
    serde_json::{Map, Value, json},
    std::path::Path,
    thirtyfour::Capabilities,
};

/// How to open a browser. The default is an ordinary one with JavaScript, logs kept.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Further command-line arguments for the browser.
    pub args: Vec<String>,
    /// Preferences: Firefox's `about:config` names, or Chromium's preference paths. WebKit has none.
    pub prefs: Vec<(String, Value)>,
    /// Whether pages may run scripts. WebKit's driver cannot switch them off.
    pub javascript: bool,
    /// Whether animations are unwanted (`prefers-reduced-motion`). WebKit's driver cannot say so.
    pub reduced_motion: bool,
    /// Whether anything beyond this machine can be reached.
    pub network: bool,
    /// The window's width and height in CSS pixels, frame included where there is one.
    pub window: (u32, u32),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            args: Vec::new(),
            prefs: Vec::new(),
            javascript: true,
            reduced_motion: false,
            network: true,
            window: (1280, 800),
        }
    }
}

impl Settings {
    /// What Chromium is started as: its shell, if there is one and it knows what is set.
    pub(super) fn shell<'a>(&self, programs: &'a Programs) -> Option<&'a Path> {
        programs.shell.as_deref().filter(|_| self.javascript && self.prefs.is_empty())
    }
}

/// Arguments that make Chromium start anywhere, as root and without a network, and keep quiet.
const CHROMIUM: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// The capabilities for `engine`; `profile` is an empty directory of its own (used by Chromium).
pub fn capabilities(engine: Engine, programs: &Programs, profile: &Path, settings: &Settings) -> Capabilities {
    let mut value = match engine {
        Engine::Chromium => chromium(programs, profile, settings),
        Engine::Firefox => firefox(programs, settings),
        Engine::WebKit => webkit(programs, settings),
    };
    if !settings.network {
        // Nobody listens on the port that is reserved for discarding.
        let nowhere = "127.0.0.1:9";
        value["proxy"] = json!({ "proxyType": "manual", "httpProxy": nowhere, "sslProxy": nowhere });
    }
    let Value::Object(map) = value else { unreachable!("json! was given an object") };
    map.into()
}

fn chromium(programs: &Programs, profile: &Path, settings: &Settings) -> Value {
    let (width, height) = settings.window;
    let mut args: Vec<String> = CHROMIUM.map(String::from).into();
    let shell = settings.shell(programs);
    // The shell opens no page in a profile that is given to it; its driver makes one where `TMPDIR` says.
    match shell {
        // Its letters are as wide as the browser's.
        Some(_) => args.push("--font-render-hinting=none".into()),
        None => args.push(format!("--user-data-dir={}", profile.display())),
    }
    args.push(format!("--window-size={width},{height}"));
    if settings.reduced_motion {
        args.push("--force-prefers-reduced-motion".into());
    }
    args.extend(settings.args.iter().cloned());
    let mut prefs: Map<String, Value> = settings.prefs.iter().cloned().collect();
    if !settings.javascript {
        prefs.insert("profile.managed_default_content_settings.javascript".into(), json!(2));
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": { "binary": shell.unwrap_or(&programs.browser), "args": args, "prefs": prefs },
    })
}

fn firefox(programs: &Programs, settings: &Settings) -> Value {
    let (width, height) = settings.window;
    let mut args = vec!["-headless".into(), format!("--width={width}"), format!("--height={height}")];
    args.extend(settings.args.iter().cloned());
    let mut prefs: Map<String, Value> = settings.prefs.iter().cloned().collect();
    if !settings.javascript {
        prefs.insert("javascript.enabled".into(), json!(false));
    }
    if settings.reduced_motion {
        prefs.insert("ui.prefersReducedMotion".into(), json!(1));
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": programs.browser, "args": args, "prefs": prefs },
    })
}

fn webkit(programs: &Programs, settings: &Settings) -> Value {
    let mut args = vec!["--automation".to_owned()];
    args.extend(settings.args.iter().cloned());
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": programs.browser, "args": args },
    })
}
