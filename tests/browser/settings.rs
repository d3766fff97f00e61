//! Every control of every section, used as a reader uses it: address, figure, sentence, table and alternative text follow
//! together, a reload keeps the choice, and its extremes leave a figure with marks or words.

use crate::reader::Reader;
use crate::site;
use crate::told::{agrees, section};
use anyhow::{Context, Result, ensure};
use seized::story::control::{Control, Kind};
use seized::story::{SECTIONS, Section};
use thirtyfour::components::SelectElement;
use thirtyfour::prelude::*;
use xtask::server::Server;

/// What is drawn in a section's figure, as one text that two drawings share only if they look alike.
fn drawing(section: &Section) -> String {
    format!(
        "[...document.querySelectorAll('#{} .chart .live svg :is(path, text, circle, rect, line, polyline)')].map(part =>
          [part.textContent, ...['d', 'transform', 'x', 'y', 'cx', 'cy', 'width', 'height', 'class', 'style', 'fill'].map(name => part.getAttribute(name))].join()).join(';')",
        section.id
    )
}

/// A way to set a control.
#[derive(Clone, Copy, Debug, PartialEq)]
enum To {
    Another,
    Lowest,
    Highest,
}

/// The words of a control that has a few, in their order on the page.
async fn words(reader: &Reader, control: &Control) -> Result<Vec<String>> {
    let all = format!(
        "[...document.querySelectorAll('[data-control=\"{}\"] :is(option, input)')].map(each => each.value)",
        control.name
    );
    reader.eval(&all).await
}

/// A place for the explorer's lists that has rows, so that each changes what is drawn; of the others the next.
const ASKED: [(&str, &str); 5] =
    [("hide", "herb"), ("place", "tajikistan"), ("drug", "heroin"), ("since", "2011"), ("until", "2020")];

/// Sets a control as a reader does: keys on a slider, a click on an option, a choice in a list.
async fn set(reader: &Reader, control: &Control, to: To) -> Result<()> {
    let input = format!("document.querySelector('[data-control=\"{}\"] :is(input, select)')", control.name);
    let slider = matches!(control.kind, Kind::Slider(..) | Kind::Keys(..) | Kind::Amount(..));
    if slider {
        reader.run(&format!("{input}.focus({{ preventScroll: true }})")).await?;
        let top = reader.is(&format!("{input}.value === {input}.max")).await?;
        let key = match to {
            To::Another if top => Key::Left,
            To::Another => Key::Right,
            To::Lowest => Key::Home,
            To::Highest => Key::End,
        };
        return reader.press(key + "").await;
    }
    let words = words(reader, control).await?;
    let asked = ASKED.iter().find(|(name, _)| *name == control.name).map(|(_, word)| *word);
    let word = match to {
        // The last is nowhere what a control begins with.
        To::Another => asked.or(words.last().map(String::as_str)),
        To::Lowest => words.first().map(String::as_str),
        To::Highest => words.last().map(String::as_str),
    };
    let word = word.context("no words")?;
    if let Kind::Options(_) | Kind::Toggles(..) = control.kind {
        return reader.click(&format!("input[name=\"{}\"][value=\"{word}\"]", control.name)).await;
    }
    let list = reader.driver().find(By::Css(format!("select[name=\"{}\"]", control.name))).await?;
    Ok(SelectElement::new(&list).await?.select_by_value(word).await?)
}

/// The first step whose scene shows a control and follows it: the two bars of the report's totals know no base year.
fn step_with(section: &Section, control: &Control) -> usize {
    if control.name == "base" {
        return 1;
    }
    section.steps.iter().position(|step| control.is_in(step.scene.id)).unwrap_or_default()
}

/// Goes to a step by the section's own buttons, and at each waits until it has come.
async fn go(reader: &Reader, section: &Section, step: usize) -> Result<()> {
    let current = format!(
        "[...document.querySelectorAll('#{} .step')].findIndex(step => step.getAttribute('aria-current'))",
        section.id
    );
    reader.eventually(&format!("{current} >= 0"), "a step is the current one").await?;
    reader.still().await?;
    let mut at: usize = reader.eval(&current).await?;
    while at != step {
        let (button, next) = if at > step { ("previous", at - 1) } else { ("next", at + 1) };
        reader.tap(&format!("#{} .{button}", section.id)).await?;
        at = next;
        reader.rests_at(&section.step_name(at), section.steps[at].scene.id).await?;
    }
    reader.rests_at(&section.step_name(step), section.steps[step].scene.id).await?;
    reader.drawn(section.id).await
}

