//! Each engine opens a page from our server and reads it.

use {
    anyhow::Result,
    xtask::{
        drivers::{Engine, Settings, open, open_with},
        server::{Options, Server},
    },
};

const PAGE: &str = "<!doctype html><title>static</title><script>document.title = 'scripted'</script><p id=p>Text";

fn server() -> Result<(tempfile::TempDir, Server)> {
    let root = tempfile::tempdir()?;
    std::fs::write(root.path().join("index.html"), PAGE)?;
    let server = Server::start(root.path().into(), Options { base: "/sub/path/".into(), ..Options::default() })?;
    Ok((root, server))
}

async fn reads_a_page(engine: Engine) -> Result<()> {
    let (_root, server) = server()?;
    let session = open(engine).await?;
    session.driver.goto(server.url("")).await?;
    assert_eq!(session.driver.title().await?, "scripted");
    session.driver.goto(server.url_at("localhost", "?again")).await?;
    assert_eq!(session.driver.title().await?, "scripted");
    session.close().await?;
    assert!(server.requests().contains(&"200 /sub/path/?again".into()), "{:?}", server.requests());
    Ok(())
}

#[tokio::test]
async fn chromium_reads_a_page() -> Result<()> {
    reads_a_page(Engine::Chromium).await
}

#[tokio::test]
async fn firefox_reads_a_page() -> Result<()> {
    reads_a_page(Engine::Firefox).await
}

#[tokio::test]
async fn webkit_reads_a_page() -> Result<()> {
    reads_a_page(Engine::WebKit).await
}

#[tokio::test]
async fn scripts_can_be_switched_off() -> Result<()> {
    let (_root, server) = server()?;
    for engine in [Engine::Chromium, Engine::Firefox] {
        let session = open_with(engine, &Settings { javascript: false, ..Settings::default() }).await?;
        session.driver.goto(server.url("")).await?;
        assert_eq!(session.driver.title().await?, "static", "{engine}");
        session.close().await?;
    }
    Ok(())
}
