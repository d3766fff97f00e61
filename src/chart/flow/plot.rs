//! How a queue is drawn: an axis of time, how many wait, a simulated course and the levels of Little's law.

use crate::draw::colour::Colour;
use crate::draw::scale::round_up;
use crate::draw::{Anchor, Drawing, Fill, Label, Mark, Paint, Rect, Scale, Side, Size, Spot, axis, font, path};
use crate::model::flow::{MOMENTS, Queue, Run};
use crate::text::Words;

/// A chart that is being made.
pub(super) struct Plot {
    pub(super) drawing: Drawing,
    pub(super) area: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    /// What words must stand clear of: pieces of courses and levels, as from, to, lowest and highest.
    lines: Vec<Rect>,
}

impl Plot {
    /// An empty chart over so many years, with room for numbers up to `most`; `unit` stands at the highest label.
    pub(super) fn new(
        words: &Words,
        (size, layout): (Size, &'static str),
        (seen, most): (f64, f64),
        times: &[(f64, String)],
        unit: &str,
    ) -> Self {
        let mut drawing = Drawing::new("flow", layout, size);
        let (top, foot) = (drawing.type_size(), size.height - axis::BELOW);
        let rows = ((foot - top) / 48.0).clamp(2.0, 6.0) as usize;
        let y = Scale::linear((0.0, round_up(most.max(4.0), rows)), (foot, top));
        let label = |value: f64| (value, words.numbers.fixed(value, u8::from(value.fract() > 0.01)));
        let labels: Vec<(f64, String)> = y.ticks(rows).into_iter().map(label).collect();
        let left = axis::width_of(&labels, unit, drawing.type_size()) + 8.0;
        let area = Rect { left, top, right: size.width - 6.0, bottom: foot };
        axis::upright(&mut drawing, &y, &area, &labels, unit);
        let x = Scale::linear((0.0, seen), (area.left, area.right));
        axis::along(&mut drawing, &x, &area, times);
        Self { drawing, area, x, y, lines: Vec::new() }
    }

    /// What chance alone does to the number, if arrivals are independent: ±√L.
    pub(super) fn band(&mut self, queue: &Queue) {
        let (level, spread) = (queue.waiting.value.0, queue.spread());
        let [top, bottom] = [level + spread, (level - spread).max(0.0)].map(|number| self.y.at(number));
        let band = Rect { top: top.max(self.area.top), bottom, ..self.area };
        self.drawing.line(path::rect(&band), Paint::filled(Fill::Faint(Colour::Quiet, 0.18)));
    }

    /// A course as steps from moment to moment: pale, as nobody counted it.
    pub(super) fn run(&mut self, run: &Run, fact: &str, name: &str) {
        let at = |moment: usize| self.x.at(self.x.values.1 * moment as f64 / (MOMENTS - 1) as f64);
        let mut places = vec![(at(0), self.y.at(f64::from(run.waiting[0])))];
        for (moment, pair) in run.waiting.windows(2).enumerate() {
            let (before, x) = (self.y.at(f64::from(pair[0])), at(moment + 1));
            let after = self.y.at(f64::from(pair[1]));
            let piece = Rect::between((at(moment), before), (x, after));
            self.lines.push(piece);
            self.drawing.keep_off(piece.grown(1.0));
            if pair[0] != pair[1] || moment + 2 == MOMENTS {
                places.extend([(x, before), (x, after)]);
            }
        }
        places.dedup();
        let middle = (at(MOMENTS / 2), self.y.at(f64::from(run.waiting[MOMENTS / 2])));
        let shape = path::line(places.iter().copied().map(Some));
        self.drawing.mark(Mark::new(fact, name.to_owned(), shape, Paint::line(Colour::Pale, 1.5), middle, Vec::new()));
    }

    /// A level of Little's law over all of the time.
    pub(super) fn level(&mut self, number: f64, fact: &str, name: &str, colour: Colour) {
        let y = self.y.at(number);
        let line = Rect { top: y - 1.0, bottom: y + 1.0, ..self.area };
        let shape = path::line([Some((line.left, y)), Some((line.right, y))]);
        let paint = Paint::line(colour, 2.0).dashed();
        self.drawing.mark(Mark::new(fact, name.to_owned(), shape, paint, (line.right, y), vec![line]));
        self.lines.push(line);
    }

    /// "More than": an arrow upward from the end of a level.
    pub(super) fn upward(&mut self, number: f64, fact: &str, name: &str) {
        let (x, y) = (self.area.right - 6.0, self.y.at(number));
        let tip = (y - 24.0).max(2.0);
        let covers = Rect { left: x - 6.0, top: tip, right: x + 6.0, bottom: y };
        let (shape, paint) = (path::arrow((x, y), (x, tip)), Paint::line(Colour::Ink, 2.0));
        self.drawing.mark(Mark::new(fact, name.to_owned(), shape, paint, (x, tip), vec![covers]));
        self.lines.push(covers);
    }

    /// Words about a level, at the right, as near to it as what is drawn there leaves room.
    pub(super) fn say_level(&mut self, words: &str, fact: &str, number: f64, colour: Colour, side: Side) {
        let y = self.y.at(number);
        let mut spots = Vec::new();
        for (place, left) in self.lefts(words).into_iter().rev().enumerate() {
            // Words go between what is farther apart than they are high.
            let size = self.drawing.type_size();
            let between = size * 1.4;
            let near = |line: &Rect, from: f64| line.top - between < from && from < line.bottom + between;
            let (mut over, mut under) = (y - 1.0, y + 1.0);
            for line in self.crossed(words, left) {
                over = if near(line, over) { over.min(line.top) } else { over };
                under = if near(line, under) { under.max(line.bottom) } else { under };
            }
            let far = |spot: Spot| ((spot.at.1 - y).abs() + place as f64, spot);
            spots.extend(self.spots(left, (over, under), side).map(far).filter(|(far, _)| *far < size * 3.0 + 30.0));
            // Rather over a course than far away.
            let near = self.spots(left, (y - 1.0, y + 1.0), side).map(|spot| (1000.0 + place as f64, spot));
            spots.extend(near);
        }
        if spots.is_empty() && side != Side::Right {
            return self.say_level(words, fact, number, colour, Side::Right);
        }
        self.put(words, fact, spots, colour, 1);
    }

    /// Words about a course, from the left, over or under all of it that is there.
    pub(super) fn say_run(&mut self, words: &str, fact: &str, run: &Run) {
        let (low, high) = run.waiting.iter().fold((u16::MAX, 0), |(low, high), at| (low.min(*at), high.max(*at)));
        let [low, high] = [low, high].map(|number| self.y.at(f64::from(number)));
        let mut spots = Vec::new();
        for (place, left) in self.lefts(words).into_iter().enumerate() {
            let own = self.crossed(words, left).filter(|line| line.top >= high - 1.0 && line.bottom <= low + 1.0);
            let (over, under) =
                own.fold((low, high), |(over, under), line| (over.min(line.top), under.max(line.bottom)));
            // Rather above than below, and not where it would seem to be about a level.
            let level = |line: &&Rect| line.width() > self.area.width() * 0.9;
            let size = self.drawing.type_size();
            let at_level = |y: f64| self.lines.iter().filter(level).any(|line| (line.top - y).abs() < size * 1.2);
            let far = |spot: Spot| {
                let below = if spot.at.1 > under { 8.0 } else { 0.0 };
                (place as f64 + below + if at_level(spot.at.1) { 20.0 } else { 0.0 }, spot)
            };
            spots.extend(self.spots(left, (over, under), Side::Left).map(far));
        }
        self.put(words, fact, spots, Colour::Soft, 2);
    }

    /// Where some words may begin, from left to right.
    fn lefts(&self, words: &str) -> Vec<f64> {
        let room = (self.area.width() - font::width(words, self.drawing.type_size(), false) - 8.0).max(0.0);
        (0..=30).map(|step| self.area.left + 4.0 + room * f64::from(step) / 30.0).collect()
    }

    /// What is drawn over or under some words.
    fn crossed(&self, words: &str, left: f64) -> impl Iterator<Item = &Rect> {
        let right = left + font::width(words, self.drawing.type_size(), false);
        self.lines.iter().filter(move |line| line.left < right + 3.0 && line.right > left - 3.0)
    }

    /// Places for words over and under what is drawn between two heights; on one side of it where that is above or below.
    fn spots(&self, left: f64, (over, under): (f64, f64), side: Side) -> impl Iterator<Item = Spot> + use<> {
        let size = self.drawing.type_size();
        let bases = [(over - size * 0.23 - 3.0, Side::Below), (under + size * 0.75 + 3.0, Side::Above)];
        let foot = self.area.bottom - size * 0.25;
        let fits = move |(base, other): &(f64, Side)| side != *other && *base > size * 0.75 && *base < foot;
        bases.into_iter().filter(fits).map(move |(base, _)| Spot { at: (left, base), anchor: Anchor::Start })
    }

    /// Words at the first free of some places, the least far first.
    fn put(&mut self, words: &str, fact: &str, mut spots: Vec<(f64, Spot)>, colour: Colour, rank: u8) {
        spots.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (size, spots) = (self.drawing.type_size(), spots.into_iter().map(|(_, spot)| spot).collect());
        self.drawing.label(Label::new(words, fact, size, spots).colour(colour).rank(rank).lead());
    }
}
