//! A hand on the places where a reader guesses, by mouse and by finger; and what the page then says of the guess.

use crate::reader::Reader;
use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

/// The most that can be drawn, in tonnes: the upper edge of the place to draw in.
const HIGHEST: f64 = 80.0;
/// The years that can be drawn.
pub const YEARS: [&str; 5] = ["2019", "2020", "2021", "2022", "2023"];

/// Where a pad lies on the screen.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Pad {
    x: f64,
    pub y: f64,
    width: f64,
    height: f64,
}

impl Pad {
    pub async fn find(reader: &Reader, name: &str) -> Result<Self> {
        let pad =
            format!("document.querySelector('#guess .live .pad[data-pad={name}]').getBoundingClientRect().toJSON()");
        let pad: Self = reader.eval(&pad).await?;
        ensure!(pad.width > 40.0 && pad.height > 60.0, "the pad {name} is {pad:?}");
        Ok(pad)
    }

    /// A whole pixel by its shares of the pad.
    pub fn at(&self, across: f64, down: f64) -> (f64, f64) {
        ((self.x + self.width * across).round(), (self.y + self.height * down).round())
    }

    /// The tonnes that a pixel's height stands for.
    pub fn tonnes(&self, (_, y): (f64, f64)) -> u32 {
        ((1.0 - (y - self.y) / self.height) * HIGHEST).round() as u32
    }
}

pub async fn mouse(reader: &Reader, kind: &str, (x, y): (f64, f64)) -> Result<()> {
    let button = if kind == "mouseMoved" { "none" } else { "left" };
    let held = u8::from(kind != "mouseReleased");
    let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": held, "clickCount": 1 });
    reader.cdp("Input.dispatchMouseEvent", event).await.map(drop)
}

/// A finger comes down, goes through places, and leaves.
pub async fn swipe(reader: &Reader, places: &[(f64, f64)]) -> Result<()> {
    for (count, (x, y)) in places.iter().enumerate() {
        let kind = if count == 0 { "touchStart" } else { "touchMove" };
        let event = json!({ "type": kind, "touchPoints": [{ "x": x, "y": y }] });
        reader.cdp("Input.dispatchTouchEvent", event).await?;
    }
    reader.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await.map(drop)
}

/// What every part of the opening says about a share, and the URL.
const SHARE: &str = "(() => {
  const squares = look => document.querySelector(`#guess .live .${look}`)?.getAttribute('d').split('z').length - 1;
  const input = document.querySelector('#guess input[name=share]');
  return { filled: squares('guessed'), empty: squares('unguessed'), value: input.value, spoken: input.ariaValueText,
    beside: document.querySelector('[data-control=share] b').textContent,
    readout: document.querySelector('[data-control=share] .readout').textContent,
    name: [...document.querySelectorAll('#guess .live .said:not(.away) text')].map(text => text.textContent).filter(Boolean).join(' '),
    alt: document.querySelector('#guess .chart').ariaLabel, url: new URLSearchParams(location.search).get('share') };
})()";

/// All of them say the same share.
pub async fn tells_share(reader: &Reader, share: u32, what: &str) -> Result<()> {
    let said = format!("Synthetic drugs, you think: {share} of every 100 kilograms. Kept.");
    let alt = format!("A hundred squares, one for each of 100 kilograms seized in 2023; filled: {share}, the guess.");
    let wanted = json!({ "filled": share, "empty": 100 - share, "value": share.to_string(), "spoken": said,
        "beside": share.to_string(), "readout": said, "name": format!("{share} of 100\u{a0}kg"), "alt": alt,
        "url": share.to_string() });
    says(reader, SHARE, &wanted, &format!("{what}: a share of {share}")).await
}

/// What every part of the opening says about a line, and the URL.
const LINE: &str = "(() => ({
  values: [...document.querySelectorAll('#guess input[name^=line]')].map(input => Number(input.value)),
  spoken: [...document.querySelectorAll('#guess input[name^=line]')].map(input => input.ariaValueText),
  handles: document.querySelectorAll('#guess .live .handle:not(.away)').length,
  points: document.querySelector('#guess .live .drawn')?.getAttribute('d').split(/[ML]/).length - 1,
  hint: [...document.querySelectorAll('#guess .live .ask:not(.away)')].map(ask => ask.textContent).join(''),
  readout: document.querySelector('[data-control=line2023] .readout').textContent,
  alt: document.querySelector('#guess .chart').ariaLabel.split('. ').at(-1),
  url: [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith('line')).map(pair => pair.join('=')),
}))()";

/// All of them say the same five years.
pub async fn tells_line(reader: &Reader, line: [u32; 5], what: &str) -> Result<()> {
    let url: Vec<_> = YEARS.iter().zip(line).map(|(year, tonnes)| format!("line{year}={tonnes}")).collect();
    let wanted = json!({ "values": line, "spoken": line.map(|tonnes| format!("{tonnes} tonnes")),
        "handles": 5, "points": 6, "hint": "", "readout": format!("Your line ends at {}\u{a0}t in 2023. Kept.", line[4]),
        "alt": format!("The line drawn there ends at {}\u{a0}t in 2023.", line[4]), "url": url });
    says(reader, LINE, &wanted, &format!("{what}: the line {line:?}")).await
}

/// Waits until what the page says is what it should say, name by name.
async fn says(reader: &Reader, said: &str, wanted: &Value, what: &str) -> Result<()> {
    let sorted = |value: &str| format!("JSON.stringify(Object.entries({value}).sort())");
    let same = format!("{} === {}", sorted(said), sorted(&wanted.to_string()));
    if reader.eventually(&same, what).await.is_err() {
        let seen: Value = reader.eval(said).await?;
        bail!("{what}: {seen:#}, not {wanted:#}");
    }
    Ok(())
}
