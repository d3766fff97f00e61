//! The pictures that a link is shown with, one of the story and one of each section in every language, and the icons.

use crate::embed::Piece;
use crate::page::Site;
use crate::raster::Raster;
use crate::{Fault, read, save};
use seized::chart::{Figure, Size};
use seized::draw::colour::{Colour, Palette};
use seized::draw::{Anchor, Drawing, Text, font, written_patterns};
use seized::story::SECTIONS;
use seized::text::key;
use std::path::Path;

/// Width and height in pixels.
pub const SIZE: [u32; 2] = [1200, 630];

/// Icons: name, width in pixels, how much of it the drawing fills. Systems cut the maskable one to a shape of theirs.
pub const ICONS: [(&str, u32, f64); 4] =
    [("icon-180", 180, 0.8), ("icon-192", 192, 1.0), ("icon-512", 512, 1.0), ("icon-maskable", 512, 0.6)];

const MARGIN: f64 = 56.0;
/// From one line to the next, in sizes of the type.
const LEADING: f64 = 1.18;
/// The column of words.
const COLUMN: f64 = 470.0;
/// Where the drawing stands, how large it is drawn, and by how much it is enlarged: a card is shown small.
const PLACE: (f64, f64) = (572.0, 44.0);
const DRAWN: Size = Size::new(354.0, 328.0);
const ENLARGED: f64 = 1.65;

/// The page's light ground, as the style sheet has it.
pub fn paper(css: &str) -> Result<String, Fault> {
    Ok(light(css)?.hex(Colour::Paper))
}

/// The light palette of the style sheet.
pub fn light(css: &str) -> Result<Palette, Fault> {
    let value = |name: &str| {
        let (_, rest) = css.split_once(&format!("--{name}:"))?;
        let value = rest.trim_start();
        let value = value.strip_prefix("var(--light, ").unwrap_or(value);
        value.get(..7).map(str::to_owned)
    };
    Palette::new(value).ok_or_else(|| "the style sheet lacks a colour of the drawings".to_owned())
}

/// Puts the icons into `dist/icons`.
pub fn icons(root: &Path, dist: &Path, raster: &Raster) -> Result<(), Fault> {
    let icon = read(&root.join("public/icon.svg"))?;
    let ground = icon.split_once("fill=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("#fff", |(fill, _)| fill);
    for (name, size, share) in ICONS {
        let inner = f64::from(size) * share;
        let at = (f64::from(size) - inner) / 2.0;
        let place = format!("<svg x=\"{at}\" y=\"{at}\" width=\"{inner}\" height=\"{inner}\" ");
        let within = icon.replacen("<svg ", &place, 1);
        let behind = if share < 1.0 {
            format!("<rect width=\"{size}\" height=\"{size}\" fill=\"{ground}\"/>")
        } else {
            String::new()
        };
        let whole = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\">{behind}{within}</svg>"
        );
        save(&dist.join("icons").join(format!("{name}.png")), raster.png(&whole)?)?;
    }
    Ok(())
}

/// What a card says.
struct Card<'a> {
    title: &'a str,
    more: &'a str,
    foot: &'a str,
    figure: &'a Figure,
}

impl Site<'_> {
    /// The card of a piece, as a path in `dist`. A figure has its section's.
    pub fn card_path(&self, piece: Piece) -> String {
        let name = match piece {
            Piece::Story => "story",
            Piece::Section(section) | Piece::Figure(section) => section.id,
        };
        format!("cards/{}/{name}.png", self.words.language)
    }

    /// Draws the cards of a language.
    pub fn cards(&self, dist: &Path, raster: &Raster) -> Result<(), Fault> {
        let palette = light(&self.assets.sheets)?;
        let (name, dek) = (self.words.plain(key::page::TITLE), self.words.plain(key::page::DEK));
        let draw = |file: &str, card: Card<'_>| {
            let path = dist.join("cards").join(&self.words.language).join(format!("{file}.png"));
            save(&path, raster.png(&self.card_picture(&card, &palette))?)
        };
        let (edition, foot) = (self.sentence(key::page::EDITION), format!("{name}: {dek}"));
        draw("story", Card { title: name, more: dek, foot: &edition, figure: SECTIONS[0].figure })?;
        for section in SECTIONS {
            let title = self.sentence(section.title);
            draw(section.id, Card { title: &title, more: "", foot: &foot, figure: section.figure })?;
        }
        Ok(())
    }

    /// A card as SVG: words on the left, the figure on the right.
    fn card_picture(&self, card: &Card<'_>, palette: &Palette) -> String {
        let [width, height] = SIZE;
        let drawn = card.figure.still.drawing(&self.facts(), self.words, DRAWN);
        let mut words = Drawing::new("", "", Size::new(f64::from(width), f64::from(height)));
        let sizes = [84.0, 72.0, 64.0, 56.0, 50.0, 44.0, 40.0, 36.0];
        let end = put(&mut words, card.title, (&sizes, true, 400.0), Colour::Ink, 52.0);
        put(&mut words, card.more, (&[32.0, 28.0, 26.0], false, 200.0), Colour::Soft, end + 20.0);
        let (lines, size) = fitted(card.foot, &[22.0, 20.0, 18.0], false, 80.0);
        let low = f64::from(height) - MARGIN - lines.len() as f64 * size * LEADING;
        put(&mut words, card.foot, (&[size], false, 80.0), Colour::Soft, low);
        let (ground, (x, y)) = (palette.hex(Colour::Paper), PLACE);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>{}{}\
             <g transform=\"translate({x} {y}) scale({ENLARGED})\">{}</g></svg>",
            Raster::FAMILY,
            written_patterns(palette),
            words.written(palette),
            drawn.written(palette),
        )
    }
}

/// The largest size at which words are no higher than `high`, and no word wider than the column; their lines in it.
fn fitted(words: &str, sizes: &[f64], bold: bool, high: f64) -> (Vec<String>, f64) {
    let lines = |size: f64| font::lines(words, size, bold, COLUMN);
    let fits = |size: &&f64| {
        let lines = lines(**size);
        let narrow = lines.iter().all(|line| font::width(line, **size, bold) <= COLUMN);
        narrow && lines.len() as f64 * **size * LEADING <= high
    };
    let size = *sizes.iter().find(fits).or(sizes.last()).unwrap_or(&20.0);
    (lines(size), size)
}

/// Puts words at the left margin, and says where they end.
fn put(drawing: &mut Drawing, words: &str, (sizes, bold, high): (&[f64], bool, f64), colour: Colour, top: f64) -> f64 {
    let (lines, size) = fitted(words, sizes, bold, high);
    for (place, line) in lines.iter().enumerate() {
        let at = (MARGIN, top + size + place as f64 * size * LEADING);
        drawing.text(Text { bold, colour, ..Text::new(line.clone(), at, Anchor::Start, size) });
    }
    top + lines.len() as f64 * size * LEADING
}
