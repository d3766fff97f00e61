//! How wide words are in the shipped typeface, from its own advance widths: no browser is asked.
//!
//! Words of drawings are set without kerning and ligatures, so that a line is as wide as the sum of its letters.

use super::widths::{OTHER, WIDTHS};

/// How far letters reach above the line they stand on, in em: capitals, digits and brackets.
pub const ASCENT: f64 = 0.75;
/// How far they reach below it.
pub const DESCENT: f64 = 0.23;

/// The width of some words in CSS pixels, in type of `size` pixels, regular or semibold.
///
/// A letter that the typeface lacks counts as its widest: another font will draw it.
#[must_use]
pub fn width(words: &str, size: f64, bold: bool) -> f64 {
    let units: u32 = words.chars().map(|letter| u32::from(advance(letter, bold))).sum();
    f64::from(units) * size / 1000.0
}

/// A letter's advance in thousandths of an em.
fn advance(letter: char, bold: bool) -> u16 {
    let found = WIDTHS.binary_search_by_key(&letter, |(known, ..)| *known);
    let (regular, semibold) = found.map_or(OTHER, |place| (WIDTHS[place].1, WIDTHS[place].2));
    if bold { semibold } else { regular }
}

/// Words broken into lines of at most `room` pixels. A word that is longer has a line of its own.
#[must_use]
pub fn lines(words: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), " ", word].concat();
            if width(&longer, size, bold) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// As much of some words as `room` pixels hold, with an ellipsis where that is not all.
#[must_use]
pub fn cut(words: &str, size: f64, bold: bool, room: f64) -> String {
    let mut shown = words.to_owned();
    while width(&shown, size, bold) > room && shown.chars().count() > 2 {
        let mut letters: Vec<char> = shown.trim_end_matches('…').chars().collect();
        letters.pop();
        shown = letters.into_iter().collect::<String>().trim_end().to_owned() + "…";
    }
    shown
}

/// The table as the build compares it with the font: letter, regular, semibold.
#[must_use]
pub const fn table() -> &'static [(char, u16, u16)] {
    &WIDTHS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_add_up() {
        assert_eq!(width("", 14.0, false), 0.0);
        let (one, two) = (width("т", 14.0, false), width("тт", 14.0, false));
        assert!((two - 2.0 * one).abs() < 1e-9 && one > 5.0);
        assert!(width("Total", 14.0, true) > width("Total", 14.0, false));
        assert!(width("漢", 10.0, false) >= width("W", 10.0, false));
    }

    #[test]
    fn figures_are_as_wide_as_one_another() {
        let widths: Vec<f64> = ('0'..='9').map(|digit| width(&digit.to_string(), 14.0, false)).collect();
        assert!(widths.iter().all(|width| *width == widths[0]));
    }

    #[test]
    fn lines_are_no_wider_than_their_room() {
        let words = "Double the total of 2018, level with that of 2017";
        for room in [60.0, 100.0, 180.0, 1000.0] {
            let made = lines(words, 17.0, true, room);
            assert_eq!(made.join(" "), words);
            assert!(made.iter().all(|line| width(line, 17.0, true) <= room.max(width("Double", 17.0, true) + 10.0)));
        }
        assert_eq!(lines("a\u{a0}b c", 14.0, false, 1.0), ["a\u{a0}b", "c"]);
    }

    #[test]
    fn what_has_no_room_is_cut_with_an_ellipsis() {
        assert_eq!(cut("Russian Federation", 14.0, true, 1000.0), "Russian Federation");
        let short = cut("Russian Federation", 14.0, true, 60.0);
        assert!(short.starts_with("Russ") && short.ends_with('…') && width(&short, 14.0, true) <= 60.0, "{short}");
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(WIDTHS.is_sorted_by(|(one, ..), (other, ..)| one < other));
    }
}
