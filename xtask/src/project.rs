//! Where things are.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
    time::SystemTime,
};

/// The checkout: the one cargo runs us in, else the one we were compiled in.
///
/// Cargo is asked at run time because checkouts that share a target directory share its binaries.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let around = package.and_then(|dir| {
            let mut candidates = dir.ancestors().take(2);
            candidates.find(|dir| dir.join("xtask/Cargo.toml").is_file()).map(Path::to_owned)
        });
        around.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
    });
    &ROOT
}

/// This program's file. Asked for first thing: when cargo builds it anew, Linux calls that of the running one deleted.
pub fn program() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| env::current_exe().unwrap_or_else(|_| "xtask".into()));
    &PROGRAM
}

/// Where pinned tools live.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where the built site is.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A command that runs in the checkout, with the project's own tools first on its path.
pub fn command(program: &str) -> Command {
    command_in(root(), program)
}

/// The same in another directory, whose own `node_modules/.bin` comes before the checkout's.
pub fn command_in(dir: &Path, program: &str) -> Command {
    let ours = [dir.join("node_modules/.bin"), root().join("node_modules/.bin"), tools().join("bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(ours.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited);
    let mut command = Command::new(find(program, &path).unwrap_or_else(|| program.into()));
    command.current_dir(dir).env("PATH", path);
    // What `cargo run` set for xtask is not meant for the programs xtask runs.
    for (name, _) in env::vars_os().filter(|(name, _)| is_cargos(name)) {
        command.env_remove(name);
    }
    command
}

fn is_cargos(name: &OsString) -> bool {
    let name = name.to_string_lossy();
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// A program of this name in the directories of `path`.
pub fn find(program: &str, path: &OsString) -> Option<PathBuf> {
    env::split_paths(path).map(|dir| dir.join(program)).find(|candidate| candidate.is_file())
}

/// A program of this name among the project's tools or on the caller's path.
pub fn which(program: &str) -> Option<PathBuf> {
    let tool = tools().join("bin").join(program);
    if tool.is_file() { Some(tool) } else { find(program, &env::var_os("PATH")?) }
}

/// Whether `dist` is missing or older than anything it is built from.
pub fn is_stale(dist: &Path) -> bool {
    let built = fs::metadata(dist.join("index.html")).and_then(|metadata| metadata.modified());
    let sources =
        ["src", "public", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "package.json", "package-lock.json"];
    let newest = sources.iter().filter_map(|source| newest(&root().join(source))).max();
    match (built, newest) {
        (Ok(built), Some(newest)) => newest > built,
        _ => true,
    }
}

fn newest(path: &Path) -> Option<SystemTime> {
    let metadata = fs::metadata(path).ok()?;
    if !metadata.is_dir() {
        return metadata.modified().ok();
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}
