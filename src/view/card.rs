//! The provenance card: who says a number, and what stands behind it.

use super::live::{press, text};
use crate::browser::{self, Page};
use crate::text::key;
use leptos::prelude::*;

/// The one card of a page. `browser::card` opens, places and closes it.
pub fn card(page: Page) -> impl IntoView {
    browser::card::follow(page);
    let content = move || page.card_of(&page.card.get()?);
    view! {
        <dialog id="provenance" aria-labelledby="provenance-title">
            <button type="button" class="close" aria-label=page.words_of(key::card::CLOSE) on:click=press(move || page.card.set(None)) inner_html="×"></button>
            <h2 id="provenance-title" inner_html=page.words_of(key::card::HEADING)></h2>
            <div class="content" inner_html=text(move || content().unwrap_or_default())></div>
        </dialog>
    }
}
