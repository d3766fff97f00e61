//! A drawing as an `svg` element: with the style sheet's variables for a page, with colours written in for a picture.

use super::colour::{Colour, Palette};
use super::drawing::{Drawing, Part};
use super::geometry::At;
use super::mark::{Anchor, Fill, Mark, Paint, Text};
use super::path;
use std::fmt::Write as _;

/// How colours are written.
#[derive(Clone, Copy)]
pub(super) enum Ink<'a> {
    /// As variables of the page.
    Page,
    /// As they are in one scheme.
    Written(&'a Palette),
}

impl Ink<'_> {
    pub(super) fn colour(self, colour: Colour) -> String {
        match self {
            Self::Page => ["var(--", colour.name(), ")"].concat(),
            Self::Written(palette) => palette.hex(colour),
        }
    }
}

impl Drawing {
    /// The drawing as it stands in a page.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut svg = format!(
            "<svg class=\"drawing {}\" data-layout=\"{}\" viewBox=\"0 0 {} {}\" font-size=\"{}\" aria-hidden=\"true\" \
             focusable=\"false\">",
            self.class,
            self.layout,
            At(self.size.width),
            At(self.size.height),
            At(self.type_size())
        );
        self.put(&mut svg, Ink::Page);
        svg + "</svg>"
    }

    /// What stands in its `svg`, with colours written in and sizes said: to be put into another picture.
    #[must_use]
    pub fn written(&self, palette: &Palette) -> String {
        let mut svg = format!("<g font-size=\"{}\">", At(self.type_size()));
        self.put(&mut svg, Ink::Written(palette));
        svg + "</g>"
    }

    /// What stands in its `svg`.
    pub(super) fn put(&self, svg: &mut String, ink: Ink<'_>) {
        put_parts(svg, &self.parts, ink, self.type_size());
    }
}

fn put_parts(svg: &mut String, parts: &[Part], ink: Ink<'_>, size: f64) {
    for part in parts {
        match part {
            Part::Mark(mark) => put_mark(svg, mark, ink),
            Part::Line { path, paint, class } => {
                put_path(svg, path, if matches!(ink, Ink::Page) { class } else { "" });
                put_paint(svg, *paint, ink);
                svg.push_str("/>");
            }
            Part::Text(text) => put_text(svg, text, ink, size),
            Part::Pad { what, area, paint } => put_pad(svg, what, &path::rect(area), *paint, ink),
            Part::Group(group) => {
                // What has left a page is out of sight; a picture goes without it.
                if group.class.contains("away") && matches!(ink, Ink::Written(_)) {
                    continue;
                }
                svg.push_str("<g");
                if let Ink::Page = ink {
                    put_attribute(svg, "class", &group.class);
                    put_attribute(svg, "data-choose", group.choose);
                }
                svg.push('>');
                put_parts(svg, &group.parts, ink, size);
                svg.push_str("</g>");
            }
        }
    }
}

fn put_mark(svg: &mut String, mark: &Mark, ink: Ink<'_>) {
    match ink {
        Ink::Page => {
            let (class, id, name) = (mark.class, escape(&mark.id), escape(&mark.name));
            let gap = if class.is_empty() { "" } else { " " };
            let (x, y) = (At(mark.at.0), At(mark.at.1));
            let path = &mark.path;
            let _ = write!(
                svg,
                "<path class=\"mark{gap}{class}\" data-id=\"{id}\" data-name=\"{name}\" data-at=\"{x} {y}\" d=\"{path}\""
            );
        }
        Ink::Written(_) => put_path(svg, &mark.path, ""),
    }
    put_paint(svg, mark.paint, ink);
    svg.push_str("/>");
}

/// A place to point at; a picture, in which nobody points, goes without one that has no looks.
fn put_pad(svg: &mut String, what: &str, path: &str, paint: Paint, ink: Ink<'_>) {
    match ink {
        Ink::Page => {
            let _ = write!(svg, "<path class=\"pad\" data-pad=\"{what}\" d=\"{path}\"");
        }
        Ink::Written(_) if paint == Paint::default() => return,
        Ink::Written(_) => put_path(svg, path, ""),
    }
    put_paint(svg, paint, ink);
    svg.push_str("/>");
}

fn put_path(svg: &mut String, path: &str, class: &str) {
    svg.push_str("<path");
    put_attribute(svg, "class", class);
    // An empty one, too: where drawings of one layout follow each other, nothing of the one before stays.
    let _ = write!(svg, " d=\"{path}\"");
}

fn put_paint(svg: &mut String, paint: Paint, ink: Ink<'_>) {
    let fill = match (paint.fill, ink) {
        (Fill::None, _) => "none".to_owned(),
        (Fill::Full(colour), _) => ink.colour(colour),
        (Fill::Faint(colour, share), Ink::Written(palette)) => palette.faint(colour, share),
        (Fill::Faint(colour, share), Ink::Page) => {
            let _ = write!(svg, " fill-opacity=\".{:02}\"", (share * 100.0) as u8);
            ink.colour(colour)
        }
        (Fill::Hatch, _) => "url(#hatch)".to_owned(),
        (Fill::Dots, _) => "url(#dots)".to_owned(),
    };
    put_attribute(svg, "fill", &fill);
    if let Some((colour, width)) = paint.edge {
        put_attribute(svg, "stroke", &ink.colour(colour));
        let _ = write!(svg, " stroke-width=\"{}\"", At(width));
        put_attribute(svg, "stroke-dasharray", if paint.dashed { "6 4" } else { "" });
    }
}

pub(super) fn put_text(svg: &mut String, text: &Text, ink: Ink<'_>, size: f64) {
    // Some programs do not know `paint-order`: in a picture the ground around letters is a text of its own.
    if let (true, Ink::Written(palette)) = (text.halo, ink) {
        let ground = palette.hex(Colour::Paper);
        open_text(svg, text, size);
        let _ = write!(svg, " fill=\"{ground}\" stroke=\"{ground}\" stroke-width=\"4\" stroke-linejoin=\"round\">");
        let _ = write!(svg, "{}</text>", escape(&text.words));
    }
    open_text(svg, text, size);
    if let Ink::Page = ink {
        put_attribute(svg, "class", if text.halo { "halo" } else { text.class });
    }
    if text.colour != Colour::Ink || matches!(ink, Ink::Written(_)) {
        put_attribute(svg, "fill", &ink.colour(text.colour));
    }
    let _ = write!(svg, ">{}</text>", escape(&text.words));
}

fn open_text(svg: &mut String, text: &Text, size: f64) {
    let _ = write!(svg, "<text x=\"{}\" y=\"{}\"", At(text.at.0), At(text.at.1));
    if text.anchor != Anchor::Start {
        put_attribute(svg, "text-anchor", text.anchor.name());
    }
    if text.size != size {
        let _ = write!(svg, " font-size=\"{}\"", At(text.size));
    }
    if text.bold {
        svg.push_str(" font-weight=\"600\"");
    }
}

fn put_attribute(svg: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = write!(svg, " {name}=\"{value}\"");
    }
}

/// Text made safe for content and quoted attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
