//! The steps of a section; in the flat form each is followed by its own figure.

use super::live::text;
use super::written::question;
use crate::browser::{Scope, Shape, figure};
use crate::story::Step;
use leptos::html;
use leptos::prelude::*;

/// The column of steps; the opening's begins with its heading, so that the picture stands first.
pub(super) fn steps(scope: Scope) -> impl IntoView {
    let Scope { page, section, .. } = scope;
    let each = |(place, step): (usize, &'static Step)| view_step(scope, place, step);
    let within = section.chapter == 0 && page.shape != Shape::Figure;
    let heading = if within { question(page, section) } else { String::new() };
    view! { <div class="steps"><header class="prose" inner_html=heading></header>{section.steps.iter().enumerate().map(each).collect_view()}</div> }
}

fn view_step(scope: Scope, place: usize, step: &'static Step) -> impl IntoView {
    let Scope { section, .. } = scope;
    let current: Box<dyn Fn() -> Option<&'static str> + Send> =
        Box::new(move || (scope.place.get() == Some(place)).then_some("step"));
    let sentences = move || scope.html_all((step.text)(&scope.facts()));
    let live: NodeRef<html::Div> = NodeRef::new();
    figure::flat(scope, step.scene, live);
    view! {
        <div class="step" data-step=section.step_name(place) aria-current=current>
            <p class="step-text" inner_html=text(sentences)></p>
            <div class="step-figure">
                <div class="live" translate="no" node_ref=live></div>
            </div>
        </div>
    }
}
