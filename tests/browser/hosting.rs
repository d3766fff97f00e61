//! The system's nginx with the configuration that ships with the site: every shape, at any path, packed, with the headers
//! that a browser then sees.

use crate::reader::Reader;
use crate::shapes::{reads_and_runs, reads_and_runs_at};
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeSet;
use xtask::nginx::Nginx;
use xtask::tools::servers;

const DEEP: &str = "/any/sub/path/";

/// Headers that every file has.
const ALL: [(&str, &str); 2] = [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")];

in_chromium_first! {
    below_a_path_nginx_serves_the_page => |engine| async move {
        let nginx = Nginx::start(&site::dist(), DEEP)?;
        reads_and_runs_at(engine, &nginx.url("")).await
    };
}

/// At the root and below a path, with and without the slash at the end, and as one file; nothing breaks a policy,
/// whether the page's own or the header's.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "at length"]
async fn every_address_of_nginx_leads_to_a_page_that_runs() -> Result<()> {
    let reader = Reader::chromium().await?;
    for base in ["/", DEEP] {
        let nginx = Nginx::start(&site::dist(), base)?;
        for path in ["", "index.html", "embed/doubled", "embed/doubled/", "embed/fig-doubled", "seized.html"] {
            reader.goto(nginx.url(path)).await?;
            reads_and_runs(&reader).await.with_context(|| format!("{base}{path}"))?;
            let complaints = reader.complaints().await?;
            ensure!(complaints.is_empty(), "{base}{path}: the console says {complaints:#?}");
        }
        if base != "/" {
            reader.goto(nginx.url("").trim_end_matches('/')).await?;
            reader.ready().await?;
        }
    }
    reader.leave().await
}

/// One answer as the browser saw it.
struct Answer {
    path: String,
    headers: Vec<(String, String)>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

async fn answers(reader: &Reader, nginx: &Nginx, path: &str) -> Result<Vec<Answer>> {
    reader.events(&[]).await?;
    reader.goto(nginx.url(path)).await?;
    reader.ready().await?;
    let home = nginx.url("");
    let seen = reader.events(&["Network.responseReceived"]).await?;
    let answer = |(_, event): &(String, Value)| {
        let response = &event["response"];
        let path = response["url"].as_str()?.strip_prefix(&home)?.to_owned();
        let headers = response["headers"].as_object()?.iter();
        let headers = headers.map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned()));
        Some(Answer { path, headers: headers.collect() })
    };
    Ok(seen.iter().filter_map(answer).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_sees_packed_files_with_their_types_and_headers() -> Result<()> {
    let nginx = Nginx::start(&site::dist(), DEEP)?;
    let reader = Reader::chromium().await?;
    let coding = if servers::brotli_module().is_some() { "br" } else { "gzip" };
    for (page, kinds) in [("", 6), ("embed/plants/", 4), ("seized.html", 1)] {
        let answers = answers(&reader, &nginx, page).await?;
        ensure!(answers.len() >= kinds, "{page}: {} answers", answers.len());
        for answer in &answers {
            let path = &answer.path;
            for (name, value) in ALL {
                ensure!(answer.header(name) == value, "{path}: {name} is `{}`", answer.header(name));
            }
            ensure!(answer.header("permissions-policy").contains("geolocation=()"), "{path}: no Permissions-Policy");
            let kept = path.starts_with("assets/") || path.starts_with("fonts/");
            let caching = answer.header("cache-control");
            ensure!(caching.contains("immutable") == kept && !caching.is_empty(), "{path}: Cache-Control {caching}");
            let packed = !path.ends_with(".woff2") && !path.ends_with(".png");
            ensure!((answer.header("content-encoding") == coding) == packed, "{path}: not packed as {coding}");
            let kind = answer.header("content-type");
            let wanted = match path.rsplit_once('.').map_or("html", |(_, end)| end) {
                "js" => "javascript",
                "json" => "application/json",
                "wasm" => "application/wasm",
                "woff2" => "font/woff2",
                "svg" => "image/svg+xml",
                "png" => "image/png",
                "webmanifest" => "application/manifest+json",
                _ => "text/html; charset=utf-8",
            };
            ensure!(kind.contains(wanted), "{path}: of type {kind}");
        }
        let document = answers.iter().find(|answer| answer.path == page).context("the page itself")?;
        let own: String =
            reader.eval("document.querySelector('meta[http-equiv=Content-Security-Policy]').content").await?;
        let policy = document.header("content-security-policy");
        // One header stands for pages of every language, whose style sheets name different fonts.
        let sources = |policy: &str| policy.split([' ', ';']).map(str::to_owned).collect::<BTreeSet<_>>();
        let (allowed, own) = (sources(policy), sources(&own));
        let more: Vec<_> = allowed.difference(&own).filter(|source| !source.starts_with("'sha256-")).collect();
        ensure!(
            own.is_subset(&allowed) && more.is_empty(),
            "{page}: the header's policy is {policy}\nthe page's {own:?}"
        );
        ensure!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{page}: {policy}");
        ensure!(
            document.header("x-frame-options").is_empty() && !policy.contains("frame-ancestors"),
            "{page}: no frames"
        );
    }
    reader.leave().await
}

/// On hosted pages a file that was changed on its way is not used.
#[tokio::test(flavor = "multi_thread")]
async fn hosted_pages_check_what_they_load() -> Result<()> {
    for (start, state) in [("glue-", "failed"), ("seized-", "failed"), ("data-", "failed"), ("echarts-", "live")] {
        let copy = site::spoiled(start, |bytes| [bytes, b"\n".to_vec()].concat())?;
        let nginx = Nginx::start(copy.path(), "/")?;
        let reader = Reader::chromium().await?;
        reader.goto(nginx.url("")).await?;
        reader.eventually(&format!("document.documentElement.dataset.state === '{state}'"), start).await?;
        if state == "live" {
            reader.drawn("explore").await?;
            reader.eventually("document.documentElement.dataset.charts === 'failed'", "no charts").await?;
        }
        let complaints = reader.complaints().await?.join(" ");
        ensure!(complaints.contains("integrity") || complaints.contains("digest"), "{start}: {complaints}");
        reader.leave().await?;
    }
    Ok(())
}
