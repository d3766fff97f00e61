//! The explorer's chart under a hand: a mark that is pointed at says its value, years that are gone over are asked for, and
//! kinds are switched off and on; keys do the same.

use crate::pointing::{mouse, swipe};
use crate::reader::Reader;
use crate::site;
use crate::told::{NATIVE, agrees, section};
use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;
use xtask::server::Server;

const HEROIN: &str = "place=tajikistan&drug=heroin";

/// What is written in the chart beside a mark: the words that no other text of the chart has the form of.
const WRITTEN: &str = "([...document.querySelectorAll('#explore .live text')].map(text => text.textContent).find(text => /^\\d{4}(, [^:]+)?: /.test(text)) ?? null)";

const YEARS: &str = "['since', 'until', 'hide'].map(name => new URLSearchParams(location.search).get(name)).join()";

async fn begin(query: &str) -> Result<(Server, Reader)> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url(&format!("embed/fig-explore/?{query}"))).await?;
    reader.drawn("explore").await?;
    reader
        .eventually(
            "document.querySelector('#explore .chart[data-live] .live > div:not(.layer) > svg')",
            "ECharts draws",
        )
        .await?;
    Ok((server, reader))
}

/// A pixel over a year's mark or column, at a share of the height between the axes.
async fn over(reader: &Reader, year: u16, down: f64) -> Result<(f64, f64)> {
    // Both ends of the axis have their years under them.
    let labels = "(() => {
      const years = [...document.querySelectorAll('#explore .live text')].filter(text => /^(19|20)\\d\\d$/.test(text.textContent));
      const at = text => (box => [Number(text.textContent), box.left + box.width / 2, box.top])(text.getBoundingClientRect());
      return [at(years[0]), at(years.at(-1)), document.querySelector('#explore .live').getBoundingClientRect().top];
    })()";
    let ([first, x, bottom], [last, end, _], top): ([f64; 3], [f64; 3], f64) = reader.eval(labels).await?;
    let (top, bottom) = (top + 40.0, bottom - 12.0);
    Ok(((x + (end - x) * (f64::from(year) - first) / (last - first)).round(), (top + (bottom - top) * down).round()))
}

async fn asked(reader: &Reader, years: &str) -> Result<()> {
    reader.eventually(&format!("{YEARS} === '{years}'"), &format!("the address asks for {years}")).await?;
    reader.drawn("explore").await
}

