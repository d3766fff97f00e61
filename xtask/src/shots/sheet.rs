//! All pictures on one sheet: a PNG with labels, and the same as a page.

use {
    anyhow::{Context, Result},
    image::{Rgb, RgbImage, imageops},
    std::{fmt::Write, fs, path::Path},
};

const HEIGHT: u32 = 360;
const GAP: u32 = 16;
const LABEL: u32 = 16;
/// Each point of a letter is this many pixels wide and high.
const POINT: u32 = 2;
const PAPER: Rgb<u8> = Rgb([128, 128, 128]);
const INK: Rgb<u8> = Rgb([255, 255, 255]);

/// Letters three points wide and five high, row by row from the top left, as fifteen bits.
const LETTERS: &str = "0123456789abcdefghijklmnopqrstuvwxyz.-";
const SHAPES: [u16; 38] = [
    0o75557, 0o26227, 0o71747, 0o71717, 0o55711, 0o74717, 0o74757, 0o71122, 0o75757, 0o75717, 0o25755, 0o65656,
    0o34443, 0o65556, 0o74647, 0o74644, 0o34553, 0o55755, 0o72227, 0o11152, 0o55655, 0o44447, 0o57755, 0o65555,
    0o25552, 0o65644, 0o25563, 0o65655, 0o34216, 0o72222, 0o55557, 0o55552, 0o55775, 0o55255, 0o55222, 0o71247,
    0o00002, 0o00700,
];

/// Writes `contact.png` and `index.html` for the pictures `{row}-{column}.png`.
pub fn write(directory: &Path, rows: &[String], columns: &[String]) -> Result<()> {
    let mut widths = vec![0; columns.len()];
    let mut thumbs = Vec::new();
    for row in rows {
        for (column, width) in columns.iter().zip(&mut widths) {
            let file = directory.join(format!("{row}-{column}.png"));
            let picture = image::open(&file).with_context(|| file.display().to_string())?.into_rgb8();
            let scaled = (picture.width() * HEIGHT / picture.height()).max(1);
            *width = scaled.max(*width);
            thumbs.push((format!("{row} {column}"), imageops::thumbnail(&picture, scaled, HEIGHT)));
        }
    }
    let (down, across) = (HEIGHT + LABEL + GAP, widths.iter().map(|width| width + GAP).sum::<u32>() + GAP);
    let height = down * u32::try_from(rows.len())? + GAP;
    let mut sheet = RgbImage::from_pixel(across, height, PAPER);
    for (line, thumbs) in (0..).zip(thumbs.chunks(columns.len().max(1))) {
        let (mut x, y) = (GAP, GAP + line * down);
        for ((label, thumb), width) in thumbs.iter().zip(&widths) {
            print(&mut sheet, label, x, y + 3, width / (4 * POINT));
            imageops::replace(&mut sheet, thumb, x.into(), (y + LABEL).into());
            x += width + GAP;
        }
    }
    sheet.save(directory.join("contact.png"))?;
    fs::write(directory.join("index.html"), page(rows, columns))?;
    Ok(())
}

/// Prints at most `room` letters; what has no shape leaves a space.
fn print(sheet: &mut RgbImage, label: &str, left: u32, top: u32, room: u32) {
    for (place, letter) in (0..room).zip(label.chars()) {
        let Some(shape) = LETTERS.find(letter.to_ascii_lowercase()).map(|at| SHAPES[at]) else {
            continue;
        };
        for bit in (0..15).filter(|bit| shape >> (14 - bit) & 1 == 1) {
            let (x, y) = (left + (place * 4 + bit % 3) * POINT, top + bit / 3 * POINT);
            for (x, y) in (0..POINT * POINT).map(|at| (x + at % POINT, y + at / POINT)) {
                sheet.put_pixel(x, y, INK);
            }
        }
    }
}

fn page(rows: &[String], columns: &[String]) -> String {
    let mut html = String::from(
        "<!doctype html><meta charset=utf-8><title>Pictures</title><style>body{background:#808080;color:#fff;font:14px sans-serif}img{height:480px}figure{display:inline-block;margin:8px}</style>\n",
    );
    for row in rows {
        let _ = writeln!(html, "<h2>{row}</h2>");
        for column in columns {
            let file = format!("{row}-{column}.png");
            let _ = writeln!(
                html,
                "<figure><a href=\"{file}\"><img loading=lazy src=\"{file}\" alt=\"\"></a><figcaption>{column}</figcaption></figure>"
            );
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, SHAPES, write};

    #[test]
    fn a_sheet_holds_every_picture() {
        assert_eq!(LETTERS.len(), SHAPES.len());
        let directory = tempfile::tempdir().unwrap();
        let picture = image::RgbImage::from_pixel(390, 844, image::Rgb([1, 2, 3]));
        picture.save(directory.path().join("doubled.1-phone-light.png")).unwrap();
        write(directory.path(), &["doubled.1".into()], &["phone-light".into()]).unwrap();
        let sheet = image::open(directory.path().join("contact.png")).unwrap().into_rgb8();
        assert!(sheet.pixels().any(|pixel| pixel.0 == [1, 2, 3]) && sheet.pixels().any(|pixel| pixel.0 == [255; 3]));
        assert!(
            std::fs::read_to_string(directory.path().join("index.html")).unwrap().contains("doubled.1-phone-light.png")
        );
    }
}
