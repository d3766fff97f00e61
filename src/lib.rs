//! **Seized**: what Kazakhstan's drug-seizure numbers can and cannot tell you.
//!
//! An interactive explainer: readers scroll through questions, each with a figure that changes while they read, and
//! ask any number who says so. This page is the map of the code; README says how to see, embed, host and change it.
//!
//! # Bird's-eye view
//! Every page is written beforehand, complete: all prose, each figure as SVG, every table. In the browser the same
//! code, compiled to WebAssembly, takes the page over in place and computes every derived number again from the
//! dataset that ships with it. Without a program, a page misses only what moves.
//!
//! ```text
//! public/data/*.csv ─┐                          ┌─ index.html            hosted, under any path
//!                    ├─ build.rs checks both ─▶ ├─ embed/<piece>/        story, section or figure in a sandboxed frame
//! src/text/*.toml  ──┘  prerender writes        └─ seized.html           everything in one file
//! ```
//!
//! Chapter 0 is the opening, whose picture stands before its title. What never changes in a reader's browser (contents,
//! findings, takeaways, section `method`, captions, tables that no choice changes) is written beforehand alone and is no part of the
//! program.
//!
//! # Code map
//! One direction of dependency; a layer names only those left of it:
//!
//! `data → model → text → draw → chart → story → browser → view`
//!
//! | layer | what it is | knows |
//! |---|---|---|
//! | [`data`] | the dataset, typed and validated: figures, sources, periods, units, intervals | CSV rows |
//! | [`model`] | pure computations: totals, ratios, verdicts, conflicts, how many digits to show | arithmetic |
//! | [`text`] | sentences of each language, numbers as it writes them, provenance cards | words |
//! | [`draw`] | the chart kit: marks, words and where they have room, in a box; no DOM | the typeface's widths, SVG |
//! | [`chart`] | figures as pure functions of scene, facts, words and size, each a drawing; the explorer's live chart | `charming` |
//! | [`story`] | sections as constants; which step is current; the URL's state | what follows what |
//! | [`browser`](crate::browser) | the DOM: drawings in the page, observers, history, messages to a host page, ECharts | `web-sys` |
//! | [`view`](crate::view) | components, written natively and hydrated in the browser | Leptos |
//!
//! `src/build.rs` checks dataset and words before anything is compiled and turns their names into constants
//! ([`id`], [`text::key`]). `src/bin/prerender` writes all pages after Trunk's build, when the program's hashed name is
//! known. `xtask` holds the project's commands.
//!
//! | to change | touch |
//! |---|---|
//! | a figure of the dataset | a row of `public/data/figures.csv`; nothing else |
//! | a sentence | `src/text/en.toml` |
//! | a language | one more file beside it |
//! | a section | a file in `src/story`, a line in [`story::SECTIONS`] |
//! | a figure | a file in `src/chart` |
//! | how a host and an embed agree | `src/browser/js/frame.js`, `public/host.js`; README has the contract |
//! | what opens where a reader is | `src/browser/js/seen.js`; cards: [`story::beside`] |
//! | a choice under a figure | a [`story::control::Control`] of its section; a field of [`model::Choices`] |
//! | a sum or difference of printed weights | a line of [`model::ledger`]; sentences ask for it by name |
//! | a correction | a row of `public/data/corrections.csv`, the latest first |
//!
//! # Invariants
//! Each is kept by the compiler or by a test, named in brackets.
//!
//! - The layers' direction. The pure ones build without Leptos and `web-sys` [`cargo test --lib
//!   --no-default-features`; `layers_name_only_those_left_of_them`].
//! - No number in prose is typed: sentences have slots, bound to the dataset or to results [the build script].
//! - Figures and words are not in the program: a changed one needs no new WebAssembly [`tests/rebuild.rs`].
//! - Every step has alt text in every language, every section names its sources, every figure draws in every scene
//!   [`tests/story`].
//! - A missing year is a gap, never zero; an interval is never inverted; a derived figure carries the worst check of
//!   its inputs [tests beside the code].
//! - Fields of squares keep count: squares times what one stands for equal the figure beside them within half a square
//!   [`the_fields_keep_count_in_every_scene_and_reading`; `tests/browser/fields.rs`].
//! - A number seen in one copy says so beside itself in headings and takeaways [[`text::render::heading`]].
//! - The first render in the browser equals the prerendered page; the URL's state is applied afterwards.
//! - A page never gets files of another build, however it is kept [`tests/browser/offline.rs`].
//! - What is taken along says what the table says, and who says it [`tests/browser/taken.rs`]; it comes from the dataset and
//!   never from the page, whose words a browser may translate [`tests/browser/field/translation.rs`].
//! - Pages ask no other site for anything and allow no inline style or script but their own, by hash.
//!
//! # The page's contract
//! Stable; tests and anyone who scripts the page rely on it.
//!
//! - `section#<id>` with `data-chapter`; in it `.figure#fig-<id>` with `data-scene`, the `figure` in it, and
//!   `.step[data-step="<id>.<n>"]`, n from 1; the current one has `aria-current="step"`.
//! - Controls are native inputs and lists named as their URL parameter, in `[data-control=<name>]`, hidden in scenes that do not
//!   use them; the figure's table is a `table` inside its `.figure`.
//! - Where steps stand flat, `html` has the class `flat`, and a step has in `.beside` copies of its scene's controls, whose ids
//!   and names of radio buttons end with `@<id>.<n>`, and of the buttons under the figure. `html[data-low]` while the window
//!   is too low to pin.
//! - In a field of squares, `g.field` or, where it is the chosen one, `g.chosen`, each group is one `path.mark[data-id]`
//!   with a closed shape a square, in a `g.away` when it has left. `[data-choose="inside=plants"]` is what a tap chooses.
//! - A number in prose is `.number[data-id]`, its text the number as shown; while the page is live it has `role="button"`
//!   and answers to a click, Enter and the space bar; its card is `dialog#provenance`.
//! - A page that was saved while it ran is `html[data-saved]` where its scripts run; with or without them its controls are
//!   off and it says so.
//! - In an embed `html[data-scroll]` says who scrolls (`host`, `synced`, `own`, `flat`, `none`), `html[data-height]` the
//!   height last said to the host. README has the messages.
//! - In the explorer's chart a drag sideways asks for years, while `.stretch` marks them; `[data-years]` asks for all of them
//!   and is hidden while they are shown.
//! - What opens the dialog that hands a figure over is `[data-take=<figure>]`; the dialog is `dialog#take`. While a newer
//!   edition waits, `html` has `data-newer`.
//! - What opens the dialog with the code for embedding is `[data-embed=<piece>]`; the dialog is `dialog#embed`.
//! - One polite live region, `#live`. `html[data-state]` is `static`, then `live`, or `failed`;
//!   `html[data-charts="failed"]` when ECharts did not come; `.figure[data-rest="true"]` when its marks are at rest.
//! - The URL: `?step=doubled.3&base=2017`. Every control is a parameter: `inside=plants|straw|neither`,
//!   `transit=with|without`, `from=2017|2018|2019`, `arrivals=10` to `240` (half substances a year),
//!   `lag=` and `procedure=` (months), `life=` (days), `of=synthetics|all`, `caught=0` to `22` and `unsure=0` to `6`
//!   (places of their scales), `yield=5` to `25` (percent), `unit=150` to `500` (milligrams); in the explorer `place=`,
//!   `drug=`, `since=`, `until=`, `measure=weight|head|index`, `scale=linear|log`, `form=kinds|line`, in words of the
//!   dataset, `hide=` (kinds that the columns go without, with commas between them); and the guesses `share=` (0 to 100) and `line2019=` to `line2023=` (tonnes). Unknown names and values out
//!   of range are ignored.
//!
//! # Decisions
//! - **Each section is a hydration root of its own**, nearest first, each in its own task: one root for a page of this
//!   size is one long task on a phone. Clicks on numbers are delegated.
//! - **Sentences are set as HTML strings**, not as components: text, slots and emphasis are pure and tested natively,
//!   the program stays small, and no text node is kept that a translator may take away.
//! - **A number is no `button`**: modes for reading, archives and copied text drop buttons with what stands in them. The
//!   program makes it one that can be activated when it comes.
//! - **"Without a program" is a style sheet that a script switches off**, as no attribute or class does: who saves the page
//!   while it runs saves what it looks like without.
//! - **One drawing for everything**: [`chart::Scene::drawing`] makes the still form, the live figure, print, what is taken
//!   along and the cards of links. Words are placed by arithmetic, with the typeface's own widths (`draw/widths.rs`, which
//!   the build compares with the font); a browser is never asked how wide a word is, and nothing is put right afterwards.
//! - **A scene changes by a crossfade of two pictures**: moving sixty marks drops a quarter of a phone's frames. A drawing
//!   with the same `data-layout` is renewed in place, so that the style sheet can move what leaves.
//! - **Scrolling reads nothing from layout.** Where steps stand is remembered, and measured again when a size changes. A
//!   section is taken over, drawn and renewed only near the reader (`browser/near.rs`).
//! - **ECharts draws the explorer alone**, and is loaded by whoever comes near it. charming specifies that chart, our own
//!   binding draws it: charming's renderer draws on canvas and cannot update in place. [`chart::Chart`] holds charming's
//!   grid, axes and series instead of `charming::Chart`, whose kinds of series would all be written into the program.
//! - **A group of squares is one mark.** A thousand squares are there before any program, and fall by the style sheet
//!   alone.
//! - **Inputs are written as HTML and heard at the document**, like numbers: as components they were 17 kB.
//! - **The accent of the opening is not explained there**: it would answer the guess. Section `plants` does.
//! - **In a window lower than 30 times the size of its letters nothing is pinned**: a figure would cover every word. The page
//!   stands flat, as in print, with each scene's controls beside its step. Figures are drawn as they come near; all at
//!   once they would stop whoever turns a phone.
//! - **Colours are two forms behind two switches**, `var(--light, …) var(--dark, …)`: browsers of 2023 have no
//!   `light-dark()`. `browserslist` in `package.json` has the oldest browsers, and MDN's data says what they lack.
//! - **Provenance cards are not modal**: a frame as high as its content has no middle that a reader sees.
//! - **Dialogs are modal and put where the reader is before they open**: the focus that goes into them then has nothing to
//!   scroll, neither here nor in a host. Which part of a frame is seen says an observer (`js/seen.js`), without the program.
//! - **An error is ours if it leaves a call of our program**: the glue calls it through a guard of the loader's. What a
//!   browser reports of errors in a page may be about any script, and in a sandbox does not say about which.
//! - **What a host hears is said without the program**, by `js/frame.js` in the page: an embed whose program is blocked or
//!   late is as high as any other. It finds out who scrolls; the program reads that from `html[data-scroll]`.
//! - **The dialog for embedding is a script of its own**, loaded when it is asked for: one reader in a thousand is an
//!   editor. Its inputs and codes are written with the page.
//! - **In a frame that the host scrolls the figure glides for 80 ms to where it belongs.** It hears of the scroll a frame or
//!   two late; without gliding it jumped by 6 pixels a frame at 600 pixels a second, with it by less than a tenth.
//! - **The program is small on purpose.** What costs kilobytes each, and has a small twin here: printing or parsing an
//!   `f64` (`Numbers::fixed`, `data::row`), the library's sorts (`data::sort`), another type of map, an unboxed closure
//!   in `browser` or `view`, `serde_json` beyond native code (`chart::json`). `sizes.json` says what a change cost.
//! - **What no choice changes is given, not computed**: in sections that no choice moves the results in sentences
//!   and their cards are made when the words are built (`prerender/given.rs`) and travel with them.
//! - **The program has a standard library of its own**, the same release's source built for size and without the words of
//!   panics (`xtask/src/build.rs`): a twelfth less to load, and Rust stays the stable one.
//! - **CLDR travels as data**: separators and plural categories are read by ICU4X when the words are built.

pub mod chart;
pub mod data;
pub mod draw;

pub mod model;
pub mod story;
pub mod text;

#[cfg(feature = "view")]
pub mod browser;
#[cfg(feature = "view")]
pub mod view;

/// One constant a figure of the dataset: its id.
pub mod id {
    include!(concat!(env!("OUT_DIR"), "/ids.rs"));
}