async fn drag(reader: &Reader, from: u16, to: u16) -> Result<()> {
    let (from, to) = (over(reader, from, 0.5).await?, over(reader, to, 0.6).await?);
    mouse(reader, "mouseMoved", from).await?;
    mouse(reader, "mousePressed", from).await?;
    for share in [0.3, 0.7, 1.0] {
        let place = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
        let event =
            serde_json::json!({ "type": "mouseMoved", "x": place.0, "y": place.1, "button": "left", "buttons": 1 });
        reader.cdp("Input.dispatchMouseEvent", event).await?;
    }
    reader.eventually("document.querySelector('#explore .stretch:not([hidden])')?.dataset.said", "a band").await?;
    mouse(reader, "mouseReleased", to).await?;
    reader.eventually("document.querySelector('#explore .stretch').hidden", "the band goes").await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pointed_at_says_what_the_table_says_and_leaving_hides_it() -> Result<()> {
    let (_server, reader) = begin(HEROIN).await?;
    agrees(&reader, section("explore"), 1, "before").await?;
    for year in [2012, 2015, 2019] {
        mouse(&reader, "mouseMoved", over(&reader, year, 0.2).await?).await?;
        let begins = format!("{WRITTEN}?.startsWith('{year}')");
        reader.eventually(&begins, &format!("the value of {year}")).await?;
        let written: String = reader.eval(WRITTEN).await?;
        let row = format!(
            "[...document.querySelector('#explore .figure table').tBodies[0].rows].find(row => row.cells[0].textContent === '{year}').cells[1].textContent"
        );
        let number: String = reader.eval(&row).await?;
        ensure!(written.starts_with(&format!("{year}: {number} ")), "{written}, where the table has {number}");
    }
    mouse(&reader, "mouseMoved", (2.0, 2.0)).await?;
    reader.eventually(&format!("{WRITTEN} === null"), "no value").await?;
    // A click opens the card of what it means.
    let place = over(&reader, 2012, 0.2).await?;
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        mouse(&reader, kind, place).await?;
    }
    let card = "document.getElementById('provenance').open && document.getElementById('provenance').textContent.includes('515.2')";
    reader.eventually(card, "the card of 2012").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_column_the_part_under_the_pointer_is_meant() -> Result<()> {
    let (_server, reader) = begin("").await?;
    let facts = NATIVE.facts("");
    for (down, kind) in [(0.02, "plants"), (0.7, "herb")] {
        mouse(&reader, "mouseMoved", over(&reader, 2017, down).await?).await?;
        reader.eventually(&format!("{WRITTEN}?.startsWith('2017, {kind}: ')"), kind).await?;
        let fact = format!("explore.weight.kazakhstan.{kind}.2017");
        let number = facts.number(&fact, &NATIVE.words).context("a number")?.text;
        let written: String = reader.eval(WRITTEN).await?;
        ensure!(written.contains(&number), "{written}, not {number}");
    }
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn years_that_are_gone_over_are_asked_for_and_a_button_shows_all_again() -> Result<()> {
    let (_server, reader) = begin("").await?;
    let button = "[data-years]";
    ensure!(reader.is(&format!("document.querySelector('{button}').hidden")).await?, "a button for what is there");
    drag(&reader, 2007, 2016).await?;
    asked(&reader, "2007,2016,").await?;
    ensure!(!reader.is("document.getElementById('provenance').open").await?, "a drag opened a card");
    reader
        .eventually("document.getElementById('live').textContent.startsWith('2007–2016. ')", "it is announced")
        .await?;
    agrees(&reader, section("explore"), 1, "dragged").await?;
    // Backwards, and too short a stretch.
    drag(&reader, 2014, 2010).await?;
    asked(&reader, "2010,2014,").await?;
    drag(&reader, 2012, 2013).await?;
    asked(&reader, "2011,2013,").await?;
    reader.driver().refresh().await?;
    reader.live().await?;
    reader.drawn("explore").await?;
    agrees(&reader, section("explore"), 1, "after a reload").await?;
    reader.click(button).await?;
    asked(&reader, ",,").await?;
    reader.eventually(&format!("document.querySelector('{button}').hidden"), "the button goes").await?;
    reader.eventually("document.activeElement.matches('[data-save]')", "the focus goes to its neighbour").await?;
    let complaints = reader.complaints().await?;
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finger_goes_over_years_and_its_second_tap_opens_the_card() -> Result<()> {
    let (_server, reader) = begin(HEROIN).await?;
    let place = over(&reader, 2012, 0.3).await?;
    swipe(&reader, &[place]).await?;
    reader.eventually(&format!("{WRITTEN}?.startsWith('2012: 515.2 ')"), "the value").await?;
    ensure!(!reader.is("document.getElementById('provenance').open").await?, "one tap opened the card");
    swipe(&reader, &[place]).await?;
    reader.eventually("document.getElementById('provenance').open", "the card").await?;
    reader.press(Key::Escape + "").await?;
    let (from, to) = (over(&reader, 2013, 0.5).await?, over(&reader, 2019, 0.5).await?);
    let between = |share: f64| (from.0 + (to.0 - from.0) * share, from.1);
    swipe(&reader, &[from, between(0.3), between(0.6), to]).await?;
    asked(&reader, "2013,2019,").await?;
    // One that goes up or down scrolls.
    swipe(&reader, &[from, (from.0, from.1 - 20.0), (from.0 + 60.0, from.1 - 60.0)]).await?;
    reader.run_async::<serde_json::Value>("await frame(); await frame();").await?;
    asked(&reader, "2013,2019,").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_halve_the_years_double_them_and_show_all() -> Result<()> {
    let (_server, reader) = begin("").await?;
    reader.run("document.querySelector('#explore .chart').focus({ preventScroll: true })").await?;
    for (key, years) in [("+", "2006,2017,"), ("=", "2009,2014,"), ("-", "2006,2016,"), ("0", ",,")] {
        reader.press(key).await?;
        asked(&reader, years).await?;
    }
    // Around the mark that is walked to.
    reader.press(Key::Left + "").await?;
    reader.press("+").await?;
    asked(&reader, "2012,,").await?;
    agrees(&reader, section("explore"), 1, "keys").await?;
    let taken = "['+', '=', '-', '0'].flatMap(key => ['ctrlKey', 'altKey', 'metaKey'].filter(held => {
      const event = new KeyboardEvent('keydown', { key, [held]: true, bubbles: true, cancelable: true });
      document.querySelector('#explore .chart').dispatchEvent(event);
      return event.defaultPrevented;
    }))";
    let taken: Vec<String> = reader.eval(taken).await?;
    ensure!(taken.is_empty(), "taken with {taken:?}");
    let told = "document.querySelector('#explore .chart').getAttribute('aria-keyshortcuts')";
    ensure!(reader.eval::<String>(told).await?.ends_with("Enter Plus - 0"), "the keys are not told");
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kind_that_is_switched_off_leaves_the_chart_and_comes_back() -> Result<()> {
    let (_server, reader) = begin("").await?;
    // Names right of the columns are words of their own; the axis ends with its highest number.
    let herb = "[...document.querySelectorAll('#explore .live text')].some(text => text.textContent === 'herb')";
    let high = "Math.max(...[...document.querySelectorAll('#explore .live text')].map(text => text.textContent)
      .filter(text => /^[\\d,]+0$/.test(text)).map(text => Number(text.replace(',', ''))))";
    let hide = "#explore [name=hide][value=herb]";
    let before: f64 = reader.eval(high).await?;
    ensure!(reader.is(herb).await?, "no herb to begin with");
    reader.click(hide).await?;
    asked(&reader, ",,herb").await?;
    reader.eventually(&format!("!({herb})"), "the columns go without herb").await?;
    reader.eventually(&format!("{high} < {before}"), "the axis is lower").await?;
    agrees(&reader, section("explore"), 1, "without herb").await?;
    reader.click(hide).await?;
    asked(&reader, ",,").await?;
    reader.eventually(herb, "herb comes back").await?;
    // The last one stays on.
    for kind in ["synthetics", "opiates", "resin", "rest", "plants", "herb"] {
        reader.click(&format!("#explore [name=hide][value={kind}]")).await?;
    }
    asked(&reader, ",,synthetics,opiates,resin,rest,plants").await?;
    ensure!(reader.is(&format!("document.querySelector('{hide}').checked")).await?, "the last kind goes");
    reader.click("#explore [name=hide][value=opiates]").await?;
    asked(&reader, ",,synthetics,resin,rest,plants").await?;
    // Where no kinds stand upon each other there are none to switch.
    reader.run("const list = document.querySelector('#explore select[name=form]'); list.value = 'line'; list.dispatchEvent(new Event('input', { bubbles: true }))").await?;
    let gone = "document.querySelector('[data-control=hide] fieldset').getClientRects().length === 0";
    reader.eventually(gone, "the kinds go").await?;
    reader.leave().await
}

#[tokio::test(flavor = "multi_thread")]
async fn back_restores_what_was_asked_for_by_hand() -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::chromium().await?;
    reader.goto(server.url("?step=explore.1")).await?;
    reader.drawn("explore").await?;
    reader.rests_at("explore.1", "explorer").await?;
    drag(&reader, 2007, 2016).await?;
    asked(&reader, "2007,2016,").await?;
    reader.click("#explore [name=hide][value=plants]").await?;
    asked(&reader, "2007,2016,plants").await?;
    reader.tap("#explore .next").await?;
    reader.rests_at("explore.2", "explorer").await?;
    reader.run("document.querySelector('#explore .chart').focus({ preventScroll: true })").await?;
    reader.press("+").await?;
    asked(&reader, "2009,2013,plants").await?;
    reader.driver().back().await?;
    asked(&reader, "2007,2016,plants").await?;
    agrees(&reader, section("explore"), 0, "after Back").await?;
    reader.leave().await
}
