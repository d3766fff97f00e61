//! Figure `flow`: how many wait, simulated and by Little's law.

mod layout;
mod rows;

use super::{Draw, Figure, Scene, Size};
use crate::id;
use crate::model::flow::{Run, dates};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use layout::Drawing;

/// The figure.
pub const FIGURE: Figure = Figure {
    id: "flow",
    scenes: &[&YEAR, &MONTH, &LAG, &BATCHES, &SHOPS],
    still: &LAG,
    room: [Size::new(350.0, 254.0), Size::new(745.0, 470.0)],
    caption: key::flow::CAPTION,
    caption_more: key::flow::CAPTION_MORE,
    table: Some(rows::table),
    #[cfg(not(target_arch = "wasm32"))]
    heard: crate::chart::Heard::column(3),
};
/// Waiting for a procedure of a year.
pub const YEAR: Scene = Scene {
    id: "year",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &OF_YEAR)),
    alt: |_| vec![key::flow::ALT_YEAR],
};
/// Waiting for one of a month, noticed at once.
pub const MONTH: Scene = Scene {
    id: "month",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &OF_MONTH)),
    alt: |_| vec![key::flow::ALT_MONTH],
};
/// Waiting to be noticed, and then to be listed.
pub const LAG: Scene = Scene {
    id: "lag",
    draw: Draw::Svg(|facts, words, size| draw(facts, words, size, &OF_LAG)),
    alt: |_| vec![key::flow::ALT_LAG],
};
/// Waiting for the next resolution that amends the list.
pub const BATCHES: Scene = Scene { id: "batches", draw: Draw::Svg(batches), alt: |_| vec![key::flow::ALT_BATCHES] };
/// Shops that stand until they are blocked.
pub const SHOPS: Scene = Scene { id: "shops", draw: Draw::Svg(shops), alt: |_| vec![key::flow::ALT_SHOPS] };

