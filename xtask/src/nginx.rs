//! The system's nginx, with the configuration that ships with the site.

use {
    crate::{
        drivers::process::{Process, free_port},
        tools::servers,
    },
    anyhow::{Context, Result, ensure},
    std::{
        fs,
        os::unix::fs::symlink,
        path::{Path, PathBuf},
        process::Command,
        time::Duration,
    },
    tempfile::TempDir,
};

const START: Duration = Duration::from_secs(10);

/// An nginx on 127.0.0.1 that serves a site until it is dropped.
#[derive(Debug)]
pub struct Nginx {
    port: u16,
    base: String,
    _process: Process,
    _directory: TempDir,
}

impl Nginx {
    /// Serves `dist` at `base` (`/`, or a path with a slash at each end) as its own `hosting/nginx.conf` says; only what
    /// that file asks its reader to set is set.
    ///
    /// # Errors
    /// There is no nginx, or it does not take the configuration; the message has what nginx says.
    pub fn start(dist: &Path, base: &str) -> Result<Self> {
        let directory = tempfile::Builder::new().prefix("seized-nginx-").tempdir()?;
        let root = directory.path().join("root");
        let place = match base.trim_matches('/') {
            "" => root.clone(),
            inner => root.join(inner),
        };
        fs::create_dir_all(place.parent().unwrap_or(&root))?;
        symlink(dist.canonicalize()?, &place)?;
        let port = free_port()?;
        let shipped = fs::read_to_string(dist.join("hosting/nginx.conf")).context("hosting/nginx.conf")?;
        let site = adapted(&shipped, port, &root)?;
        fs::write(directory.path().join("site.conf"), site)?;
        let conf = directory.path().join("nginx.conf");
        fs::write(&conf, around(directory.path(), servers::brotli_module()))?;
        let program = servers::nginx().context("no nginx")?;
        let mut command = Command::new(program);
        command.arg("-p").arg(directory.path()).arg("-c").arg(&conf);
        let said = Command::new(command.get_program()).args(command.get_args()).arg("-t").output()?;
        ensure!(said.status.success(), "nginx: {}", String::from_utf8_lossy(&said.stderr));
        let process = Process::start(&command)?;
        process.wait_for_port(port, START)?;
        Ok(Self { port, base: base.to_owned(), _process: process, _directory: directory })
    }

    /// The address of `path` under the base.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }
}

/// The shipped file with the lines that it marks set, and brotli where nginx has it.
fn adapted(shipped: &str, port: u16, root: &Path) -> Result<String> {
    let mut marked = 0;
    let mut lines: Vec<String> = Vec::new();
    for line in shipped.lines() {
        marked += usize::from(line.trim_end().contains("# ←"));
        lines.push(match line.split_whitespace().next() {
            Some("listen") => format!("listen 127.0.0.1:{port};"),
            Some("root") => format!("root {};", root.display()),
            Some("#") if servers::brotli_module().is_some() && line.trim() == "# brotli_static on;" => {
                "brotli_static on;".to_owned()
            }
            _ => line.to_owned(),
        });
    }
    ensure!(marked == 3, "hosting/nginx.conf marks {marked} lines");
    Ok(lines.join("\n"))
}

/// What Debian's own nginx.conf has around such a file, all of it inside `directory`.
fn around(directory: &Path, brotli: Option<PathBuf>) -> String {
    let module = brotli.map_or_else(String::new, |module| format!("load_module {};\n", module.display()));
    // Workers of a root's nginx run as another user, who may not read a temporary folder.
    let user = if fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0) {
        "user root;\n"
    } else {
        ""
    };
    let here = directory.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {here}/{kind};\n"))
        .collect();
    format!(
        "{module}{user}daemon off;\npid {here}/pid;\nerror_log {here}/error.log;\nworker_processes 2;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\naccess_log off;\n{temporary}include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n\
         sendfile on;\ninclude {here}/site.conf;\n}}\n"
    )
}
