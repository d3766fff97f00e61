//! Where time and numbers stand in figure `flow`, and how each kind of line is drawn.

use crate::chart::svg::{At, Size, open, put_mark, put_words};
use crate::model::flow::{MOMENTS, Queue, Run};
use crate::text::{Key, Words};
use std::fmt::Write as _;

/// Margins: for the numbers, on the right, for the unit, for the times.
const LEFT: f64 = 38.0;
const RIGHT: f64 = 14.0;
const ABOVE: f64 = 26.0;
const BELOW: f64 = 24.0;

/// A drawing that is being made.
pub(super) struct Drawing {
    svg: String,
    size: Size,
    seen: f64,
    top: f64,
}

impl Drawing {
    /// An empty one over so many years, with room for numbers up to `most`.
    pub(super) fn new(size: Size, layout: &str, seen: f64, most: f64) -> Self {
        Self { svg: open("queue", layout, size), size, seen, top: round_up(most) }
    }

    fn x(&self, years: f64) -> f64 {
        LEFT + years / self.seen * (self.size.width - LEFT - RIGHT)
    }

    fn y(&self, number: f64) -> f64 {
        ABOVE + (1.0 - number / self.top) * (self.size.height - ABOVE - BELOW)
    }

    /// Rules with their numbers, times, and the units of both.
    pub(super) fn axes(&mut self, words: &Words, unit: Key, times: Vec<(f64, String)>, of_times: &str) {
        for part in [0.0, 0.5, 1.0] {
            let number = part * self.top;
            let (left, right, y) = (At(LEFT), At(self.x(self.seen)), At(self.y(number)));
            let _ = write!(self.svg, "<path class=\"rule\" d=\"M{left} {y}H{right}\"/>");
            let y = self.y(number) + 4.5;
            put_words(&mut self.svg, "tick", (LEFT - 6.0, y), "end", &words.numbers.fixed(number, 0));
        }
        put_words(&mut self.svg, "tick", (0.0, 13.0), "start", words.plain(unit));
        let mut first = true;
        for (time, name) in times {
            // The unit stands at the first of them.
            let name = if first && !of_times.is_empty() { [&name, " ", of_times].concat() } else { name };
            let (at, x) = (if first && time == 0.0 { "start" } else { "middle" }, self.x(time));
            let at = if time == self.seen { "end" } else { at };
            put_words(&mut self.svg, "tick", (x, self.size.height - 6.0), at, &name);
            first = false;
        }
    }

    /// Words in the upper right corner.
    pub(super) fn corner(&mut self, words: &str) {
        let right = self.x(self.seen);
        put_words(&mut self.svg, "tick", (right, 13.0), "end", words);
    }

    /// What chance alone does to the number, if arrivals are independent: ±√L.
    pub(super) fn band(&mut self, queue: &Queue) {
        let (level, spread) = (queue.waiting.value.0, queue.spread());
        let [high, low] = [(level + spread).min(self.top), (level - spread).max(0.0)].map(|number| At(self.y(number)));
        let (left, right) = (At(LEFT), At(self.x(self.seen)));
        let _ = write!(self.svg, "<path class=\"band\" d=\"M{left} {high}H{right}V{low}H{left}z\"/>");
    }

    /// A run as steps from moment to moment.
    pub(super) fn run(&mut self, run: &Run, fact: &str, name: &str) {
        let (mut path, mut last) = (String::new(), None);
        for (moment, number) in run.waiting.iter().enumerate() {
            let (x, y) = (self.x(self.seen * moment as f64 / (MOMENTS - 1) as f64), self.y(f64::from(*number)));
            match last {
                None => _ = write!(path, "M{} {}", At(x), At(y)),
                Some(last) if last != *number => _ = write!(path, "H{}V{}", At(x), At(y)),
                Some(_) if moment == MOMENTS - 1 => _ = write!(path, "H{}", At(x)),
                Some(_) => {}
            }
            last = Some(*number);
        }
        put_mark(&mut self.svg, "run", fact, &path, name);
    }

    /// A level over all of the time.
    pub(super) fn level(&mut self, class: &str, number: f64, fact: &str, name: &str) {
        let (left, right, y) = (At(LEFT), At(self.x(self.seen)), At(self.y(number)));
        put_mark(&mut self.svg, class, fact, &format!("M{left} {y}H{right}"), name);
    }

    /// Words about a level, at the right: above it and the end of a run, or below both where there is room.
    pub(super) fn say(&mut self, number: f64, run: &Run, above: bool, words: &str) {
        // Letters are some seven pixels wide.
        let wide = (words.chars().count() as f64 * 7.0 + 16.0) / (self.size.width - LEFT - RIGHT);
        let from = (MOMENTS as f64 * (1.0 - wide)).max(0.0) as usize;
        let end = run.waiting[from.min(MOMENTS - 1)..].iter().map(|number| f64::from(*number));
        let (low, high) = end.fold((number, number), |(low, high), number| (low.min(number), high.max(number)));
        let (over, under, foot) = (self.y(high) - 7.0, self.y(low) + 17.0, self.size.height - BELOW);
        let at = match above {
            true => over,
            false if under < foot - 4.0 => under,
            false => self.y(number) - 6.0,
        };
        let right = self.x(self.seen) - 16.0;
        put_words(&mut self.svg, "halo", (right, at.max(ABOVE + 12.0)), "end", words);
    }

    /// Words above or below a level, up to a time.
    pub(super) fn say_until(&mut self, years: f64, number: f64, above: bool, words: &str) {
        let at = (self.x(years) - 7.0, self.y(number) + if above { -6.0 } else { 17.0 });
        put_words(&mut self.svg, "halo", at, "end", words);
    }

    /// A date as an upright line.
    pub(super) fn upright(&mut self, years: f64, fact: &str, name: &str) {
        let (x, from, to) = (At(self.x(years)), At(self.y(0.0)), At(ABOVE));
        put_mark(&mut self.svg, "upright", fact, &format!("M{x} {from}V{to}"), name);
    }

    /// A number between two dates, under the upper edge.
    pub(super) fn between(&mut self, years: f64, number: &str) {
        let x = self.x(years);
        put_words(&mut self.svg, "halo", (x, ABOVE + 15.0), "middle", number);
    }

    /// A level's way up: what it counts is open above.
    pub(super) fn arrow(&mut self, number: f64, fact: &str, name: &str) {
        let (x, y) = (self.x(self.seen) - 4.0, self.y(number));
        let path = format!("M{} {}v-22m-6 8l6 -9l6 9", At(x), At(y));
        put_mark(&mut self.svg, "upward", fact, &path, name);
    }

    pub(super) fn done(self) -> String {
        self.svg + "</svg>"
    }
}

/// The next number whose half is easy to read, too; at least 4.
fn round_up(number: f64) -> f64 {
    let mut scale = 1.0;
    loop {
        for step in [4.0, 6.0, 8.0, 10.0, 14.0, 20.0, 30.0] {
            if number <= step * scale {
                return step * scale;
            }
        }
        scale *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn scales_end_at_easy_numbers() {
        for (number, wanted) in [(0.0, 4.0), (4.0, 4.0), (9.1, 10.0), (37.0, 40.0), (55.1, 60.0), (3191.0, 4000.0)] {
            assert_eq!(round_up(number), wanted);
        }
    }
}
