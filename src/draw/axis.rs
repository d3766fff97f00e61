//! Axes: rules and the labels that have room on them.

use super::colour::Colour;
use super::drawing::Drawing;
use super::font;
use super::geometry::Rect;
use super::mark::{Anchor, Paint, Text};
use super::path;
use super::scale::Scale;

/// Room for the labels under a drawing.
pub const BELOW: f64 = 24.0;
/// Pixels between two labels that stand side by side.
const APART: f64 = 8.0;

/// An axis of amounts: rules across `area` with their labels left of it, right-aligned, the highest one with the unit,
/// beginning at the drawing's edge. `labels` are values with their words, the lowest first.
pub fn upright(drawing: &mut Drawing, scale: &Scale, area: &Rect, labels: &[(f64, String)], unit: &str) {
    let size = drawing.type_size();
    for (place, (value, words)) in labels.iter().enumerate() {
        let y = scale.at(*value);
        let highest = place + 1 == labels.len() && !unit.is_empty();
        let (words, at, anchor) = match highest {
            true => ([words.as_str(), "\u{a0}", unit].concat(), (0.0, y + size * 0.26), Anchor::Start),
            false => (words.clone(), (area.left - 6.0, y + size * 0.26), Anchor::End),
        };
        let text = Text { colour: Colour::Soft, ..Text::new(words, at, anchor, size) };
        let from = if highest { (text.rect().right + 6.0).max(area.left) } else { area.left };
        drawing.text(text);
        drawing.line(path::line([Some((from, y)), Some((area.right, y))]), Paint::line(Colour::Rule, 1.0));
    }
}

/// How wide the labels of an upright axis are; the highest, which has the unit, counts only where it is alone.
#[must_use]
pub fn width_of(labels: &[(f64, String)], unit: &str, size: f64) -> f64 {
    let wide = |words: &str| font::width(words, size, false);
    match labels {
        [(_, only)] => wide(&[only.as_str(), "\u{a0}", unit].concat()),
        [below @ .., _] => below.iter().map(|(_, words)| wide(words)).fold(0.0, f64::max),
        [] => 0.0,
    }
}

/// An axis along the foot of `area`: a line, and labels centred under their values as far as they have room, those first
/// in `labels` before the others. What would leave the drawing is moved inward.
pub fn along(drawing: &mut Drawing, scale: &Scale, area: &Rect, labels: &[(f64, String)]) {
    let (size, foot) = (drawing.type_size(), area.bottom);
    drawing.line(path::line([Some((area.left, foot)), Some((area.right, foot))]), Paint::line(Colour::Quiet, 1.0));
    let mut taken: Vec<Rect> = Vec::new();
    for (value, words) in labels {
        let x = scale.at(*value);
        let half = font::width(words, size, false) / 2.0;
        let middle = drawing.size.inward(x, half);
        let text = Text {
            colour: Colour::Soft,
            ..Text::new(words.clone(), (middle, foot + 5.0 + size * 0.9), Anchor::Middle, size)
        };
        let rect = text.rect().grown(APART / 2.0);
        if taken.iter().any(|other| rect.overlaps(other)) || rect.width() > drawing.size.width + APART {
            continue;
        }
        taken.push(rect);
        drawing.line(path::line([Some((x, foot)), Some((x, foot + 4.0))]), Paint::line(Colour::Quiet, 1.0));
        drawing.text(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Size;

    #[test]
    fn labels_that_have_no_room_give_way_to_those_before_them() {
        let mut drawing = Drawing::new("", "", Size::new(120.0, 100.0));
        let area = Rect { left: 10.0, top: 0.0, right: 110.0, bottom: 70.0 };
        let scale = Scale::linear((2000.0, 2010.0), (area.left, area.right));
        let labels: Vec<(f64, String)> = [2010.0, 2000.0, 2001.0, 2005.0].map(|year| (year, year.to_string())).into();
        along(&mut drawing, &scale, &area, &labels);
        let words: Vec<&str> = drawing.texts().iter().map(|text| text.words.as_str()).collect();
        assert_eq!(words, ["2010", "2000", "2005"]);
        assert_eq!(drawing.faults(12.0), Vec::<String>::new());
    }
}
