//! Feeds the scrolly: where steps stand and what is visible, from scroll events or, in a frame, from sentinels.

use super::dom::{
    after, all, announce_soon, closest, document, first, listen, matches, next_frame, on_resize, pixels, window,
};
use super::page::{Page, Shape};
use super::{band, frame, near, print, progress, url};
use crate::story::scrolly::{Band, current_step, figure_offset};
use crate::story::{SECTIONS, Section};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// From this width on, figure and text stand side by side (`layout.css` has the same).
const SIDE_BY_SIDE: &str = "(min-width: 60rem)";

/// Milliseconds that a band must stand to say how high a host's window is.
const STOOD: i32 = 120;

/// Where a section's figure and steps stand, in the page's pixels from its top.
struct Row {
    section: &'static Section,
    element: HtmlElement,
    figure: HtmlElement,
    figure_height: f64,
    /// The row's upper edge and height.
    column: (f64, f64),
    /// Upper edges of its steps.
    steps: Vec<f64>,
}

/// What scrolling needs to know of the layout; measured when that changes, never while scrolling.
#[derive(Clone, Copy, Default)]
struct Measures {
    /// Heights of the page and of the window.
    page: f64,
    window: f64,
    /// Whether figure and text stand side by side.
    wide: bool,
}

thread_local! {
    static BAND: Cell<Option<Band>> = const { Cell::new(None) };
    /// How high the window of a host that scrolls us is, once it has been seen.
    static HOST: Cell<Option<f64>> = const { Cell::new(None) };
    /// A step that was asked for holds until the reader moves from here: the top of the band, once it is known.
    static HELD: Cell<Option<Option<f64>>> = const { Cell::new(None) };
    static AMONG: Cell<bool> = const { Cell::new(false) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
    /// Whether the layout may have changed since it was measured.
    static STALE: Cell<bool> = const { Cell::new(true) };
    static ROWS: RefCell<Vec<Row>> = const { RefCell::new(Vec::new()) };
    static MEASURES: Cell<Measures> = const { Cell::new(Measures { page: 0.0, window: 0.0, wide: false }) };
}

/// Begins to follow the reader.
pub(super) fn watch(page: Page) {
    let found = |section: &&'static Section| {
        let element = first(&document().get_element_by_id(section.id)?, ".scrolly")?;
        let (figure, steps) = (first(&element, ".figure")?, Vec::new());
        Some(Row { section, element, figure, figure_height: 0.0, column: (0.0, 0.0), steps })
    };
    let rows: Vec<Row> = SECTIONS.iter().filter_map(found).collect();
    let again = move || {
        STALE.set(true);
        ask(page);
    };
    // Whatever is above a row moves it, and the page grows or shrinks with it.
    rows.iter().for_each(|row| on_resize(&row.element, Box::new(again)));
    document().body().iter().for_each(|body| on_resize(body, Box::new(again)));
    ROWS.set(rows);
    if page.shape == Shape::Embed && frame::is_framed() {
        let seen = move |band| {
            BAND.set(Some(band));
            if frame::scrolls("host") {
                measure(page);
                measure_host(page, band);
            }
        };
        band::watch(Box::new(seen), Box::new(move || print::unroll(page)));
    }
    listen(&window(), "scroll", true, Box::new(move |_| ask(page)));
    listen(&window(), "resize", true, Box::new(move |_| again()));
    ask(page);
}

/// Learns how high the host's window is, once a band has stood for a moment: while the host scrolls, its edges are told one
/// after the other.
fn measure_host(page: Page, band: Band) {
    after(
        STOOD,
        Box::new(move || {
            let height = band.bottom - band.top;
            if BAND.get() == Some(band) && ends_within(band) && HOST.get() != Some(height) {
                HOST.set(Some(height));
                print::settle(page);
                ask(page);
            }
        }),
    );
}

/// Looks where the reader is once before the next frame, however often it was asked.
pub(super) fn ask(page: Page) {
    if !ASKED.replace(true) {
        next_frame(Box::new(move || {
            ASKED.set(false);
            measure(page);
        }));
    }
}

