//! Colours of words and marks, as the style sheet has them, in both themes: contrast, and the palette to eyes that see
//! two of the three primaries.

use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, Lab, LinSrgb, Srgb};
use std::collections::BTreeMap;
use std::fs;

/// Words, on the page and on cards; WCAG 2.2 asks for 7 to 1 at its highest level (1.4.6).
const WORDS: [&str; 4] = ["ink", "soft", "link", "guess"];
/// Marks, on the page; WCAG 2.2 asks for 3 to 1 (1.4.11).
const MARKS: [&str; 6] = ["ink", "soft", "quiet", "pale", "accent", "guess"];
/// Marks that stand side by side and mean different things by their colour first.
const APART: [[&str; 2]; 8] = [
    ["accent", "quiet"],
    ["accent", "pale"],
    ["accent", "ink"],
    ["accent", "guess"],
    ["guess", "quiet"],
    ["guess", "pale"],
    ["ink", "quiet"],
    ["ink", "pale"],
];
/// The least difference of two such colours, in units of CIEDE2000; two apart can just be told side by side.
const LEAST: f32 = 10.0;

/// What linear sRGB becomes without one kind of cones: Machado, Oliveira and Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009),
/// table for severity 1.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("all three", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "without red",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "without green",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "without blue",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// The colours of the page by name, light and dark.
fn colours() -> [BTreeMap<String, Srgb>; 2] {
    let css = fs::read_to_string("src/view/page.css").unwrap();
    let pairs = css.lines().filter_map(|line| {
        let (name, rest) = line.trim().strip_prefix("--")?.split_once(": var(--light, ")?;
        let (light, dark) = rest.split_once(") var(--dark, ")?;
        let dark = dark.split_once(')')?.0;
        let read = |hex: &str| Srgb::<u8>::from_format(hex.parse::<Srgb<u8>>().unwrap()).into_format::<f32>();
        Some((name.to_owned(), read(light), read(dark)))
    });
    let pairs: Vec<_> = pairs.collect();
    [0, 1].map(|theme| pairs.iter().map(|(name, l, d)| (name.clone(), if theme == 0 { *l } else { *d })).collect())
}

fn seen(colour: Srgb, eyes: &[[f32; 3]; 3]) -> Srgb {
    let linear = colour.into_linear();
    let [red, green, blue] =
        eyes.map(|row| (row[0] * linear.red + row[1] * linear.green + row[2] * linear.blue).clamp(0.0, 1.0));
    Srgb::from_linear(LinSrgb::new(red, green, blue))
}

#[test]
fn words_and_marks_stand_out_from_what_they_stand_on() {
    for (theme, colours) in ["light", "dark"].into_iter().zip(colours()) {
        let contrast = |name: &str, on: &str| colours[name].relative_contrast(colours[on]);
        for name in WORDS {
            for on in ["paper", "card"] {
                let contrast = contrast(name, on);
                assert!(contrast >= 7.0, "{theme}: words in {name} on {on}: {contrast:.2} to 1");
            }
        }
        for name in MARKS.into_iter().chain(["focus"]) {
            let contrast = contrast(name, "paper");
            assert!(contrast >= 3.0, "{theme}: marks in {name}: {contrast:.2} to 1");
        }
    }
}

#[test]
fn eyes_of_every_kind_tell_the_marks_apart() {
    for (theme, colours) in ["light", "dark"].into_iter().zip(colours()) {
        for (kind, eyes) in &EYES {
            for [one, other] in APART {
                let [a, b] = [one, other].map(|name| Lab::from_color(seen(colours[name], eyes)));
                let apart = a.difference(b);
                assert!(apart >= LEAST, "{theme}, eyes {kind}: {one} and {other} are {apart:.1} apart");
            }
        }
    }
}
