//! The value of a mark, written in the chart: of the one nearest to the pointer or finger, or that the arrow keys stand
//! on. One way for all figures.

use super::dom::{closest, document, drawn, first, listen, next_frame, over, pixels};
use super::drawing::marks;
use super::hand;
use super::page::Page;
use js_sys::parse_float;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent};

/// So far from a mark a pointer still means it, in CSS pixels.
const REACH: f64 = 36.0;

thread_local! {
    /// The mark whose value is written, and where.
    static SHOWN: RefCell<Option<(Element, HtmlElement)>> = const { RefCell::new(None) };
    /// Where the pointer was last, while a frame is awaited to look at it.
    static MOVED: RefCell<Option<Event>> = const { RefCell::new(None) };
    /// Whether the last press was a finger's.
    static TOUCHED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to hear pointers over charts.
pub(super) fn watch(page: Page) {
    listen(
        &document(),
        "pointermove",
        true,
        Box::new(move |event| {
            if is_touch(&event) {
                return;
            }
            let waits = MOVED.replace(Some(event)).is_some();
            if !waits {
                next_frame(Box::new(move || {
                    if let Some(event) = MOVED.take() {
                        point(&event);
                        hand::hover(page, &event);
                    }
                }));
            }
        }),
    );
    listen(&document(), "pointerdown", true, Box::new(|event| TOUCHED.set(is_touch(&event))));
}

/// Whether the last press was a finger's: its first one only shows a value.
pub(super) fn was_touched() -> bool {
    TOUCHED.get()
}

fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

fn point(event: &Event) {
    match found(event, true) {
        Some((chart, mark)) => show(&chart, &mark),
        None => hide(),
    }
}

/// The fact of the mark that a press means, with its chart. A finger's first press only shows the value.
pub(super) fn pressed(event: &Event) -> Option<(String, HtmlElement)> {
    // Beside its marks, a part that can be chosen is chosen.
    let (chart, mark) = found(event, drawn(event, "[data-choose]").is_none())?;
    let known = SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(|(shown, _)| *shown == mark));
    show(&chart, &mark);
    let opens = known || !was_touched();
    opens.then(|| (mark.get_attribute("data-id").unwrap_or_default(), chart))
}

/// The chart under an event, and the mark that it means: the one that was hit, or the nearest within reach where `near`
/// will do.
fn found(event: &Event, near: bool) -> Option<(HtmlElement, Element)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let chart = closest(&target, ".chart, .step-figure")?;
    // Where a pointer draws, it says something else.
    if first(&chart, "[data-pad]").is_some() {
        return drawn(event, ".mark").map(|mark| (chart, mark));
    }
    let hit = drawn(event, ".mark").filter(|mark| mark.has_attribute("data-name"));
    let nearest = || {
        let pointer = event.dyn_ref::<MouseEvent>()?;
        let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
        let mut best: Option<(f64, Element)> = None;
        let known = marks(&chart);
        let to_page = Projection::of(known.first()?)?;
        for mark in known {
            let Some(at) = to_page.place(&mark) else { continue };
            let far = (at.0 - x).hypot(at.1 - y);
            if far < REACH && best.as_ref().is_none_or(|(least, _)| far < *least) {
                best = Some((far, mark));
            }
        }
        best.map(|(_, mark)| mark)
    };
    hit.or_else(|| near.then(nearest)?).map(|mark| (chart, mark))
}

/// From a drawing's own coordinates to the window's.
struct Projection {
    left: f64,
    top: f64,
    scale: f64,
}

impl Projection {
    fn of(mark: &Element) -> Option<Self> {
        let svg = mark.closest("svg").ok()??;
        let view = svg.get_attribute("viewBox")?;
        let ends: Vec<f64> = view.split(' ').map(parse_float).collect();
        let (box_, [_, _, width, height]) = (svg.get_bounding_client_rect(), ends[..].try_into().ok()?);
        let scale = (box_.width() / width).min(box_.height() / height);
        Some(Self {
            left: box_.left() + (box_.width() - width * scale) / 2.0,
            top: box_.top() + (box_.height() - height * scale) / 2.0,
            scale,
        })
    }

    fn place(&self, mark: &Element) -> Option<(f64, f64)> {
        let at = mark.get_attribute("data-at")?;
        let (x, y) = at.split_once(' ')?;
        let (x, y) = (parse_float(x), parse_float(y));
        Some((self.left + x * self.scale, self.top + y * self.scale))
    }
}

/// Writes the value of a mark beside it.
pub(super) fn show(chart: &HtmlElement, mark: &Element) {
    if SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(|(known, _)| known == mark)) {
        return;
    }
    hide();
    let (Some(name), Some(projection)) = (mark.get_attribute("data-name"), Projection::of(mark)) else { return };
    let Some((x, y)) = projection.place(mark) else { return };
    let around = chart.get_bounding_client_rect();
    let Some(value) = over(chart, "value") else { return };
    value.set_text_content(Some(&name));
    value.set_hidden(false);
    let (x, y) = (x - around.left(), y - around.top());
    // In the outer thirds it begins or ends at its mark, so that it stays inside without being measured.
    let side = match x / around.width() {
        share if share < 0.33 => "start",
        share if share > 0.67 => "end",
        _ => "middle",
    };
    let _ = value.set_attribute("data-side", side);
    let _ = value.set_attribute("data-under", if y < 48.0 { "true" } else { "false" });
    let _ = value.style().set_property("left", &pixels(x));
    let _ = value.style().set_property("top", &pixels(y));
    let _ = mark.class_list().add_1("walked");
    SHOWN.set(Some((mark.clone(), value)));
}

/// Takes the value away.
pub(super) fn hide() {
    if let Some((mark, value)) = SHOWN.take() {
        let _ = mark.class_list().remove_1("walked");
        value.set_hidden(true);
    }
}

/// Moves along a chart's marks in their order, from the one whose value is written; a step of zero stays there.
pub(super) fn walk(chart: &HtmlElement, step: isize) -> Option<Element> {
    let marks = marks(chart);
    let at = SHOWN.with_borrow(|shown| {
        let (known, _) = shown.as_ref()?;
        marks.iter().position(|mark| mark == known)
    });
    let mark = marks.get(next(at, step, marks.len())?)?;
    show(chart, mark);
    Some(mark.clone())
}

/// The place of the mark that a step leads to among so many: from none to the first or the last, and never beyond them; a
/// step of zero stays.
pub(super) fn next(at: Option<usize>, step: isize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (at, step) {
        (None, 0) => None,
        (None, step) => Some(if step > 0 { 0 } else { last }),
        (Some(at), step) => Some(at.saturating_add_signed(step).min(last)),
    }
}
