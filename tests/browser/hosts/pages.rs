//! The pages of newsrooms that frame us, each with an article before and after.

use super::witness;
use crate::site;
use anyhow::{Context, Result};
use std::fs;

/// How a page frames us and what it knows of us.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A frame with a height in its HTML, and no script.
    Bare(u32),
    /// The same, with `sandbox="allow-scripts"`.
    Sandboxed(u32),
    /// A sandboxed frame 500 pixels high, come what may.
    Low,
    /// NPR's `pym.js`.
    Pym,
    /// The New York Times' successor to it, `@newswire/frames`, sandboxed.
    Newswire,
    /// What Datawrapper's documentation tells hosts to write.
    Datawrapper,
    /// What AMP does with `amp-iframe`.
    Amp,
    /// Our own `host.js`, sandboxed.
    Script,
    /// The element that `host.js` looks for, without the script.
    Late,
    /// A script that answers as `host.js` might one day: in a version that we do not know.
    Future,
    /// Two sections on one page.
    Two,
    /// A frame in a tab that is not displayed until its button is pressed.
    Tab,
    /// A page that is written from right to left.
    Rtl,
    /// A frame as wide as the narrowest phone.
    Narrow,
}

/// The script that Datawrapper documents, with the check that it lacks: a frame may set its own height only.
const DATAWRAPPER: &str = "
<script>
addEventListener('message', event => {
  const heights = event.data?.['datawrapper-height'];
  if (heights === undefined) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === event.source)
      for (const height of Object.values(heights)) frame.style.height = height + 'px';
});
</script>";

const AMP: &str = "
<script>
addEventListener('message', ({ source, data }) => {
  const frame = document.querySelector('iframe');
  if (source !== frame.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
  window.asked = (window.asked ?? 0) + 1;
  frame.style.height = data.height + 'px';
});
</script>";

const FUTURE: &str = "
<script>
addEventListener('message', ({ source, data }) => {
  if (data?.seized !== 'hello') return;
  window.greeted = data;
  source.postMessage({ seized: 'welcome', version: 2, sticky: true }, '*');
});
</script>";

impl Kind {
    /// The sections that the page frames, in its order.
    pub fn sections(self) -> &'static [&'static str] {
        if self == Self::Two { &["doubled", "plants"] } else { &["doubled"] }
    }

    /// Whether the page makes its frames as high as they say.
    pub fn follows(self) -> bool {
        !matches!(self, Self::Bare(_) | Self::Sandboxed(_) | Self::Low | Self::Late)
    }

    /// Who scrolls in the end, as `html[data-scroll]` has it.
    pub fn scrolls(self) -> &'static str {
        match self {
            Self::Low | Self::Late => "flat",
            Self::Script => "synced",
            _ => "host",
        }
    }

    /// The page; `embed` is the address of the folder of embeds, `script` that of `host.js`.
    pub fn page(self, embed: &str, script: &str) -> String {
        let direction = if self == Self::Rtl { "rtl" } else { "ltr" };
        let slot = self.slot(&format!("{embed}doubled/"), &format!("{embed}plants/"), script);
        let width = if self == Self::Narrow { 320 } else { 700 };
        format!(
            "<!doctype html><html lang=en dir={direction}><meta charset=utf-8>
             <meta name=viewport content='width=device-width'><title>An article</title><link rel=icon href='data:,'>
             <style>body {{ margin: 0 }} main {{ width: {width}px; margin: 0 auto }} iframe {{ display: block; border: 0 }}
             article {{ height: 1200px; background: linear-gradient(#eee, #999) }}</style>
             <script>{}</script><main><article>Before</article>{slot}<article>After</article></main>",
            witness::SCRIPT
        )
    }

    fn slot(self, doubled: &str, plants: &str, script: &str) -> String {
        let frame = |url: &str, how: &str| format!("<iframe title='Seized' src='{url}' width='100%' {how}></iframe>");
        let sandbox = "sandbox=allow-scripts";
        match self {
            Self::Bare(height) => frame(doubled, &format!("height={height}")),
            Self::Sandboxed(height) => frame(doubled, &format!("height={height} {sandbox}")),
            Self::Low => frame(doubled, &format!("height=500 {sandbox}")),
            Self::Pym => format!(
                "<div id=slot></div><script src='/pym.v1.js'></script>
                 <script>window.parental = new pym.Parent('slot', '{doubled}', {{}})</script>"
            ),
            Self::Newswire => format!(
                "<div data-frame-src='{doubled}' data-frame-attribute-sandbox='allow-scripts'></div>
                 <script src='/frames.umd.js'></script><script>newswireFrames.autoInitFrames()</script>"
            ),
            Self::Datawrapper | Self::Rtl | Self::Narrow => format!("{DATAWRAPPER}{}", frame(doubled, sandbox)),
            Self::Amp => format!("{AMP}{}", frame(doubled, sandbox)),
            Self::Script => {
                format!("<div data-seized>{}</div><script src='{script}' async></script>", frame(doubled, sandbox))
            }
            Self::Late => format!("<div data-seized>{}</div>", frame(doubled, sandbox)),
            Self::Future => format!("{AMP}{FUTURE}{}", frame(doubled, sandbox)),
            Self::Two => {
                format!("{DATAWRAPPER}{}<article>Between</article>{}", frame(doubled, sandbox), frame(plants, sandbox))
            }
            Self::Tab => format!(
                "{DATAWRAPPER}<div id=tab style='display: none'>{}</div>
                 <button id=open onclick=\"document.getElementById('tab').style.display = 'block'\">Open</button>",
                frame(doubled, sandbox)
            ),
        }
    }
}

/// The scripts of others that pages load, by path.
pub fn libraries() -> Result<Vec<(String, String)>> {
    let read = |path: &str, name: &str| -> Result<(String, String)> {
        let file = site::project(path).join(name);
        let text = fs::read_to_string(&file).with_context(|| format!("{}: `npm ci` gets it", file.display()))?;
        Ok((format!("/{name}"), text))
    };
    Ok(vec![
        read("node_modules/pym.js/dist", "pym.v1.js")?,
        read("node_modules/@newswire/frames/dist", "frames.umd.js")?,
    ])
}
