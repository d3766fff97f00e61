//! Drawings of our own: put into the page, and updated in place so that a style sheet can move what changes.

use super::dom::{all, document};
use super::echarts::Mark;
use web_sys::{Element, HtmlElement};

/// Puts a drawing into `place`. Where the one that is there has the same layout and the same elements, only their
/// attributes and words change: what has left can fall, and a pointer that is down stays where it is.
pub(super) fn put(place: &HtmlElement, markup: &str) {
    let Ok(made) = document().create_element("div") else { return };
    made.set_inner_html(markup);
    if let (Some(old), Some(new)) = (place.first_element_child(), made.first_element_child())
        && old.get_attribute("data-layout") == new.get_attribute("data-layout")
    {
        let (olds, news) = (all(place, "*"), all(&made, "*"));
        if olds.len() == news.len() && olds.iter().zip(&news).all(|(old, new)| old.tag_name() == new.tag_name()) {
            olds.iter().zip(&news).for_each(|(old, new)| renew(old, new));
            return fit(place);
        }
    }
    place.set_inner_html(markup);
    fit(place);
}

/// Words of a drawing: where they begin and end on the screen, which line is theirs, and which of their ends is free.
struct Line {
    ends: (f64, f64),
    middle: f64,
    high: f64,
    free: (bool, bool),
}

impl Line {
    fn of(text: &Element) -> Self {
        let around = text.get_bounding_client_rect();
        let anchor = text.get_attribute("text-anchor").unwrap_or_default();
        Self {
            ends: (around.left(), around.right()),
            middle: around.top() + around.height() / 2.0,
            high: around.height(),
            free: (anchor != "start", anchor != "end"),
        }
    }

    /// Moves both ends inward if both are free, else the one that is.
    fn press(&mut self, by: f64) {
        let (begins, ends) = self.free;
        self.ends.0 += if begins { by } else { 0.0 };
        self.ends.1 -= if ends { by } else { 0.0 };
    }
}

/// Presses words that would leave the drawing, or lie over words or a bar beside them, into the room they have: a
/// language may have longer ones than the drawing was made for, and a screen may be narrower.
fn fit(place: &HtmlElement) {
    let Some(svg) = place.first_element_child() else { return };
    let frame = svg.get_bounding_client_rect();
    let texts = all(place, "text");
    for text in &texts {
        let _ = text.remove_attribute("textLength");
    }
    let mut lines: Vec<Line> = texts.iter().map(Line::of).collect();
    let full: Vec<f64> = lines.iter().map(|line| line.ends.1 - line.ends.0).collect();
    for line in &mut lines {
        line.press((frame.left() - line.ends.0).max(line.ends.1 - frame.right()).max(0.0));
    }
    // In the others nothing stands in a line with something else, and words are still falling.
    if svg.matches(".strips, .queue").unwrap_or_default() {
        lines.extend(all(place, ".printed").iter().map(|bar| Line { free: (false, false), ..Line::of(bar) }));
        for later in 1..lines.len() {
            let (before, rest) = lines.split_at_mut(later);
            before.iter_mut().for_each(|line| part(line, &mut rest[0]));
        }
    }
    let own = svg.get_attribute("viewBox").and_then(|ends| ends.split(' ').nth(2)?.parse::<u16>().ok());
    let scale = own.map_or(1.0, |own| f64::from(own) / frame.width());
    for ((text, line), full) in texts.iter().zip(lines).zip(full) {
        let room = (line.ends.1 - line.ends.0).max(full / 3.0);
        if room < full {
            let _ = text.set_attribute("textLength", &((room * scale) as u16).to_string());
            let _ = text.set_attribute("lengthAdjust", "spacingAndGlyphs");
        }
    }
}

/// Makes room between words that lie over each other in one line.
fn part(one: &mut Line, other: &mut Line) {
    let centre = |line: &Line| line.ends.0 + line.ends.1;
    let (left, right) = if centre(one) <= centre(other) { (one, other) } else { (other, one) };
    let over = left.ends.1 - right.ends.0;
    if over <= 2.0 || (left.middle - right.middle).abs() > (left.high + right.high) / 4.0 {
        return;
    }
    let (one, other) = (left.free.1, right.free.0);
    let by = if one && other { over / 2.0 } else { over };
    if one {
        left.press(by);
    }
    if other {
        right.press(by);
    }
}

fn renew(old: &Element, new: &Element) {
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name).unwrap_or_default();
        if old.get_attribute(&name).as_ref() != Some(&value) {
            let _ = old.set_attribute(&name, &value);
        }
    }
    if new.child_element_count() == 0 && old.text_content() != new.text_content() {
        old.set_text_content(new.text_content().as_deref());
    }
}

/// The marks that can be walked, in the order of the drawing; rings the one that stands for `walked`.
pub(super) fn marks(place: &HtmlElement, walked: Option<String>) -> Vec<Mark> {
    let mark = |element: Element| {
        let fact = element.get_attribute("data-id").filter(|fact| !fact.is_empty())?;
        let _ = element.class_list().toggle_with_force("walked", Some(&fact) == walked.as_ref());
        let name = element.text_content().unwrap_or_default();
        Some(Mark { year: 0.0, value: 0.0, fact, name })
    };
    all(place, ".mark:not(.away)").into_iter().filter_map(mark).collect()
}
