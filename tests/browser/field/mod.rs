//! What was reported of pages like this one by readers, hosts and browsers, tried on ours. Each module is a kind of
//! fault, each test's name what was reported.

mod dark_paper;
mod low_windows;
mod low_windows_in_hosts;
mod older_browsers;
mod touch;
