//! The page's state in its URL: `?step=doubled.3&base=2017&share=40&inside=straw`.
//!
//! Unknown names and values out of range are ignored, never an error; parameters of others are kept as they are. Where
//! somebody's system has escaped the ampersands, once or more often, they are read as what they stand for.

use super::{SECTIONS, Section, controls, step_by_name};
use crate::model::Choices;
use crate::text::fact::Facts;

/// What a URL says about the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The step to show: its section and its place, from 0.
    pub step: Option<(&'static str, usize)>,
    /// The reader's choices.
    pub choices: Choices,
}

/// Reads a query string, with or without its `?`. `facts` says which values are in range.
#[must_use]
pub fn read(query: &str, facts: &Facts<'_>) -> State {
    let mut state = State { step: None, choices: facts.choices };
    for (name, value) in parts(query).map(split) {
        if name == "step" {
            state.step = step_by_name(value).map(|(section, place)| (section.id, place)).or(state.step);
        } else if let Some(control) = controls().find(|control| control.name == name)
            && let Some(value) = control.read(value, facts)
        {
            (control.set)(&mut state.choices, value);
        }
    }
    state
}

/// Writes a state into `query`, leaving parameters that are not ours alone. A default choice is left out. `facts` has the
/// words of choices that are the dataset's.
#[must_use]
pub fn write(query: &str, state: &State, facts: &Facts<'_>) -> String {
    let ours = |name: &str| name == "step" || controls().any(|control| control.name == name);
    let kept = parts(query).filter(|part| !ours(split(part).0)).map(str::to_owned);
    let mut written: Vec<String> = kept.collect();
    let section = state.step.and_then(|(id, place)| Some((SECTIONS.iter().find(|section| section.id == id)?, place)));
    written.extend(section.map(|(section, place)| format!("step={}", Section::step_name(section, place))));
    let usual = Choices::default();
    for control in controls() {
        let value = (control.get)(&state.choices);
        if let Some(value) = value.filter(|_| value != (control.get)(&usual)) {
            written.push(format!("{}={}", control.name, control.write(value, facts)));
        }
    }
    if written.is_empty() { String::new() } else { format!("?{}", written.join("&")) }
}

fn parts(query: &str) -> impl Iterator<Item = &str> {
    query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty())
}

fn split(part: &str) -> (&str, &str) {
    part.trim_start_matches("amp;").split_once('=').unwrap_or((part, ""))
}
