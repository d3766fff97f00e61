//! Running other programs, aloud.

use {
    crate::tally::Tally,
    anyhow::{Context, Result, bail},
    std::{
        io::{BufRead, BufReader, IsTerminal, Write, stdout},
        path::Path,
        process::{Command, ExitStatus, Stdio},
    },
};

/// Runs `command` after printing it.
///
/// # Errors
/// It cannot be started or does not succeed.
pub fn step(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().with_context(|| format!("starting {}", name(command)))?;
    check(command, status)
}

/// Runs tests after printing the command; passes their output on and counts their results in `tally`.
///
/// # Errors
/// Tests fail (the message names them), or do not compile, or cannot be started.
pub fn tests(command: &mut Command, tally: &mut Tally) -> Result<()> {
    announce(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {}", name(command)))?;
    let mut output = BufReader::new(child.stdout.take().context("the output is piped")?);
    let (mut line, mut failed) = (Vec::new(), Vec::new());
    while output.read_until(b'\n', &mut line)? > 0 {
        stdout().write_all(&line)?;
        let text = String::from_utf8_lossy(&line);
        *tally += Tally::of_line(&text);
        failed.extend(failed_test(&text).map(String::from));
        line.clear();
    }
    let status = child.wait()?;
    if !status.success() && !failed.is_empty() {
        bail!("failed tests: {}", failed.join(", "));
    }
    check(command, status)
}

/// The name in a line such as `test story::walks ... FAILED`.
fn failed_test(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// What `command` prints, if it can be started and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A `cargo` command in the checkout, in colour if we print to a terminal.
pub fn cargo() -> Command {
    cargo_in(crate::project::root())
}

/// The same in another directory.
pub fn cargo_in(dir: &Path) -> Command {
    let mut command = crate::project::command_in(dir, "cargo");
    if stdout().is_terminal() && std::env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

fn announce(command: &Command) {
    let args: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy()).collect();
    println!("$ {} {}", name(command), args.join(" "));
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        let first = command.get_args().next().unwrap_or_default();
        bail!("{} {} failed ({status})", name(command), first.display());
    }
    Ok(())
}
