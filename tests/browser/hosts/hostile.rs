//! Ten thousand messages that are nearly valid, and the valid ones from windows that have no say: nothing changes.

use super::near;
use super::pages::Kind;
use super::reads::open;
use super::stage::{Stage, enter, leave};
use crate::reader::Reader;
use anyhow::{Result, ensure};
use serde_json::Value;
use xtask::drivers::Engine;

/// All that a message could change in a page, without the attribute by which a driver knows a frame.
const STATE: &str = "[scrollX, scrollY, location.href, JSON.stringify(document.documentElement.dataset),
  document.documentElement.outerHTML.replace(/ cd_frame_id_=\"[^\"]*\"/g, '').replace(/\\s+/g, ' ')].join('\\n')";

/// A frame on the host's page that is not ours, and knows how to reach us.
const STRANGER: &str = "<!doctype html><html lang=en><title>A stranger</title><script src='/messages.js'></script>
<script>
addEventListener('message', ({ data }) => {
  if (data !== 'go') return;
  for (const message of [...valid, ...hostile]) {
    parent.frames[0].postMessage(message, '*');
    parent.postMessage(message, '*');
  }
});
parent.postMessage('here', '*');
</script>";

/// A page that is embedded in our stead. At `stick` it agrees with the host's script as we do.
const GUEST: &str = "<!doctype html><html lang=en><title>A guest</title><script src='/messages.js'></script>
<script>
addEventListener('message', ({ data }) => {
  if (data === 'stick') {
    parent.postMessage({ seized: 'hello', versions: [1], sticky: true }, '*');
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 3000 }, '*');
  } else if (data === 'go') for (const message of hostile) parent.postMessage(message, '*');
});
parent.postMessage('here', '*');
</script>";

/// Writes down what changes, even if it changes back: scripts of hosts and we soon agree again after a wrong height.
const WATCH: &str = "
window.watcher?.disconnect();
const changes = window.changes = [];
window.watcher = new MutationObserver(records => {
  for (const { type, target, attributeName, oldValue } of records) {
    if (attributeName === 'cd_frame_id_' || type === 'attributes' && target.getAttribute(attributeName) === oldValue) continue;
    changes.push(`${type} ${target.nodeName} ${attributeName}: ${oldValue}`);
  }
});
watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true });
addEventListener('scroll', () => changes.push('scroll'));";

/// Remembers how the page that the reader is in stands, and counts its messages from now on.
async fn keep(reader: &Reader) -> Result<()> {
    reader.run(&format!("seen.messages = 0; window.kept = {STATE}; {WATCH}")).await.map(drop)
}

/// Waits for all messages; then the page is what it was.
async fn is_kept(reader: &Reader, messages: usize, what: &str) -> Result<()> {
    reader.eventually(&format!("seen.messages >= {messages}"), &format!("{what}: {messages} messages arrive")).await?;
    let compare = format!(
        "const now = {STATE};
         let at = 0;
         while (at < now.length && now[at] === kept[at]) at += 1;
         return now === kept ? null : [kept, now].map(text => text.slice(Math.max(at - 80, 0), at + 120))"
    );
    let changed: Value = reader.run(&compare).await?;
    ensure!(changed.is_null(), "{what}: was and is {changed:#}");
    let passing: Value = reader.run("return changes.slice(0, 5)").await?;
    ensure!(passing == Value::Array(vec![]), "{what}: changed for a while {passing:#}");
    Ok(())
}

fn stage(kind: Kind, mut more: Vec<(String, String)>) -> Result<Stage> {
    more.push(("/messages.js".to_owned(), near::script()?));
    Stage::with(kind, more)
}

/// Goes to the host and leaves it and the frame amid the steps, at rest.
async fn amid(reader: &Reader, stage: &Stage) -> Result<()> {
    stage.arrive(reader).await?;
    leave(reader).await?;
    reader.run("scrollBy(0, 900)").await?;
    reader.still().await?;
    enter(reader, 0).await?;
    let named = "location.search === `?step=${document.querySelector('[aria-current=step]')?.dataset.step}`";
    reader.eventually(named, "the frame is at a step and its address says so").await?;
    reader.ready().await
}

