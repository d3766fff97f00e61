//! Fields of squares side by side, a square a laboratory: as large in one field as in the others.

use super::name;
use crate::draw::colour::Colour;
use crate::draw::font::{self, ASCENT};
use crate::draw::{Anchor, Drawing, Label, Mark, Paint, Rect, Spot, Text, path};
use crate::text::Words;
use crate::text::fact::Facts;

/// How much of its place a square fills, from edge to edge.
const FILLED: f64 = 0.84;
/// How much wider than its field a name may be: those of others are years.
const NAME: f64 = 1.5;
/// Between two fields.
const BETWEEN: f64 = 18.0;

/// A field and the words around it.
pub(super) struct Field<'a> {
    /// Facts and how many squares each has, from below.
    pub(super) groups: Vec<(&'a str, usize, Paint)>,
    /// Over it, the longest form first.
    pub(super) above: Vec<String>,
    /// Under it, about its lowest group.
    pub(super) below: Vec<String>,
    /// Under that: the time that it covers.
    pub(super) name: String,
    /// The fact of the whole of it, if that is the count of a part of a year: it has a dashed frame.
    pub(super) frame: Option<&'a str>,
}

/// Where the squares of a field stand: how many in a row, how far from one to the next, and its lower left corner.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) columns: usize,
    pub(super) pitch: f64,
    pub(super) corner: (f64, f64),
}

impl Grid {
    /// The upper left corner of a square by its place in the field, from below.
    fn square(&self, place: usize) -> (f64, f64) {
        let (row, column) = (place / self.columns, place % self.columns);
        (self.corner.0 + column as f64 * self.pitch, self.corner.1 - (row + 1) as f64 * self.pitch)
    }

    /// The mark of some squares; the box that they cover.
    pub(super) fn mark(&self, fact: &str, name: String, (first, count): (usize, usize), paint: Paint) -> Mark {
        let side = path::whole_tenths(self.pitch * FILLED);
        let shape = path::squares((first..first + count).map(|place| self.square(place)), side);
        let rect = self.rect(first, count);
        Mark::new(fact, name, shape, paint, rect.middle(), vec![rect])
    }

    /// The box of some squares, whole rows.
    pub(super) fn rect(&self, first: usize, count: usize) -> Rect {
        let top = self.square((first + count).max(1) - 1).1;
        let bottom = self.square(first).1 + self.pitch * FILLED;
        let columns = self.columns.min(count.max(1)) as f64;
        Rect { left: self.corner.0, top, right: self.corner.0 + (columns - 1.0 + FILLED) * self.pitch, bottom }
    }
}

