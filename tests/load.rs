//! A hundred thousand requests to nginx with the configuration that ships with the site. Slow, so only `cargo xtask test
//! --all` runs it; it prints what it measured.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;
use xtask::nginx::Nginx;
use xtask::project::dist;
use xtask::tools::servers;

/// What a reader's first visit asks for, and how often it is asked here: a hundred thousand in all.
const TIMES: usize = 10_000;
const TOGETHER: usize = 64;

/// The files of a visit: page, program, data, words, ECharts, fonts, and an embed's page and scripts.
fn visited() -> Result<Vec<String>> {
    let mut paths = vec![String::new(), "embed/doubled/".to_owned(), "seized.html".to_owned(), "host.js".to_owned()];
    for start in ["glue-", "seized-", "data-", "words-en-", "echarts-", "wasm-"] {
        let mut files = fs::read_dir(dist().join("assets"))?.flatten().map(|file| file.file_name());
        let ours = |name: &str| name.starts_with(start) && !name.ends_with(".br") && !name.ends_with(".gz");
        let found = files.find(|name| ours(&name.to_string_lossy())).with_context(|| format!("no {start}"))?;
        paths.push(format!("assets/{}", found.to_string_lossy()));
    }
    Ok(paths)
}

/// The number after a label of `ab`'s report.
fn number(report: &str, label: &str) -> Result<f64> {
    let line = report.lines().find(|line| line.trim_start().starts_with(label)).with_context(|| label.to_owned())?;
    let rest = line.trim_start().trim_start_matches(label);
    rest.split_whitespace().next().and_then(|number| number.parse().ok()).with_context(|| line.to_owned())
}

#[test]
#[ignore = "takes a minute; `cargo xtask test --all` runs it"]
fn nginx_answers_a_hundred_thousand_requests_without_an_error() -> Result<()> {
    let nginx = Nginx::start(&dist(), "/")?;
    let ab = servers::ab().context("no ab: `cargo xtask setup` installs it")?;
    let (times, together) = (TIMES.to_string(), TOGETHER.to_string());
    let paths = visited()?;
    ensure!(paths.len() * TIMES == 100_000);
    let (mut seconds, mut slowest) = (0.0, 0.0_f64);
    println!("{:>10} {:>8} {:>8}  path", "requests/s", "p50 ms", "p99 ms");
    for path in paths {
        let mut command = Command::new(&ab);
        command.args(["-q", "-k", "-n", &times, "-c", &together, "-H", "Accept-Encoding: br, gzip"]);
        let output = command.arg(nginx.url(&path)).output()?;
        let report = String::from_utf8_lossy(&output.stdout);
        ensure!(output.status.success(), "/{path}: {}", String::from_utf8_lossy(&output.stderr));
        let complete = number(&report, "Complete requests:")?;
        let failed = number(&report, "Failed requests:")?;
        let refused = report.contains("Non-2xx responses");
        ensure!(complete as usize == TIMES && failed == 0.0 && !refused, "/{path}: {report}");
        let (rate, half, most) =
            (number(&report, "Requests per second:")?, number(&report, "50%")?, number(&report, "99%")?);
        println!("{rate:>10.0} {half:>8.0} {most:>8.0}  /{path}");
        seconds += TIMES as f64 / rate;
        slowest = slowest.max(most);
    }
    println!("all: {:.0} requests/s, p99 at most {slowest:.0} ms", 100_000.0 / seconds);
    Ok(())
}
