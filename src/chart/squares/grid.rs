//! Where every square of some fields stands.

use super::{Field, Place, Squares};
use crate::draw::Rect;
use crate::draw::path::whole_tenths;

/// How much of its place a square fills, from edge to edge.
const FILLED: f64 = 0.86;

/// Where squares stand: how many in a row, and how far from one to the next.
pub(super) struct Grid {
    columns: usize,
    pub(super) pitch: f64,
    /// The left edge of the first field, and from one field to the next.
    left: f64,
    step: f64,
    /// The foot of all stacks.
    pub(super) bottom: f64,
    /// Between a stack and what is lifted off it.
    pub(super) gap: f64,
}

impl Grid {
    /// The columns that make squares largest in `area`, with so much between two fields; `gap` is left over a stack off
    /// which something is lifted.
    pub(super) fn new(scene: &Squares, area: &Rect, between: f64, gap: f64) -> Self {
        let count = scene.fields.len().max(1) as f64;
        let room = area.width() - between * (count - 1.0);
        let pitch = |columns: usize| {
            let fits = |field: &Field| {
                let apart = apart(field);
                let stacked = field.count() - apart + usize::from(field.speck.is_some());
                let rows = stacked.div_ceil(columns) + apart.div_ceil(columns);
                (area.height() - if apart > 0 { gap } else { 0.0 }) / rows.max(1) as f64
            };
            let high = scene.fields.iter().map(fits).fold(f64::MAX, f64::min);
            (room / (count * columns as f64)).min(high).max(0.5)
        };
        let columns = (5..80).fold(5, |best, columns| if pitch(columns) > pitch(best) { columns } else { best });
        let pitch = whole_tenths(pitch(columns));
        let width = columns as f64 * pitch;
        let used = count * width + between * (count - 1.0);
        let left = whole_tenths(area.left + ((area.width() - used) / 2.0).max(0.0));
        Self { columns, pitch, left, step: whole_tenths(width + between), bottom: area.bottom, gap }
    }

    /// The left edge of a field.
    pub(super) fn left(&self, field: usize) -> f64 {
        self.left + field as f64 * self.step
    }

    pub(super) fn width(&self) -> f64 {
        self.columns as f64 * self.pitch
    }

    /// The side of a square.
    pub(super) fn side(&self) -> f64 {
        self.pitch * FILLED
    }

    /// How high so many squares stand, in full rows.
    pub(super) fn height(&self, squares: usize) -> f64 {
        squares.div_ceil(self.columns) as f64 * self.pitch
    }

    /// How far the middle of some squares is above the foot of their stack.
    pub(super) fn middle(&self, first: usize, count: usize) -> f64 {
        (first as f64 + count as f64 / 2.0) / self.columns as f64 * self.pitch
    }

    /// Where the lifted squares of a field stand.
    pub(super) fn lifted(&self, field: &Field) -> f64 {
        self.bottom - self.height(field.count() - apart(field)) - self.gap
    }

    /// The upper left corner of a square by its place in a stack on `foot`, from below.
    pub(super) fn corner(&self, (left, foot): (f64, f64), place: usize) -> (f64, f64) {
        let (row, column) = (place / self.columns, place % self.columns);
        (left + column as f64 * self.pitch, foot - (row + 1) as f64 * self.pitch)
    }

    /// The boxes that some squares of a stack cover: the end of a row, full rows, the beginning of one.
    pub(super) fn covers(&self, at: (f64, f64), first: usize, count: usize) -> Vec<Rect> {
        let (mut from, end) = (first, first + count);
        let mut boxes = Vec::new();
        while from < end {
            let row_end = (from / self.columns + 1) * self.columns;
            let full = from.is_multiple_of(self.columns) && end >= row_end;
            let to = if full { end / self.columns * self.columns } else { end.min(row_end) };
            let ((left, low), (right, high)) = (self.corner(at, from), self.corner(at, to - 1));
            boxes.push(Rect { left, top: high, right: right + self.pitch, bottom: low + self.pitch });
            from = to;
        }
        boxes
    }
}

/// How many squares are lifted off the stack.
pub(super) fn apart(field: &Field) -> usize {
    field.groups.iter().filter(|group| group.place == Place::Apart).map(|group| group.count).sum()
}
