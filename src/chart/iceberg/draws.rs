//! Draws under the reader's assumptions: how many times supply grew, from little to much, and the closed form over them.

use super::colour;
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Anchor, Drawing, Label, Mark, Paint, Rect, Scale, Side, Size, Spot, Text, axis, font, path};
use crate::model::supply::{BARS, DRAWS, Of};
use crate::text::fact::{Facts, times};
use crate::text::render::plain;
use crate::text::{Words, key};

/// Powers of ten on the scale, and where it begins for synthetics and for all drugs.
const POWERS: i32 = 9;
const FROM: [i32; 2] = [-3, -5];
/// A point is drawn so wide.
const LEAST: f64 = 4.0;
/// Room at both sides.
const EDGE: f64 = 6.0;
/// Between words and the line of no change.
const APART: f64 = 8.0;

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut drawing = Drawing::new("draws", "draws", size);
    let (Some(drawn), Some(growth)) = (facts.drawn(), facts.outcome("iceberg.growth")) else { return drawing };
    let supply = &facts.choices.supply;
    let from = if supply.of == Of::Synthetics { FROM[0] } else { FROM[1] };
    let type_size = drawing.type_size();
    let said = |key| plain(facts, words, key);
    let ends = [from, from + POWERS].map(|power| 10_f64.powi(power));
    let x = Scale::log((ends[0], ends[1]), (EDGE, size.width - EDGE));
    let one = x.at(1.0);
    // What the axis counts stands under its numbers, what is on either side of no change over the bars.
    let lines = |words: &str, bold: bool, room: f64| font::lines(words, type_size, bold, room);
    let line = type_size * 1.25;
    let name = lines(&said(key::iceberg::CHART_AXIS), false, size.width);
    let fell = lines(words.plain(key::iceberg::CHART_FELL), false, one - APART);
    let grew = lines(words.plain(key::iceberg::CHART_GREW), false, size.width - one - APART);
    let share = lines(&said(key::iceberg::CHART_ABOVE), true, size.width - one - APART);
    let top = fell.len().max(grew.len() + share.len()) as f64 * line + 4.0;
    let foot = size.height - axis::BELOW - name.len() as f64 * line;
    let area = Rect { left: EDGE, top, right: size.width - EDGE, bottom: foot };
    put_axis(&mut drawing, words, &x, &area);
    drawing.line(path::line([Some((one, 0.0)), Some((one, foot))]), Paint::line(Colour::Soft, 1.5).dashed());
    drawing.keep_off_line((one, top), (one, foot));
    let middle = x.at(growth.result.value.0);
    // From the middle to the last draw on either side: two spreads.
    let reach = (x.at(supply.factor() * supply.factor()) - one).max(LEAST / 2.0);
    // The triangle's peak, in draws a bar: all of them over half its foot. Over it there is room for its words.
    let most = f64::from(DRAWS) * 2.0 / BARS as f64;
    let y = Scale::linear((0.0, most), (foot, top + type_size * 1.4));
    let bar = 2.0 * reach / BARS as f64;
    let mut sides = [Vec::new(), Vec::new()];
    for (place, count) in drawn.bars.iter().enumerate() {
        let begin = middle - reach + place as f64 * bar;
        let (end, top) = (begin + bar, y.at(f64::from(*count)));
        // What lies on both sides of no change is cut there.
        for (side, (left, right)) in sides.iter_mut().zip([(begin, end.min(one)), (begin.max(one), end)]) {
            if right > left {
                side.push(Rect { left, top, right, bottom: foot });
            }
        }
    }
    let range = if supply.unsure == 0 { key::iceberg::DRAWS_SURE } else { key::iceberg::DRAWS_RANGE };
    let [fallen, grown] = sides;
    let told = [&fell.join(" "), ". ", &said(range)].concat();
    put_bars(&mut drawing, "iceberg.low", told, fallen, Paint::full(Colour::Pale));
    let told = [&grew.join(" "), ": ", &share.join(" ")].concat();
    put_bars(&mut drawing, "iceberg.above.drawn", told, grown, Paint::full(colour(facts)));
    put_form(&mut drawing, (facts, words), (middle, y.at(most)), (reach, foot));
    let mut put = |lines: Vec<String>, at: (f64, f64), anchor, bold, colour| {
        for (place, words) in lines.into_iter().enumerate() {
            let at = (at.0, at.1 + place as f64 * line);
            drawing.text(Text { bold, colour, ..Text::new(words, at, anchor, type_size) });
        }
    };
    let (base, after) = (type_size * 0.9, grew.len() as f64 * line);
    put(fell, (one - APART, base), Anchor::End, false, Colour::Soft);
    put(grew, (one + APART, base), Anchor::Start, false, Colour::Soft);
    put(share, (one + APART, base + after), Anchor::Start, true, Colour::Ink);
    put(name, (size.width / 2.0, foot + axis::BELOW + base), Anchor::Middle, false, Colour::Soft);
    drawing.finished()
}

