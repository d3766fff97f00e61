//! The explorer's drawing: columns of kinds upon each other, or a line with gaps.

use super::{nothing, stack};
use crate::chart::Size;
use crate::chart::years::{Amounts, Plot, Years};
use crate::draw::colour::Colour;
use crate::draw::{Anchor, Drawing, Fill, Paint, Part, Rect, Scale, Side, Text, axis, font, path};
use crate::model::explore::{Asked, What, kind_of};
use crate::text::fact::{Facts, Seen, most};
use crate::text::render::plain;
use crate::text::{Words, key};

/// Room above the highest amount, for its number.
const OVER: f64 = 1.06;
/// The side of the square that has a kind's fill beside its name, and what is around it.
const KEY: f64 = 10.0;
const AROUND: f64 = 6.0;

/// What is asked for.
pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let asked = facts.asked();
    let seen = facts.seen(asked.what);
    let (Some(high), Some(low)) = (seen.iter().map(|seen| seen.value).reduce(f64::max), lowest(&seen)) else {
        return empty(facts, words, size);
    };
    let kinds = if asked.stacked { stack::tops(facts) } else { Vec::new() };
    let high = if asked.stacked { stack::highest(&kinds) } else { high };
    // Columns that go without a kind are no totals, whose arrow would say that they are floors.
    let arrows = asked.stacked && facts.kinds_off() == 0;
    let named = Names::of(words, &kinds, size);
    // Beside the years stand the names.
    let (since, until) = (f64::from(asked.since) - 0.8, f64::from(asked.until) + 0.8);
    let room = (size.width - 64.0 - named.width).max(60.0);
    // A lone mark has its year under it, whatever else has none.
    let lone: Vec<u16> = seen.first().filter(|_| seen.len() == 1).map(|seen| seen.year).into_iter().collect();
    let years = Years {
        ends: (since, until + (until - since) * named.width / room),
        labelled: Years::labelled(asked.since, asked.until, &lone),
    };
    // So that the arrow of a floor ends below the highest label.
    let upright = (size.height - axis::BELOW - 14.0).max(60.0);
    let arrow = |seen: &Seen| seen.value * upright / (upright - 44.0);
    let floors = seen.iter().filter(|seen| seen.floor && arrows).map(arrow);
    let high = floors.fold(high * OVER, f64::max);
    let amounts = match asked.log && low > 0.0 {
        true => Amounts::Log(10_f64.powf(low.log10().floor()), 10_f64.powf(high.log10().ceil())),
        false => Amounts::Linear(if high > 0.0 { high } else { 1.0 }),
    };
    let mut plot = Plot::new((facts, words), (size, "explorer"), &years, amounts, &about(facts, words, size));
    if asked.stacked {
        put_columns(&mut plot, words, &kinds, &seen, arrows);
        named.put(&mut plot, &kinds, until);
    } else {
        put_line(&mut plot, words, &asked, &seen);
    }
    // The most, and the latest, unless they would touch.
    let whole = facts.seen_whole();
    if let (Some(top), Some(last)) = (most(&whole), whole.last()) {
        let far = plot.x.at(f64::from(last.year)) - plot.x.at(f64::from(top.year)) > 60.0;
        for seen in [&top].into_iter().chain(far.then_some(last)) {
            // An arrow stands on what is a floor.
            let arrow = if arrows && seen.floor { 26.0 } else { 0.0 };
            let at = plot.y.value(plot.y.at(seen.value) - arrow);
            let sides: &[Side] = if asked.stacked { &[Side::Above] } else { &[Side::Above, Side::Right, Side::Left] };
            plot.number(&seen.fact, (f64::from(seen.year), at), sides);
        }
    }
    plot.finished()
}

fn lowest(seen: &[Seen]) -> Option<f64> {
    seen.iter().map(|seen| seen.value).reduce(f64::min)
}

/// Place, drug and unit at the axis, as much of it as has room.
fn about(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let (place, drug, unit) =
        (words.name(facts.asked().place), facts.asked_drug(words), plain(facts, words, facts.asked_unit()));
    let forms = [[&unit, ": ", place, ", ", &drug].concat(), [&unit, ": ", &drug].concat()];
    let fits = |form: &String| font::width(form, 14.0, false) < size.width - 70.0;
    forms.into_iter().find(fits).unwrap_or(unit)
}

/// A floor says so when it is pointed at; it is the mark that was added last.
fn put_floor(plot: &mut Plot<'_>, words: &Words) {
    if let Some(Part::Mark(mark)) = plot.drawing.parts.last_mut() {
        mark.name.push_str("; ");
        mark.name.push_str(words.plain(key::explore::CHART_FLOOR));
    }
}

/// A column a year, each kind from the top of the one below it; on a floor stands an arrow, if there are arrows.
fn put_columns(plot: &mut Plot<'_>, words: &Words, kinds: &[Vec<(f64, Seen)>], seen: &[Seen], arrows: bool) {
    let width = (plot.x.step() * 0.76).clamp(2.0, 44.0);
    for total in seen {
        for (kind, tops) in kinds.iter().enumerate() {
            let Some((top, part)) = tops.iter().find(|(_, part)| part.year == total.year) else { continue };
            let paint = Paint::filled(stack::fill(kind));
            let edge = if paint.fill == Fill::Hatch { Some((Colour::Quiet, 0.75)) } else { None };
            let ends = (top - part.value, *top);
            plot.part(f64::from(part.year), ends, &part.fact, width, Paint { edge, ..paint });
        }
        if total.floor && arrows {
            plot.upward(f64::from(total.year), total.value, &total.fact, Colour::Ink);
            put_floor(plot, words);
        }
    }
}

