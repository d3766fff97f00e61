//! Rows of spans on one axis, on the kit: what each figure may stand for, from end to end, with its words beside it.

use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Anchor, Drawing, Fill, Label, Mark, Paint, Part, Rect, Scale, Side, Size, Text, axis, font, path};

/// What a row tells of, which is how it looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What somebody published.
    Published,
    /// What somebody reckoned, and nobody saw.
    Reckoned,
    /// What follows from the reader's setting.
    Yours,
    /// Synthetics.
    Synthetics,
}

/// A row: a mark with its words.
pub(super) struct Row<'a> {
    /// The row of the dataset or the result that it stands for.
    pub(super) fact: &'a str,
    /// Its words in the drawing.
    pub(super) label: String,
    /// The less of them, where there is room for a single line only; empty for none.
    pub(super) short: String,
    /// Its value right beside it; empty where the words have it.
    pub(super) number: String,
    /// Its words where it is pointed at, with its value and unit.
    pub(super) name: String,
    /// The value as published.
    pub(super) value: f64,
    /// What it may stand for. Open downward from zero, open upward to infinity: there it is an arrow.
    pub(super) ends: (f64, f64),
    pub(super) look: Look,
}

/// The axis of all rows.
pub(super) struct Axis {
    /// Whether it counts powers of ten.
    pub(super) log: bool,
    /// Its lowest and highest value.
    pub(super) ends: (f64, f64),
    /// Values with their words, the first with the unit.
    pub(super) labels: Vec<(f64, String)>,
    /// A value of the reader's, with its words.
    pub(super) yours: Option<(f64, String)>,
}

/// How far an arrow reaches from the edge of its dot.
const ARROW: f64 = 22.0;
/// Between words and what stands beside them.
const APART: f64 = 8.0;
/// Half a mark is at least so high, with its edge.
const LEAST: f64 = 3.5;
/// From one line of words to the next, of the size of type.
const LINE: f64 = 1.2;

/// What all rows have in common.
struct Layout {
    scale: Scale,
    type_size: f64,
    /// Half a bar, and half a dot.
    half: f64,
    radius: f64,
    /// Whether words stand in a column of their own, left of all marks, or over their mark.
    column: bool,
}

/// The drawing of some rows: words in a column left of the marks where there is room for that, else over their mark.
pub(super) fn draw((size, layout): (Size, &'static str), axis: &Axis, rows: &[Row<'_>]) -> Drawing {
    let mut drawing = Drawing::new("spans", layout, size);
    let foot = size.height - axis::BELOW;
    let mut type_size = drawing.type_size();
    let top = if axis.yours.is_some() { type_size * 1.4 } else { 0.0 };
    let count = rows.len().max(1) as f64;
    if size.is_narrow() && foot - top < count * (type_size * LINE + 9.0) {
        type_size = if foot - top < count * 16.0 { 11.0 } else { 12.0 };
    }
    let longest = rows.iter().map(|row| font::width(&row.label, type_size, false)).fold(0.0, f64::max);
    // Where no line fits over its mark, words stand beside all of them, cut to little more than half of the width.
    let low = (foot - top) / count < type_size * LINE + 2.0 * LEAST;
    let longest = if low { longest.min(size.width * 0.55) } else { longest };
    let column = low || (!size.is_narrow() && longest < size.width * 0.46);
    let left = if column { longest + 2.0 * APART } else { APART };
    let area = Rect { left, top, right: size.width - APART, bottom: foot };
    let scale = if axis.log { Scale::log } else { Scale::linear };
    let scale = scale(axis.ends, (area.left, area.right));
    // A row that has more lines has more of the height.
    let room = if column { f64::MAX } else { size.width };
    let mut lines: Vec<Vec<String>> = rows.iter().map(|row| font::lines(&row.label, type_size, false, room)).collect();
    let most = (area.height() / count - 2.0 * LEAST) / (type_size * LINE);
    if lines.iter().map(Vec::len).sum::<usize>() as f64 > most * count {
        for (row, lines) in rows.iter().zip(&mut lines).filter(|(row, lines)| lines.len() > 1 && !row.short.is_empty())
        {
            *lines = font::lines(&row.short, type_size, false, room);
        }
    }
    // The whole of them says the mark when it is pointed at.
    let room = if low { longest } else { size.width };
    if low || lines.iter().map(Vec::len).sum::<usize>() as f64 > most.max(1.0) * count {
        lines.iter_mut().for_each(|lines| *lines = vec![font::cut(&lines.join(" "), type_size, false, room)]);
    }
    let words = |lines: &Vec<String>| if column { 0.0 } else { lines.len() as f64 * type_size * LINE };
    let pitch = (area.height() - lines.iter().map(words).sum::<f64>()) / count;
    let most = if size.is_narrow() { 5.0 } else { 7.0 };
    let radius = (pitch * 0.3).clamp(LEAST - 1.0, most);
    let layout = Layout { scale, type_size, half: (pitch * 0.2).clamp(radius * 0.6, radius + 4.0), radius, column };
    for (value, _) in &axis.labels {
        let x = scale.at(*value);
        drawing.line(path::line([Some((x, top)), Some((x, foot))]), Paint::line(Colour::Rule, 1.0));
    }
    axis::along(&mut drawing, &scale, &area, &axis.labels);
    let (behind, mut y) = (drawing.parts.len(), top);
    for (row, lines) in rows.iter().zip(&lines) {
        let tall = pitch + words(lines);
        put(&mut drawing, &layout, (row, lines), (y, tall));
        y += tall;
    }
    if let Some(yours) = &axis.yours {
        put_yours(&mut drawing, behind, (scale.at(yours.0), foot), &yours.1);
    }
    drawing.finished()
}

