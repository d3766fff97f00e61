//! Fields of squares as a drawing: their squares, and the words around them.

use super::grid::{Grid, apart};
use super::side::{Side, is_named};
use super::{Field, Group, Place, Squares};
use crate::draw::colour::Colour;
use crate::draw::{Anchor, Drawing, Mark, Paint, Part, Rect, Size, Text, font, path};

/// From one line of words to the next, in sizes of type.
const LINE: f64 = 1.2;
/// Between two fields, and within the frame of one that can be chosen.
const BETWEEN: f64 = 22.0;
const WITHIN: f64 = 5.0;

/// Whether names stand beside a field, right of it or left.
type Beside = Option<bool>;

/// The words around fields, as far as they need room before the squares have theirs.
struct Words {
    size: f64,
    /// Over what is lifted, and under each field its name and the note to it, in lines.
    over: Vec<Vec<String>>,
    names: Vec<Vec<String>>,
    notes: Vec<Vec<String>>,
}

/// The scene in a box.
#[must_use]
pub fn draw(scene: &Squares, size: Size) -> Drawing {
    let mut drawing = Drawing::new("squares", scene.layout, size);
    let type_size = drawing.type_size();
    let framed = scene.fields.iter().any(|field| !field.choose.is_empty());
    let within = if framed { WITHIN } else { 0.0 };
    let between = if framed { 6.0 + 2.0 * WITHIN } else { BETWEEN };
    let count = scene.fields.len().max(1) as f64;
    let room = (size.width - 2.0 * within - between * (count - 1.0)) / count;
    let words = Words::new(scene, type_size, room, size.height);
    let lifts = scene.fields.iter().any(|field| apart(field) > 0);
    let top = within + if lifts { words.over() + 4.0 } else { type_size * LINE + 5.0 };
    let bottom = size.height - within - words.under() - 5.0;
    let side = |field: &Field| Side::new(field, type_size, size.width * 0.25, bottom - top);
    let sides = match &scene.fields[..] {
        [first, last] => [Some(side(first)), Some(side(last))],
        _ => [None, None],
    };
    let [left, right] = sides.each_ref().map(|side| side.as_ref().map_or(0.0, Side::width));
    let area = Rect { left: within + left, top, right: size.width - within - right, bottom };
    let grid = Grid::new(scene, &area, between, type_size * LINE + 8.0);
    for (place, field) in scene.fields.iter().enumerate() {
        let mut parts = Vec::new();
        let side = sides.get(place).and_then(Option::as_ref).map(|side| (side, place > 0));
        if framed {
            let around = Rect { left: grid.left(place), top, right: grid.left(place) + grid.width(), bottom };
            let around = Rect { top: 1.0, bottom: size.height - 1.0, ..around.grown(WITHIN) };
            let edge = if field.chosen { (Colour::Ink, 2.0) } else { (Colour::Rule, 1.0) };
            let paint = Paint::line(edge.0, edge.1);
            parts.push(Part::Line { path: path::rect(&around), paint, class: "choice" });
        }
        put_groups(&mut parts, &grid, field, grid.left(place), side, top);
        let beside = side.filter(|(side, _)| side.width() > 0.0).map(|(_, right)| right);
        words.put(&mut parts, &grid, (place, field), (room, beside));
        let class = if field.chosen { "chosen" } else { "field" };
        drawing.parts.push(Part::Group(crate::draw::Group { class: class.into(), choose: field.choose, parts }));
    }
    drawing
}

fn put_groups(parts: &mut Vec<Part>, grid: &Grid, field: &Field, left: f64, side: Option<(&Side, bool)>, top: f64) {
    let wanted = |first: usize, count| grid.bottom - grid.middle(first, count);
    let mut names = side.map_or_else(Vec::new, |(side, right)| {
        let (mut first, mut all) = (0, Vec::new());
        for group in &field.groups {
            all.extend(is_named(group).then(|| wanted(first, group.count)));
            first += group.count;
        }
        all.extend(field.speck.iter().filter(|speck| !speck.name.is_empty()).map(|_| wanted(field.shown(), 1)));
        let edge = if right { left + grid.width() } else { left };
        side.parts(edge, right, &all, (top, grid.bottom + 2.0))
    });
    names.reverse();
    let (mut stacked, mut lifted) = (0, 0);
    for group in &field.groups {
        let (first, foot) = match group.place {
            Place::Apart => (&mut lifted, grid.lifted(field)),
            _ => (&mut stacked, grid.bottom),
        };
        let mark = mark(grid, field, group, (left, foot), *first);
        let mut own = vec![Part::Mark(mark)];
        own.extend(on(grid, group, (left, foot), *first).filter(|_| side.is_none()));
        if side.is_some() && is_named(group) {
            own.extend(names.pop().unwrap_or_default());
        }
        *first += group.count;
        let class = if group.place == Place::Away { "away" } else { "here" };
        parts.push(Part::Group(crate::draw::Group { class: class.into(), choose: "", parts: own }));
    }
    if let Some(speck) = &field.speck {
        // In the next free place: on a square of its own kind's size nobody would see it.
        let side = speck.share.sqrt() * grid.side();
        let (x, y) = grid.corner((left, grid.bottom), field.shown());
        let inset = (grid.side() - side) / 2.0;
        let around = Rect { left: x + inset, top: y + inset, right: x + inset + side, bottom: y + inset + side };
        let path = path::squares([(around.left, around.top)].into_iter(), side);
        let name = [&field.name, ": ", [speck.name.as_str(), " ", &speck.weight].concat().trim()].concat();
        let paint = Paint::full(Colour::Accent);
        parts.push(Part::Mark(Mark::new(&speck.fact, name, path, paint, around.middle(), vec![around])));
        parts.extend(names.pop().unwrap_or_default());
    }
}

