//! Headings whose level the page chooses.

use yew::prelude::*;

/// `<h1>` to `<h6>` with a text; a level outside that range is clamped.
pub(crate) fn heading(level: u8, class: &'static str, text: Html) -> Html {
    element(level, class, Some("auto"), text)
}

/// A heading that contains more than text: its layout follows the direction of the page.
pub(crate) fn heading_around(level: u8, class: &'static str, children: Html) -> Html {
    element(level, class, None, children)
}

fn element(level: u8, class: &'static str, dir: Option<&'static str>, children: Html) -> Html {
    let tag = match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    html! { <@{tag} {class} {dir}>{ children }</@> }
}
