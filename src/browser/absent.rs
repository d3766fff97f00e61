//! Natively there is no browser: components that ask for it get nothing done.

use super::page::{Page, Scope};
use crate::chart::Scene;
use crate::story::Section;
use leptos::html;
use leptos::prelude::*;

pub mod card {
    //! No card opens.
    use super::*;

    /// Does nothing.
    pub const fn follow(_: Page) {}
}

pub mod figure {
    //! Nothing is drawn.
    use super::*;

    /// Does nothing.
    pub const fn follow(_: Scope, _: NodeRef<html::Div>) {}

    /// Does nothing.
    pub const fn flat(_: Scope, _: &Scene, _: NodeRef<html::Div>) {}
}

pub mod scrolly {
    //! Nothing scrolls.
    use super::*;

    /// Does nothing.
    pub const fn go_to(_: Page, _: &Section, _: usize) {}
}

pub mod handed {
    //! Nothing was made beforehand.

    /// Nothing.
    #[must_use]
    pub const fn card(_: &str) -> Option<String> {
        None
    }
}
