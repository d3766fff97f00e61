//! Going through the steps of a framed section.

use super::stage::{enter, leave, show};
use crate::reader::Reader;
use crate::site;
use anyhow::Result;

/// Scrolls the host to where a frame's first step is read.
pub async fn to_first(reader: &Reader, place: u16) -> Result<()> {
    enter(reader, place).await?;
    let top: f64 = reader.eval("document.querySelector('.step').getBoundingClientRect().top + scrollY").await?;
    show(reader, place, top).await
}

/// Each step in turn is the current one, alone, with its scene: the first by scrolling the host, the rest by Next.
pub async fn by_next(reader: &Reader, section: &str, place: u16) -> Result<()> {
    to_first(reader, place).await?;
    for (count, (step, scene)) in site::steps_of(section).iter().enumerate() {
        enter(reader, place).await?;
        if count > 0 {
            reader.click(".next").await?;
        }
        reader.at_step(step, scene).await?;
        // What the host's scrolling does to the step comes a moment later.
        leave(reader).await?;
        reader.still().await?;
        enter(reader, place).await?;
        reader.at_step(step, scene).await?;
    }
    Ok(())
}

/// Each step has a drawn figure of its own, and the frame scrolls to it.
pub async fn by_scrolling(reader: &Reader, section: &str) -> Result<()> {
    reader.eventually("document.documentElement.matches('.flat')", "the page is flat").await?;
    for (step, _) in site::steps_of(section) {
        let step = format!("document.querySelector('[data-step=\"{step}\"]')");
        reader
            .eventually(&format!("{step}.querySelector('.step-figure svg path')"), "the step's figure is drawn")
            .await?;
        let seen = format!(
            "(() => {{
               const figure = {step}.querySelector('.step-figure svg');
               figure.scrollIntoView({{ block: 'center', behavior: 'instant' }});
               const box = figure.getBoundingClientRect();
               return box.height > 100 && box.width > 100 && box.top >= 0 && box.bottom <= innerHeight;
             }})()"
        );
        reader.eventually(&seen, &format!("{step}: its figure comes into view")).await?;
    }
    Ok(())
}
