//! A host's page on one server, we on another, and a reader who goes in and out of the frame.

pub use crate::host::{enter_at as enter, leave};

use super::pages::{self, Kind};
use super::witness;
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use xtask::server::{Options, Server};

/// How often two heights are compared before they differ for good; between any two the reader changes frames twice.
const LOOKS: u32 = 150;
/// Frames of the host in which nothing may be said.
const SILENCE: u32 = 60;

/// A host and the site that it frames.
pub struct Stage {
    pages: Server,
    site: Server,
    pub kind: Kind,
}

/// How high the host makes us, and how high its window is.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Given {
    /// The place for our page: the frame, or the element around it where the frame sticks.
    pub place: f64,
    pub frame: f64,
    pub window: f64,
}

impl Stage {
    pub fn start(kind: Kind) -> Result<Self> {
        Self::with(kind, Vec::new())
    }

    /// With further pages, by path, that both servers have.
    pub fn with(kind: Kind, more: Vec<(String, String)>) -> Result<Self> {
        let mut framed = BTreeMap::new();
        for section in ["doubled", "plants"] {
            framed.insert(format!("/embed/{section}/"), witness::embed(section)?);
        }
        framed.extend(more.iter().cloned());
        let site = site::serve(&site::dist(), Options { pages: framed, ..Options::default() })?;
        let mut pages: BTreeMap<String, String> = more.into_iter().chain(pages::libraries()?).collect();
        pages.insert("/article".to_owned(), kind.page(&site.url("embed/"), &site.url("host.js")));
        Ok(Self { pages: Server::start(site::dist(), Options { pages, ..Options::default() })?, site, kind })
    }

    /// The address of something on our site.
    pub fn ours(&self, path: &str) -> String {
        self.site.url(path)
    }

    /// Goes to the article and waits until its frame is live in the way that such a host gets.
    pub async fn arrive(&self, reader: &Reader) -> Result<()> {
        reader.goto(self.pages.page_at("localhost", "/article")).await?;
        self.live(reader, 0).await
    }

    /// Goes to the article and no further.
    pub async fn visit(&self, reader: &Reader) -> Result<()> {
        reader.goto(self.pages.page_at("localhost", "/article")).await
    }

    /// Brings a frame into view and waits until it is live, scrolls as it should, and its figures are drawn.
    pub async fn live(&self, reader: &Reader, place: u16) -> Result<()> {
        show(reader, place, 0.0).await?;
        enter(reader, place).await?;
        reader.live().await?;
        let scrolls = self.kind.scrolls();
        let settled = format!("performance.now() > 1500 && document.documentElement.dataset.scroll === '{scrolls}'");
        reader.eventually(&settled, &format!("{:?}: the frame settles on {scrolls}", self.kind)).await?;
        if self.kind.follows() {
            self.fits(reader, place, "at first").await?;
        }
        show(reader, place, 0.0).await?;
        enter(reader, place).await?;
        reader.ready().await
    }

    /// What the host gives a frame.
    pub async fn given(&self, reader: &Reader, place: u16) -> Result<Given> {
        leave(reader).await?;
        let given = format!(
            "(() => {{
               const frame = document.querySelectorAll('iframe')[{place}];
               const height = element => element.getBoundingClientRect().height;
               return {{ place: height(frame.closest('[data-seized]') ?? frame), frame: height(frame), window: innerHeight }};
             }})()"
        );
        reader.eval(&given).await
    }

    /// Waits until the host has made a frame as high as its content.
    pub async fn fits(&self, reader: &Reader, place: u16, what: &str) -> Result<f64> {
        let mut last = None;
        for _ in 0..LOOKS {
            let given = self.given(reader, place).await?;
            enter(reader, place).await?;
            let content: f64 = reader.eval("document.body.getBoundingClientRect().height").await?;
            let frame = if self.kind == Kind::Script { given.window } else { given.place };
            if (given.place - content).abs() <= 1.0 && (given.frame - frame).abs() <= 1.0 {
                return Ok(content);
            }
            last = Some((given, content));
        }
        anyhow::bail!("{:?}, {what}: given and content {last:?}", self.kind)
    }

    /// Nothing changes, so nothing is said.
    pub async fn is_silent(&self, reader: &Reader) -> Result<()> {
        leave(reader).await?;
        let script = format!(
            "seen.messages = 0;
             for (let count = 0; count < {SILENCE}; count += 1) await frame();
             return seen.messages"
        );
        let said: u32 = reader.run_async(&script).await?;
        ensure!(said == 0, "{:?}: {said} messages in {SILENCE} frames at rest", self.kind);
        Ok(())
    }

    /// Nothing has gone wrong in the host's page, nor in any of ours.
    pub async fn is_whole(&self, reader: &Reader) -> Result<()> {
        leave(reader).await?;
        let broken: Value = reader.eval("seen.broken").await?;
        ensure!(broken == Value::Array(vec![]), "{:?}: in the host {broken:#}", self.kind);
        for place in 0..self.kind.sections().len() {
            enter(reader, place as u16).await?;
            let broken: Value = reader.eval("seen.broken").await?;
            ensure!(broken == Value::Array(vec![]), "{:?}: in frame {place} {broken:#}", self.kind);
        }
        Ok(())
    }
}

/// Scrolls the host until what stands so many pixels down a frame's page is just above where one reads.
pub async fn show(reader: &Reader, place: u16, down: f64) -> Result<()> {
    leave(reader).await?;
    let there = format!("document.querySelectorAll('iframe').length > {place}");
    reader.eventually(&there, &format!("the host has frame {place}")).await?;
    let go = format!(
        "const frame = document.querySelectorAll('iframe')[{place}];
         const top = (frame.closest('[data-seized]') ?? frame).getBoundingClientRect().top;
         scrollBy(0, top + {down} - innerHeight * 0.7)"
    );
    reader.run(&go).await.map(drop)
}
