//! What was reported of pages like this one by readers, hosts and browsers, tried on ours. Each module is a kind of
//! fault, each test's name what was reported.

mod dark_paper;
mod older_browsers;
mod touch;
