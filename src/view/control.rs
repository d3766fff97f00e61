//! The choices under a figure: native inputs, written with the page. `browser::controls` hears them and keeps them at
//! the reader's choices.

use crate::browser::Page;
use crate::story::Section;
use crate::story::control::{Control, Kind};
use crate::text::fact::Facts;
use crate::text::render::{escape, html, plain};
use crate::text::{Key, Words};

/// The inside of `.controls`: every control with its readout, at its default, disabled until the page is live.
pub(super) fn controls(page: Page, section: &Section) -> String {
    let (facts, words) = (page.facts_now(), page.words());
    section.controls.iter().map(|control| control_html(&facts, words, section, control)).collect()
}

fn control_html(facts: &Facts<'_>, words: &Words, section: &Section, control: &Control) -> String {
    let inputs = match control.kind {
        Kind::Slider(..) | Kind::Amount(..) => {
            slider(facts, words, section, control, escape(words.plain(control.label)))
        }
        Kind::Keys(..) => {
            let label = format!("{} {}", words.plain(control.label), control.year());
            format!("<div class=\"keys\">{}</div>", slider(facts, words, section, control, escape(&label)))
        }
        Kind::Options(options) => {
            let chosen = control.write(control.value(facts), facts);
            fieldset(facts, words, control, ("radio", options), |word| word == chosen)
        }
        // Which of them there are is seen to as the page is taken over.
        Kind::Toggles(options, _) => fieldset(facts, words, control, ("checkbox", options), |_| true),
        Kind::Select(named, labels) => {
            let options = named(facts).into_iter().zip(labels(facts, words)).collect();
            select(facts, words, section, control, options)
        }
    };
    let readout: Vec<String> = (control.readout)(facts).into_iter().map(|key| html(facts, words, key)).collect();
    let hidden = if control.is_in(section.figure.still.id) { "" } else { " hidden" };
    format!(
        "<div class=\"control\" data-control=\"{}\"{hidden}>{inputs}<p class=\"readout\">{}</p></div>",
        control.name,
        readout.join(" ")
    )
}

/// A range input, its label and the value beside it.
fn slider(facts: &Facts<'_>, words: &Words, section: &Section, control: &Control, label: String) -> String {
    let (low, high) = control.range(facts);
    let (name, id) = (control.name, format!("{}-{}", section.id, control.name));
    let (shown, spoken) = control.said(facts, words);
    let spoken = escape(&spoken);
    format!(
        "<label for=\"{id}\">{label} <b>{shown}</b></label><input type=\"range\" id=\"{id}\" name=\"{name}\" min=\"{low}\" \
         max=\"{high}\" step=\"1\" value=\"{}\" aria-valuetext=\"{spoken}\" disabled>",
        control.value(facts)
    )
}

fn fieldset(
    facts: &Facts<'_>,
    words: &Words,
    control: &Control,
    (look, options): (&str, &[(&str, Key)]),
    is_on: impl Fn(&str) -> bool,
) -> String {
    let each = |(word, label): &(&str, Key)| {
        let checked = if is_on(word) { " checked" } else { "" };
        let (name, label) = (control.name, escape(&plain(facts, words, *label)));
        format!("<label><input type=\"{look}\" name=\"{name}\" value=\"{word}\"{checked} disabled> {label}</label>")
    };
    let legend = escape(&plain(facts, words, control.label));
    let options: String = options.iter().map(each).collect();
    format!("<fieldset class=\"options\"><legend>{legend}</legend>{options}</fieldset>")
}

/// A list that opens, with its label beside it.
fn select(
    facts: &Facts<'_>,
    words: &Words,
    section: &Section,
    control: &Control,
    options: Vec<(String, String)>,
) -> String {
    let chosen = control.write(control.value(facts), facts);
    let each = |(word, label): &(String, String)| {
        let selected = if *word == chosen { " selected" } else { "" };
        format!("<option value=\"{word}\"{selected}>{}</option>", escape(label))
    };
    let options: String = options.iter().map(each).collect();
    let (name, id) = (control.name, format!("{}-{}", section.id, control.name));
    let label = escape(words.plain(control.label));
    format!(
        "<span class=\"select\"><label for=\"{id}\">{label}</label><select id=\"{id}\" name=\"{name}\" disabled>{options}\
         </select></span>"
    )
}
