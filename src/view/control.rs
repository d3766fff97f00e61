//! The slider under a figure and what the choice comes to.

use super::live::{flag, text};
use crate::browser::Page;
use crate::story::Section;
use leptos::prelude::*;

/// The section's control with its readout; disabled until the page is live.
pub(super) fn control(page: Page, section: &'static Section) -> impl IntoView {
    let control = &section.control;
    let (low, high) = (control.range)(&page.facts_now());
    let id = format!("{}-{}", section.id, control.name);
    let chosen = move || (control.get)(&page.choices.get());
    let readout = move || {
        let keys = (control.readout)(&page.facts());
        keys.into_iter().map(|key| page.html(key)).collect::<Vec<_>>().join(" ")
    };
    let spoken = move || {
        let keys = (control.readout)(&page.facts());
        keys.into_iter().map(|key| page.plain(key)).collect::<Vec<_>>().join(" ")
    };
    let choose = move |event: leptos::ev::Event| {
        if let Ok(value) = event_target_value(&event).parse() {
            page.choices.update(|choices| (control.set)(choices, value));
        }
    };
    view! {
        <div class="control">
            <label for=id.clone()>{page.words_of(control.label)}" "<b>{text(move || chosen().to_string())}</b></label>
            <input
                type="range" id=id name=control.name min=low.to_string() max=high.to_string() step="1"
                value=chosen().to_string() prop:value=text(move || chosen().to_string())
                aria-valuetext=text(spoken) disabled=flag(move || !page.live.get()) on:input=choose
            />
            <p class="readout" inner_html=text(readout)></p>
        </div>
    }
}
