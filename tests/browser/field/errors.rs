//! Extensions, hosts' scripts and browsers themselves report errors in a page. Only the program's own stop it.

use super::article::{Article, LISTENS, frame};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde_json::Value;
use xtask::drivers::Engine;
use xtask::server::{Options, Server};

/// Keeps what the page is told of errors.
const KEEP: &str = "window.reported = []; addEventListener('error', ({ message }) => reported.push(message));
    addEventListener('unhandledrejection', ({ reason }) => reported.push(`rejected: ${reason}`))";

/// Makes something as large as it is not, again and again.
const RESIZE: &str = "const box = document.createElement('div'); let count = 0;
    document.body.append(box);
    new ResizeObserver(() => { if (count < 20) box.style.height = `${(count += 1)}px` }).observe(box)";

/// A trap in somebody else's WebAssembly.
const TRAP: &str = "
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f;
setTimeout(trap); Promise.resolve().then(trap);";

async fn hears(reader: &Reader, what: &str) -> Result<()> {
    reader.eventually(&format!("reported.some(said => said.includes('{what}'))"), &format!("{what} is reported")).await
}

/// The program is alive and answers.
async fn answers(reader: &Reader, what: &str) -> Result<()> {
    let (state, reported): (String, Vec<String>) =
        reader.eval("[document.documentElement.dataset.state, reported]").await?;
    ensure!(state == "live", "{what}: the program is {state} after {reported:?}");
    reader
        .run(
            "const slider = document.querySelector('input[name=base]');
             slider.value = 2017; slider.dispatchEvent(new Event('input', { bubbles: true }))",
        )
        .await?;
    let moved = "document.querySelector('[data-control=base] b').textContent === '2017'";
    reader.eventually(moved, &format!("{what}: the slider is heard")).await
}

async fn in_a_sandbox(engine: Engine) -> Result<()> {
    let script = "setTimeout(() => { throw new Error('an extension') })".to_owned();
    let options = Options { pages: [("/extension.js".to_owned(), script)].into(), ..Options::default() };
    let foreign = Server::start(site::dist(), options)?;
    let article = Article::new(|site| format!("{LISTENS}{}", frame(&format!("{site}embed/doubled/"), "")))?;
    let reader = Reader::open(engine).await?;
    article.arrive(&reader, "host").await?;
    reader.run(KEEP).await?;
    reader.run(RESIZE).await?;
    hears(&reader, "ResizeObserver loop").await?;
    answers(&reader, "a notice of observers").await?;
    let load = format!(
        "document.head.append(Object.assign(document.createElement('script'), {{ src: '{}' }}))",
        foreign.page_at("localhost", "/extension.js")
    );
    reader.run(&load).await?;
    hears(&reader, "Script error").await?;
    answers(&reader, "an error of which nothing is said").await?;
    reader.leave().await
}

in_chromium_first! {
    a_foreign_script_error_in_a_sandbox_does_not_stop_the_program => in_a_sandbox;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_in_somebody_elses_webassembly_does_not_stop_the_program() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.run(KEEP).await?;
    reader.run(TRAP).await?;
    hears(&reader, "Uncaught RuntimeError").await?;
    hears(&reader, "rejected: RuntimeError").await?;
    reader.run_async::<Value>("await frame()").await?;
    answers(&reader, "a trap").await?;
    reader.leave().await
}
