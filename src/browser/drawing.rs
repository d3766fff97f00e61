//! Drawings in the page: changed in place where only amounts differ, faded over where a scene does.

use super::dom::{all, document, matches, once};
use super::room::{replace_still, rest, settle};
use super::values;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Shows a drawing in `place`. One with the same layout as what stands there changes it in place, so that the style
/// sheet moves what has left; any other replaces it, with `fades` under what is fading out.
pub(super) fn show(place: &HtmlElement, markup: &str, fades: bool) {
    values::hide();
    let Ok(made) = document().create_element("div") else { return };
    made.set_class_name("layer");
    made.set_inner_html(markup);
    let before = current(place);
    replace_still(place);
    if let Some(before) = &before
        && let (Some(old), Some(new)) = (before.first_element_child(), made.first_element_child())
        && old.get_attribute("data-layout") == new.get_attribute("data-layout")
    {
        renew(&old, &new);
        return settle(place);
    }
    // What is fading out already goes at once.
    all(place, ".leaving").iter().for_each(Element::remove);
    let Some(before) = before else {
        let _ = place.append_child(&made);
        return rest(place, true);
    };
    if !fades || matches("(prefers-reduced-motion: reduce)") {
        let _ = place.replace_child(&made, &before);
        return rest(place, true);
    }
    rest(place, false);
    let _ = made.class_list().add_1("coming");
    let _ = before.class_list().add_1("leaving");
    let _ = place.insert_before(&made, Some(&before));
    let (inside, leaving) = (place.clone(), before.clone());
    once(
        &before,
        "animationend",
        Box::new(move || {
            leaving.remove();
            rest(&inside, true);
        }),
    );
}

/// The drawing that a reader sees, or is about to.
pub(super) fn current(place: &Element) -> Option<Element> {
    let layers = all(place, ".layer:not(.leaving)");
    layers.into_iter().next_back()
}

/// Changes what stands there, child by child, into what is new. What has other attributes than before is replaced.
fn renew(old: &Element, new: &Element) {
    for name in names(new) {
        let value = new.get_attribute(&name).unwrap_or_default();
        if old.get_attribute(&name).as_ref() != Some(&value) {
            let _ = old.set_attribute(&name, &value);
        }
    }
    let (olds, news) = (old.children(), new.children());
    if olds.length() == 0 && news.length() == 0 {
        if old.text_content() != new.text_content() {
            old.set_text_content(new.text_content().as_deref());
        }
        return;
    }
    let list = |children: &web_sys::HtmlCollection| -> Vec<Element> {
        (0..children.length()).filter_map(|place| children.item(place)).collect()
    };
    let (olds, news) = (list(&olds), list(&news));
    for (place, new) in news.iter().enumerate() {
        match olds.get(place) {
            Some(known) if known.tag_name() == new.tag_name() && names(known) == names(new) => renew(known, new),
            Some(known) => _ = old.replace_child(new, known),
            None => _ = old.append_child(new),
        }
    }
    olds.iter().skip(news.len()).for_each(Element::remove);
}

/// The names of an element's attributes, in their order.
fn names(element: &Element) -> Vec<String> {
    element.get_attribute_names().iter().filter_map(|name| name.as_string()).collect()
}

/// The marks of the drawing that a reader sees in a chart, in its order; those that have left are not among them.
pub(super) fn marks(chart: &Element) -> Vec<Element> {
    let shown = |place: Element| place.dyn_into::<HtmlElement>().ok().filter(|place| place.offset_width() > 0);
    // Out of sight it has room still where ECharts draws over it.
    let seen = !chart.has_attribute("data-live");
    let still = || all(chart, ".still > div").into_iter().filter(|_| seen).find_map(shown).map(Element::from);
    let Some(drawing) = current(chart).or_else(still) else { return Vec::new() };
    let mut marks = all(&drawing, ".mark[data-name]");
    marks.retain(|mark| mark.closest(".away").ok().flatten().is_none());
    marks
}
