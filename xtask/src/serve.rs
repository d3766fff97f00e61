//! `cargo xtask serve`: the built site on this machine.

use {
    crate::server::{Options, Server},
    anyhow::{Context, Result, bail},
    std::{net::IpAddr, path::Path},
};

/// How many ports after the wanted one are tried.
const TRIES: u16 = 100;

/// Serves `dist` under `base` on `host`, with the headers a host would send, until the process is stopped.
/// Takes the next free port if `port` is taken.
pub fn serve(dist: &Path, base: &str, host: IpAddr, port: u16) -> Result<()> {
    if !dist.join("index.html").is_file() {
        bail!("{} holds no site: run `cargo xtask build`", dist.display());
    }
    let server = start(dist, base, host, port)?;
    let everywhere = if host.is_unspecified() { " and every other address of this machine" } else { "" };
    println!("Serving {}{everywhere}", server.url(""));
    server.wait();
    Ok(())
}

fn start(dist: &Path, base: &str, host: IpAddr, port: u16) -> Result<Server> {
    let headers_file = dist.join("_headers").is_file();
    let mut last = None;
    for port in port..=port.saturating_add(TRIES) {
        let options = Options { base: base.into(), headers_file, host, port, ..Options::default() };
        match Server::start(dist.into(), options) {
            Ok(server) => return Ok(server),
            Err(error) => last = Some(error),
        }
    }
    Err(last.context("no port to try")?)
}
