//! Older browsers: pages like this one were black on nothing there, or lost what they should have kept.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use xtask::server::{Options, Server};

/// What styles may have that the oldest browsers lack (`browsers.test.mjs` says which of it is left), by names that
/// none has.
const NEWER: [(&str, &str); 9] = [
    ("light-dark(", "none-such("),
    ("color-mix(", "none-such("),
    (":has(", ":none-such("),
    ("(scripting:", "(none-such:"),
    ("::details-content", "::none-such"),
    ("text-wrap:", "none-such:"),
    ("text-size-adjust:", "none-such:"),
    ("content-visibility:", "none-such:"),
    ("float:inline-", "float:none-such-"),
];

/// How the page looks, for what the eye takes in first: its colours, and where its parts stand.
const LOOK: &str = "[...document.querySelectorAll('html, body, main .figure, main .chart, main .controls, main .control, main figcaption, .step, .step-text, .number, .question, #guess svg path, .code-oembed, legend')].map(element => {
  const { color, backgroundColor, fill, position, display, textDecorationLine } = getComputedStyle(element);
  const { x, width } = element.getBoundingClientRect();
  // Where a number stands in its line depends on how evenly lines are broken.
  const place = element.matches('.number') ? [] : [x, width].map(Math.round);
  return [element.localName + '.' + element.getAttribute('class'), color, backgroundColor, fill, position, display, textDecorationLine, ...place].join(' ');
})";

/// The page as it stands, and as a browser takes it that does not know what is newer. Both without a policy, which would
/// forbid changed styles.
fn pages(path: &str) -> Result<[String; 2]> {
    let html = fs::read_to_string(site::dist().join(path))?;
    let (before, rest) = html.split_once("<meta http-equiv=\"Content-Security-Policy\"").context("a policy")?;
    let plain = format!("{before}{}", rest.split_once('>').context("its end")?.1);
    let (head, rest) = plain.split_once("<style>").context("styles")?;
    let (style, rest) = rest.split_once("</style>").context("their end")?;
    let older = NEWER.iter().fold(style.to_owned(), |style, (name, none)| style.replace(name, none));
    Ok([format!("{head}<style>{style}</style>{rest}"), format!("{head}<style>{older}</style>{rest}")])
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_browser_lacks_newer_styles_the_page_looks_the_same() -> Result<()> {
    for path in ["index.html", "embed/explore/index.html", "embed/fig-plants/index.html"] {
        let folder = path.trim_end_matches("index.html");
        let served = pages(path)?.map(|page| {
            let options = Options { pages: [(format!("/{folder}"), page)].into(), ..Options::default() };
            Server::start(site::dist(), options)
        });
        let [now, older] = served;
        let (now, older) = (now?, older?);
        for (viewport, scheme) in [(PHONE, "light"), (DESKTOP, "light"), (DESKTOP, "dark")] {
            let mut looks: Vec<Vec<String>> = Vec::new();
            for server in [&now, &older] {
                let reader = Reader::chromium().await?;
                reader.viewport(viewport).await?;
                reader.feature("prefers-color-scheme", scheme).await?;
                reader.goto(server.url(folder)).await?;
                reader.live().await?;
                reader.eventually("document.fonts.status === 'loaded'", "letters").await?;
                looks.push(reader.eval(LOOK).await?);
                reader.leave().await?;
            }
            ensure!(looks[0].len() > 5 && looks[0].len() == looks[1].len(), "{path}: {} parts", looks[0].len());
            let differ: Vec<_> = looks[0].iter().zip(&looks[1]).filter(|(now, older)| now != older).take(5).collect();
            ensure!(differ.is_empty(), "{path} at {viewport:?}, {scheme}: {differ:#?}");
        }
    }
    Ok(())
}

fn node(arguments: &[&str]) -> Result<String> {
    let made = Command::new("node").args(arguments).current_dir(site::project(".")).output()?;
    ensure!(made.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&made.stderr));
    Ok(String::from_utf8(made.stdout)?)
}

