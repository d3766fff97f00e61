//! The strip under the years, on the same axis of time: what changed in the law, and how many users were registered.

use super::stage::Stage;
use super::thin;
use crate::chart::Size;
use crate::draw::colour::Colour;
use crate::draw::font::{self, ASCENT, DESCENT};
use crate::draw::label::beside;
use crate::draw::{Anchor, Fill, Label, Mark, Paint, Rect, Side, Spot, Text, path};
use crate::id;
use crate::text::render::plain;
use crate::text::{Key, key};

/// From one row to the next.
fn pitch(size: Size) -> f64 {
    if size.is_narrow() { 20.0 } else { 24.0 }
}

/// The room that a strip of some rows takes.
pub(super) fn height(size: Size, rows: u8) -> f64 {
    pitch(size) * f64::from(rows) + 2.0
}

impl Stage<'_> {
    /// A row: boxes from the days on which rules came into force, and what they say, in the last form of `keys` if no
    /// longer one has room in the box or before it.
    pub(super) fn in_force(&mut self, row: u8, ids: &[&str], keys: &[Key]) {
        let (size, high) = (self.plot.drawing.type_size(), pitch(self.plot.drawing.size));
        let (top, right) = (self.strip + high * f64::from(row) + 2.0, self.plot.area.right);
        let day = |id: &str| Some(self.facts.data.figure(id)?.period.start?.months(false) / 12.0 - 0.5);
        let begins: Vec<(&str, f64)> = ids.iter().filter_map(|id| Some((*id, self.plot.x.at(day(id)?)))).collect();
        let Some((first, left)) = begins.first().copied() else { return };
        for (place, (id, from)) in begins.iter().enumerate() {
            let to = begins.get(place + 1).map_or(right, |(_, next)| next - 2.0);
            let rect = Rect { left: *from, top, right: to, bottom: top + high - 3.0 };
            let name = self.name(id);
            let paint = Paint::filled(Fill::Faint(Colour::Ink, 0.14));
            let mark = Mark { at: (*from, rect.middle().1), ..Mark::bar(id, name, rect, paint) };
            self.plot.drawing.mark(mark);
            let edge = path::line([Some((*from, top)), Some((*from, rect.bottom))]);
            self.plot.drawing.line(edge, Paint::line(Colour::Ink, 2.0));
            let up = [(*from, self.plot.area.top), (*from, self.plot.area.bottom)];
            self.plot.drawing.line(path::line(up.map(Some)), thin());
        }
        let level = top + (high - 3.0) / 2.0 + (ASCENT - DESCENT) / 2.0 * size;
        let alone = begins.len() == 1;
        for key in keys {
            let words = plain(self.facts, self.words, *key);
            let wide = font::width(&words, size, false);
            let (at, anchor) = if alone && wide + 10.0 <= right - left {
                ((left + 6.0, level), Anchor::Start)
            } else if wide + 8.0 <= left {
                ((left - 6.0, level), Anchor::End)
            } else {
                continue;
            };
            self.plot.drawing.text(Text { of: first.to_owned(), ..Text::new(words, at, anchor, size) });
            return;
        }
    }

    /// Registered users of synthetics, first and last: as many times as many.
    pub(super) fn users(&mut self) {
        let (size, high) = (self.plot.drawing.type_size(), pitch(self.plot.drawing.size));
        let level = self.strip + high * 1.5 + 1.0;
        let ids = [id::USERS_2018_SYNTH, id::USERS_2023_SYNTH];
        let places = ids.map(|id| {
            let year = self.facts.year_of(id).unwrap_or_default();
            (self.plot.x.at(f64::from(year)), level)
        });
        let [from, to] = places;
        self.plot.drawing.keep_off_line(from, to);
        for (place, (id, at)) in ids.into_iter().zip(places).enumerate() {
            let name = self.name(id);
            self.plot.drawing.mark(Mark::dot(id, name, at, 4.0, Paint::full(Colour::Ink)));
            let number = self.facts.number(id, self.words).map(|number| number.text).unwrap_or_default();
            let side = if place == 0 { Side::Left } else { Side::Right };
            let spots = beside(&Rect::around(at, 4.0), 4.0, size, &[side]);
            self.plot.drawing.label(Label::new(number, id, size, spots).bold().rank(0));
        }
        let times = plain(self.facts, self.words, key::times::CHART_USERS_TIMES);
        let middle = (f64::midpoint(from.0, to.0), level + (ASCENT - DESCENT) / 2.0 * size);
        let half = font::width(&times, size, true) / 2.0 + 6.0;
        let shape = [
            path::line([Some((from.0 + 8.0, level)), Some((middle.0 - half, level))]),
            path::arrow((middle.0 + half, level), (to.0 - 8.0, level)),
        ];
        self.plot.drawing.line(shape.concat(), Paint::line(Colour::Ink, 1.5));
        self.plot.drawing.text(Text { bold: true, ..Text::new(times, middle, Anchor::Middle, size) });
        let over = (middle.0, self.strip + high * 0.5 + (ASCENT - DESCENT) / 2.0 * size);
        let mut label = Label::new(
            plain(self.facts, self.words, key::times::CHART_USERS),
            "",
            size,
            vec![Spot { at: over, anchor: Anchor::Middle }],
        );
        label = label.or(plain(self.facts, self.words, key::times::CHART_USERS_SHORT)).rank(0);
        self.plot.drawing.label(label);
    }
}
