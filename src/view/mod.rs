//! Leptos components: the same functions write the pages natively and take them over in the browser.
//!
//! Each section is its own root, so that taking a page over is many short tasks instead of one long one. What the
//! first render shows must equal the prerendered page: the state of the URL is applied afterwards.
//!
//! All words are set as `inner_html`: a browser that translates the page may have replaced every text node before the
//! program comes, and takes the ones that it would keep away later.

mod card;
#[cfg(not(target_arch = "wasm32"))]
mod control;
mod figure;
mod live;
mod section;
#[cfg(target_arch = "wasm32")]
mod start;
mod steps;
mod written;

pub use card::card;
pub use section::section;
#[cfg(target_arch = "wasm32")]
pub use start::start;
#[cfg(not(target_arch = "wasm32"))]
pub use written::Stills;
