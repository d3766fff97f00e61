//! Runs the project's Node scripts.

use crate::Fault;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs `script` of the project with `arguments`, gives it `input`, and returns what it prints.
pub fn run(root: &Path, script: &str, arguments: &[&str], input: &str) -> Result<String, Fault> {
    let fault = |fault: &dyn std::fmt::Display| format!("node {script}: {fault}");
    let mut node = Command::new("node");
    node.current_dir(root).arg(script).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = node.spawn().map_err(|error| fault(&error))?;
    let mut pipe = node.stdin.take().ok_or("no pipe to node")?;
    let bytes = input.as_bytes().to_vec();
    let feeder = std::thread::spawn(move || pipe.write_all(&bytes));
    let output = node.wait_with_output().map_err(|error| fault(&error))?;
    // A script that fails says why itself; that it then did not read everything is no news.
    let _ = feeder.join();
    if !output.status.success() {
        return Err(fault(&output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| fault(&error))
}
