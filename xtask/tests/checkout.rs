//! A checkout runs wherever it was made.

use {
    anyhow::{Context, Result, ensure},
    std::{fs, path::Path, process::Command},
    xtask::project,
};

fn git(folder: &Path, arguments: &[&str]) -> Result<()> {
    let output = Command::new("git").current_dir(folder).args(arguments).output().context("git")?;
    ensure!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// Git for Windows turns line ends into CRLF by default, and a shell script with them does not run.
#[test]
fn scripts_and_data_end_their_lines_with_lf_even_where_git_is_told_to_use_crlf() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let origin = folder.path().join("origin");
    let files = [".gitattributes", ".ci/run", "public/data/sources.csv", "src/text/en.toml"];
    for file in files {
        let target = origin.join(file);
        fs::create_dir_all(target.parent().context("a folder")?)?;
        fs::copy(project::root().join(file), target)?;
    }
    git(folder.path(), &["init", "-q", "origin"])?;
    git(&origin, &["add", "."])?;
    git(&origin, &["-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-q", "-m", "test"])?;
    git(folder.path(), &["clone", "-q", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", "origin", "copy"])?;
    for file in files {
        let text = fs::read_to_string(folder.path().join("copy").join(file))?;
        ensure!(!text.contains('\r'), "{file} was checked out with CRLF");
    }
    Ok(())
}
