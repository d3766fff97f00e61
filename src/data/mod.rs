//! The dataset, typed: every printed figure, its source, and what a printed figure stands for.
//!
//! `figures.csv` and `sources.csv` are the only place where a number about the world is typed.
//! This layer reads and validates them, the same way in the build, in native tests and in the
//! reader's browser; it depends on nothing right of it, and on the `csv` crate natively only.
//!
//! | file | what |
//! |---|---|
//! | `dataset.rs` | [`Dataset`]: all figures and sources, looked up by id |
//! | `read.rs` | CSV text to rows (native only) |
//! | `row.rs` | one row, read field by field; collects every problem |
//! | `sort.rs` | a sort for short lists that costs the program little |
//! | `problem.rs` | [`Problem`]: file, line, column and what is wrong |
//! | `figure.rs`, `source.rs` | one row of each file |
//! | `correction.rs` | one row of `corrections.csv` (native only) |
//! | `vocabulary.rs` | [`Scope`], [`Unit`], [`Qualifier`], [`Check`], [`Language`], [`SourceKind`] |
//! | `period.rs` | [`Year`], [`Date`], [`Period`] |
//! | `measure.rs`, `interval.rs` | units as types, and intervals of them |
//! | `printed.rs` | the convention: from value, step and qualifier to an interval |
//!
//! Invariants, each kept by a test here: a problem names its line even after quoted line breaks;
//! an interval is never inverted; the fields of a row come back out as they went in.

#[cfg(not(target_arch = "wasm32"))]
mod correction;
mod dataset;
mod figure;
mod interval;
mod measure;
mod period;
mod printed;
mod problem;
#[cfg(not(target_arch = "wasm32"))]
mod read;
mod row;
mod sort;
mod source;
mod vocabulary;

#[cfg(test)]
mod tests;

#[cfg(not(target_arch = "wasm32"))]
pub use correction::Correction;
pub use dataset::Dataset;
pub use figure::{FIGURE_COLUMNS, Figure, Value};
pub use interval::{End, Interval};
pub(crate) use measure::tidy;
pub use measure::{Count, Kilograms, Measure, Printed, Ratio};
pub use period::{Date, Period, Year};
pub use problem::Problem;
pub(crate) use sort::sort_few;
pub use source::{SOURCE_COLUMNS, Source};
pub use vocabulary::{Check, Language, Qualifier, Scope, SourceKind, Unit};

#[cfg(test)]
pub(crate) use tests::shipped;
