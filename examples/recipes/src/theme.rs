//! Light and dark.

use yew::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// A picture in two versions. Colors need no code: the style sheet's custom properties follow the theme.
#[component]
pub fn Logo() -> Html {
    let file = match use_host_theme() {
        Theme::Light => "static/logo.svg",
        Theme::Dark => "static/logo-dark.svg",
    };
    html! { <img src={file} alt="Acme" /> }
}
// ANCHOR_END: component
