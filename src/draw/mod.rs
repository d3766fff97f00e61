//! The chart kit: figures as data, without a browser.
//!
//! A [`Drawing`] is a list of marks, lines and words in a box of some size. The same drawing makes the still form in the
//! page, the live figure, a picture to download and the card that a link is shown with. Where words go is arithmetic:
//! [`font`] knows how wide each letter of the shipped typeface is, [`label`] chooses among the places that a figure
//! offers, and [`Drawing::faults`] says where words still touch something that is not theirs.

pub mod axis;
pub mod colour;
mod drawing;
pub mod font;
mod geometry;
pub mod label;
mod mark;
pub mod path;
mod picture;
pub mod scale;
mod svg;
mod widths;

pub use drawing::{Drawing, Group, Part};
pub use geometry::{At, Rect, Size};
pub use label::{Label, Missing, Side, Spot};
pub use mark::{Anchor, Fill, Mark, Paint, Text};
pub use picture::{About, page_patterns, picture, written_patterns};
pub use scale::Scale;
