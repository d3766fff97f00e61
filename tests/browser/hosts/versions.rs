//! Where host and frame have no version in common they agree on heights alone.

use super::pages::Kind;
use super::reads::open;
use super::stage::{Stage, enter, leave};
use anyhow::{Result, ensure};
use xtask::drivers::Engine;

/// A page of ours from the future, in which it has forgotten the present.
const PAGE: &str = "<!doctype html><html lang=en><title>Seized, some day</title><script>
const heard = window.heard = [];
addEventListener('message', ({ data }) => heard.push(data));
parent.postMessage({ seized: 'hello', versions: [2], sticky: true }, '*');
parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 777 }, '*');
</script>";

/// The host's script makes a later page as high as it says and agrees on nothing else.
async fn a_later_page(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    let stage = Stage::with(Kind::Script, vec![("/embed/doubled/".to_owned(), PAGE.to_owned())])?;
    stage.visit(&reader).await?;
    reader.eventually("window.seizedHost", "the host's script runs").await?;
    // A page that greeted before the script was there greets again at its hello; this one is only loaded again.
    reader.run("const frame = document.querySelector('iframe'); frame.src = frame.src").await?;
    let set = "document.querySelector('iframe').style.height === '777px'";
    reader.eventually(set, "the frame is as high as it says").await?;
    ensure!(!reader.is("document.querySelector('iframe').style.position").await?, "the frame is positioned");
    // What the host said to the greeting came before this.
    reader.run("frames[0].postMessage('last', '*')").await?;
    enter(&reader, 0).await?;
    reader.eventually("heard.includes('last')", "the last message").await?;
    let welcomes: usize = reader.eval("heard.filter(data => data?.seized === 'welcome').length").await?;
    ensure!(welcomes == 0, "a page that knows version 2 was welcomed {welcomes} times");
    leave(&reader).await?;
    let broken: Vec<String> = reader.eval("seen.broken").await?;
    ensure!(broken.is_empty(), "{broken:#?}");
    reader.leave().await
}

/// To a later host our page is one that says how high it is.
async fn a_later_host(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    let stage = Stage::start(Kind::Future)?;
    stage.arrive(&reader).await?;
    leave(&reader).await?;
    ensure!(
        reader.is("greeted.versions.join() === '1' && greeted.sticky === true").await?,
        "not greeted as documented"
    );
    // The answer to this comes after all that the welcome could do.
    reader.run("window.before = asked; frames[0].postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')").await?;
    reader.eventually("asked > before", "the frame says its height when asked").await?;
    stage.fits(&reader, 0, "without a version in common").await?;
    enter(&reader, 0).await?;
    let scrolls: String = reader.eval("document.documentElement.dataset.scroll").await?;
    ensure!(scrolls == "host", "the frame is {scrolls}");
    stage.is_silent(&reader).await?;
    stage.is_whole(&reader).await?;
    reader.leave().await
}

in_chromium_first! {
    a_page_of_a_later_version_gets_its_height_from_our_script => a_later_page;
    a_host_of_a_later_version_gets_our_height => a_later_host;
}
