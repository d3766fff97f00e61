//! The browser: the only place that touches `web-sys`. Observers and events feed signals; signals move the page.
//!
//! [`page`] is what components share and compiles natively too; everything that needs a browser is absent there.

mod page;

#[cfg(not(target_arch = "wasm32"))]
mod absent;
#[cfg(target_arch = "wasm32")]
mod band;
#[cfg(target_arch = "wasm32")]
mod begin;
#[cfg(target_arch = "wasm32")]
mod beside;
#[cfg(target_arch = "wasm32")]
pub mod card;
#[cfg(target_arch = "wasm32")]
mod closing;
#[cfg(target_arch = "wasm32")]
mod controls;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod drawing;
#[cfg(target_arch = "wasm32")]
mod echarts;
#[cfg(target_arch = "wasm32")]
mod explorer;
#[cfg(target_arch = "wasm32")]
pub mod figure;
#[cfg(target_arch = "wasm32")]
mod follow;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod hand;
#[cfg(target_arch = "wasm32")]
pub mod handed;
#[cfg(target_arch = "wasm32")]
mod json;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod marked;
#[cfg(target_arch = "wasm32")]
pub mod near;
#[cfg(target_arch = "wasm32")]
mod pads;
#[cfg(target_arch = "wasm32")]
mod print;
#[cfg(target_arch = "wasm32")]
mod progress;
#[cfg(target_arch = "wasm32")]
mod rest;
#[cfg(target_arch = "wasm32")]
mod room;
#[cfg(target_arch = "wasm32")]
pub mod scrolly;
#[cfg(target_arch = "wasm32")]
mod taken;
#[cfg(target_arch = "wasm32")]
pub mod tasks;
#[cfg(target_arch = "wasm32")]
mod url;
#[cfg(target_arch = "wasm32")]
mod values;
#[cfg(target_arch = "wasm32")]
mod years;

#[cfg(not(target_arch = "wasm32"))]
pub use absent::{card, figure, handed, scrolly};
#[cfg(target_arch = "wasm32")]
pub use begin::begin;
#[cfg(target_arch = "wasm32")]
pub use dom::{after, by_id};
pub use page::{Charts, Page, Scope, Shape};
