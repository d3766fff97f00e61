//! What the stages of `cargo xtask test` do.

use {
    super::Test,
    crate::{
        build::{Build, SMALL, build},
        drivers::{Engine, SHELL},
        project, run,
        sizes::Sizes,
        tally::Tally,
        tools, verify,
    },
    anyhow::{Context, Result, bail},
    serde_json::Value,
    std::{fs, process::Command},
};

/// Test targets that need a build or browsers; stages of their own run them.
const LATE: [&str; 4] = ["rebuild", "browser", "drivers", "load"];

/// `cargo` whose compiler for our own code is Clippy: it is the compiler that finds more. Lints and tests then have their
/// dependencies compiled once; `cargo clippy` would have them compiled for itself.
fn linted() -> Command {
    let mut cargo = run::cargo();
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    cargo.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
    cargo
}

pub fn check(wanted: &Test, tally: &mut Tally) -> Result<()> {
    tools::for_check()?;
    let wasm = ["-p", "seized", "--target", "wasm32-unknown-unknown", "--lib", "--bin", "seized"];
    let deny = ["--", "-D", "warnings"];
    let steps = [
        run::step(run::cargo().args(["fmt", "--all", "--check"])),
        run::step(linted().args(["build", "--workspace", "--all-targets"])),
    ];
    let pure = ["-p", "seized", "--lib", "--no-default-features"];
    // Among all stages others have these tests and lints, with less to compile.
    let rest = match wanted.only {
        Some(_) => all([
            run::step(run::cargo().arg("clippy").args(wasm).args(deny)),
            run::tests(run::cargo().arg("test").args(pure), tally),
        ]),
        None => run::step(run::cargo().arg("build").args(pure)),
    };
    all([all(steps), rest])
}

/// Lints of what is compiled for browsers alone. The build has compiled everything that it stands on, in the same way.
pub fn lints(_: &Test, _: &mut Tally) -> Result<()> {
    let program = ["build", "-p", "seized", "--lib", "--target", "wasm32-unknown-unknown", "--profile", "wasm-release"];
    run::step(linted().envs(SMALL).args(program))
}

pub fn native(wanted: &Test, tally: &mut Tally) -> Result<()> {
    let mut targets = linted();
    targets.args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins"]);
    for name in early_targets()? {
        targets.args(["--test", &name]);
    }
    let mut docs = linted();
    docs.args(["test", "--workspace", "--no-fail-fast", "--doc"]);
    let targets = run::tests(chosen(&mut targets, wanted), tally);
    all([targets, run::tests(chosen(&mut docs, wanted), tally)])
}

/// The integration tests that need no build and no browser.
fn early_targets() -> Result<Vec<String>> {
    let text =
        run::output(run::cargo().args(["metadata", "--no-deps", "--format-version", "1"])).context("cargo metadata")?;
    let metadata: Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let targets = packages.flat_map(|package| package["targets"].as_array().into_iter().flatten());
    let tests = targets.filter(|target| target["kind"][0] == "test").filter_map(|target| target["name"].as_str());
    Ok(tests.filter(|name| !LATE.contains(name)).map(String::from).collect())
}

pub fn javascript(_: &Test, tally: &mut Tally) -> Result<()> {
    let package: Value = serde_json::from_str(&fs::read_to_string(project::root().join("package.json"))?)?;
    if package["scripts"]["test"].is_null() {
        println!("There are none.");
        return Ok(());
    }
    tools::npm_packages()?;
    run::tests(project::command("npm").args(["test", "--silent"]), tally)
}

pub fn browsers(wanted: &Test, _: &mut Tally) -> Result<()> {
    tools::for_browsers(&Engine::ALL)?;
    tools::servers::install(wanted.all)
}

pub fn build_site(_: &Test, _: &mut Tally) -> Result<()> {
    build(&Build::default())
}

pub fn rebuild(wanted: &Test, tally: &mut Tally) -> Result<()> {
    let mut command = linted();
    command.args(["test", "-p", "seized", "--test", "rebuild"]).env("SEIZED_DIST", project::dist());
    run::tests(chosen(&mut command, wanted), tally)
}

pub fn browser(wanted: &Test, tally: &mut Tally) -> Result<()> {
    let mut command = linted();
    command.args(["test", "--workspace", "--no-fail-fast", "--test", "drivers", "--test", "browser"]);
    command.env("SEIZED_DIST", project::dist());
    if wanted.all {
        // Each section in every test, and not one of each make.
        command.env("SEIZED_ALL", "1");
    }
    for engine in Engine::ALL {
        let programs = engine.programs()?;
        let [driver, browser] = engine.variables();
        command.env(driver, programs.driver).env(browser, programs.browser);
        // At length, Chromium is the whole browser.
        if let Some(shell) = programs.shell.filter(|_| !wanted.all) {
            command.env(SHELL, shell);
        }
    }
    run::tests(chosen(&mut command, wanted), tally)
}

pub fn load(wanted: &Test, tally: &mut Tally) -> Result<()> {
    let mut command = linted();
    command.args(["test", "-p", "seized", "--test", "load"]);
    command.args(&wanted.filter).args(["--", "--include-ignored", "--nocapture"]);
    run::tests(&mut command, tally)
}

pub fn verify(_: &Test, _: &mut Tally) -> Result<()> {
    verify::verify()
}

pub fn licences(_: &Test, _: &mut Tally) -> Result<()> {
    tools::cargo::install(&tools::cargo::DENY)?;
    run::step(run::cargo().args(["deny", "--offline", "--locked", "check", "licenses", "bans", "sources"]))
}

pub fn budgets(_: &Test, _: &mut Tally) -> Result<()> {
    let sizes = Sizes::read(&project::dist())?;
    println!("{}", sizes.budget_table());
    let over: Vec<_> = sizes.over().iter().map(|budget| budget.kind.clone()).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// Adds the filter and, if they are asked for, the ignored tests.
fn chosen<'a>(command: &'a mut Command, wanted: &Test) -> &'a mut Command {
    command.args(&wanted.filter);
    if wanted.all {
        command.args(["--", "--include-ignored"]);
    }
    command
}

/// Success if all succeeded, else every failure.
fn all<const N: usize>(steps: [Result<()>; N]) -> Result<()> {
    let errors: Vec<_> = steps.into_iter().filter_map(Result::err).map(|error| format!("{error:#}")).collect();
    if errors.is_empty() { Ok(()) } else { bail!("{}", errors.join("; ")) }
}
