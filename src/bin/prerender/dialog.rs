//! The dialog that gives code for embedding. `js/embed.js` fills it.

use crate::embed::Piece;
use crate::heights::WIDTHS;
use crate::oembed::frame;
use crate::page::{Site, up};
use seized::model::Choices;
use seized::story::{SECTIONS, Section};
use seized::text::render::escape;
use seized::text::{Key, Words, key};

/// The dialog of a hosted page.
pub fn dialog(site: &Site<'_>) -> String {
    let plain = |key: Key| site.plain(key);
    let code = frame("{src}", "{title}", "{height}");
    let with_script = format!("<div data-seized>{code}</div>\n<script src=\"{{script}}\" async></script>");
    let base = up(site.home);
    let links = format!(
        "<a class=\"embeds\" href=\"embed/\" hidden></a><a class=\"host-script\" href=\"{base}host.js\" hidden></a>"
    );
    let area = |id: &str, label: Key, template: &str, plain: bool| {
        Code { id, label: site.words.plain(label), template, plain }.html(site.words)
    };
    let mut codes = area("code-frame", key::embed::FRAME, &code, false);
    codes.push_str(&area("code-script", key::embed::SCRIPT, &with_script, false));
    // Only a site that knows its address has an oEmbed to be found.
    if site.address.is_some() {
        codes.push_str(&area("code-oembed", key::embed::OEMBED, "{src}", true));
    }
    format!(
        "<dialog id=\"embed\" class=\"embedding\" aria-labelledby=\"embed-title\">{links}\
         <button type=\"button\" class=\"close\" aria-label=\"{}\">×</button>\
         <h2 id=\"embed-title\">{}</h2><div class=\"sides\"><div><div class=\"choose\">{}{}{}<label><input type=\"checkbox\" class=\"as-it-is\"> {}</label></div>{}<p role=\"status\"></p></div>\
         <div><h3>{}</h3><div class=\"preview-box\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"><div class=\"preview\"></div></div></div></div></dialog>",
        plain(key::embed::CLOSE),
        plain(key::embed::TITLE),
        what(site),
        radios("width", plain(key::embed::WIDTH), &WIDTHS.map(|width| (width.to_string(), format!("{width} px")))),
        radios(
            "theme",
            plain(key::embed::THEME),
            // What stands in somebody's page looks as that page does, which is light more often than not.
            &[("light", key::embed::LIGHT), ("dark", key::embed::DARK), ("", key::embed::AUTO)]
                .map(|(value, key)| (value.to_owned(), plain(key)))
        ),
        plain(key::embed::AS_IT_IS),
        codes,
        plain(key::embed::PREVIEW),
        plain(key::embed::PREVIEW)
    )
}

/// The whole story, a section or a figure, each with its heights.
fn what(site: &Site<'_>) -> String {
    let option = |piece: Piece| {
        let heights = site.heights_of(piece);
        let heights: String =
            WIDTHS.iter().zip(heights).map(|(width, height)| format!(" data-at{width}=\"{height}\"")).collect();
        let (steps, keep) = belongs(piece);
        format!(
            "<option value=\"{}\"{heights} data-title=\"{}\" data-steps=\"{steps}\" data-keep=\"{keep}\">{}</option>",
            piece.name(),
            escape(&site.title_of(piece)),
            match piece {
                Piece::Story => site.plain(key::embed::STORY),
                Piece::Section(section) => escape(&site.sentence(section.title)),
                Piece::Figure(section) => {
                    format!("{} ({})", escape(&site.sentence(section.title)), site.plain(key::embed::FIGURE))
                }
            }
        )
    };
    let group = |label: Key, wanted: fn(&Piece) -> bool| {
        let options: String = Piece::all().filter(wanted).map(option).collect();
        format!("<optgroup label=\"{}\">{options}</optgroup>", site.plain(label))
    };
    format!(
        "<label class=\"what\">{} <select>{}{}{}</select></label>",
        site.plain(key::embed::WHAT),
        option(Piece::Story),
        group(key::embed::SECTIONS, |piece| matches!(piece, Piece::Section(_))),
        group(key::embed::FIGURES, |piece| matches!(piece, Piece::Figure(_)))
    )
}

/// What of the page's address belongs to a piece: how the names of its steps begin, and the names of its choices. What has
/// no default is a guess, each reader's own.
fn belongs(piece: Piece) -> (String, String) {
    let usual = Choices::default();
    let names = |section: &'static Section| {
        section.controls.iter().filter(|control| (control.get)(&usual).is_some()).map(|control| control.name)
    };
    match piece {
        Piece::Story => {
            (String::new(), SECTIONS.iter().flat_map(|section| names(section)).collect::<Vec<_>>().join(" "))
        }
        Piece::Section(section) | Piece::Figure(section) => {
            (format!("{}.", section.id), names(section).collect::<Vec<_>>().join(" "))
        }
    }
}

fn radios(name: &str, legend: String, options: &[(String, String)]) -> String {
    let option = |(place, (value, label)): (usize, &(String, String))| {
        let checked = if place == 0 { " checked" } else { "" };
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}> {label}</label>")
    };
    let options: String = options.iter().enumerate().map(option).collect();
    format!("<fieldset class=\"options\"><legend>{legend}</legend>{options}</fieldset>")
}

/// A text to copy: in an area of its own, with the button that does it.
pub struct Code<'a> {
    /// The area's.
    pub id: &'a str,
    /// What it is.
    pub label: &'a str,
    /// The text, with slots that a script fills.
    pub template: &'a str,
    /// Whether it is an address and not HTML, in which what fills a slot is escaped.
    pub plain: bool,
}

impl Code<'_> {
    /// The area with its label and button. `js/copy.js` copies.
    pub fn html(&self, words: &Words) -> String {
        let Self { id, label, template, plain } = self;
        let word = |key: Key| escape(words.plain(key));
        let plain = if *plain { " data-plain" } else { "" };
        format!(
            "<div class=\"code {id}\"><label for=\"{id}\">{}</label>\
             <textarea id=\"{id}\"{plain} readonly rows=\"3\" spellcheck=\"false\" data-template=\"{}\"></textarea>\
             <button type=\"button\" data-copy=\"{id}\" data-done=\"{}\" data-selected=\"{}\">{}</button></div>",
            escape(label),
            escape(template),
            word(key::embed::COPIED),
            word(key::embed::SELECTED),
            word(key::embed::COPY)
        )
    }
}
