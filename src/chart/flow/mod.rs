//! Figure `flow`: how many wait, simulated and by Little's law.

mod plot;
mod rows;

use super::{Draw, Figure, Scene, Size, named};
use crate::draw::colour::Colour;
use crate::draw::{Anchor, Drawing, Label, Mark, Paint, Side, Spot, font, path};
use crate::id;
use crate::model::flow::{Run, dates};
use crate::text::fact::Facts;
use crate::text::render::{counted, plain};
use crate::text::{Key, Words, key};
use plot::Plot;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "flow",
    scenes: &[&YEAR, &MONTH, &LAG, &BATCHES, &SHOPS],
    still: &LAG,
    room: [Size::new(350.0, 254.0), Size::new(745.0, 470.0)],
    caption: key::flow::CAPTION,
    shows: super::Shows::Drawing,
    caption_more: key::flow::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(3),
};
/// Waiting for a procedure of a year.
pub const YEAR: Scene = Scene {
    id: "year",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &OF_YEAR)),
    alt: |_| vec![key::flow::ALT_YEAR],
};
/// Waiting for one of a month, noticed at once.
pub const MONTH: Scene = Scene {
    id: "month",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &OF_MONTH)),
    alt: |_| vec![key::flow::ALT_MONTH],
};
/// Waiting to be noticed, and then to be listed.
pub const LAG: Scene = Scene {
    id: "lag",
    draw: Draw::Kit(|facts, words, size| draw(facts, words, size, &OF_LAG)),
    alt: |_| vec![key::flow::ALT_LAG],
};
/// Waiting for the next resolution that amends the list.
pub const BATCHES: Scene = Scene { id: "batches", draw: Draw::Kit(batches), alt: |_| vec![key::flow::ALT_BATCHES] };
/// Shops that stand until they are blocked.
pub const SHOPS: Scene = Scene { id: "shops", draw: Draw::Kit(shops), alt: |_| vec![key::flow::ALT_SHOPS] };

