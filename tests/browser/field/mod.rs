//! What was reported of pages like this one by readers, hosts and browsers, tried on ours. Each module is a kind of
//! fault, each test's name what was reported.

mod foreign_styles;
mod names;
mod passed_on;
mod reader_modes;
mod saved_copies;
mod silence;
mod translation;
