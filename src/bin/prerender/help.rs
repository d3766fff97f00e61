//! Two dialogs that every page with a figure has: what the keyboard does, and a figure to be heard. Neither needs the
//! program; `js/loader.js` opens the first and brings `js/sound.js` for the second.

use crate::page::Site;
use seized::text::{Key, key};

/// Keys as their caps name them, and what they do.
const KEYS: [(&[&str], Key); 9] = [
    (&["Tab", "⇧ Tab"], key::help::TAB),
    (&["↵", "␣"], key::help::ENTER),
    (&["←", "→"], key::help::ARROWS),
    (&["↵"], key::help::POINT),
    (&["+", "−", "0"], key::help::YEARS),
    (&["←", "→", "Home", "End"], key::help::SLIDER),
    (&["↑", "↓", "Page ↑", "Page ↓"], key::help::SCROLL),
    (&["Esc"], key::help::ESCAPE),
    (&["?"], key::help::HELP),
];

/// The button that opens the panel about the keyboard.
pub fn opener(site: &Site<'_>, more: &str) -> String {
    format!("<button type=\"button\"{more} data-help>{}</button>", site.plain(key::help::OPEN))
}

/// Both dialogs.
pub fn dialogs(site: &Site<'_>) -> String {
    let plain = |key: Key| site.plain(key);
    let cap = |name: &&str| format!("<kbd>{name}</kbd>");
    let row = |(caps, does): &(&[&str], Key)| {
        format!("<div><dt>{}</dt><dd>{}</dd></div>", caps.iter().map(cap).collect::<Vec<_>>().join(" "), plain(*does))
    };
    let keys: String = KEYS.iter().map(row).collect();
    let close =
        format!("<button type=\"button\" class=\"close\" aria-label=\"{}\">×</button>", plain(key::embed::CLOSE));
    format!(
        "<dialog id=\"help\" class=\"panel\" aria-labelledby=\"help-title\">{close}<h2 id=\"help-title\">{}</h2><dl>{keys}</dl></dialog>\
         <dialog id=\"sound\" class=\"panel\" aria-labelledby=\"sound-title\">{close}<h2 id=\"sound-title\">{}</h2>\
         <p>{}</p><p class=\"range\" data-template=\"{}\"></p>\
         <p class=\"buttons\"><button type=\"button\" class=\"play\" data-play=\"{play}\" data-stop=\"{}\">{play}</button>\
         <label>{} <input type=\"range\" min=\"1\" max=\"4\" step=\"1\" value=\"2\"></label></p>\
         <p class=\"now\" aria-hidden=\"true\"></p><p role=\"status\" data-failed=\"{}\"></p></dialog>",
        plain(key::help::TITLE),
        plain(key::sound::TITLE),
        plain(key::sound::HOW),
        plain(key::sound::RANGE),
        plain(key::sound::STOP),
        plain(key::sound::TEMPO),
        plain(key::sound::FAILED),
        play = plain(key::sound::PLAY),
    )
}
