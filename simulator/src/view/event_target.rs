//! Values of an event's element.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The text in an input.
pub(super) fn input_value(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The index of the selected option.
pub(super) fn selected_index(event: &Event) -> Option<usize> {
    let index = event.target_dyn_into::<HtmlSelectElement>()?.selected_index();
    usize::try_from(index).ok()
}
