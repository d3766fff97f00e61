//! Somebody else's page, of another origin, with something of ours between two halves of its text.

use crate::host;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::Value;
use xtask::server::{Options, Server};

/// Makes the frame as high as it says, as hosts do that know us, or AMP.
pub const LISTENS: &str = "<script>
addEventListener('message', ({ source, data }) => {
  const frame = document.querySelector('iframe');
  if (source === frame.contentWindow && data?.sentinel === 'amp') frame.style.height = `${data.height}px`;
});
</script>";

/// The article and the site that it frames, on two servers.
pub struct Article {
    pages: Server,
    _site: Server,
}

/// Where something in the frame stands in the host's window, how high that is, and where the host has scrolled to.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Stands {
    pub top: f64,
    pub bottom: f64,
    pub window: f64,
    pub scroll: f64,
}

impl Stands {
    /// Whether the reader sees all of it.
    pub fn is_seen(&self) -> bool {
        self.top >= -1.0 && self.bottom <= self.window + 1.0 && self.bottom - self.top > 10.0
    }
}

/// A frame in a sandbox; `how` are more of its attributes.
pub fn frame(url: &str, how: &str) -> String {
    format!("<iframe id=embed title='Seized' src='{url}' width='100%' sandbox=allow-scripts {how}></iframe>")
}

/// A frame in the code that has our script.
pub fn with_script(site: &str, page: &str) -> String {
    let frame = frame(&format!("{site}embed/{page}/"), "height=4000");
    format!("<div data-seized>{frame}</div><script src='{site}host.js' async></script>")
}

impl Article {
    /// `slot` is told the address of our site and writes what the article has between its halves.
    pub fn new(slot: impl FnOnce(&str) -> String) -> Result<Self> {
        let site = site::serve(&site::dist(), Options::default())?;
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>
             <title>An article</title><link rel=icon href='data:,'>
             <style>body {{ margin: 0 }} main {{ max-width: 700px; margin: 0 auto }} iframe {{ display: block; border: 0 }}
             article {{ height: 1500px; background: linear-gradient(#eee, #999) }} @media print {{ article {{ height: 50px }} }}</style>
             <main><article>Before</article>{}<article>After</article></main>",
            slot(&site.url(""))
        );
        let options = Options { pages: [("/article".to_owned(), page)].into(), ..Options::default() };
        Ok(Self { pages: Server::start(site::dist(), options)?, _site: site })
    }

    /// Goes there, shows the frame and waits in it until its page is live, and one of these scrolls it.
    pub async fn arrive(&self, reader: &Reader, scrolls: &str) -> Result<()> {
        reader.goto(self.pages.page_at("localhost", "/article")).await?;
        host::show(reader).await?;
        host::enter(reader).await?;
        reader.live().await?;
        let settled =
            format!("performance.now() > 1500 && (document.documentElement.dataset.scroll ?? '') === '{scrolls}'");
        reader.eventually(&settled, &format!("the frame settles on {scrolls}")).await?;
        host::leave(reader).await?;
        host::show(reader).await?;
        host::enter(reader).await?;
        reader.ready().await
    }
}

/// Where an element of the frame's page stands; `element` is an expression.
pub async fn stands(reader: &Reader, element: &str) -> Result<Stands> {
    host::enter(reader).await?;
    let (top, bottom): (f64, f64) =
        reader.eval(&format!("(box => [box.top, box.bottom])(({element}).getBoundingClientRect())")).await?;
    host::leave(reader).await?;
    let host = "({ top: document.getElementById('embed').getBoundingClientRect().top, bottom: 0, window: innerHeight, scroll: scrollY })";
    let host: Stands = reader.eval(host).await?;
    host::enter(reader).await?;
    Ok(Stands { top: host.top + top, bottom: host.top + bottom, ..host })
}

/// Scrolls the host, and a frame that scrolls itself, until an element of the frame's page is seen at this share of the
/// host's window.
pub async fn show(reader: &Reader, element: &str, share: f64) -> Result<Stands> {
    host::enter(reader).await?;
    let own = "['flat', 'own'].includes(document.documentElement.dataset.scroll)
        || document.documentElement.dataset.scroll === 'none' && document.scrollingElement.scrollHeight > innerHeight + 1";
    if reader.is(own).await? {
        reader.run(&format!("({element}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await?;
    }
    let there = stands(reader, element).await?;
    host::leave(reader).await?;
    reader.run(&format!("scrollBy(0, {} - innerHeight * {share})", (there.top + there.bottom) / 2.0)).await?;
    reader.still().await?;
    for _ in 0..50 {
        let first = stands(reader, element).await?;
        reader.run_async::<Value>("for (let count = 0; count < 6; count += 1) await frame()").await?;
        let then = stands(reader, element).await?;
        if (first.top - then.top).abs() < 1.0 && then.bottom > 0.0 && then.top < then.window {
            return Ok(then);
        }
    }
    bail!("{element} never comes to rest in sight: {:?}", stands(reader, element).await?)
}