/// Powers of ten under the bars: no change first, then from there outward.
fn put_axis(drawing: &mut Drawing, words: &Words, x: &Scale, area: &Rect) {
    let mut labels = vec![(1.0, times(1.0, &words.numbers))];
    let every = if x.values.0 < 1e-4 { 2 } else { 3 };
    for far in 1..=3 {
        for power in [far * every, -far * every] {
            let value = 10_f64.powi(power);
            if value >= x.values.0 * 0.9 && value <= x.values.1 * 1.1 {
                labels.push((value, times(value, &words.numbers)));
            }
        }
    }
    axis::along(drawing, x, area, &labels);
}

/// The draws on one side of no change.
fn put_bars(drawing: &mut Drawing, id: &str, name: String, bars: Vec<Rect>, paint: Paint) {
    let Some(highest) = bars.iter().max_by(|one, other| one.height().total_cmp(&other.height())) else { return };
    let (at, last) = (highest.middle(), bars[bars.len() - 1]);
    // One outline, so that no ground shows between the bars.
    let mut places = vec![(bars[0].left, bars[0].bottom)];
    places.extend(bars.iter().flat_map(|bar| [(bar.left, bar.top), (bar.right, bar.top)]));
    places.push((last.right, last.bottom));
    let shape = path::line(places.into_iter().map(Some)) + "z";
    drawing.mark(Mark::new(id, name, shape, paint, at, bars));
}

/// The closed form over the draws, and their middle.
fn put_form(
    drawing: &mut Drawing,
    (facts, words): (&Facts<'_>, &Words),
    (middle, peak): (f64, f64),
    (reach, foot): (f64, f64),
) {
    let type_size = drawing.type_size();
    let number = |fact: &str| facts.number(fact, words).map(|number| number.text).unwrap_or_default();
    let form = words.plain(key::iceberg::CHART_FORM);
    let told = [form, ": ", &number("iceberg.above"), "\u{a0}%"].concat();
    let corners = [(middle - reach, foot), (middle, peak), (middle + reach, foot)];
    let shape = path::line(corners.map(Some));
    let flank = |share: f64| (middle + reach * share, peak + (foot - peak) * share.abs());
    drawing.mark(Mark::new("iceberg.above", told, shape, Paint::line(Colour::Ink, 2.0), flank(0.5), Vec::new()));
    for pair in corners.windows(2) {
        drawing.keep_off_line(pair[0], pair[1]);
    }
    let shape = path::line([Some((middle, peak)), Some((middle, foot))]);
    let told = plain(facts, words, key::iceberg::CHART_GROWTH);
    let mark =
        Mark::new("iceberg.growth", told.clone(), shape, Paint::line(Colour::Ink, 1.0), (middle, foot), Vec::new());
    drawing.mark(mark);
    let spots = beside(&Rect::around((middle, peak), 2.0), 3.0, type_size, &[Side::Above, Side::Right, Side::Left]);
    drawing.label(Label::new(told, "iceberg.growth", type_size, spots).bold().rank(0));
    let spot = |share: f64| {
        let (x, y) = flank(share);
        let (way, anchor) = if share > 0.0 { (10.0, Anchor::Start) } else { (-10.0, Anchor::End) };
        Spot { at: (x + way, y), anchor }
    };
    let spots = [0.4, -0.4, 0.25, -0.25, 0.6, -0.6].map(spot).into();
    drawing.label(Label::new(form, "iceberg.above", type_size, spots));
}
