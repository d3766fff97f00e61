//! Small panels of one scale, side by side: in each a name, a line or columns over the same years.

use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Anchor, Drawing, Label, Paint, Rect, Scale, Side, Size, Spot, Text, font, path};

/// From one panel to the next.
const BETWEEN: f64 = 14.0;

/// A panel with its scales.
pub(super) struct Panel {
    /// Where marks may stand.
    pub(super) area: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    /// Whether no panel stands under it.
    lowest: bool,
}

/// As many panels as there are names, in rows of two or three, whose years are at `ends` and which reach from zero to
/// `high`; `beside` is left at the right of each.
pub(super) fn panels(size: Size, names: &[&str], ends: (f64, f64), high: f64, beside: f64) -> Vec<Panel> {
    let type_size = size.type_size();
    let widest = names.iter().map(|name| font::width(name, type_size, true)).fold(0.0, f64::max);
    let width = |columns: usize| (size.width - BETWEEN * (columns - 1) as f64) / columns as f64;
    let upright = size.is_narrow() && size.height > 0.7 * size.width && names.len() > 3;
    let columns = if names.len() > 3 && (upright || widest > width(3)) { 2 } else { 3 };
    let (width, rows) = (width(columns), names.len().div_ceil(columns));
    let (over, under) = (type_size * 2.4, type_size * 1.4);
    let height = (size.height - under) / rows as f64;
    let panel = |place: usize| {
        let (column, row) = ((place % columns) as f64, (place / columns) as f64);
        let left = column * (width + BETWEEN);
        let top = row * height;
        let bottom = top + height - if row as usize + 1 == rows { 1.0 } else { 8.0 };
        let area = Rect { left: left + 4.0, top: top + over, right: left + width - beside, bottom };
        let (x, y) = (Scale::linear(ends, (area.left, area.right)), Scale::linear((0.0, high), (bottom, area.top)));
        Panel { area, x, y, lowest: place + columns >= names.len() }
    };
    (0..names.len()).map(panel).collect()
}

impl Panel {
    /// Moves it down.
    pub(super) fn lower(&mut self, by: f64) {
        self.area = Rect { top: self.area.top + by, bottom: self.area.bottom + by, ..self.area };
        self.y.pixels = (self.y.pixels.0 + by, self.y.pixels.1 + by);
    }

    /// Where a year and a value stand.
    pub(super) fn place(&self, year: u16, value: f64) -> (f64, f64) {
        (self.x.at(f64::from(year)), self.y.at(value))
    }

    /// Name and base line; under the lowest panel of a column the first and the last year.
    pub(super) fn begin(&self, drawing: &mut Drawing, name: &str, (first, last): (u16, u16)) {
        let (size, area) = (drawing.type_size(), &self.area);
        let at = (area.left - 4.0, area.top - size * 1.5);
        let room = (area.width() + 4.0 + BETWEEN / 2.0).min(drawing.size.width - at.0);
        let name = font::cut(name, size, true, room);
        drawing.text(Text { bold: true, ..Text::new(name, at, Anchor::Start, size) });
        drawing.line(
            path::line([Some((area.left - 4.0, area.bottom)), Some((area.right + 4.0, area.bottom))]),
            Paint::line(Colour::Quiet, 1.0),
        );
        if self.lowest {
            let y = area.bottom + 3.0 + size * 0.9;
            let from = font::width(&last.to_string(), size, false) / 2.0;
            let ends =
                [(first, area.left - 4.0, Anchor::Start), (last, self.x.at(f64::from(last)) - from, Anchor::Start)];
            for (year, x, anchor) in ends {
                let x = x.min(drawing.size.width - 2.0 * from);
                drawing.text(Text { colour: Colour::Soft, ..Text::new(year.to_string(), (x, y), anchor, size) });
            }
        }
    }

    /// A rule across at a value.
    pub(super) fn level(&self, drawing: &mut Drawing, value: f64) {
        let ends = [self.area.left, self.area.right].map(|x| Some((x, self.y.at(value))));
        drawing.line(path::line(ends), Paint::line(Colour::Rule, 1.0));
    }

    /// A line through points of consecutive years; a missing year breaks it.
    pub(super) fn line(&self, drawing: &mut Drawing, points: &[(u16, f64)], paint: Paint) {
        let mut places: Vec<Option<(f64, f64)>> = Vec::new();
        let mut before = None;
        for (year, value) in points {
            if before.is_some_and(|before| before + 1 != *year) {
                places.push(None);
            }
            places.push(Some(self.place(*year, *value)));
            before = Some(*year);
        }
        drawing.line_through(&places, paint);
    }

    /// Words beside a year and a value, about the mark of a fact.
    pub(super) fn label(
        &self,
        words: String,
        fact: &str,
        (year, value): (u16, f64),
        size: f64,
        sides: &[Side],
    ) -> Label {
        let around = Rect::around(self.place(year, value), 5.0);
        let mut spots = beside(&around, 2.0, size, sides);
        // At the panel's left edge they begin there.
        if f64::from(year) <= self.x.values.0 {
            let at = (self.area.left - 4.0, around.top - 2.0 - font::DESCENT * size);
            spots.insert(0, Spot { at, anchor: Anchor::Start });
        }
        Label::new(words, fact, size, spots)
    }

    /// Words anywhere along a height where the lines leave room.
    pub(super) fn along(&self, words: String, value: f64, size: f64) -> Label {
        let spot = |share: f64| {
            let x = self.area.left + self.area.width() * share;
            beside(&Rect::around((x, self.y.at(value)), 1.0), 2.0, size, &[Side::Above, Side::Below])
        };
        let spots = [0.75, 0.9, 1.0, 1.1, 0.6, 0.45, 0.3].into_iter().flat_map(spot).collect();
        Label::new(words, "", size, spots).colour(Colour::Soft)
    }

    /// A column from zero, as wide as a year allows.
    pub(super) fn column(&self, year: u16, value: f64) -> Rect {
        let ((x, y), half) = (self.place(year, value), self.x.step() * 0.34);
        Rect { left: x - half, top: y, right: x + half, bottom: self.area.bottom }
    }
}
