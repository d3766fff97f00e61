//! Two years as icebergs: above the water what was caught, below it what was not. Heights are to scale.

use super::colour;
use crate::chart::{named, with_unit};
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Anchor, Drawing, Fill, Label, Mark, Paint, Rect, Scale, Side, Size, Spot, Text, font, path};
use crate::id;
use crate::model::supply::Of;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};

/// The most that stands below the water, in heights of the last year's tip: the same in all scenes, so that what was
/// caught keeps its size from scene to scene.
const DEEPEST: f64 = 1.17;
/// A column's width, of what there is for it.
const FULL: f64 = 0.62;

/// What a scene says.
struct Scene {
    layout: &'static str,
    /// What follows, and the result in it.
    said: (Key, &'static str),
    /// How much lies below the water in both years, from the first year's tip; the last year's tip is 1.
    under: fn(f64) -> [f64; 2],
}

pub(super) fn same(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let said = (key::iceberg::CHART_SAME, "iceberg.ratio");
    // Any share will do that is the same in both years; this one is a half.
    draw((facts, words), size, &Scene { layout: "same", said, under: |tip| [tip, 1.0] })
}

pub(super) fn matched(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let said = (key::iceberg::CHART_MATCHED, "iceberg.ratio");
    draw((facts, words), size, &Scene { layout: "matched", said, under: |tip| [1.15 - tip, 0.15] })
}

pub(super) fn bound(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let said = (key::iceberg::CHART_BOUND, "iceberg.bound");
    draw((facts, words), size, &Scene { layout: "bound", said, under: |tip| [1.0 - tip, 0.0] })
}

fn draw((facts, words): (&Facts<'_>, &Words), size: Size, scene: &Scene) -> Drawing {
    let mut drawing = Drawing::new("tips", scene.layout, size);
    let weights = match facts.choices.supply.of {
        Of::Synthetics => [id::SEED_SYNTH_2018, id::SEED_SYNTH_2023],
        Of::All => [id::SEED_TOTAL_2018, id::SEED_TOTAL_2023],
    };
    let Some(seized) = facts.outcome("iceberg.ratio") else { return drawing };
    let first = 1.0 / seized.result.value.0;
    let (type_size, said) = (drawing.type_size(), plain(facts, words, scene.said.0));
    let [above, below] = [key::iceberg::CHART_CAUGHT, key::iceberg::CHART_NOT_CAUGHT].map(|key| words.plain(key));
    let top = type_size * 1.5;
    let unit = (size.height - top) / (1.0 + DEEPEST);
    let water = top + unit;
    let sea = Rect { left: 0.0, top: water, right: size.width, bottom: size.height };
    drawing.line(path::rect(&sea), Paint::filled(Fill::Faint(Colour::Quiet, 0.12)));
    drawing.line(path::line([Some((0.0, water)), Some((size.width, water))]), Paint::line(Colour::Soft, 1.5));
    for (said, y) in [(above, water - type_size * 0.5), (below, water + type_size * 1.2)] {
        drawing.text(Text { colour: Colour::Soft, ..Text::new(said, (0.0, y), Anchor::Start, type_size) });
    }
    let names = [above, below].map(|said| font::width(said, type_size, false));
    let bands = Scale::bands(2, (names[0].max(names[1]) + 8.0, size.width));
    let width = bands.step() * FULL;
    for (place, (tip, under)) in [first, 1.0].into_iter().zip((scene.under)(first)).enumerate() {
        let (weight, middle) = (weights[place], bands.at(place as f64));
        let year = facts.year_of(weight).unwrap_or_default();
        let column = |from: f64, to: f64| Rect {
            left: middle - width / 2.0,
            top: from,
            right: middle + width / 2.0,
            bottom: to,
        };
        let year_said = year.to_string();
        if under > 0.0 {
            let hidden = column(water, water + under * unit);
            let name = [&*year_said, ": ", below, "; ", &said].concat();
            let paint = Paint::hollow(Colour::Quiet, 1.5).dashed();
            let shape = path::rect(&hidden);
            drawing.mark(Mark::new(scene.said.1, name, shape, paint, hidden.middle(), vec![hidden]));
            if hidden.height() > 2.0 * type_size {
                let (x, y) = hidden.middle();
                let text = Text::new("?", (x, y + type_size * 0.35), Anchor::Middle, type_size);
                drawing.text(Text { colour: Colour::Soft, of: scene.said.1.to_owned(), ..text });
            }
        }
        // What is caught is seen, be it a hair.
        let seen = column(water - (tip * unit).max(2.0), water);
        drawing.mark(Mark::bar(weight, named(facts, words, weight, year), seen, Paint::full(colour(facts))));
        let caught = [&*year_said, ": ", &with_unit(facts, words, weight)].concat();
        let spots = beside(&seen, 5.0, type_size, &[Side::Above]);
        drawing.label(Label::new(caught, weight, type_size, spots).bold().rank(0));
    }
    // What follows stands in the free corner over the first year.
    let room = bands.at(1.0) - width / 2.0 - 10.0;
    let free = water - first * unit - type_size * 1.6;
    let said_size = if size.is_narrow() { type_size } else { type_size * 1.25 };
    let lines = font::lines(&said, said_size, true, room).len() as f64;
    let spot = |share: f64| {
        let y = said_size + (free - lines * said_size * 1.2).max(0.0) * share;
        Spot { at: (room / 2.0, y), anchor: Anchor::Middle }
    };
    let label = Label::new(said, scene.said.1, said_size, [0.5, 0.3, 0.15, 0.0].map(spot).into());
    drawing.label(label.bold().or_lines(room));
    drawing.finished()
}