/// The reader's setting as a rule behind the rows, interrupted where words stand.
fn put_yours(drawing: &mut Drawing, behind: usize, (x, foot): (f64, f64), words: &str) {
    let type_size = drawing.type_size();
    let crossed = drawing.texts().into_iter().map(|text| text.rect().grown(2.0));
    let crossed: Vec<Rect> = crossed.filter(|rect| rect.left < x && x < rect.right && rect.top < foot).collect();
    let (mut places, mut from) = (Vec::new(), 0.0);
    for rect in &crossed {
        places.extend([Some((x, from)), Some((x, rect.top.max(from))), None]);
        from = rect.bottom;
    }
    places.extend([Some((x, from)), Some((x, foot))]);
    let (path, paint) = (path::line(places), Paint::line(Colour::Guess, 2.0).dashed());
    drawing.parts.insert(behind, Part::Line { path, paint, class: "" });
    drawing.keep_off_line((x, 0.0), (x, foot));
    let spots = beside(&Rect::around((x, type_size * 0.55), 1.0), 6.0, type_size, &[Side::Right, Side::Left]);
    drawing.label(Label::new(words, "", type_size, spots).bold().colour(Colour::Guess).rank(0));
}

/// A row that is so tall, from `top` on.
fn put(drawing: &mut Drawing, layout: &Layout, (row, lines): (&Row<'_>, &[String]), (top, tall): (f64, f64)) {
    let (type_size, width) = (layout.type_size, drawing.size.width);
    let (x, radius) = (layout.scale.at(row.value), layout.radius);
    let far = layout.half.max(radius + 1.0);
    let said = if layout.column { 0.0 } else { lines.len() as f64 * type_size * LINE };
    let begin = top + ((tall - said - 2.0 * far) / 2.0).max(0.0);
    let y = begin + said + far;
    let end = |value: f64, open: bool| if open { x } else { layout.scale.at(value) };
    let (down, up) = (row.ends.0 <= 0.0, row.ends.1.is_infinite());
    let (low, high) = (end(row.ends.0, down).min(x), end(row.ends.1, up).max(x));
    let bar = Rect { left: low, top: y - layout.half, right: high, bottom: y + layout.half };
    let (colour, fill) = match row.look {
        Look::Published => (Colour::Ink, Colour::Ink),
        Look::Reckoned => (Colour::Ink, Colour::Paper),
        Look::Yours => (Colour::Guess, Colour::Guess),
        Look::Synthetics => (Colour::Accent, Colour::Accent),
    };
    let mut whole = Rect::around((x, y), radius + 1.0);
    if bar.width() > 2.0 {
        drawing.line(path::rect(&bar), Paint::filled(Fill::Faint(colour, 0.3)));
        whole = joined(&whole, &bar);
    }
    let mut shape = path::dot((x, y), radius);
    for (open, way) in [(down, -1.0), (up, 1.0)] {
        if open {
            let tip = ((x + way * (radius + ARROW)).clamp(2.0, width - 2.0), y);
            shape += &path::arrow((x + way * radius, y), tip);
            whole = joined(&whole, &Rect::around(tip, 0.0));
        }
    }
    let paint = Paint { fill: Fill::Full(fill), edge: Some((colour, 2.0)), dashed: false };
    drawing.mark(Mark::new(row.fact, row.name.clone(), shape, paint, (x, y), vec![whole]));
    for (place, line) in lines.iter().enumerate() {
        let own = font::width(line, type_size, false);
        let at = if layout.column {
            (0.0, y + type_size * 0.26)
        } else {
            (whole.left.min(width - own).max(0.0), begin + type_size * (0.78 + LINE * place as f64))
        };
        let text = Text { halo: true, of: row.fact.to_owned(), ..Text::new(line, at, Anchor::Start, type_size) };
        let from = text.rect().right + APART;
        if layout.column && from + APART < whole.left {
            let guide = path::line([Some((from, y)), Some((whole.left - APART, y))]);
            drawing.line(guide, Paint::line(Colour::Rule, 1.0));
        }
        drawing.text(text);
    }
    if !row.number.is_empty() {
        let spots = beside(&whole, 5.0, type_size, &[Side::Right, Side::Left]);
        drawing.label(Label::new(&row.number, row.fact, type_size, spots).bold().rank(0));
    }
}

/// The box around two boxes, from left to right; as high as the first.
fn joined(one: &Rect, other: &Rect) -> Rect {
    Rect { left: one.left.min(other.left), right: one.right.max(other.right), ..*one }
}
