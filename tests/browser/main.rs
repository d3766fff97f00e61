//! What a reader gets, proved in real browsers over the built site.
//!
//! The site is the folder that `SEIZED_DIST` names, else `dist` beside `Cargo.toml`; nothing here builds it. Nothing is
//! asked of any machine but this one. Tests know the page by its contract (`section#<id>`, `.figure[data-scene]`,
//! `.step[data-step]`, `.number[data-id]`, `dialog#provenance`, `html[data-state]`), never by its insides.
//!
//! No test sleeps as proof: each waits, with a deadline, for what it wants to see, and says what it saw instead. At most
//! two browsers run at a time; the one test that measures time runs alone.
//!
//! | module | what it proves |
//! |---|---|
//! | [`shapes`] | every shape reads and runs, in three engines |
//! | [`clean`] | nothing fails, shifts, blocks or asks elsewhere while the page comes to life |
//! | [`without`] | the page is complete without JavaScript, WebAssembly or ECharts |
//! | [`failures`] | whatever fails on the way, the page stays complete and says what is missing |
//! | [`panics`] | a program that stops leaves figures and words as they were |
//! | [`hosting`] | the system's nginx, as the site tells it, serves every shape at any path |
//! | [`scrolling`], [`keyboard`], [`history`], [`address`] | steps by scroll, wheel and keys; Back and Forward; the URL |
//! | [`follow`], [`framed`], [`height`] | in somebody else's page the figure follows the reader and the host stays the host's |
//! | [`hosts`] | in every kind of host nothing fails, every step is reached, heights agree, and nobody obeys a stranger |
//! | [`heights`] | embeds are as high as the table says that the code for embedding is made from |
//! | [`embedding`] | the dialog gives code that works, for everything that can be embedded |
//! | [`scenes`] | a scene looks the same however it was reached |
//! | [`field`] | what real readers, hosts and browsers do to pages like this one |
//! | [`fields`], [`readings`] | fields of squares keep count; a toggle moves all that depends on it |
//! | [`settings`], [`told`] | every control, used as a reader does, moves all that depends on it; its ends are sound |
//! | [`asked`], [`closing`] | the explorer answers and hands over; the findings tell a reader's own choices |
//! | [`asked_by_hand`] | its chart says values, and takes years and kinds, by pointer and keys |
//! | [`simulated`], [`walked`] | simulations agree in three engines; arrow keys announce the table's numbers |
//! | [`guesses`], [`typed`] | the reader's guesses by mouse and touch, and by keys in three engines; a reload keeps them |
//! | [`revealed`] | a guess is told where it is held against what is known, and nowhere else |
//! | [`around`], [`method`] | masthead, contents and findings; sources, checks and corrections as the dataset has them |
//! | [`progress`] | contents links lead on and Back returns; the bar follows the scroll |
//! | [`provenance`] | every number says who says it |
//! | [`access`] | no accessibility violation that axe-core knows |
//! | [`layout`] | nothing overlaps, clips or scrolls sideways from 320 to 1920 pixels |
//! | [`languages`] | no word of another language is left; the switch keeps step and choices |
//! | [`pseudo`] | words 40 % longer break no page |
//! | [`panels`] | the panel about the keyboard; figures to be heard |
//! | [`values`] | pointer, finger, keys and table say the same of every mark |
//! | [`light`] | scrolling reads no layout, at rest nothing runs, what is far is not loaded |
//! | [`offline`] | after one visit the page opens without a network; a newer edition is offered, never mixed in |
//! | [`found`] | links lead somewhere and are shown with a picture; linked data keeps to its types |
//! | [`taken`] | a figure’s numbers and drawing can be saved or copied, and say who says them |
//! | [`spoken`] | steps and results are spoken once they rest; sliders say values in words |
//! | [`flat`] | reduced motion and print unroll the page |
//! | [`paper`] | a print keeps figures with their words and opens what folds up |
//! | [`structure`] | ids, styles and addresses in the HTML |

/// One test each, in a module named after its engine: `name => |engine| future`. Those `at length` run only with
/// `cargo xtask test --all`.
macro_rules! in_engine {
    ($module:ident, $engine:ident; $($name:ident => $run:expr;)*) => {
        mod $module {
            use super::*;
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $name() -> anyhow::Result<()> {
                    ($run)(xtask::drivers::Engine::$engine).await
                }
            )*
        }
    };
    (at length $module:ident, $engine:ident; $($name:ident => $run:expr;)*) => {
        mod $module {
            use super::*;
            $(
                #[tokio::test(flavor = "multi_thread")]
                #[ignore = "at length"]
                async fn $name() -> anyhow::Result<()> {
                    ($run)(xtask::drivers::Engine::$engine).await
                }
            )*
        }
    };
}

/// The same tests in all three.
macro_rules! in_every_engine {
    ($($tests:tt)*) => {
        in_engine! { chromium, Chromium; $($tests)* }
        in_engine! { firefox, Firefox; $($tests)* }
        in_engine! { webkit, WebKit; $($tests)* }
    };
}

/// The same tests in all three, before a release.
macro_rules! at_length_in_every_engine {
    ($($tests:tt)*) => {
        in_engine! { at length chromium, Chromium; $($tests)* }
        in_engine! { at length firefox, Firefox; $($tests)* }
        in_engine! { at length webkit, WebKit; $($tests)* }
    };
}

/// The same tests in Chromium always, in the others before a release.
macro_rules! in_chromium_first {
    ($($tests:tt)*) => {
        in_engine! { chromium, Chromium; $($tests)* }
        in_engine! { at length firefox, Firefox; $($tests)* }
        in_engine! { at length webkit, WebKit; $($tests)* }
    };
}

mod access;
mod address;
mod around;
mod asked;
mod asked_by_hand;
mod chromium;
mod clean;
mod closing;
mod complete;
mod drawn;
mod embedding;
mod failures;
mod field;
mod fields;
mod flat;
mod follow;
mod found;
mod framed;
mod guesses;
mod height;
mod heights;
mod history;
mod host;
mod hosting;
mod hosts;
mod keyboard;
mod languages;
mod layout;
mod light;
mod method;
mod offline;
mod panels;
mod panics;
mod paper;
mod places;
mod pointing;
mod progress;
mod provenance;
mod pseudo;
mod reader;
mod readings;
mod revealed;
mod scenes;
mod scrolling;
mod settings;
mod shapes;
mod simulated;
mod site;
mod spoken;
mod structure;
mod taken;
mod told;
mod typed;
mod values;
mod walked;
mod without;