/// The squares of a group as one mark.
fn mark(grid: &Grid, field: &Field, group: &Group, at: (f64, f64), first: usize) -> Mark {
    let corners = (first..first + group.count).map(|place| grid.corner(at, place));
    let path = path::squares(corners, grid.side());
    let name = [&field.name, ": ", [group.name.as_str(), " ", &group.weight].concat().trim()].concat();
    let middle = (at.0 + grid.width() / 2.0, at.1 - grid.middle(first, group.count));
    let mut mark = Mark::new(&group.fact, name, path, group.look.paint(), middle, grid.covers(at, first, group.count));
    mark.class = if group.place == Place::Away { "away" } else { "" };
    mark
}

/// A group's name on its own squares, where they have room for it.
fn on(grid: &Grid, group: &Group, at: (f64, f64), first: usize) -> Option<Part> {
    let size = if grid.width() < 160.0 { 13.0 } else { 14.0 };
    let high = grid.middle(first, group.count) - grid.middle(first, 0);
    // A row that it shares with another group is not its own.
    let fits = high > f64::max(size * 0.9, size * 0.5 + grid.pitch)
        && font::width(&group.name, size, true) < grid.width() - 8.0;
    let y = at.1 - grid.middle(first, group.count) + size * 0.27;
    let text = Text::new(group.name.clone(), (at.0 + grid.width() / 2.0, y), Anchor::Middle, size);
    let text = Text { bold: true, halo: true, of: group.fact.clone(), ..text };
    (fits && group.place != Place::Apart && !group.name.is_empty()).then_some(Part::Text(text))
}

impl Words {
    /// In lines of `room`; where they would take most of the height, names have a line each and notes none.
    fn new(scene: &Squares, size: f64, room: f64, height: f64) -> Self {
        let lines = |words: &str| -> Vec<String> {
            let lines = font::lines(words, size, true, room);
            lines.into_iter().map(|line| font::cut(&line, size, true, room)).collect()
        };
        let line = |words: &str| vec![font::cut(words, size, true, room)];
        let each = |words: &dyn Fn(&Field) -> Vec<String>| scene.fields.iter().map(words).collect();
        let mut words = Self {
            size,
            over: each(&|field| lines(&field.over)),
            names: each(&|field| lines(&field.name)),
            notes: each(&|field| lines(&field.note)),
        };
        if words.over() + words.under() > height * 0.4 {
            words.over = each(&|field| line(&field.over));
            words.names = each(&|field| line(&field.name));
            words.notes = each(&|_| Vec::new());
        }
        words
    }

    /// How high they stand over what is lifted.
    fn over(&self) -> f64 {
        self.over.iter().map(Vec::len).max().unwrap_or(0) as f64 * self.size * LINE
    }

    /// How high they stand under the fields.
    fn under(&self) -> f64 {
        let lines = self.names.iter().zip(&self.notes).map(|(name, note)| name.len() + note.len());
        lines.max().unwrap_or(0) as f64 * self.size * LINE
    }

    /// The words above, within and below a field.
    fn put(&self, parts: &mut Vec<Part>, grid: &Grid, (place, field): (usize, &Field), (room, beside): (f64, Beside)) {
        let middle = grid.left(place) + grid.width() / 2.0;
        let stack = field.count() - apart(field);
        let shown = if apart(field) > 0 { stack } else { field.shown() + usize::from(field.speck.is_some()) };
        let over_stack = grid.bottom - grid.height(shown) - 7.0;
        let total = field.total.iter().find(|form| font::width(form, self.size, true) <= room).or(field.total.last());
        if let Some(total) = total.filter(|total| !total.is_empty()) {
            // Wider than its field it leaves the side where names stand to them.
            let wider = font::width(total, self.size, true) > grid.width();
            let (x, anchor) = match beside {
                Some(false) if wider => (grid.left(place), Anchor::Start),
                Some(true) if wider => (grid.left(place) + grid.width(), Anchor::End),
                _ => (middle, Anchor::Middle),
            };
            let text = Text::new(total.as_str(), (x, over_stack), anchor, self.size);
            parts.push(Part::Text(Text { bold: true, class: "total", ..text }));
        }
        let mut put = |words: &str, y: f64, bold: bool, colour: Colour, class: &'static str| {
            if !words.is_empty() {
                let text = Text::new(words, (middle, y), Anchor::Middle, self.size);
                parts.push(Part::Text(Text { bold, colour, class, ..text }));
            }
        };
        let lifted = grid.lifted(field) - grid.height(apart(field)) - 6.0;
        let over = &self.over[place];
        for (line, words) in over.iter().enumerate() {
            let y = lifted - (over.len() - 1 - line) as f64 * self.size * LINE;
            put(words, y, false, Colour::Ink, "");
        }
        let name = self.names[place].iter().map(|words| (words, field.chosen, Colour::Ink, "name"));
        let note = self.notes[place].iter().map(|words| (words, false, Colour::Soft, "note"));
        for (line, (words, bold, colour, class)) in name.chain(note).enumerate() {
            let y = grid.bottom + 5.0 + self.size * (0.85 + line as f64 * LINE);
            put(words, y, bold, colour, class);
        }
    }
}