/// Numbers are numbers, and something is drawn.
async fn is_sound(reader: &Reader, section: &Section, what: &str) -> Result<()> {
    reader.drawn(section.id).await?;
    let marks = format!(
        "document.querySelectorAll('#{0} .live svg text').length > 0 || document.querySelectorAll('#{0} .live svg .mark').length > 0",
        section.id
    );
    ensure!(reader.is(&marks).await?, "{what}: neither marks nor words");
    let odd: Option<String> = reader
        .eval(&format!(
            "(/.{{0,60}}(NaN|∞|undefined|Infinity|\\[object).{{0,40}}/.exec(document.getElementById('{0}').textContent
               + [...document.querySelectorAll('#{0} .live svg')].map(svg => svg.outerHTML).join()) ?? [null])[0]",
            section.id
        ))
        .await?;
    ensure!(odd.is_none(), "{what}: {odd:?}");
    Ok(())
}

/// The address at which a section's first control shows: its page for embedding, which loads fast.
fn begin(server: &Server, section: &Section) -> String {
    server.url(&format!("embed/{}/?step={}", section.id, section.step_name(step_with(section, &section.controls[0]))))
}

/// Every control once, to another value. The explorer's kinds and its last list come first: with one drug there are none.
async fn moves_together(id: &str) -> Result<()> {
    let (server, section) = (site::hosted()?, section(id));
    let reader = Reader::chromium().await?;
    reader.goto(begin(&server, section)).await?;
    reader.drawn(id).await?;
    let mut controls: Vec<&Control> = section.controls.iter().collect();
    if id == "explore" {
        controls[1..].reverse();
    }
    let mut last = 0;
    for control in controls {
        last = step_with(section, control);
        go(&reader, section, last).await?;
        agrees(&reader, section, last, "before").await?;
        let before: String = reader.eval(&drawing(section)).await?;
        let search: String = reader.eval("location.search").await?;
        set(&reader, control, To::Another).await.context(control.name)?;
        let told = format!(
            "location.search !== {} && new URLSearchParams(location.search).get('{}') ===
               (place => (place.querySelector('[type=checkbox]:not(:checked), input:checked:not([type=checkbox])') ?? place.querySelector('input, select')).value)(document.querySelector('[data-control=\"{}\"]'))",
            serde_json::to_string(&search)?, control.name, control.name
        );
        reader.eventually(&told, &format!("{} is in the address", control.name)).await?;
        agrees(&reader, section, last, control.name).await?;
        let redrawn = format!("{} !== {}", drawing(section), serde_json::to_string(&before)?);
        reader.eventually(&redrawn, &format!("{} is drawn", control.name)).await?;
        is_sound(&reader, section, control.name).await?;
    }
    let search: String = reader.eval("location.search").await?;
    for control in section.controls {
        ensure!(search.contains(&format!("{}=", control.name)), "{} is lost: {search}", control.name);
    }
    reader.driver().refresh().await?;
    reader.drawn(id).await?;
    reader.at_step(&section.step_name(last), section.steps[last].scene.id).await?;
    agrees(&reader, section, last, "after a reload").await?;
    ensure!(reader.eval::<String>("location.search").await? == search, "a reload changes {search}");
    reader.leave().await
}

/// Every control at its ends, the others as the last one was left.
async fn ends_are_sound(id: &str) -> Result<()> {
    let (server, section) = (site::hosted()?, section(id));
    let reader = Reader::chromium().await?;
    reader.goto(begin(&server, section)).await?;
    reader.drawn(id).await?;
    for control in section.controls {
        let step = step_with(section, control);
        go(&reader, section, step).await?;
        for to in [To::Lowest, To::Highest] {
            let what = format!("{} {to:?}", control.name);
            set(&reader, control, to).await.with_context(|| what.clone())?;
            agrees(&reader, section, step, &what).await?;
            is_sound(&reader, section, &what).await?;
        }
    }
    let complaints = reader.complaints().await?;
    ensure!(complaints.is_empty(), "{id}: the console says {complaints:?}");
    reader.leave().await
}

#[test]
fn no_section_with_controls_is_left_out() {
    let with: Vec<_> =
        SECTIONS.iter().filter(|section| !section.controls.is_empty()).map(|section| section.id).collect();
    assert_eq!(with, ["guess", "doubled", "plants", "times-143", "flow", "iceberg", "doses", "explore"]);
}

macro_rules! of_sections {
    ($($module:ident: $id:literal),*) => {
        $(mod $module {
            #[tokio::test(flavor = "multi_thread")]
            async fn moves_together() -> anyhow::Result<()> {
                super::moves_together($id).await
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn ends_are_sound() -> anyhow::Result<()> {
                super::ends_are_sound($id).await
            }
        })*
    };
}

of_sections! {
    guess: "guess", doubled: "doubled", plants: "plants", times: "times-143", flow: "flow", iceberg: "iceberg",
    doses: "doses", explore: "explore"
}
