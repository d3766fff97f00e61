//! One browser, ready to be driven.

use {
    super::{
        Engine, Programs, Settings, capabilities,
        process::{Process, free_port},
    },
    anyhow::{Context, Result},
    std::{process::Command, time::Duration},
    tempfile::TempDir,
    thirtyfour::WebDriver,
};

/// How long a driver may take to listen, and a browser to do one thing.
const START: Duration = Duration::from_secs(30);
const REQUEST: Duration = Duration::from_secs(120);

/// A browser with its driver, display and profile. [`Session::close`] ends it in good order;
/// dropping it ends it all the same.
#[derive(Debug)]
pub struct Session {
    /// Which browser this is.
    pub engine: Engine,
    /// The browser: everything thirtyfour can do.
    pub driver: WebDriver,
    // Dropped in this order, after the driver.
    _server: Process,
    _display: Option<Process>,
    _profile: TempDir,
}

impl Session {
    /// Closes the browser, then ends its driver.
    pub async fn close(self) -> Result<()> {
        let Self { driver, _server, _display, _profile, .. } = self;
        driver.quit().await.context("closing the browser")
    }
}

/// Opens a browser with default [`Settings`].
pub async fn open(engine: Engine) -> Result<Session> {
    open_with(engine, &Settings::default()).await
}

/// Opens a browser. A second try is made, with another port, if the first fails.
///
/// # Errors
/// The browser or its driver is not installed, or does not start.
pub async fn open_with(engine: Engine, settings: &Settings) -> Result<Session> {
    let programs = engine.programs()?;
    match start(engine, &programs, settings).await {
        Ok(session) => Ok(session),
        Err(_) => start(engine, &programs, settings).await.with_context(|| format!("opening {engine}")),
    }
}

async fn start(engine: Engine, programs: &Programs, settings: &Settings) -> Result<Session> {
    let profile = tempfile::Builder::new().prefix("seized-browser-").tempdir()?;
    let port = free_port()?;
    let mut command = Command::new(&programs.driver);
    let mut display = None;
    match engine {
        Engine::Chromium => _ = command.arg(format!("--port={port}")).env("TMPDIR", profile.path()),
        Engine::Firefox => {
            command.args(["--port", &port.to_string(), "--websocket-port", "0", "--profile-root"]).arg(profile.path());
        }
        Engine::WebKit => {
            let (process, number) = virtual_display()?;
            display = Some(process);
            command.arg(format!("--port={port}")).env("DISPLAY", number).env("GDK_BACKEND", "x11");
            command.env_remove("WAYLAND_DISPLAY");
        }
    }
    let server = Process::start(&command)?;
    server.wait_for_port(port, START).with_context(|| programs.driver.display().to_string())?;
    let wanted = capabilities(engine, programs, profile.path(), settings);
    let url = format!("http://127.0.0.1:{port}");
    let driver = WebDriver::builder(url, wanted).request_timeout(REQUEST).await?;
    let session = Session { engine, driver, _server: server, _display: display, _profile: profile };
    if engine == Engine::WebKit {
        let (width, height) = settings.window;
        session.driver.set_window_rect(0, 0, width, height).await?;
    }
    Ok(session)
}

/// An X server on no screen, and its name, such as `:5`.
fn virtual_display() -> Result<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "2560x2000x24", "-nolisten", "tcp"]);
    let (process, number) = Process::start_for_line(&command).context("Xvfb, for WebKit's window")?;
    Ok((process, format!(":{number}")))
}