/// A line with a gap at each missing year, and years of cannabis alone, which no line joins.
fn put_line(plot: &mut Plot<'_>, words: &Words, asked: &Asked<'_>, seen: &[Seen]) {
    let ink = match asked.what {
        What::Drug(drug) if kind_of(drug) == 0 => Colour::Accent,
        What::Drug(drug) if stack::fill(kind_of(drug)) == Fill::Full(Colour::Herb) => Colour::Herb,
        _ => Colour::Ink,
    };
    let joined = |year: u16| {
        let found = seen.iter().find(|seen| seen.year == year && !seen.floor);
        (f64::from(year), found.map(|seen| seen.value))
    };
    plot.line(&(asked.since..=asked.until).map(joined).collect::<Vec<_>>(), Paint::line(ink, 2.0));
    for seen in seen {
        let paint = if seen.floor { Paint::hollow(ink, 2.0) } else { Paint::full(ink) };
        plot.dot(f64::from(seen.year), seen.value, &seen.fact, paint);
        if seen.floor {
            put_floor(plot, words);
        }
    }
}

/// The names of the kinds that are there, right of the columns, from the lowest; each in lines.
struct Names {
    names: Vec<(usize, Vec<String>)>,
    /// The room that they take.
    width: f64,
    size: f64,
}

impl Names {
    fn of(words: &Words, kinds: &[Vec<(f64, Seen)>], size: Size) -> Self {
        let mut type_size = size.type_size();
        let most = size.width * 0.3;
        let there = kinds.iter().enumerate().filter(|(_, tops)| tops.iter().any(|(_, seen)| seen.value > 0.0));
        let named = |(kind, _): (usize, _)| (kind, words.plain(stack::name(kind)));
        let there: Vec<(usize, &str)> = there.map(named).collect();
        let mut names: Vec<(usize, Vec<String>)> =
            there.iter().map(|(kind, name)| (*kind, font::lines(name, type_size, false, most))).collect();
        // In a low figure each has one line.
        let room = size.height - axis::BELOW - 2.0 * type_size;
        if names.iter().map(|(_, lines)| lines.len()).sum::<usize>() as f64 * type_size * 1.2 > room {
            type_size -= 2.0;
            names = there.iter().map(|(kind, name)| (*kind, vec![font::cut(name, type_size, false, most)])).collect();
        }
        let widths = names.iter().flat_map(|(_, lines)| lines).map(|line| font::width(line, type_size, false));
        let width = widths.reduce(f64::max).map_or(0.0, |width| width + KEY + 2.0 * AROUND);
        Self { names, width, size: type_size }
    }

    /// Each as near as can be to its part of the last column, in the order of the columns.
    fn put(&self, plot: &mut Plot<'_>, kinds: &[Vec<(f64, Seen)>], until: f64) {
        let line = self.size * 1.2;
        let last = kinds.iter().filter_map(|tops| tops.last()).map(|(_, seen)| seen.year).max();
        let total: f64 = self.names.iter().map(|(_, lines)| lines.len() as f64 * line).sum();
        let (mut foot, mut left) = (plot.area.bottom, total);
        for (kind, lines) in &self.names {
            let high = lines.len() as f64 * line;
            let part = kinds[*kind].last().filter(|(_, seen)| Some(seen.year) == last);
            let middle = part.map_or(foot, |(top, seen)| plot.y.at(top - seen.value / 2.0));
            // Below it stand those that have been written, above it must be room for the rest.
            let bottom = (middle + high / 2.0).min(foot).max((plot.area.top + left).min(foot));
            let x = plot.x.at(until) + AROUND;
            let top = bottom - high;
            let key = Rect::between((x, top + (line - KEY) / 2.0), (x + KEY, top + (line + KEY) / 2.0));
            let paint = Paint { edge: Some((Colour::Quiet, 0.75)), ..Paint::filled(stack::fill(*kind)) };
            plot.drawing.line(path::rect(&key), paint);
            for (place, words) in lines.iter().enumerate() {
                let at = (x + KEY + AROUND, top + line * place as f64 + self.size * 0.86);
                plot.drawing.text(Text { halo: true, ..Text::new(words, at, Anchor::Start, self.size) });
            }
            (foot, left) = (top, left - high);
        }
    }
}

/// What there is not is said where it would stand.
fn empty(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let asked = facts.asked();
    let mut drawing = Drawing::new("years", "nothing", size);
    let (type_size, bottom) = (drawing.type_size(), size.height - axis::BELOW);
    let area = Rect { left: 6.0, top: 0.0, right: size.width - 6.0, bottom };
    let scale = Scale::linear((f64::from(asked.since) - 0.8, f64::from(asked.until) + 0.8), (area.left, area.right));
    let label = |year: u16| (f64::from(year), year.to_string());
    let labels: Vec<_> = Years::labelled(asked.since, asked.until, &[]).into_iter().map(label).collect();
    axis::along(&mut drawing, &scale, &area, &labels);
    let mut lines: Vec<(String, bool)> = Vec::new();
    for (place, words) in nothing(facts, words).iter().enumerate() {
        let bold = place < 2;
        lines.extend(font::lines(words, type_size, bold, area.width()).into_iter().map(|line| (line, bold)));
    }
    let line = type_size * 1.5;
    let top = (bottom - lines.len() as f64 * line).max(0.0) / 2.0;
    for (place, (words, bold)) in lines.into_iter().enumerate() {
        let at = (size.width / 2.0, top + line * place as f64 + type_size);
        drawing.text(Text { bold, ..Text::new(words, at, Anchor::Middle, type_size) });
    }
    drawing
}
