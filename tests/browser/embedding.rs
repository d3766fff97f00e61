//! The dialog that gives code for embedding: for the story, each section and each figure, as it is or as the reader has it.

use crate::chromium::{DESKTOP, PHONE};
use crate::host;
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::server::{Options, Server};

const CODE: &str = "document.getElementById('code-frame').value";

/// Opens the dialog by the button that names a piece.
async fn open(reader: &Reader, piece: &str) -> Result<()> {
    reader.tap(&format!("[data-embed='{piece}']")).await?;
    reader.eventually("document.querySelector('dialog#embed').open", "the dialog").await?;
    reader.eventually(&format!("{CODE}.includes('/embed/{piece}/')"), "code for the piece").await
}

async fn choose(reader: &Reader, piece: &str) -> Result<()> {
    let choose = format!(
        "const select = document.querySelector('#embed select'); select.value = '{piece}';
         select.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    reader.run(&choose).await.map(drop)
}

/// The value of an attribute in the code for a frame alone, as a browser reads it.
async fn attribute(reader: &Reader, name: &str) -> Result<String> {
    let read =
        format!("new DOMParser().parseFromString({CODE}, 'text/html').querySelector('iframe').getAttribute('{name}')");
    reader.eval(&read).await
}

/// Waits until the frame of the preview is live and as high as its content.
async fn preview_lives(reader: &Reader, piece: &str) -> Result<()> {
    reader.run("document.querySelector('.preview-box').scrollIntoView()").await?;
    let source = format!("document.querySelector('.preview iframe')?.src.includes('/embed/{piece}/')");
    reader.eventually(&source, "the preview's frame").await?;
    host::enter(reader).await?;
    reader.ready().await?;
    let told: f64 = reader.eval("+document.documentElement.dataset.height").await?;
    host::leave(reader).await?;
    let high = format!("Math.abs(document.querySelector('.preview iframe').offsetHeight - {told}) <= 1");
    reader.eventually(&high, "the preview is as high as its content").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_has_code_and_a_live_preview() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    for viewport in site::some(&[PHONE, DESKTOP]).iter().copied() {
        reader.viewport(viewport).await?;
        reader.goto(server.url("")).await?;
        reader.ready().await?;
        open(&reader, "story").await?;
        let offered: Vec<String> =
            reader.eval("[...document.querySelectorAll('#embed option')].map(option => option.value)").await?;
        ensure!(offered == *site::EMBEDS, "offered: {offered:?}");
        let some =
            site::some_sections().into_iter().flat_map(|(section, _)| [section.to_string(), format!("fig-{section}")]);
        for piece in ["story".to_owned()].into_iter().chain(some) {
            let piece = piece.as_str();
            choose(&reader, piece).await?;
            let source = attribute(&reader, "src").await?;
            ensure!(source == server.url(&format!("embed/{piece}/?theme=light")), "{piece}: {source}");
            let title = attribute(&reader, "title").await?;
            ensure!(title.starts_with("Seized") && title.len() > 12, "{piece}: the frame is called {title}");
            preview_lives(&reader, piece).await?;
            let wide: bool = reader
                .is("document.getElementById('embed').scrollWidth > document.getElementById('embed').clientWidth")
                .await?;
            ensure!(!wide, "{viewport:?}, {piece}: the dialog scrolls sideways");
        }
        let complaints = reader.complaints().await?;
        ensure!(complaints.is_empty(), "{viewport:?}: the console says {complaints:#?}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_has_what_was_chosen_and_never_a_guess() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    let chosen = "?step=doubled.3&base=2017&share=40&line2020=30&inside=straw&utm_source=x";
    reader.goto(server.url(chosen)).await?;
    reader.ready().await?;
    open(&reader, "fig-doubled").await?;
    ensure!(attribute(&reader, "src").await?.ends_with("/embed/fig-doubled/?theme=light"), "the default has a state");
    let offered: Vec<String> =
        reader.eval("[...document.querySelectorAll('#embed [name=theme]')].map(theme => theme.value)").await?;
    ensure!(offered == ["light", "dark", ""], "{offered:?}");
    reader.tap("#embed [name=theme][value='']").await?;
    ensure!(attribute(&reader, "src").await?.ends_with("/embed/fig-doubled/"), "the reader's device is told a colour");
    reader.tap("#embed .as-it-is").await?;
    reader.tap("#embed [name=theme][value=dark]").await?;
    reader.tap("#embed [name=width][value='320']").await?;
    let heights = std::fs::read_to_string(site::project("src/bin/prerender/heights.csv"))?;
    for (piece, query) in [
        ("fig-doubled", "?step=doubled.3&base=2017&theme=dark"),
        ("doubled", "?step=doubled.3&base=2017&theme=dark"),
        ("plants", "?inside=straw&theme=dark"),
        ("fig-guess", "?theme=dark"),
        ("share", "?theme=dark"),
        ("story", "?step=doubled.3&base=2017&inside=straw&theme=dark"),
    ] {
        choose(&reader, piece).await?;
        let source = attribute(&reader, "src").await?;
        ensure!(source == server.url(&format!("embed/{piece}/{query}")), "{piece}: {source}");
        let row = heights.lines().find(|row| row.starts_with(&format!("{piece},"))).context("no row")?;
        let height = attribute(&reader, "height").await?;
        ensure!(row.ends_with(&format!(",{height}")), "{piece}: {height} is not the height at 320 in {row}");
    }
    preview_lives(&reader, "story").await?;
    host::enter(&reader).await?;
    let dark = "getComputedStyle(document.documentElement).backgroundColor === 'rgb(20, 24, 27)'";
    ensure!(reader.is(dark).await?, "the preview is not dark");
    reader.leave().await
}

/// What an editor pastes: it runs on a page of another origin, at the step and with the choice that it was copied with.
#[tokio::test(flavor = "multi_thread")]
async fn the_code_works_on_somebody_elses_page() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.3&base=2017")).await?;
    reader.at_step("doubled.3", "bases").await?;
    open(&reader, "fig-doubled").await?;
    reader.tap("#embed .as-it-is").await?;
    for code in ["code-frame", "code-script"] {
        let code: String = reader.eval(&format!("document.getElementById('{code}').value")).await?;
        let page = format!(
            "<!doctype html><link rel=icon href='data:,'><title>An article</title><p>Before</p>{code}<p>After</p>"
        );
        let options = Options { pages: [("/article".to_owned(), page)].into(), ..Options::default() };
        let host = Server::start(site::dist(), options)?;
        reader.driver().new_window().await?;
        let windows = reader.driver().windows().await?;
        reader.driver().switch_to_window(windows.last().context("no window")?.clone()).await?;
        reader.viewport(DESKTOP).await?;
        reader.goto(host.page_at("localhost", "/article")).await?;
        host::enter(&reader).await?;
        reader.ready().await?;
        reader.at_step("doubled.3", "bases").await?;
        ensure!(reader.eval::<String>("document.querySelector('input[name=base]').value").await? == "2017");
        reader.driver().close_window().await?;
        reader.driver().switch_to_window(windows.first().context("no window")?.clone()).await?;
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn copying_copies_or_leaves_the_code_selected() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    open(&reader, "fig-plants").await?;
    let status = "document.querySelector('#embed [role=status]').textContent";
    let permission = json!({ "permissions": ["clipboardReadWrite"], "origin": server.url("").trim_end_matches('/') });
    reader.cdp("Browser.grantPermissions", permission).await?;
    reader.click("#embed [data-copy='code-frame']").await?;
    reader.eventually(&format!("{status} === 'Copied.'"), "it says that it copied").await?;
    let (pasted, code): (String, String) =
        (reader.run_async("return navigator.clipboard.readText()").await?, reader.eval(CODE).await?);
    ensure!(pasted == code, "the clipboard has {pasted}");
    reader
        .run(
            "document.execCommand = () => false;
             Object.defineProperty(navigator, 'clipboard', { value: undefined })",
        )
        .await?;
    reader.click("#embed [data-copy='code-script']").await?;
    reader.eventually(&format!("{status}.startsWith('Selected')"), "it says that the code is selected").await?;
    let selected = "(area => document.activeElement === area && area.selectionStart === 0 &&
        area.selectionEnd === area.value.length && area.value.length > 100)(document.getElementById('code-script'))";
    ensure!(reader.is(selected).await?, "the code is not selected");
    reader.leave().await
}

/// It keeps to what dialogs do: the focus goes in, Escape closes, the focus comes back, and nothing plays on behind.
#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_closes_by_escape_and_gives_the_focus_back() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    reader.run("document.querySelector('[data-embed=fig-doubled]').focus()").await?;
    let entries: usize = reader.eval("history.length").await?;
    reader.press(Key::Enter + "").await?;
    reader.eventually("document.querySelector('dialog#embed').open", "the dialog").await?;
    ensure!(reader.is("document.activeElement.closest('dialog#embed')").await?, "the focus stays outside");
    for piece in ["plants", "fig-guess", "story"] {
        choose(&reader, piece).await?;
        preview_lives(&reader, piece).await?;
    }
    reader.press(Key::Escape + "").await?;
    reader.eventually("!document.querySelector('dialog#embed').open", "Escape closes").await?;
    ensure!(reader.is("document.activeElement.matches('[data-embed=fig-doubled]')").await?, "the focus is lost");
    ensure!(!reader.is("document.querySelector('.preview iframe')").await?, "the preview goes on");
    let after: usize = reader.eval("history.length").await?;
    ensure!(after == entries, "previews left {} entries in the history", after - entries);
    reader.leave().await
}
