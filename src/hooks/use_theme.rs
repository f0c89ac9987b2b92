//! The Agent App's theme.

use livechat_protocol::{HostState, Slice, Theme};
use yew::prelude::*;

use crate::context::use_slice;

/// The Agent App's theme: at first the one in the URL, or light, then what the agent switches to.
///
/// [`Extension::mount`](crate::Extension::mount) themes the components already; this is for the rest.
///
/// Re-renders when the theme changes. Outside a provider it panics with a sentence that says so.
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Logo() -> Html {
///     let file = match use_theme() {
///         Theme::Light => "logo.svg",
///         Theme::Dark => "logo-dark.svg",
///     };
///     html! { <img src={file} alt="Acme" /> }
/// }
/// ```
#[hook]
pub fn use_theme() -> Theme {
    let read = |state: &HostState, _: &_| state.theme;
    use_slice("use_theme", Slice::Theme, read).0
}