/// The part of the page that the reader sees, in the page's pixels.
pub(super) fn visible_band() -> Band {
    band_in(|| inner_height().unwrap_or_default())
}

/// The same where it is known, or not asked unless it is needed, how high the window is.
fn band_in(window_height: impl Fn() -> f64) -> Band {
    BAND.get().filter(|_| frame::scrolls("host")).unwrap_or_else(|| {
        let top = window().scroll_y().unwrap_or_default();
        Band { top, bottom: top + window_height() }
    })
}

fn inner_height() -> Option<f64> {
    window().inner_height().ok()?.as_f64()
}

/// A band that ends inside page and frame is as high as the host's window; one at an edge is only what shows of us.
fn ends_within(band: Band) -> bool {
    let measures = MEASURES.get();
    let end = measures.page.min(measures.window + window().scroll_y().unwrap_or_default());
    band.top > 1.0 && band.bottom < end - 1.0
}

/// How high the window is in which the reader sees the page; `None` while a host's is not known.
pub(super) fn seen_height() -> Option<f64> {
    if frame::scrolls("host") { HOST.get() } else { inner_height() }
}

/// Where on the visible part a step stands that was asked for, and where the reader reads: low on a phone, where the figure
/// covers the upper half, and high where each step is followed by its own figure.
fn shares(flat: bool, wide: bool) -> (f64, f64) {
    match (flat, wide) {
        (true, _) => (0.1, 0.5),
        (false, true) => (0.35, 0.6),
        (false, false) => (0.6, 0.8),
    }
}

/// Begins again when another scrolls than before: figures that were moved go back to where the style sheet has them.
pub(super) fn begin_again(page: Page) {
    ROWS.with_borrow(|rows| {
        for row in rows {
            let _ = row.figure.style().remove_property("transform");
        }
    });
    STALE.set(true);
    ask(page);
}

/// Measures where everything stands, all of it at once.
fn remember() {
    let scroll = window().scroll_y().unwrap_or_default();
    let top = |element: &Element| element.get_bounding_client_rect().top() + scroll;
    ROWS.with_borrow_mut(|rows| {
        for row in rows {
            row.column = (top(&row.element), f64::from(row.element.offset_height()));
            row.steps = all(&row.element, ".step").iter().map(top).collect();
            row.figure_height = f64::from(row.figure.offset_height());
        }
    });
    let page = document().document_element().map_or(0.0, |root| f64::from(root.scroll_height()));
    MEASURES.set(Measures { page, window: inner_height().unwrap_or_default(), wide: matches(SIDE_BY_SIDE) });
}

fn measure(page: Page) {
    if page.shape == Shape::Figure {
        return;
    }
    if STALE.replace(false) {
        remember();
    }
    let measures = MEASURES.get();
    let band = band_in(|| measures.window);
    progress::moved(band.top / (measures.page - (band.bottom - band.top)).max(1.0));
    if frame::scrolls("host") && !page.flat.get_untracked() {
        place_figures(page, band, measures);
    }
    if let Some(held) = HELD.get() {
        if (held.unwrap_or(band.top) - band.top).abs() < 2.0 {
            HELD.set(Some(Some(band.top)));
            return;
        }
        HELD.set(None);
    }
    let line = band.line(shares(page.flat.get_untracked(), measures.wide).1);
    let current = ROWS.with_borrow(|rows| {
        let row = rows.iter().rfind(|row| row.column.0 <= line)?;
        AMONG.set(row.column.0 + row.column.1 > band.top);
        current_step(&row.steps, line).map(|place| (row.section.id, place))
    });
    if page.step.get_untracked() != current {
        page.step.set(current);
        url::replace_soon(page);
        if let Some((section, place)) = current.and_then(|(id, place)| Some((section_of(id)?, place))) {
            say(page, section, place);
        }
    }
}

