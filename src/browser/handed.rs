//! What the loader handed over: rows of the dataset, the language's words, the shape of the page.

use super::json::{get, parsed, string};
use super::page::Shape;
use crate::data::{Dataset, Problem};
use crate::text::Words;
use crate::text::number::Numbers;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// The rows that the page carries, read and checked.
///
/// # Errors
/// What is wrong with them. Throws where there are none.
pub fn dataset() -> Result<Dataset, Vec<Problem>> {
    let both = Array::from(&table("data"));
    Dataset::from_lines(&string(&both.get(0)), &string(&both.get(1)))
}

/// The words of the page's language. Throws where there are none.
pub fn words() -> Words {
    let table = table("words");
    let numbers = get(&table, "numbers");
    let small = |number: JsValue| number.as_f64().unwrap_or_default() as u8;
    let numbers = Numbers {
        decimal: string(&get(&numbers, "decimal")),
        group: string(&get(&numbers, "group")),
        least: usize::from(small(get(&numbers, "least"))),
        minus: string(&get(&numbers, "minus")),
        plurals: Array::from(&get(&numbers, "plurals")).iter().map(small).collect(),
    };
    let given = rows(&get(&table, "given")).into_iter().filter_map(|row| row.try_into().ok()).collect();
    let names = rows(&get(&table, "names")).into_iter().filter_map(|row| row.try_into().ok()).collect();
    CARDS.set(get(&table, "cards"));
    Words::new(string(&get(&table, "language")), numbers, rows(&get(&table, "entries")), given, names)
}

thread_local! {
    /// Cards that were written beforehand, by what they are of.
    static CARDS: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// The inside of a card that no choice changes, as it was written beforehand.
pub fn card(id: &str) -> Option<String> {
    CARDS.with_borrow(|cards| get(cards, id).as_string())
}

/// Which of its shapes the page has.
pub fn shape() -> Shape {
    let name = string(&handed("shape"));
    [Shape::Embed, Shape::Figure].into_iter().find(|shape| shape.name() == name).unwrap_or(Shape::Story)
}

fn handed(name: &str) -> JsValue {
    get(&get(&js_sys::global(), "seized"), name)
}

/// The JSON text handed over under `name`, read.
fn table(name: &str) -> JsValue {
    parsed(&string(&handed(name)))
}

fn rows(of: &JsValue) -> Vec<Vec<String>> {
    Array::from(of).iter().map(|row| Array::from(&row).iter().map(|field| string(&field)).collect()).collect()
}
