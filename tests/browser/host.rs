//! Somebody else's page with our section in it: a sandboxed frame from another origin, without CORS, as high as its
//! content, between two halves of an article.
//!
//! The host is `localhost`, the frame `127.0.0.1` on a port of its own, so that to a browser they are strangers.

use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result};
use xtask::server::{Options, Server};

/// How the host makes its frame as high as our page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Height {
    /// By listening to our messages.
    Heard,
    /// By a number in its HTML, and with no script of its own at all.
    Preset(u32),
}

/// A host and the site that it frames, on two servers.
pub struct Host {
    pages: Server,
    site: Server,
    html: String,
    listens: bool,
}

/// Counts what we say in each form, obeys the Datawrapper form, and shows both to the test.
const LISTENER: &str = "
<script>
const said = window.said = { heights: [], kinds: new Set() };
addEventListener('message', event => {
  const frame = document.getElementById('embed');
  if (event.source !== frame.contentWindow) return;
  let data = event.data;
  if (typeof data === 'string' && data.startsWith('{')) data = JSON.parse(data);
  if (typeof data === 'string') return said.kinds.add(data.split('xPYMx')[0]);
  if (data.context) return said.kinds.add(data.context);
  if (data.method) return said.kinds.add(data.method);
  if (data.sentinel) return said.kinds.add(data.sentinel);
  for (const height of Object.values(data['datawrapper-height'] ?? {})) {
    said.kinds.add('datawrapper');
    said.heights.push(height);
    frame.style.height = height + 'px';
  }
});
</script>";

impl Host {
    /// A host whose frame is `width` pixels wide and shows section `doubled` at `query`.
    pub fn start(width: u32, height: Height, query: &str) -> Result<Self> {
        Self::of("doubled", width, height, query)
    }

    /// The same with any embed page.
    pub fn of(page: &str, width: u32, height: Height, query: &str) -> Result<Self> {
        Self::with(page, width, height, query, " sandbox=allow-scripts")
    }

    /// The same with a frame that is in no sandbox.
    pub fn bare(page: &str, width: u32, height: Height) -> Result<Self> {
        Self::with(page, width, height, "", "")
    }

    fn with(page: &str, width: u32, height: Height, query: &str, sandbox: &str) -> Result<Self> {
        let site = site::serve(&site::dist(), Options::default())?;
        let (language, page) =
            page.split_once('/').map_or((String::new(), page), |(tag, page)| (format!("{tag}/"), page));
        let embed = site.url(&format!("{language}embed/{page}/{query}"));
        let (script, pixels) = match height {
            Height::Heard => (LISTENER, 150),
            Height::Preset(pixels) => ("", pixels),
        };
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>
             <title>An article</title><link rel=icon href='data:,'>
             <style>body {{ margin: 0 }} article {{ height: 1500px; background: linear-gradient(#eee, #999) }}
             iframe {{ display: block; border: 0; width: {width}px; height: {pixels}px }}</style>
             {script}<article>Before</article>
             <iframe id=embed title='Doubled since when?'{sandbox} src='{embed}'></iframe>
             <article>After</article>"
        );
        let options = Options { pages: [("/article".to_owned(), page.clone())].into(), ..Options::default() };
        Ok(Self { pages: Server::start(site::dist(), options)?, site, html: page, listens: height == Height::Heard })
    }

    /// The article itself.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The address of the article.
    pub fn url(&self) -> String {
        self.pages.page_at("localhost", "/article")
    }

    /// Everything that the framed site was asked for.
    pub fn requests(&self) -> Vec<String> {
        self.site.requests()
    }
}

/// Goes to a host's page, scrolls to the frame, and waits inside it until our page is live and its chart drawn.
pub async fn arrive(reader: &Reader, host: &Host) -> Result<()> {
    reader.goto(host.url()).await?;
    show(reader).await?;
    if host.listens {
        hears(reader).await?;
        show(reader).await?;
    }
    enter(reader).await?;
    reader.ready().await
}

/// Waits until the embed has said how high it is.
pub async fn hears(reader: &Reader) -> Result<()> {
    reader.eventually("said.heights.length > 0", "the embed says how high it is").await
}

/// Puts the reader into the frame.
pub async fn enter(reader: &Reader) -> Result<()> {
    enter_at(reader, 0).await
}

/// Puts the reader into one of several frames.
pub async fn enter_at(reader: &Reader, place: u16) -> Result<()> {
    leave(reader).await?;
    reader.driver().enter_frame(place).await.with_context(|| format!("entering frame {place}"))
}

/// Puts the reader back into the host.
pub async fn leave(reader: &Reader) -> Result<()> {
    reader.driver().enter_default_frame().await.context("leaving the frame")
}

/// Scrolls the host until the frame's middle is in the middle of the viewport.
pub async fn show(reader: &Reader) -> Result<()> {
    let go = "const frame = document.getElementById('embed').getBoundingClientRect();
              scrollTo(0, scrollY + frame.top + Math.min(frame.height, 900) / 2 - innerHeight / 2)";
    reader.run(go).await.map(drop)
}
