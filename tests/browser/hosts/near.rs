//! Messages that are nearly ours: each is a valid one with something wrong in it. They are the same on every run.

use anyhow::{Result, anyhow};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How many there are.
pub const COUNT: usize = 10_000;

/// Stand in JSON for values that JSON does not have; [`script`] revives them.
const TOKENS: [&str; 6] = ["$NaN", "$Infinity", "$-Infinity", "$undefined", "$bigint", "$date"];

/// Near the bounds of what is obeyed, and far from them.
const NUMBERS: [f64; 12] =
    [-1.0, -0.5, 0.0, 0.5, 2.0, 49.0, 49.9, 700.5, 100_000.5, 100_001.0, 9_007_199_254_740_993.0, 1e308];

/// Words of the protocol in the wrong place, and scripts that would tell the witness that they ran.
const TEXTS: [&str; 24] = [
    "",
    "0",
    "1",
    "700",
    "700px",
    "1e3",
    "true",
    "null",
    "amp",
    "AMP",
    "embed-size",
    "seized",
    "hello",
    "welcome",
    "top",
    "height",
    "versions",
    "__proto__",
    "constructor",
    "xPYMx",
    "\u{0}",
    "<img src=x onerror=\"seen.broken.push('ran')\">",
    "<script>seen.broken.push('ran')</script>",
    "javascript:seen.broken.push('ran')",
];

/// Every message that one side or the other obeys.
pub fn valid() -> Vec<Value> {
    vec![
        json!({ "seized": "hello", "versions": [1], "sticky": true }),
        json!({ "seized": "welcome", "version": 1, "sticky": true }),
        json!({ "seized": "top", "top": 200 }),
        json!({ "seized": "scroll", "top": 200 }),
        json!({ "sentinel": "amp", "type": "embed-size", "height": 700 }),
        json!({ "sentinel": "amp", "type": "frames-init" }),
        json!({ "datawrapper-height": { "seized": 700 } }),
        json!("pymxPYMxslotxPYMxwidthxPYMx700"),
        json!("pymxPYMxslotxPYMxheightxPYMx700"),
        json!("{\"method\":\"resize\",\"height\":700}"),
    ]
}

/// Whether somebody may change something because of it. Being asked for the height again changes nothing, nor may a
/// frame scroll its host when its reader has pressed nothing.
fn is_obeyed(message: &Value) -> bool {
    let number = |name: &str| message[name].as_f64();
    let length = |name: &str, least: f64| number(name).is_some_and(|length| (least..=100_000.0).contains(&length));
    let is_one = |version: &Value| version.as_f64() == Some(1.0);
    let hello = message["versions"].as_array().is_some_and(|versions| versions.iter().any(is_one));
    match message["seized"].as_str() {
        Some("hello") if hello => true,
        Some("welcome") if is_one(&message["version"]) && message["sticky"] == true => true,
        Some("top") if length("top", 0.0) => true,
        _ => {
            let whole = number("height").is_some_and(|height| height.fract() == 0.0);
            message["sentinel"] == "amp" && message["type"] == "embed-size" && whole && length("height", 50.0)
        }
    }
}

fn text() -> impl Strategy<Value = String> + Clone {
    let long = (1_000..9_000_usize).prop_map(|length| "9".repeat(length));
    prop_oneof![8 => select(&TEXTS[..]).prop_map(str::to_owned), 4 => "\\PC{0,24}", 1 => long]
}

/// A value of any type that JSON has and some that it has not, up to three deep.
fn odd() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        select(&NUMBERS[..]).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::num::f64::NORMAL.prop_map(Value::from),
        (-3..70_000).prop_map(Value::from),
    ];
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        2 => select(&TOKENS[..]).prop_map(Value::from),
        4 => number,
        4 => text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let object = prop::collection::vec((text(), inner.clone()), 0..4)
            .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>()));
        prop_oneof![prop::collection::vec(inner, 0..4).prop_map(Value::from), object]
    })
}

/// A message with one thing wrong.
fn spoilt(valid: &Value, how: usize, place: Index, odd: Value, text: String) -> Value {
    match (how, valid) {
        (0, _) => odd,
        (1, _) => json!([valid, odd]),
        (2, _) => Value::Object(Map::from_iter([(text, valid.clone())])),
        (3, _) => Value::from(format!("{valid}{text}")),
        (_, Value::Object(fields)) => {
            let mut fields = fields.clone();
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = place.get(&names);
            match how {
                4 => _ = fields.remove(name),
                5 => _ = fields.remove(name).and_then(|value| fields.insert(text, value)),
                _ => _ = fields.insert(name.clone(), odd),
            }
            Value::Object(fields)
        }
        (_, words) => {
            let words: Vec<char> = words.as_str().unwrap_or_default().chars().collect();
            let (before, after) = words.split_at(place.index(words.len()));
            let inserted: Vec<char> = text.chars().collect();
            let rest = after.get(how..).unwrap_or_default();
            Value::from([before, &inserted, rest].concat().iter().collect::<String>())
        }
    }
}

/// [`COUNT`] messages, all different, that nobody obeys.
pub fn messages() -> Result<Vec<Value>> {
    let mut runner = TestRunner::deterministic();
    let message = (select(valid()), 0..12_usize, any::<Index>(), odd(), text())
        .prop_map(|(valid, how, place, odd, text)| spoilt(&valid, how, place, odd, text));
    let mut known = BTreeSet::new();
    let mut messages = Vec::new();
    while messages.len() < COUNT {
        let message = message.new_tree(&mut runner).map_err(|reason| anyhow!("{reason}"))?.current();
        if !is_obeyed(&message) && known.insert(message.to_string()) {
            messages.push(message);
        }
    }
    Ok(messages)
}

/// A script that gives a page `hostile`, all of these messages, and `valid`, those that are obeyed from the right window.
pub fn script() -> Result<String> {
    let literal =
        |messages: Vec<Value>| -> Result<String> { Ok(serde_json::to_string(&serde_json::to_string(&messages)?)?) };
    Ok(format!(
        "{{
           const values = [NaN, Infinity, -Infinity, undefined, 10n ** 30n, new Date(NaN)];
           const odd = new Map({}.map((token, place) => [token, values[place]]));
           const revive = (name, value) => odd.has(value) ? odd.get(value) : value;
           globalThis.hostile = JSON.parse({}, revive);
           globalThis.valid = JSON.parse({});
         }}",
        json!(TOKENS),
        literal(messages()?)?,
        literal(valid())?
    ))
}
