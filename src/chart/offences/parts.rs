//! Parts of years among the whole ones of figure `offences`.

use super::{OPEN, PART, column, column_width, place, put_before, whole};
use crate::chart::Size;
use crate::draw::colour::Colour;
use crate::draw::label::beside;
use crate::draw::{Drawing, Label, Mark, Paint, Rect, Side, Spot, path};
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Words, key};

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> Drawing {
    // Where columns stand close, those of the last year have their words on the right.
    let end = facts.year_of(PART[3]).unwrap_or_default();
    let (aside, beside_last) = if size.is_narrow() { (2.8, Side::Right) } else { (0.0, Side::Left) };
    let mut plot = whole(facts, words, (size, "parts"), aside);
    put_before(facts, &mut plot);
    // The longest of a year first: the shorter ones stand before it.
    for (fact, key, side) in [
        (PART[0], key::offences::CHART_NINE, Side::Right),
        (OPEN[0], key::offences::CHART_EIGHT, Side::Left),
        (PART[3], key::offences::CHART_NOVEMBER, beside_last),
        (PART[2], key::offences::CHART_SEPTEMBER, beside_last),
        (PART[1], key::offences::CHART_JULY, beside_last),
    ] {
        let (Some((year, _)), Some(rect)) = (place(facts, fact), column(facts, &plot, fact)) else { continue };
        let (name, open) = (plot.name(fact, year), OPEN.contains(&fact));
        let (paint, at) = (Paint::hollow(Colour::Quiet, 1.5), (rect.middle().0, rect.top));
        let top = Rect { right: rect.left + column_width(&plot), bottom: rect.top + 10.0, ..rect };
        let mut over = top;
        if open {
            // "More than": an arrow from the top, which is no upper end.
            let head = (at.0, at.1 - 20.0);
            let shape = [path::rect(&rect), path::arrow(at, head)].concat();
            let covers = vec![rect, Rect::between((head.0 - 5.0, head.1), (at.0 + 5.0, at.1))];
            plot.drawing.mark(Mark::new(fact, name, shape, paint, at, covers));
            over.top = head.1;
        } else {
            plot.drawing.mark(Mark::bar(fact, name, rect, paint));
        }
        let (size, when) = (plot.drawing.type_size(), plain(facts, words, key));
        let number = facts.number(fact, words).map(|number| number.text).unwrap_or_default();
        let number = if open { ["> ", &number].concat() } else { number };
        let aside = beside(&top, 4.0, size, &[side]);
        let lower = aside.iter().map(|spot| Spot { at: (spot.at.0, spot.at.1 + size * 1.2), ..*spot });
        let spots = above(&over, size).into_iter().chain(aside.iter().copied()).chain(lower).collect();
        let both = [number.as_str(), "\n", &when].concat();
        let label = if side == Side::Right && year == f64::from(end) {
            Label::new(when, fact, size, spots)
        } else {
            Label::new(both, fact, size, spots).or(when).or(number)
        };
        plot.drawing.label(label.colour(Colour::Soft));
    }
    plot.finished()
}

/// Over a box: for one line, and for two.
fn above(rect: &Rect, size: f64) -> Vec<Spot> {
    let one = beside(rect, 3.0, size, &[Side::Above]);
    let two = one.iter().map(|spot| Spot { at: (spot.at.0, spot.at.1 - size * 1.2), ..*spot });
    one.iter().copied().chain(two).collect()
}
