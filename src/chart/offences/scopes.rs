//! What is counted otherwise than offences, among them in figure `offences`: crimes alone, and persons.

use super::{CRIMES, DETAINED, column_width, place, whole};
use crate::chart::Size;
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Drawing, Label, Mark, Paint, Rect, Side};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    let mut plot = whole(facts, words, (size, "scopes"), 0.0);
    let radius = if size.is_narrow() { 4.5 } else { 6.0 };
    for (place_in, fact) in CRIMES.iter().enumerate() {
        let Some((year, value)) = place(facts, fact) else { continue };
        // Two compilers speak of the same year: side by side.
        let aside = match place_in {
            1 | 2 => -0.2,
            3 | 4 => 0.2,
            _ => 0.0,
        };
        let interval = facts.data.figure(fact).and_then(|figure| figure.interval()).filter(|ends| !ends.is_point());
        if let Some(ends) = interval {
            let ends = [ends.low().0, ends.high().0].map(|end| Some(plot.place(year, end)));
            plot.drawing.line_through(&ends, Paint::line(Colour::Quiet, 1.5));
        }
        let (name, at) = (plot.name(fact, year), plot.place(year + aside, value));
        plot.drawing.mark(Mark::diamond(fact, name, at, radius, Paint::hollow(Colour::Ink, 1.5)));
    }
    let size = plot.drawing.type_size();
    if let Some((year, value)) = place(facts, DETAINED[0]) {
        let (name, at) = (plot.name(DETAINED[0], year), plot.place(year, value));
        let rect = Rect::around(at, radius);
        plot.drawing.mark(Mark::bar(DETAINED[0], name, rect, Paint::hollow(Colour::Ink, 1.5)));
    }
    for (fact, key) in [(DETAINED[0], key::offences::CHART_DETAINED), (CRIMES[2], key::offences::CHART_CRIMES)] {
        let Some((year, value)) = place(facts, fact) else { continue };
        let (x, y) = plot.place(year, value);
        let half = column_width(&plot) / 2.0;
        let around = Rect::between((x - half, y - radius), (x + half, y + radius));
        let spots = beside(&around, 5.0, size, &[Side::Right, Side::Left, Side::Above]);
        plot.drawing.label(Label::new(plain(facts, words, key), fact, size, spots).or_lines(70.0).rank(0).lead());
    }
    plot.finished()
}