async fn from_the_host(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    for kind in [Kind::Amp, Kind::Script] {
        let stage = stage(kind, Vec::new())?;
        amid(&reader, &stage).await?;
        leave(&reader).await?;
        let load =
            "await new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'),
              { src: '/messages.js', onload: done, onerror: failed })));
            return hostile.length";
        let count: usize = reader.run_async(load).await?;
        enter(&reader, 0).await?;
        keep(&reader).await?;
        leave(&reader).await?;
        reader.run("for (const message of hostile) frames[0].postMessage(message, '*')").await?;
        enter(&reader, 0).await?;
        is_kept(&reader, count, &format!("{kind:?}, the frame")).await?;
        stage.is_whole(&reader).await?;
    }
    reader.leave().await
}

async fn from_a_stranger(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    for kind in [Kind::Amp, Kind::Script] {
        let stage = stage(kind, vec![("/stranger/".to_owned(), STRANGER.to_owned())])?;
        amid(&reader, &stage).await?;
        leave(&reader).await?;
        let add = format!(
            "addEventListener('message', ({{ data }}) => {{ if (data === 'here') window.met = true; }});
             document.body.append(Object.assign(document.createElement('iframe'), {{ src: '{}' }}))",
            stage.ours("stranger/")
        );
        reader.run(&add).await?;
        reader.eventually("window.met", "the stranger is there").await?;
        keep(&reader).await?;
        enter(&reader, 0).await?;
        keep(&reader).await?;
        leave(&reader).await?;
        reader.run("frames[1].postMessage('go', '*')").await?;
        let count = near::COUNT + near::valid().len();
        is_kept(&reader, count, &format!("{kind:?}, the host")).await?;
        enter(&reader, 0).await?;
        is_kept(&reader, count, &format!("{kind:?}, the frame")).await?;
        stage.is_whole(&reader).await?;
    }
    reader.leave().await
}

async fn from_a_guest(engine: Engine) -> Result<()> {
    let reader = open(engine).await?;
    let stage = stage(Kind::Script, vec![("/embed/doubled/".to_owned(), GUEST.to_owned())])?;
    stage.visit(&reader).await?;
    reader.eventually("window.seizedHost && seen.messages > 0", "the guest and the script are there").await?;
    reader.run("scrollTo(0, 700)").await?;
    reader.still().await?;
    for way in ["unknown", "sticking"] {
        if way == "sticking" {
            reader.run("frames[0].postMessage('stick', '*')").await?;
            let sticks = "document.querySelector('iframe').style.position === 'sticky'
                && document.querySelector('[data-seized]').style.height === '3000px'";
            reader.eventually(sticks, "the guest sticks").await?;
        }
        keep(&reader).await?;
        reader.run("frames[0].postMessage('go', '*')").await?;
        is_kept(&reader, near::COUNT, &format!("the host of a guest that is {way}")).await?;
        let broken: Vec<String> = reader.eval("seen.broken").await?;
        ensure!(broken.is_empty(), "{way}: {broken:#?}");
    }
    reader.leave().await
}

in_engine! { chromium, Chromium;
    no_message_of_a_stranger_changes_the_frame_or_the_host => from_a_stranger;
}

mod nearly {
    use super::*;

    in_engine! { at length chromium, Chromium;
        no_nearly_valid_message_of_a_host_changes_the_frame => from_the_host;
        no_nearly_valid_message_of_a_frame_changes_the_host => from_a_guest;
    }

    in_engine! { at length firefox, Firefox;
        no_nearly_valid_message_of_a_host_changes_the_frame => from_the_host;
        no_message_of_a_stranger_changes_the_frame_or_the_host => from_a_stranger;
        no_nearly_valid_message_of_a_frame_changes_the_host => from_a_guest;
    }
}
