//! Fields of squares as SVG: where every square stands in a box of some size, and the words around them.

use super::{Field, Group, Squares};
use crate::chart::Frame;
use crate::chart::svg::{At, Size, open, put_mark, put_words, squares, whole_tenths};
use std::fmt::Write as _;

/// Room around the fields: above for totals, below for names, between them.
const ABOVE: f64 = 24.0;
const BELOW: f64 = 24.0;
const BETWEEN: f64 = 22.0;
/// From one name to the next.
const LINE: f64 = 15.0;
/// Below this height of a drawing, a group of fewer squares than [`FEW`] goes without its name, unless it is synthetics.
const LOW: f64 = 200.0;
const FEW: usize = 12;
/// How much of its place a square fills, from edge to edge.
const FILLED: f64 = 0.86;

/// Where squares stand: how many in a row, and how far from one to the next.
struct Grid {
    columns: usize,
    pitch: f64,
    left: f64,
    bottom: f64,
    frame: Frame,
    /// So low that thin groups have no room for their names.
    low: bool,
}

impl Grid {
    /// The columns that make squares largest in a box.
    fn new(most: usize, fields: usize, size: Size, beside: f64) -> Self {
        let count = fields.max(1) as f64;
        let (room, high) = (size.width - beside - BETWEEN * (count - 1.0), size.height - ABOVE - BELOW);
        let pitch = |columns: usize| {
            let rows = most.div_ceil(columns) as f64;
            (room / (count * columns as f64)).min(high / rows).max(0.5)
        };
        let columns = (5..60).fold(5, |best, columns| if pitch(columns) > pitch(best) { columns } else { best });
        let pitch = whole_tenths(pitch(columns));
        let used = count * columns as f64 * pitch + BETWEEN * (count - 1.0) + beside;
        let left = ((size.width - used) / 2.0).max(0.0);
        Self { columns, pitch, left, bottom: size.height - BELOW, frame: size.frame(), low: size.height < LOW }
    }

    fn width(&self) -> f64 {
        self.columns as f64 * self.pitch
    }

    fn height(&self, squares: usize) -> f64 {
        squares as f64 / self.columns as f64 * self.pitch
    }

    /// The upper left corner of a square by its place in the field, from below.
    fn corner(&self, left: f64, place: usize) -> (f64, f64) {
        let (row, column) = (place / self.columns, place % self.columns);
        (left + column as f64 * self.pitch, self.bottom - (row + 1) as f64 * self.pitch)
    }

    /// A group's name; on a phone without its weight, for which there is no room.
    fn words(&self, group: &Group) -> String {
        if self.frame == Frame::Phone { group.name.clone() } else { format!("{} {}", group.name, group.weight) }
    }
}

/// The scene as an `svg` element of a size.
#[must_use]
pub fn draw(scene: &Squares, size: Size) -> String {
    let named = scene.fields.iter().any(|field| field.groups.iter().any(|group| !group.name.is_empty()));
    let beside = match size.frame() {
        _ if !named => 0.0,
        Frame::Phone => 82.0,
        Frame::Desktop => 150.0,
    };
    let grid = Grid::new(scene.most, scene.fields.len(), size, beside);
    let mut svg = open("squares", scene.layout, size);
    for (place, field) in scene.fields.iter().enumerate() {
        let left = grid.left + place as f64 * (grid.width() + BETWEEN);
        svg.push_str("<g>");
        put_groups(&mut svg, &grid, field, left);
        put_names(&mut svg, &grid, field, left, place + 1 == scene.fields.len());
        svg.push_str("</g>");
    }
    svg + "</svg>"
}

fn put_groups(svg: &mut String, grid: &Grid, field: &Field, left: f64) {
    let mut first = 0;
    for group in &field.groups {
        let corners = (first..first + group.count).map(|place| grid.corner(left, place));
        let path = squares(corners, grid.pitch * FILLED);
        let name = named(field, format!("{} {}", group.name, group.weight).trim());
        put_mark(svg, &format!("{} {}", group.look, place_of(group)), &group.fact, &path, &name);
        first += group.count;
    }
    if let Some((fact, name, share)) = &field.speck {
        // In the next free place: on a square of its own kind's size nobody would see it.
        let side = share.sqrt() * grid.pitch * FILLED;
        let (x, y) = grid.corner(left, field.shown());
        let inset = (grid.pitch * FILLED - side) / 2.0;
        let path = squares([(x + inset, y + inset)].into_iter(), side);
        put_mark(svg, "speck", fact, &path, &named(field, name));
    }
}

/// What a mark of a field is, for whoever does not see the field.
fn named(field: &Field, what: &str) -> String {
    [&field.name, ": ", what].concat()
}

fn put_names(svg: &mut String, grid: &Grid, field: &Field, left: f64, last: bool) {
    let (mut first, mut level) = (0, f64::MAX);
    let middle = left + grid.width() / 2.0;
    for group in field.groups.iter().filter(|group| group.count > 0) {
        let at = grid.bottom - (grid.height(first) + grid.height(first + group.count)) / 2.0;
        first += group.count;
        let class = place_of(group);
        if group.name.is_empty() || (grid.low && group.count < FEW && group.look != "synthetics") {
        } else if last {
            // Beside its group, and over the name below it where groups are thin.
            level = at.min(level - LINE);
            let edge = left + grid.width();
            let tie = format!("M{} {}L{} {}", At(edge + 1.0), At(at), At(edge + 8.0), At(level));
            let _ = write!(svg, "<path class=\"tie {class}\" d=\"{tie}\"/>");
            put_words(svg, &format!("group {class}"), (edge + 11.0, level + 4.5), "start", &grid.words(group));
        } else if grid.height(group.count) > 2.0 * LINE {
            put_words(svg, &format!("on on-{} {class}", group.look), (middle, at + 4.5), "middle", &grid.words(group));
        }
    }
    let rows = field.shown().div_ceil(grid.columns) as f64;
    put_words(svg, "total", (middle, grid.bottom - grid.pitch * rows - 8.0), "middle", &field.total);
    put_words(svg, "name", (middle, grid.bottom + 17.0), "middle", &field.name);
}

fn place_of(group: &Group) -> &'static str {
    if group.away { "away" } else { "here" }
}
