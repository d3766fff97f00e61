//! nginx, a load generator and a program that opens SVG files: found where systems put them, or installed with apt.

use {
    super::browsers,
    crate::project,
    anyhow::{Result, bail},
    std::path::PathBuf,
};

/// nginx, also where only root's path leads.
pub fn nginx() -> Option<PathBuf> {
    found("nginx")
}

/// The load generator `ab` of the Apache project.
pub fn ab() -> Option<PathBuf> {
    found("ab")
}

/// nginx's module for files that are packed with brotli, where Debian and Ubuntu put it.
pub fn brotli_module() -> Option<PathBuf> {
    Some(PathBuf::from("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")).filter(|path| path.is_file())
}

/// Installs what is missing; without its brotli module nginx is tested with gzip alone.
///
/// # Errors
/// There is no nginx or `rsvg-convert`, or no `ab` although the load is to be tested, and no apt to install it.
pub fn install(load: bool) -> Result<()> {
    let mut packages = Vec::new();
    if nginx().is_none() {
        packages.extend(["nginx", "libnginx-mod-http-brotli-static"]);
    }
    if load && ab().is_none() {
        packages.push("apache2-utils");
    }
    if project::which("rsvg-convert").is_none() {
        packages.push("librsvg2-bin");
    }
    if packages.is_empty() {
        return Ok(());
    }
    if project::which("apt-get").is_none() {
        bail!("the tests need nginx and rsvg-convert (librsvg), and with --all also ab (apache2-utils): install them");
    }
    browsers::install_packages(packages)
}

fn found(program: &str) -> Option<PathBuf> {
    let beside = PathBuf::from("/usr/sbin").join(program);
    project::which(program).or_else(|| Some(beside).filter(|path| path.is_file()))
}
