//! JSON through the browser's own reader: a second one in the program would be a tenth of it.

use crate::chart::json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A number as JavaScript writes it, which is how JSON has it.
    #[wasm_bindgen(js_name = String)]
    fn written(number: f64) -> String;
}

/// What a JSON text stands for; undefined where it is none.
pub(super) fn parsed(json: &str) -> JsValue {
    js_sys::JSON::parse(json).unwrap_or(JsValue::UNDEFINED)
}

/// A value as JSON text.
pub(super) fn text(value: &impl serde::Serialize) -> String {
    json::text(value, written)
}

/// A text as JSON has it, in quotes.
pub(super) fn quoted(words: &str) -> String {
    text(&words)
}

/// A property; undefined where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A text; empty for what is none.
pub(super) fn string(of: &JsValue) -> String {
    of.as_string().unwrap_or_default()
}