/// Everything that one of the oldest browsers lacks is taken away, and the page does what it does.
#[tokio::test(flavor = "multi_thread")]
async fn where_a_browser_lacks_newer_functions_the_page_comes_alive_and_codes_keep_the_state() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.beforehand(&node(&["src/browser/js/older.mjs"])?).await?;
    reader.goto(server.url("?step=plants.2&inside=straw")).await?;
    ensure!(reader.is("!('size' in URLSearchParams.prototype) && !Array.fromAsync").await?, "nothing was taken away");
    reader.ready().await?;
    reader.at_step("plants.2", site::steps_of("plants")[1].1).await?;
    reader.tap("#plants .next").await?;
    reader.rests_at("plants.3", site::steps_of("plants")[2].1).await?;
    reader.tap("#plants .previous").await?;
    reader.rests_at("plants.2", site::steps_of("plants")[1].1).await?;
    reader.tap("[data-step='plants.2'] .number").await?;
    reader.eventually("document.querySelector('dialog#provenance').open", "the card").await?;
    reader.tap("#plants .tools [data-embed]").await?;
    reader.eventually("document.querySelector('dialog#embed').open", "the dialog with codes").await?;
    reader.tap("dialog#embed .as-it-is").await?;
    let code = "document.getElementById('code-frame').value";
    reader.eventually(&format!("{code}.includes('inside=straw')"), "the code has the state").await?;
    reader.tap("dialog#embed .close").await?;
    for (tool, dialog) in [("take", "take"), ("sound", "sound")] {
        reader.tap(&format!("#doubled .tools [data-{tool}]")).await?;
        reader.eventually(&format!("document.querySelector('dialog#{dialog}')?.open"), dialog).await?;
        reader.tap(&format!("dialog#{dialog} .close")).await?;
    }
    let complaints = reader.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    reader.leave().await
}

/// What the oldest browsers know of WebAssembly, by the names of the tool that checks it: Chromium has all of it since 96,
/// Firefox since 79, Safari since 15.1.
const KNOWN: [&str; 6] =
    ["mutable-globals", "sign-ext", "nontrapping-float-to-int", "bulk-memory", "reference-types", "multivalue"];

#[tokio::test(flavor = "multi_thread")]
async fn the_program_has_no_newer_webassembly_than_the_oldest_browsers() -> Result<()> {
    const TOOL: &str = "node_modules/binaryen/bin/wasm-opt";
    let programs = site::assets(&site::dist(), "seized-")?;
    let is_program = |path: &&PathBuf| path.extension().is_some_and(|end| end == "wasm");
    let program = programs.iter().find(is_program).context("a program")?.to_string_lossy().into_owned();
    let folder = tempfile::tempdir()?;
    let [bare, out] = ["bare.wasm", "out.wasm"].map(|name| folder.path().join(name).to_string_lossy().into_owned());
    // What the compiler wrote into it of its features would switch them on.
    node(&[TOOL, &program, "--strip-target-features", "-o", &bare])?;
    let check = |known: &[&str]| -> Result<String> {
        let known: Vec<String> = known.iter().map(|name| format!("--enable-{name}")).collect();
        let mut arguments: Vec<&str> = vec![TOOL, bare.as_str(), "--mvp-features", "-o", out.as_str()];
        arguments.extend(known.iter().map(String::as_str));
        node(&arguments)
    };
    check(&KNOWN)?;
    ensure!(check(&KNOWN[..3]).is_err(), "the check finds nothing");
    Ok(())
}

/// One list, in the file that tools read: the page and README say the same.
#[tokio::test(flavor = "multi_thread")]
async fn the_oldest_browsers_are_stated() -> Result<()> {
    let package: Value = serde_json::from_str(&fs::read_to_string(site::project("package.json"))?)?;
    let listed: BTreeMap<&str, &str> = package["browserslist"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|browser| browser.as_str()?.split_once(' '))
        .collect();
    ensure!(listed.len() == 3, "{listed:?}");
    let readme = fs::read_to_string(site::project("README.md"))?;
    let pages = seized::text::LANGUAGES.iter().map(|language| {
        let path = site::dist().join(site::home(language)).join("index.html");
        Ok((path.display().to_string(), fs::read_to_string(path)?))
    });
    let pages = pages.collect::<Result<Vec<_>>>()?;
    for (browser, version) in listed {
        let name = [("chrome", "Chromium"), ("firefox", "Firefox"), ("safari", "Safari")]
            .into_iter()
            .find_map(|(id, name)| (id == browser).then_some(name))
            .context("a name")?;
        for (place, text) in pages.iter().map(|(path, text)| (&**path, text)).chain([("README.md", &readme)]) {
            ensure!(text.contains(&format!("{name} {version}")), "{place} does not say {name} {version}");
        }
    }
    Ok(())
}