/// Substances that wait: for what, what the scale leaves room for, the words at the levels.
struct Waiting {
    layout: &'static str,
    queue: &'static str,
    room_for: &'static str,
    said: Key,
    mean: Key,
    other: (&'static str, Key),
}

const OF_YEAR: Waiting = Waiting {
    layout: "year",
    queue: "year",
    room_for: "year",
    said: key::flow::CHART_YEAR,
    mean: key::flow::MEAN_YEAR,
    other: ("month", key::flow::CHART_MONTH),
};
const OF_MONTH: Waiting = Waiting {
    layout: "month",
    queue: "month",
    room_for: "year",
    said: key::flow::CHART_MONTH,
    mean: key::flow::MEAN_MONTH,
    other: ("year", key::flow::CHART_YEAR),
};
const OF_LAG: Waiting = Waiting {
    layout: "lag",
    queue: "lag",
    room_for: "lag",
    said: key::flow::CHART_LAG,
    mean: key::flow::MEAN_LAG,
    other: ("floor", key::flow::CHART_FLOOR),
};

/// A simulated course about its level with its band, and another level for comparison.
fn draw(facts: &Facts<'_>, words: &Words, size: Size, of: &Waiting) -> Drawing {
    let queues = [of.queue, of.room_for, of.other.0].map(|name| facts.queue(name));
    let [Some(queue), Some(most), Some(other)] = queues else { return Drawing::new("flow", of.layout, size) };
    let run = queue.run();
    let top = (most.waiting.value.0 + 3.0 * most.spread()).max(other.waiting.value.0).max(highest(&run));
    let times = times(words, &[0.0, queue.seen, queue.seen / 2.0], 1.0, key::flow::CHART_YEARS);
    let unit = words.plain(key::flow::CHART_WAITING);
    let mut plot = Plot::new(words, (size, of.layout), (queue.seen, top), &times, unit);
    plot.band(&queue);
    let mean = plain(facts, words, of.mean);
    plot.run(&run, &fact(of.queue, ".mean"), &mean);
    let levels = [(of.queue, &queue, of.said, Colour::Ink), (of.other.0, &other, of.other.1, Colour::Soft)];
    let levels = levels
        .map(|(name, queue, said, colour)| (fact(name, ""), queue.waiting.value.0, plain(facts, words, said), colour));
    for (fact, number, said, colour) in &levels {
        plot.level(*number, fact, said, *colour);
    }
    // Near each other, the higher one has its words above it, the lower one below.
    let apart = plot.y.at(levels[0].1) - plot.y.at(levels[1].1);
    let near = apart.abs() < 4.0 * plot.drawing.type_size();
    for ((fact, number, said, colour), higher) in levels.iter().zip([apart < 0.0, apart >= 0.0]) {
        let side = match (near, higher) {
            (false, _) => Side::Right,
            (true, true) => Side::Above,
            (true, false) => Side::Below,
        };
        plot.say_level(said, fact, *number, *colour, side);
    }
    plot.say_run(&mean, &fact(of.queue, ".mean"), &run);
    plot.drawing.finished()
}

/// The scale's least end over a course.
fn highest(run: &Run) -> f64 {
    1.04 * run.waiting.iter().copied().max().map_or(0.0, f64::from)
}

/// Places in time with their words; the unit stands at the first.
fn times(words: &Words, at: &[f64], unit_in_years: f64, unit: Key) -> Vec<(f64, String)> {
    let mut times = Vec::new();
    for time in at {
        let number = words.numbers.fixed(*time, 0);
        let said = if times.is_empty() { [&number, "\u{a0}", words.plain(unit)].concat() } else { number };
        times.push((time * unit_in_years, said));
    }
    times
}

/// The saw: all that wait leave at the next date.
fn batches(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let queues = ["batches", "month"].map(|name| facts.queue(name));
    let ([Some(queue), Some(month)], Some(dates)) = (queues, dates(facts.data)) else {
        return Drawing::new("flow", "batches", size);
    };
    let first = dates[0].1 / 12.0;
    let longest = dates.windows(2).map(|pair| (pair[1].1 - pair[0].1) / 12.0).fold(0.0, f64::max);
    let mut years = Vec::new();
    for year in first.ceil() as u16..=(first + queue.seen) as u16 {
        years.push((f64::from(year) - first, year.to_string()));
    }
    let unit = words.plain(key::flow::CHART_WAITING);
    let run = queue.run();
    let top = (queue.rate * longest * 1.25).max(highest(&run));
    let mut plot = Plot::new(words, (size, "batches"), (queue.seen, top), &years, unit);
    let type_size = plot.drawing.type_size();
    let said = |key| plain(facts, words, key);
    for (figure, months) in &dates {
        let x = plot.x.at(months / 12.0 - first);
        // Up to the words at the highest rule.
        let [foot, top] = [plot.area.bottom, plot.area.top + type_size * 0.7].map(|y| (x, y));
        let name = named(facts, words, &figure.id, 0);
        let shape = path::line([Some(foot), Some(top)]);
        plot.drawing.mark(Mark::new(&figure.id, name, shape, Paint::line(Colour::Soft, 1.5), top, Vec::new()));
    }
    let mean = said(key::flow::MEAN_BATCHES);
    plot.run(&run, "flow.batches.mean", &mean);
    // How long each gap is, in words where there is room for them.
    for pair in dates.windows(2) {
        let [left, right] = [0, 1].map(|place| plot.x.at(pair[place].1 / 12.0 - first));
        let number = words.numbers.fixed(pair[1].1 - pair[0].1, 0);
        let full = [&number, "\u{a0}", &counted(facts, words, key::flow::UNIT_MONTHS, &number)].concat();
        let shown = if font::width(&full, type_size, false) < right - left - 6.0 { full } else { number };
        let spot = Spot { at: (f64::midpoint(left, right), plot.area.top + type_size * 1.6), anchor: Anchor::Middle };
        plot.drawing.label(Label::new(shown, "", type_size, vec![spot]).colour(Colour::Soft).rank(0));
    }
    let levels = [
        ("flow.batches", queue.waiting.value.0, said(key::flow::CHART_BATCHES), Colour::Ink),
        ("flow.month", month.waiting.value.0, said(key::flow::CHART_MONTH), Colour::Soft),
    ];
    for (fact, number, said, colour) in &levels {
        plot.level(*number, fact, said, *colour);
    }
    for (fact, number, said, colour) in &levels {
        plot.say_level(said, fact, *number, *colour, Side::Right);
    }
    plot.say_run(&mean, "flow.batches.mean", &run);
    plot.drawing.finished()
}

/// Two kinds of shops; what is "more than" goes on upward.
fn shops(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let queues = ["sites", "stores"].map(|name| facts.queue(name));
    let [Some(sites), Some(stores)] = queues else { return Drawing::new("flow", "shops", size) };
    let top = (sites.waiting.value.0 + 3.0 * sites.spread()).max(highest(&sites.run()));
    let times = times(words, &[0.0, 300.0, 100.0, 200.0], 1.0 / 365.0, key::flow::CHART_DAYS);
    let unit = words.plain(key::flow::CHART_STANDING);
    let mut plot = Plot::new(words, (size, "shops"), (sites.seen, top), &times, unit);
    let both = [(&sites, "sites", key::flow::CHART_SITES), (&stores, "stores", key::flow::CHART_STORES)];
    let both = both.map(|(queue, name, said)| (queue, name, plain(facts, words, said), queue.run()));
    let means = [key::flow::MEAN_SITES, key::flow::MEAN_STORES].map(|key| plain(facts, words, key));
    for ((queue, name, said, run), mean) in both.iter().zip(&means) {
        plot.run(run, &fact(name, ".mean"), mean);
        plot.level(queue.waiting.value.0, &fact(name, ""), said, Colour::Ink);
    }
    plot.upward(sites.waiting.value.0, id::SEED_SITES_2023, &both[0].2);
    for ((queue, name, said, run), mean) in both.iter().zip(&means) {
        plot.say_level(said, &fact(name, ""), queue.waiting.value.0, Colour::Ink, Side::Right);
        plot.say_run(mean, &fact(name, ".mean"), run);
    }
    plot.drawing.finished()
}

/// The slot of a queue's result.
fn fact(queue: &str, of: &str) -> String {
    ["flow.", queue, of].concat()
}
