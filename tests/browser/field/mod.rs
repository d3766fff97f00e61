//! What was reported of pages like this one by readers, hosts and browsers, tried on ours. Each module is a kind of
//! fault, each test's name what was reported.

mod article;
mod cards;
mod dialogs;
mod errors;
mod foreign_styles;
mod keys;
mod names;
mod passed_on;
mod pointer;
mod reader_modes;
mod saved_copies;
mod silence;
mod translation;
mod wrappers;