/// Says which step it is and what its scene shows, once the reader stays there.
fn say(page: Page, section: &'static Section, place: usize) {
    announce_soon(Box::new(move || {
        let stays = page.step.get_untracked() == Some((section.id, place));
        stays.then(|| format!("{}. {}", page.step_of(section, place), page.alt_now(section.scene_at(Some(place)))))
    }));
}

/// Whether a section's steps are in sight, or still to come.
pub(super) fn shows(section: &str) -> bool {
    let top = visible_band().top;
    let ends_below = |row: &Row| row.section.id == section && row.column.0 + row.column.1 > top;
    ROWS.with_borrow(|rows| rows.iter().any(ends_below))
}

/// Whether the reader was among the steps of the current section, and not beyond, when that was last measured.
pub(super) fn was_among_steps() -> bool {
    AMONG.get()
}

pub(super) fn section_of(id: &str) -> Option<&'static Section> {
    SECTIONS.iter().copied().find(|section| section.id == id)
}

/// In a frame as high as its content nothing sticks, so the figure is moved to where the reader is.
fn place_figures(page: Page, band: Band, measures: Measures) {
    ROWS.with_borrow(|rows| {
        for row in rows {
            if let Some(height) = HOST.get() {
                let high = pixels(height);
                let style = row.element.style();
                if style.get_property_value("--band").ok().as_deref() != Some(&high) {
                    let _ = style.set_property("--band", &high);
                    STALE.set(true);
                }
            }
            let offset = figure_offset(band, row.column, row.figure_height, measures.wide);
            let _ = row.figure.style().set_property("transform", &format!("translateY({})", pixels(offset)));
        }
    });
    if STALE.get() {
        ask(page);
    }
}

/// Brings a step under the reading line and records it in the history; in a frame this scrolls the host.
pub fn go_to(page: Page, section: &'static Section, place: usize) {
    url::push(page, (section.id, place));
    let guest = frame::is_guest(page);
    if guest {
        // Should the host not let itself be scrolled, the step shows all the same.
        hold(page, (section.id, place));
        say(page, section, place);
    }
    if page.shape != Shape::Figure {
        // Not every engine carries a smooth scroll over to the host.
        show(section, place, !guest && !matches("(prefers-reduced-motion: reduce)"));
    }
}

/// Scrolls a step to where it is read; `smooth` where motion is welcome.
pub(super) fn show(section: &'static Section, place: usize, smooth: bool) {
    near::wake(section);
    let selector = format!("[data-step=\"{}\"]", section.step_name(place));
    let Some(step) = document().body().and_then(|body| first(&body, &selector)) else { return };
    let band = visible_band();
    let above = (band.bottom - band.top) * shares(closest(&step, ".flat").is_some(), matches(SIDE_BY_SIDE)).0;
    let window = window();
    let top = step.get_bounding_client_rect().top() + window.scroll_y().unwrap_or_default() - above;
    if frame::scrolls("synced") {
        // The host follows; were it asked, too, both would scroll and meet nowhere.
        window.scroll_to_with_x_and_y(0.0, top);
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    options.set_behavior(if smooth { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    if !frame::scrolls("host") {
        let _ = step.style().set_property("scroll-margin-top", &pixels(above));
        step.scroll_into_view_with_scroll_into_view_options(&options);
        return;
    }
    // Chromium forgets the margin on its way to a host of another origin.
    let Some(mark) = document().body().and_then(|body| first(&body, ".reach")) else { return };
    let _ = mark.style().set_property("top", &pixels(top));
    mark.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Goes back to where the page was scrolled to, at once: a smooth scroll that is under way ends.
pub(super) fn scroll_to(page: Page, y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
    ask(page);
}

/// Shows a step without scrolling, until the reader moves: a frame never scrolls its host by itself.
pub(super) fn hold(page: Page, step: (&'static str, usize)) {
    HELD.set(Some(BAND.get().map(|band| band.top)));
    section_of(step.0).into_iter().for_each(near::wake);
    page.step.set(Some(step));
}
