//! The demo's components.

mod compose;
mod profile;
mod session;
mod sidebar;

pub(crate) use self::sidebar::Sidebar;

use yew::prelude::*;

#[component]
pub(crate) fn Picker() -> Html {
    html! { "message box" }
}
#[component]
pub(crate) fn Dashboard() -> Html {
    html! { "fullscreen" }
}
#[component]
pub(crate) fn Account() -> Html {
    html! { "settings" }
}
