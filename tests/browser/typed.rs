//! The reader's guesses by keyboard alone, in three engines: Tab comes to every slider, keys move it, figure, words and
//! URL follow, and the URL restores all of it.

use crate::keyboard::tab_to;
use crate::pointing::{YEARS, tells_line, tells_share};
use crate::reader::Reader;
use crate::site;
use anyhow::{Result, ensure};
use thirtyfour::prelude::*;
use xtask::drivers::Engine;

/// From the top of the page by Tab and Enter to the step with the hundred squares and to that with the line; in each,
/// Shift+Tab comes from Next to the sliders.
async fn guesses_by_keys(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    reader.goto(server.url("")).await?;
    reader.ready().await?;
    tab_to(&reader, "#guess .next", true).await?;
    to_step(&reader, "guess.2", "hundred").await?;
    tab_to(&reader, "#guess input[name=share]", false).await?;
    reader.press(Key::Right + "").await?;
    tells_share(&reader, 51, "one to the right").await?;
    reader.press(Key::Home + "").await?;
    tells_share(&reader, 0, "Home").await?;
    reader.press(Key::Right + Key::Right + Key::Right).await?;
    tells_share(&reader, 3, "three to the right").await?;
    tab_to(&reader, "#guess .next", true).await?;
    to_step(&reader, "guess.3", "line").await?;
    // From the last year back to the first: twenty tonnes is where the given line ends.
    let keys = [Key::Right + "", Key::Left + "", Key::Home + "", Key::End + "", Key::Right + Key::Right];
    for (year, keys) in YEARS.iter().zip(keys).rev() {
        tab_to(&reader, &format!("#guess input[name=line{year}]"), false).await?;
        // WebKit's window is never the active one on a virtual display, and there `:focus` matches nothing.
        if engine != Engine::WebKit {
            alone_is_shown(&reader, year).await?;
        }
        reader.press(keys).await?;
    }
    let line = [21, 19, 0, 80, 22];
    tells_line(&reader, line, "by keys").await?;
    reader.driver().refresh().await?;
    reader.ready().await?;
    reader.at_step("guess.3", "line").await?;
    tells_line(&reader, line, "after a reload").await?;
    restores(&reader, &server.url("?step=guess.2&share=41&line2019=5&line2020=6&line2021=70&line2022=8&line2023=9"))
        .await?;
    reader.leave().await
}

/// Presses Next until a step shows.
async fn to_step(reader: &Reader, step: &str, scene: &str) -> Result<()> {
    for _ in 0..3 {
        if reader.is(&format!("document.querySelector(\"[data-step='{step}']\").ariaCurrent === 'step'")).await? {
            break;
        }
        reader.press(Key::Enter + "").await?;
        reader.still().await?;
    }
    reader.rests_at(step, scene).await
}

/// A slider that only keys need shows while it has the focus, with its label; the others do not.
async fn alone_is_shown(reader: &Reader, year: &str) -> Result<()> {
    let shown: Vec<String> = reader
        .eval(
            "[...document.querySelectorAll('#guess .keys')].filter(keys => getComputedStyle(keys).clipPath === 'none'
               && keys.querySelector('input').getBoundingClientRect().width > 80 && keys.querySelector('label').getBoundingClientRect().width > 40)
             .map(keys => keys.querySelector('label').textContent.trim())",
        )
        .await?;
    ensure!(shown.len() == 1 && shown[0].starts_with(&format!("Your line {year}")), "at {year}, {shown:?} show");
    Ok(())
}

/// A URL that somebody sent restores both guesses.
async fn restores(reader: &Reader, url: &str) -> Result<()> {
    reader.goto(url).await?;
    reader.ready().await?;
    reader.rests_at("guess.2", "hundred").await?;
    tells_share(reader, 41, "from the URL").await?;
    tab_to(reader, "#guess .next", true).await?;
    to_step(reader, "guess.3", "line").await?;
    tells_line(reader, [5, 6, 70, 8, 9], "from the URL").await?;
    let kept: String = reader.eval("new URLSearchParams(location.search).get('share')").await?;
    ensure!(kept == "41", "the share becomes {kept}");
    Ok(())
}

in_every_engine! {
    guesses_are_made_by_keys_and_restored => guesses_by_keys;
}
