//! The project's own commands, `cargo xtask <command>`, and what its tests share.
//!
//! | module | what it does |
//! |---|---|
//! | [`cli`] | reads the command line and runs one command |
//! | [`build`](mod@build), [`serve`], [`test`](mod@test), [`shots`], [`verify`] | the commands |
//! | [`tools`] | finds or installs, once and pinned, what the commands need |
//! | [`server`] | a static file server that sends what a host would send |
//! | [`nginx`] | the system's nginx with the configuration that ships with the site |
//! | [`drivers`] | Chromium, Firefox and WebKit under WebDriver, gone when dropped |
//! | [`project`], [`run`], [`tally`], [`sizes`] | paths, child processes, counting tests, size budgets |
//!
//! [`server`], [`nginx`] and [`drivers`] are a library for tests; they print nothing.
//! Everything else prints what it does before it does it.

pub mod build;
pub mod cli;
pub mod drivers;
pub mod nginx;
pub mod project;
pub mod run;
pub mod serve;
pub mod server;
pub mod shots;
pub mod sizes;
pub mod tally;
pub mod test;
pub mod tools;
pub mod verify;
