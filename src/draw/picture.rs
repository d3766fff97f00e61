//! A drawing as a picture that stands alone: with its caption, who says it, its colours and its letters.

use super::colour::{Colour, Palette};
use super::drawing::Drawing;
use super::font;
use super::geometry::{At, Size};
use super::mark::{Anchor, Text};
use super::svg::{Ink, escape, put_text};
use std::fmt::Write as _;

/// Room around a picture.
const MARGIN: f64 = 20.0;

/// What a picture says besides its drawing.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Over it: what it shows.
    pub title: String,
    /// Under that: how to read it; empty for nothing.
    pub reads: String,
    /// Under it, a paragraph each: whose it is, and who says so.
    pub foot: Vec<String>,
    /// The families of its type, as in `font-family`.
    pub family: String,
    /// `@font-face` rules with the letters in them; empty for none.
    pub faces: String,
}

/// The picture of a drawing as an SVG file.
#[must_use]
pub fn picture(drawing: &Drawing, about: &About, palette: &Palette) -> String {
    let room = drawing.size.width;
    let mut lines = Vec::new();
    let mut y = MARGIN;
    let mut put = |words: &str, size: f64, bold: bool, colour: Colour, y: &mut f64| {
        for line in font::lines(words, size, bold, room) {
            *y += size * 1.35;
            lines.push(Text { bold, colour, ..Text::new(line, (MARGIN, *y - size * 0.35), Anchor::Start, size) });
        }
    };
    put(&about.title, 17.0, true, Colour::Ink, &mut y);
    put(&about.reads, 14.0, false, Colour::Soft, &mut y);
    let top = y + 10.0;
    y = top + drawing.size.height + 12.0;
    for paragraph in &about.foot {
        put(paragraph, 13.0, false, Colour::Soft, &mut y);
    }
    // In whole pixels, as those of a PNG are.
    let whole = Size::new((room + 2.0 * MARGIN).ceil(), (y + MARGIN).ceil());
    let (width, height) = (At(whole.width), At(whole.height));
    let title = escape(&about.title);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{}\" role=\"img\" aria-label=\"{title}\">",
        escape(&about.family)
    );
    let (ink, ground) = (Ink::Written(palette), palette.hex(Colour::Paper));
    let _ = write!(
        svg,
        "<style>text{{font-kerning:none;font-variant-ligatures:none}}{}</style>{}<rect width=\"{width}\" \
         height=\"{height}\" fill=\"{ground}\"/>",
        about.faces,
        patterns(ink)
    );
    for line in &lines {
        put_text(&mut svg, line, ink, 0.0);
    }
    let (x, y) = (At(MARGIN), At(top));
    let _ = write!(svg, "<g transform=\"translate({x} {y})\">{}</g></svg>", drawing.written(palette));
    svg
}

/// The patterns of cannabis plants and poppy straw as `defs`, for a page.
#[must_use]
pub fn page_patterns() -> String {
    patterns(Ink::Page)
}

/// The same with their colours written in.
#[must_use]
pub fn written_patterns(palette: &Palette) -> String {
    patterns(Ink::Written(palette))
}

fn patterns(ink: Ink<'_>) -> String {
    let [ground, pale, dark] = [Colour::Paper, Colour::Rule, Colour::Ink].map(|colour| ink.colour(colour));
    let open = |id: &str, turn: &str| {
        format!("<pattern id=\"{id}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"{turn}>")
    };
    [
        "<defs>",
        &open("hatch", " patternTransform=\"rotate(45)\""),
        &format!("<rect width=\"4\" height=\"4\" fill=\"{ground}\"/>"),
        &format!("<path d=\"M1 0V4\" stroke=\"{dark}\" stroke-width=\"1.6\"/></pattern>"),
        &open("dots", ""),
        &format!("<rect width=\"4\" height=\"4\" fill=\"{pale}\"/>"),
        &format!("<circle cx=\"2\" cy=\"2\" r=\"1.2\" fill=\"{dark}\"/></pattern></defs>"),
    ]
    .concat()
}
