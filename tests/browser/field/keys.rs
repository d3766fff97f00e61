//! Keys that are the browser's, or the system's, do what they do there.

use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};

/// The keys that a figure would take if they were pressed alone, with each key held down that makes them the browser's.
const TAKEN: &str = "(() => {
  const chart = document.querySelector('#doubled .chart');
  const press = init => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    chart.dispatchEvent(event);
    return event.defaultPrevented;
  };
  if (!press({ key: 'ArrowRight' })) return ['a plain arrow is not heard'];
  const keys = ['ArrowLeft', 'ArrowRight', 'Enter', ' '];
  const held = ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'];
  return keys.flatMap(key => held.filter(with_ => press({ key, [with_]: true })).map(with_ => `${with_} ${key}`));
})()";

const HELP: &str = "document.getElementById('help').open";

/// Presses `?` at an element and says whether the panel opens; it opens within the event.
fn asks(selector: &str, held: &str) -> String {
    format!(
        "(() => {{
           const help = document.getElementById('help');
           document.querySelector('{selector}').dispatchEvent(new KeyboardEvent('keydown', {{ key: '?', bubbles: true, {held} }}));
           const open = help.open;
           help.close();
           return open;
         }})()"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_with_alt_control_or_meta_are_the_browsers() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("?step=doubled.2")).await?;
    let taken: Vec<String> = reader.eval(TAKEN).await?;
    ensure!(taken.is_empty(), "taken: {taken:?}");
    for held in ["altKey: true", "ctrlKey: true", "metaKey: true"] {
        for at in ["body", "#doubled .chart"] {
            ensure!(!reader.is(&asks(at, held)).await?, "? with {held} opens the panel at {at}");
        }
    }
    reader.leave().await
}

/// WCAG 2.1.4: who speaks to a browser may say a letter anywhere; a shortcut of one key acts only at its component.
#[tokio::test(flavor = "multi_thread")]
async fn a_single_key_acts_only_where_a_figure_has_the_focus() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::at(server.url("")).await?;
    for at in ["body", "footer a", "#doubled .step-text", "#explore select"] {
        ensure!(!reader.is(&asks(at, "")).await?, "? opens the panel at {at}");
    }
    for at in ["#doubled .chart", "#doubled .next", "#doubled input"] {
        ensure!(reader.is(&asks(at, "shiftKey: true")).await?, "? does not open the panel at {at}");
    }
    ensure!(!reader.is(HELP).await?, "the panel stays open");
    reader.leave().await
}

/// In a frame, links within the page are followed by a script: not with the keys that open them elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_elsewhere_with_the_browsers_keys_in_a_frame_too() -> Result<()> {
    let article =
        super::article::Article::new(|site| super::article::frame(&format!("{site}embed/story/"), "height=50000"))?;
    let reader = Reader::chromium().await?;
    article.arrive(&reader, "host").await?;
    let held = "['ctrlKey', 'metaKey', 'shiftKey', 'altKey'].filter(held => {
      const link = document.querySelector('a[href^=\"#\"]');
      let taken;
      addEventListener('click', event => { taken = event.defaultPrevented; event.preventDefault() }, { once: true });
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, [held]: true }));
      return taken;
    })";
    let taken: Vec<String> = reader.eval(held).await?;
    ensure!(taken.is_empty(), "taken with {taken:?}");
    reader.leave().await
}
