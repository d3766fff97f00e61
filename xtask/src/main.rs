//! `cargo xtask`: see [`xtask::cli::HELP`].

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::cli::main()
}
