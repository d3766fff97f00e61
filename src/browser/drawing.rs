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

/// Presses words that would leave the drawing into the room they have: a language may have longer ones than the drawing
/// was made for, and a screen may be narrower.
fn fit(place: &HtmlElement) {
    let Some(svg) = place.first_element_child() else { return };
    let frame = svg.get_bounding_client_rect();
    let texts = all(place, "text");
    for text in &texts {
        let _ = text.remove_attribute("textLength");
    }
    let boxes: Vec<_> = texts.iter().map(Element::get_bounding_client_rect).collect();
    let own = svg.get_attribute("viewBox").and_then(|ends| ends.split(' ').nth(2)?.parse::<u16>().ok());
    let scale = own.map_or(1.0, |own| f64::from(own) / frame.width());
    for (text, around) in texts.iter().zip(boxes) {
        let over = (frame.left() - around.left()).max(around.right() - frame.right());
        if over > 0.0 {
            let middle = text.get_attribute("text-anchor").is_some_and(|anchor| anchor == "middle");
            let room = around.width() - if middle { 2.0 * over } else { over };
            let _ = text.set_attribute("textLength", &((room * scale) as u16).to_string());
            let _ = text.set_attribute("lengthAdjust", "spacingAndGlyphs");
        }
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
