//! Headings of a level that the page decides on.

use yew::prelude::*;

/// `<h1>` to `<h6>`; a level outside of that counts as the nearest there is.
pub(crate) fn heading(level: u8, class: &'static str, children: Html) -> Html {
    let tag = match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    html! { <@{tag} {class} dir="auto">{ children }</@> }
}
