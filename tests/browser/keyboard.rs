//! The keyboard alone walks the steps of every section, and back.

use crate::chromium::{DESKTOP, PHONE};
use crate::reader::Reader;
use crate::site;
use anyhow::{Context, Result, bail, ensure};
use thirtyfour::prelude::*;
use xtask::drivers::{Engine, Settings};

impl Reader {
    /// Shift and Tab.
    async fn press_back(&self) -> Result<()> {
        let keys = self.driver().action_chain().key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift);
        Ok(keys.perform().await?)
    }
}

/// Moves the focus forwards or backwards until it is where a selector says.
pub async fn tab_to(reader: &Reader, selector: &str, forward: bool) -> Result<()> {
    let mut passed: Vec<String> = Vec::new();
    for _ in 0..160 {
        if forward {
            reader.press(Key::Tab + "").await?;
        } else {
            reader.press_back().await?;
        }
        let there = format!("document.activeElement.matches('{selector}')");
        let (there, what): (bool, String) =
            reader.eval(&format!("[{there}, document.activeElement.outerHTML.slice(0, 60)]")).await?;
        if there {
            return Ok(());
        }
        passed.push(what);
    }
    bail!("Tab never comes to {selector}, but to {passed:#?}")
}

/// Tabs to a section's Next, presses it to the last step, and with `back` Previous back to the first.
async fn walk(reader: &Reader, section: &str, steps: &[site::Step], back: bool) -> Result<()> {
    tab_to(reader, &format!("#{section} .next"), true).await?;
    reader.still().await?;
    let first: Option<usize> = reader
        .eval(&format!(
            "[...document.querySelectorAll('#{section} .step')].findIndex(step => step.ariaCurrent) + 1 || null"
        ))
        .await?;
    for (step, scene) in &steps[first.unwrap_or(0)..] {
        reader.press(Key::Enter + "").await?;
        reader.rests_at(step, scene).await?;
    }
    if !back {
        return Ok(());
    }
    reader.press_back().await?;
    let previous = format!("document.activeElement.matches('#{section} .previous')");
    reader.eventually(&previous, "Shift+Tab comes to Previous").await?;
    for (step, scene) in steps.iter().rev().skip(1) {
        reader.press(Key::Enter + "").await?;
        reader.rests_at(step, scene).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_walks_the_steps_and_back() -> Result<()> {
    let server = site::hosted()?;
    let some: Vec<&str> = site::some_sections().into_iter().map(|(section, _)| *section).collect();
    for viewport in site::some(&[PHONE, DESKTOP]) {
        let reader = Reader::at_size(*viewport, server.url("")).await?;
        for (section, steps) in site::SECTIONS.iter() {
            let back = some.contains(section);
            walk(&reader, section, steps, back).await.with_context(|| format!("{viewport:?}, {section}"))?;
        }
        reader.leave().await?;
    }
    Ok(())
}

/// In the other engines one section of the whole story, or before a release all of them.
async fn steps_in(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    for (section, steps) in site::some(&site::SECTIONS) {
        walk(&reader, section, steps, true).await.with_context(|| format!("{engine:?}, {section}"))?;
    }
    reader.leave().await
}

/// Without motion nothing is stepped through: Tab alone goes through the whole page, section after section, each thing
/// it comes to is seen, and it comes out at the end.
async fn unrolled_in(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::with(engine, Settings { reduced_motion: true, ..Settings::default() }).await?;
    reader.goto(server.url("")).await?;
    reader.live().await?;
    reader.eventually("document.documentElement.matches('.flat')", "the page is unrolled").await?;
    let mut passed: Vec<String> = Vec::new();
    for _ in 0..3000 {
        reader.press(Key::Tab + "").await?;
        let (section, is_last, hidden): (String, bool, String) = reader
            .eval(
                "(({ activeElement: at }) => [
                  at.closest('section')?.id ?? '',
                  at.matches('footer *') && at === [...document.querySelectorAll('footer :is(a, button)')].at(-1),
                  at === document.body || !at.checkVisibility() || at.getBoundingClientRect().width < 1 ? at.outerHTML.slice(0, 80) : '',
                ])(document)",
            )
            .await?;
        ensure!(
            hidden.is_empty(),
            "{engine:?}: the focus is where nobody sees it: {hidden}, after {:?}",
            passed.last()
        );
        if !section.is_empty() && passed.last() != Some(&section) {
            passed.push(section);
        }
        if is_last {
            let all: Vec<&str> = site::SECTIONS.iter().map(|(section, _)| *section).collect();
            let found: Vec<&str> = passed.iter().map(String::as_str).filter(|id| all.contains(id)).collect();
            ensure!(found == all, "{engine:?}: {found:?}");
            return reader.leave().await;
        }
    }
    bail!("{engine:?}: Tab never comes to the end, but to {passed:?}")
}

in_engine! { firefox, Firefox;
    one_section_by_keys => steps_in;
}
in_engine! { webkit, WebKit;
    one_section_by_keys => steps_in;
}
in_engine! { unrolled, Chromium;
    tab_goes_through_the_whole_page => unrolled_in;
}
in_engine! { at length unrolled_in_firefox, Firefox;
    tab_goes_through_the_whole_page => unrolled_in;
}
