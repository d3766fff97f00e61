//! What was reported of pages like this one by readers, hosts and browsers, tried on ours. Each module is a kind of
//! fault, each test's name what was reported.

mod article;
mod cards;
mod dark_paper;
mod dialogs;
mod errors;
mod foreign_styles;
mod keys;
mod low_windows;
mod low_windows_in_hosts;
mod names;
mod older_browsers;
mod passed_on;
mod pointer;
mod reader_modes;
mod saved_copies;
mod silence;
mod touch;
mod translation;
mod wrappers;