/// Substances that wait: for what, what the scale leaves room for, the words at the levels.
struct Waiting {
    queue: &'static str,
    room_for: &'static str,
    said: Key,
    mean: Key,
    other: (&'static str, Key),
}

const OF_YEAR: Waiting = Waiting {
    queue: "year",
    room_for: "year",
    said: key::flow::CHART_YEAR,
    mean: key::flow::MEAN_YEAR,
    other: ("month", key::flow::CHART_MONTH),
};
const OF_MONTH: Waiting = Waiting {
    queue: "month",
    room_for: "year",
    said: key::flow::CHART_MONTH,
    mean: key::flow::MEAN_MONTH,
    other: ("year", key::flow::CHART_YEAR),
};
const OF_LAG: Waiting = Waiting {
    queue: "lag",
    room_for: "lag",
    said: key::flow::CHART_LAG,
    mean: key::flow::MEAN_LAG,
    other: ("floor", key::flow::CHART_FLOOR),
};

/// A run about its level with its band, and another level for comparison.
fn draw(facts: &Facts<'_>, words: &Words, size: Size, of: &Waiting) -> String {
    let queues = [of.queue, of.room_for, of.other.0].map(|name| facts.queue(name));
    let [Some(queue), Some(most), Some(other)] = queues else { return String::new() };
    let top = (most.waiting.value.0 + 3.0 * most.spread()).max(other.waiting.value.0);
    let mut drawing = Drawing::new(size, "queue", queue.seen, top);
    let mut years = Vec::new();
    for part in [0.0, 0.5, 1.0] {
        let at = part * queue.seen;
        years.push((at, words.numbers.fixed(at, 0)));
    }
    drawing.axes(words, key::flow::CHART_WAITING, years, words.plain(key::flow::CHART_YEARS));
    drawing.band(&queue);
    let (run, said, of_other) = (queue.run(), plain(facts, words, of.said), plain(facts, words, of.other.1));
    drawing.run(&run, &fact(of.queue, ".mean"), &plain(facts, words, of.mean));
    let (level, beside) = (queue.waiting.value.0, other.waiting.value.0);
    drawing.level("level", level, &fact(of.queue, ""), &said);
    drawing.level("floor", beside, &fact(of.other.0, ""), &of_other);
    // Far apart, both have their words above them; else the lower line has them below.
    let apart = (level - beside).abs() > 4.0 * queue.spread() + 0.1 * top;
    drawing.say(level, &run, apart || level >= beside, &said);
    drawing.say(beside, if apart { &Run::STILL } else { &run }, apart || beside > level, &of_other);
    drawing.corner(&plain(facts, words, of.mean));
    drawing.done()
}

/// The saw: all that wait leave at the next date.
fn batches(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let queues = ["batches", "month"].map(|name| facts.queue(name));
    let ([Some(queue), Some(month)], Some(dates)) = (queues, dates(facts.data)) else { return String::new() };
    let first = dates[0].1 / 12.0;
    // The longest gap and where it ends, in years.
    let mut longest = (0.0, first);
    for pair in dates.windows(2) {
        let gap = (pair[1].1 - pair[0].1) / 12.0;
        if gap > longest.0 {
            longest = (gap, pair[1].1 / 12.0);
        }
    }
    let top = queue.rate * longest.0 * 1.25;
    let mut drawing = Drawing::new(size, "batches", queue.seen, top);
    let mut years = Vec::new();
    for year in first.ceil() as u16..=(first + queue.seen) as u16 {
        years.push((f64::from(year) - first, year.to_string()));
    }
    drawing.axes(words, key::flow::CHART_WAITING, years, "");
    let run = queue.run();
    drawing.run(&run, "flow.batches.mean", &plain(facts, words, key::flow::MEAN_BATCHES));
    for (figure, months) in &dates {
        drawing.upright(months / 12.0 - first, &figure.id, words.name(&figure.printed));
    }
    for pair in dates.windows(2) {
        let middle = (pair[0].1 + pair[1].1) / 24.0 - first;
        drawing.between(middle, &words.numbers.fixed(pair[1].1 - pair[0].1, 0));
    }
    let said = |key| plain(facts, words, key);
    let (average, at_most) = (said(key::flow::CHART_BATCHES), said(key::flow::CHART_MONTH));
    drawing.level("level", queue.waiting.value.0, "flow.batches", &average);
    drawing.level("floor", month.waiting.value.0, "flow.month", &at_most);
    // At the end of the longest gap the saw is high, and there is room under it: for the average, near its line, too.
    drawing.say_until(longest.1 - first, queue.waiting.value.0, false, &average);
    drawing.say_until(longest.1 - first, month.waiting.value.0, true, &at_most);
    drawing.corner(&said(key::flow::CHART_GAPS));
    drawing.done()
}

/// Two kinds of shops; what is "more than" goes on upward.
fn shops(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let queues = ["sites", "stores"].map(|name| facts.queue(name));
    let [Some(sites), Some(stores)] = queues else { return String::new() };
    let top = sites.waiting.value.0 + 3.0 * sites.spread();
    let mut drawing = Drawing::new(size, "shops", sites.seen, top);
    let mut days = Vec::new();
    for number in [0.0, 100.0, 200.0, 300.0] {
        days.push((number / 365.0, words.numbers.fixed(number, 0)));
    }
    drawing.axes(words, key::flow::CHART_STANDING, days, words.plain(key::flow::CHART_DAYS));
    let both = [(&stores, "stores", key::flow::CHART_STORES), (&sites, "sites", key::flow::CHART_SITES)];
    let both = both.map(|(queue, name, said)| (queue, name, queue.run(), plain(facts, words, said)));
    for (queue, name, run, said) in &both {
        drawing.run(run, &fact(name, ".mean"), said);
        drawing.level("level", queue.waiting.value.0, &fact(name, ""), said);
    }
    for (queue, _, run, said) in &both {
        drawing.say(queue.waiting.value.0, run, true, said);
    }
    drawing.arrow(sites.waiting.value.0, id::SEED_SITES_2023, &plain(facts, words, key::flow::CHART_SITES));
    drawing.done()
}

/// The slot of a queue's result.
fn fact(queue: &str, of: &str) -> String {
    ["flow.", queue, of].concat()
}
