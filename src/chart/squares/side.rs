//! Names beside a field, each at the height of its squares and connected with them.

use super::{Field, Place};
use crate::draw::colour::Colour;
use crate::draw::{Anchor, Paint, Part, Text, font, path};

/// From a field's edge to the words.
pub(super) const TIE: f64 = 11.0;

/// The names beside a field from below, each in the lines that have room.
pub(super) struct Side {
    size: f64,
    names: Vec<Vec<String>>,
}

impl Side {
    /// The names of a field's groups and of its speck: with their weights, in one line where that is no wider than `wide`,
    /// in two where all of them are no higher than `high`, else without.
    pub(super) fn new(field: &Field, size: f64, wide: f64, high: f64) -> Self {
        let groups = field.groups.iter().filter(|group| group.count > 0).map(|group| (&group.name, &group.weight));
        let speck = field.speck.iter().map(|speck| (&speck.name, &speck.weight));
        let all: Vec<(&String, &String)> = groups.chain(speck).filter(|(name, _)| !name.is_empty()).collect();
        let mut lines: usize = all.len();
        let mut names = Vec::new();
        for (name, weight) in all {
            let whole = [name.as_str(), " ", weight].concat();
            if font::width(&whole, size, false) <= wide {
                names.push(vec![whole]);
            } else if (lines + 1) as f64 * size * 1.2 <= high {
                lines += 1;
                names.push(vec![font::cut(name, size, false, wide), weight.clone()]);
            } else {
                names.push(vec![font::cut(name, size, false, wide)]);
            }
        }
        Self { size, names }
    }

    /// How much room they take beside the field; none where there are none.
    pub(super) fn width(&self) -> f64 {
        let widest = self.names.iter().flatten().map(|line| font::width(line, self.size, false)).fold(0.0, f64::max);
        if widest > 0.0 { widest + TIE } else { 0.0 }
    }

    /// The middle of each name: as near to `wanted`, from below, as the others leave it, between two heights.
    fn levels(&self, wanted: &[f64], (top, bottom): (f64, f64)) -> Vec<f64> {
        let half = |place: usize| self.names[place].len() as f64 * self.size * 0.6;
        let mut levels = wanted.to_vec();
        for place in 0..levels.len() {
            let under = if place == 0 { bottom } else { levels[place - 1] - half(place - 1) };
            levels[place] = levels[place].min(under - half(place));
        }
        let mut over = top;
        for place in (0..levels.len()).rev() {
            levels[place] = levels[place].max(over + half(place));
            over = levels[place] + half(place);
        }
        levels
    }

    /// The names beside the edge of a field, right of it or left of it: lines and words of each in the order of the
    /// groups, that of the speck last. `wanted` are the middles of their squares.
    pub(super) fn parts(&self, edge: f64, right: bool, wanted: &[f64], room: (f64, f64)) -> Vec<Vec<Part>> {
        let (way, anchor) = if right { (1.0, Anchor::Start) } else { (-1.0, Anchor::End) };
        let part = |((lines, level), from): ((&Vec<String>, f64), &f64)| {
            let tie = [Some((edge + way, *from)), Some((edge + way * (TIE - 3.0), level))];
            let tie = Part::Line { path: path::line(tie), paint: Paint::line(Colour::Pale, 1.0), class: "" };
            let first = level - (lines.len() - 1) as f64 * self.size * 0.6 + self.size * 0.27;
            let text = |(place, line): (usize, &String)| {
                let y = first + place as f64 * self.size * 1.2;
                Part::Text(Text::new(line.clone(), (edge + way * TIE, y), anchor, self.size))
            };
            std::iter::once(tie).chain(lines.iter().enumerate().map(text)).collect()
        };
        self.names.iter().zip(self.levels(wanted, room)).zip(wanted).map(part).collect()
    }
}

/// Whether a group has its name beside the field.
pub(super) fn is_named(group: &super::Group) -> bool {
    group.count > 0 && !group.name.is_empty() && group.place != Place::Apart
}
