//! Two years as icebergs: above the water what was caught, below it what was not. Heights are to scale.

use super::look;
use crate::chart::svg::{At, Size, open, put_mark, put_words};
use crate::chart::with_unit;
use crate::id;
use crate::model::supply::Of;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use std::fmt::Write as _;

/// Room for the message above and the years below.
const ABOVE: f64 = 52.0;
const BELOW: f64 = 26.0;
/// The most that stands below the water, in heights of the last year's tip.
const DEEPEST: f64 = 1.2;
/// Middles of both years and half a width, of the whole width.
const MIDDLES: [f64; 2] = [0.4, 0.78];
const HALF: f64 = 0.13;

pub(super) fn same(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    // Any share will do that is the same in both years; this one is a half.
    draw(facts, words, size, key::iceberg::CHART_SAME, |tip| [tip, 1.0])
}

pub(super) fn matched(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    draw(facts, words, size, key::iceberg::CHART_MATCHED, |tip| [1.15 - tip, 0.15])
}

pub(super) fn bound(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    draw(facts, words, size, key::iceberg::CHART_BOUND, |tip| [1.0 - tip, 0.0])
}

/// `under` says how much lies below the water in both years, from the first year's tip; the last year's tip is 1.
fn draw(facts: &Facts<'_>, words: &Words, size: Size, said: Key, under: fn(f64) -> [f64; 2]) -> String {
    let weights = match facts.choices.supply.of {
        Of::Synthetics => [id::SEED_SYNTH_2018, id::SEED_SYNTH_2023],
        Of::All => [id::SEED_TOTAL_2018, id::SEED_TOTAL_2023],
    };
    let Some(seized) = facts.outcome("iceberg.ratio") else { return String::new() };
    let first = 1.0 / seized.result.value.0;
    let unit = (size.height - ABOVE - BELOW) / (1.0 + DEEPEST);
    let water = ABOVE + unit;
    let mut svg = open("tip", "tip", size);
    // Under the columns, as the first year's tip is no thicker.
    let _ = write!(svg, "<path class=\"water\" d=\"M0 {}H{}\"/>", At(water), At(size.width));
    for ((middle, weight), (tip, under)) in
        MIDDLES.into_iter().zip(weights).zip([first, 1.0].into_iter().zip(under(first)))
    {
        let (left, width, middle) = ((middle - HALF) * size.width, 2.0 * HALF * size.width, middle * size.width);
        let column =
            |from: f64, height: f64| format!("M{} {}h{2}v{3}h-{2}z", At(left), At(from), At(width), At(height));
        let name = with_unit(facts, words, weight);
        let year = facts.year_of(weight).map(|year| year.to_string()).unwrap_or_default();
        let unseen = [&*year, ": ", words.plain(key::iceberg::CHART_NOT_CAUGHT)].concat();
        put_mark(&mut svg, "gone", "iceberg.bound", &column(water, under.max(0.0) * unit), &unseen);
        // What is caught is seen, be it a hair.
        let tall = (tip * unit).max(1.2);
        let caught = [&*year, ": ", &name].concat();
        put_mark(&mut svg, look(facts), weight, &column(water - tall, tall), &caught);
        put_words(&mut svg, "total", (middle, water - tall - 7.0), "middle", &name);
        let unknown = if under * unit > 24.0 { "?" } else { "" };
        put_words(&mut svg, "name", (middle, water + under * unit / 2.0 + 5.0), "middle", unknown);
        put_words(&mut svg, "name", (middle, size.height - 6.0), "middle", &year);
    }
    put_words(&mut svg, "tick", (0.0, water - 7.0), "start", words.plain(key::iceberg::CHART_CAUGHT));
    put_words(&mut svg, "tick", (0.0, water + 18.0), "start", words.plain(key::iceberg::CHART_NOT_CAUGHT));
    put_words(&mut svg, "total", (0.0, 15.0), "start", &plain(facts, words, said));
    svg + "</svg>"
}
