//! What a reader gets, proved in real browsers over the built site.
//!
//! The site is the folder that `SEIZED_DIST` names, else `dist` beside `Cargo.toml`; nothing here builds it. Nothing is
//! asked of any machine but this one. Tests know the page by its contract (`section#<id>`, `figure[data-scene]`,
//! `.step[data-step]`, `button.number[data-id]`, `dialog#provenance`, `html[data-state]`), never by its insides.
//!
//! No test sleeps as proof: each waits, with a deadline, for what it wants to see, and says what it saw instead. At most
//! two browsers run at a time; the one test that measures time runs alone.
//!
//! | module | what it proves |
//! |---|---|
//! | [`shapes`] | every shape reads and runs, in three engines |
//! | [`clean`] | nothing fails, shifts, blocks or asks elsewhere while the page comes to life |
//! | [`without`] | the page is complete without JavaScript, WebAssembly or ECharts |
//! | [`scrolling`], [`history`], [`address`] | steps by scroll, wheel and keys; Back and Forward; the URL |
//! | [`follow`], [`framed`], [`height`] | in somebody else's page the figure follows the reader and the host stays the host's |
//! | [`scenes`] | a scene looks the same however it was reached |
//! | [`provenance`] | every number says who says it |
//! | [`access`] | no accessibility violation that axe-core knows |
//! | [`layout`] | nothing overlaps, clips or scrolls sideways from 320 to 1920 pixels |
//! | [`flat`] | reduced motion and print unroll the page |
//! | [`structure`] | ids, styles and addresses in the HTML |

mod access;
mod address;
mod chromium;
mod clean;
mod flat;
mod follow;
mod framed;
mod height;
mod history;
mod host;
mod layout;
mod provenance;
mod reader;
mod scenes;
mod scrolling;
mod shapes;
mod site;
mod structure;
mod without;