/// Draws fields with so much room above them; where the top of each is.
pub(super) fn put(
    drawing: &mut Drawing,
    (facts, words): (&Facts<'_>, &Words),
    fields: &[Field<'_>],
    above: f64,
) -> Vec<Rect> {
    let (size, type_size) = (drawing.size, drawing.type_size());
    let line = type_size * 1.35;
    let count = fields.len().max(1) as f64;
    let room = (size.width - BETWEEN * (count - 1.0)) / count;
    let lines = |said: &[String]| if said.is_empty() { 0.0 } else { 1.0 };
    // The longest name may need several lines.
    let under = fields.iter().map(|field| lines(&field.below)).fold(0.0, f64::max) * line;
    let named = |field: &Field<'_>| name_lines(&field.name, type_size, room).len();
    let names = fields.iter().map(named).max().unwrap_or(1) as f64 * type_size * 1.2;
    let frame = if fields.iter().any(|field| field.frame.is_some()) { 5.0 } else { 0.0 };
    let foot = size.height - under - names - 5.0 - frame;
    let high = foot - above - line - 4.0 - frame;
    let most = fields.iter().map(|field| field.groups.iter().map(|(_, count, _)| count).sum::<usize>()).max();
    let most = most.unwrap_or(1).max(1);
    let pitch = |columns: usize| ((room - 2.0 * frame) / columns as f64).min(high / most.div_ceil(columns) as f64);
    let columns = (4..40).fold(4, |best, columns| if pitch(columns) > pitch(best) { columns } else { best });
    let pitch = path::whole_tenths(pitch(columns).max(1.0));
    let wide = columns as f64 * pitch;
    // Where squares are as large as the height lets them be, fields stand in the middle.
    let step = (room + BETWEEN).min(wide + 4.0 * BETWEEN);
    let begin = (size.width - step * (count - 1.0) - wide) / 2.0;
    let mut tops = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        let grid = Grid { columns, pitch, corner: (begin + step * place as f64, foot) };
        let whole: usize = field.groups.iter().map(|(_, count, _)| count).sum();
        let rect = Rect { right: grid.corner.0 + wide, bottom: foot, ..grid.rect(0, whole) };
        let mut outer = rect;
        if let Some(fact) = field.frame {
            outer = rect.grown(4.0);
            let shape = path::rect(&outer);
            let at = (outer.middle().0, outer.top);
            let paint = Paint::line(Colour::Soft, 1.0).dashed();
            drawing.mark(Mark::new(fact, name(facts, words, fact), shape, paint, at, Vec::new()));
        }
        let mut first = 0;
        for (fact, count, paint) in &field.groups {
            drawing.mark(grid.mark(fact, name(facts, words, fact), (first, *count), *paint));
            first += count;
        }
        put_words(drawing, field, (&outer, room), foot + frame, under);
        tops.push(outer);
    }
    tops
}

/// A name in as few lines as it can have, about as long as one another.
fn name_lines(name: &str, size: f64, room: f64) -> Vec<String> {
    let lines = |share: f64| -> Vec<String> {
        let lines = font::lines(name, size, false, room * share);
        lines.into_iter().map(|line| font::cut(&line, size, false, room * NAME)).collect()
    };
    let fewest = lines(NAME).len();
    [1.0, 1.1, 1.2, 1.3, 1.4].into_iter().map(lines).find(|lines| lines.len() == fewest).unwrap_or_else(|| lines(NAME))
}

fn put_words(drawing: &mut Drawing, field: &Field<'_>, (rect, room): (&Rect, f64), foot: f64, under: f64) {
    let size = drawing.type_size();
    let middle = rect.middle().0;
    let spot = |y: f64| Spot { at: (middle, y), anchor: Anchor::Middle };
    let label = |forms: &[String], y: f64| {
        let (longest, shorter) = forms.split_first()?;
        let label = Label::new(longest.clone(), "", size, vec![spot(y)]).bold().rank(0);
        Some(shorter.iter().fold(label, |label, form| label.or(form.clone())))
    };
    if let Some(above) = label(&field.above, rect.top - 6.0) {
        drawing.label(above);
    }
    let level = foot + 4.0 + size * ASCENT;
    if let Some(below) = label(&field.below, level) {
        drawing.label(below.colour(Colour::Accent));
    }
    for (place, line) in name_lines(&field.name, size, room).into_iter().enumerate() {
        let half = font::width(&line, size, false) / 2.0;
        let x = drawing.size.inward(middle, half);
        let y = level + under + place as f64 * size * 1.2;
        drawing.text(Text { colour: Colour::Soft, ..Text::new(line, (x, y), Anchor::Middle, size) });
    }
}

/// A sum over some fields: a bracket and its words.
pub(super) fn sum(drawing: &mut Drawing, fields: &[Rect], words: &str) {
    let (Some(first), Some(last)) = (fields.first(), fields.last()) else { return };
    let size = drawing.type_size();
    let top = fields.iter().map(|rect| rect.top).fold(f64::MAX, f64::min) - size * 1.35 - 6.0;
    let ends = [(first.left, top + 5.0), (first.left, top), (last.right, top), (last.right, top + 5.0)];
    drawing.line(path::line(ends.map(Some)), Paint::line(Colour::Ink, 1.5));
    let at = (f64::midpoint(first.left, last.right), top - 5.0);
    let spots = vec![Spot { at, anchor: Anchor::Middle }];
    drawing.label(Label::new(words, "", size, spots).bold().rank(0));
}
