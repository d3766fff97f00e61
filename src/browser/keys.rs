//! The keyboard inside a chart: arrows walk its marks, Enter opens the card of the one they stand on; in the explorer's
//! some ask for fewer years, or more.

use super::dom::{announce, around, document, listen};
use super::page::Page;
use super::{card, marked, values, years};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Begins to hear keys in charts. Keys with a modifier are the browser's.
pub(super) fn watch(page: Page) {
    listen(
        &document(),
        "keydown",
        false,
        Box::new(move |event| {
            let Some(chart) = around(&event, ".chart") else { return };
            let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
            if pressed.alt_key() || pressed.ctrl_key() || pressed.meta_key() {
                return;
            }
            // On many keyboards a plus is written with Shift.
            if years::press(page, &chart, &pressed.key()) {
                event.prevent_default();
                return;
            }
            if pressed.shift_key() {
                return;
            }
            let step = match pressed.key().as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => -1,
                "Enter" | " " => 0,
                _ => return,
            };
            let fact = marked::walk(page, &chart, step).or_else(|| {
                let mark = values::walk(&chart, step)?;
                if step != 0 {
                    announce(&mark.get_attribute("data-name").unwrap_or_default());
                }
                mark.get_attribute("data-id")
            });
            let Some(fact) = fact else { return };
            event.prevent_default();
            if step == 0 {
                card::open(page, fact, &chart);
            }
        }),
    );
}
