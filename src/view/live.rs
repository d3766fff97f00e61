//! What changes in a page, boxed: the code that keeps an attribute up to date is in the program once a type and not
//! once a closure.

use leptos::ev::MouseEvent;

/// A text that follows signals.
pub(super) type Text = Box<dyn FnMut() -> String + Send>;

/// A text that follows the signals that `text` asks for.
pub(super) fn text(text: impl FnMut() -> String + Send + 'static) -> Text {
    Box::new(text)
}

/// A yes or no that follows the signals that `flag` asks for.
pub(super) fn flag(flag: impl FnMut() -> bool + Send + 'static) -> Box<dyn FnMut() -> bool + Send> {
    Box::new(flag)
}

/// What a click does.
pub(super) fn press(mut task: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| task())
}
