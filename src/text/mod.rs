//! Words: one file a language, sentences with slots, numbers as the language writes them.
//!
//! `en.toml` is the reference; a language is one more file beside it. No digit stands in a sentence: slots name
//! figures of the dataset or results of the model, and the build refuses a slot that nothing fills.

#[cfg(not(target_arch = "wasm32"))]
pub mod cldr;
pub mod csv;
pub mod fact;
pub mod number;
pub mod provenance;
pub mod render;
pub mod slot;
#[cfg(not(target_arch = "wasm32"))]
pub mod table;
pub mod template;
mod words;

pub use words::{Given, Key, Name, Words};

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
