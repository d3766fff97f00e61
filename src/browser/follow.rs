//! Effects, boxed: the code that runs them is in the program once and not once an effect.

use leptos::prelude::*;

/// Runs `task` soon, and again whenever a signal changes that it asked for; ends with the component.
pub(super) fn follow(task: Box<dyn FnMut()>) {
    Effect::new(task);
}
