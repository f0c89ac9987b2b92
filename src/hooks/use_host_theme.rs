//! The Agent App's theme.

use livechat_protocol::{PlacementKind, Slice, Theme};
use yew::prelude::*;

use super::context::{use_extension_context, use_slice};

/// The Agent App's theme: at first the one in the URL, or light, then what the agent switches to.
///
/// [`Extension::mount`](crate::Extension::mount) themes the components already; this is for the rest.
///
/// Re-renders when the theme changes.
///
/// # Panics
/// Outside a provider; the message says what to do.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Logo() -> Html {
///     let file = match use_host_theme() {
///         Theme::Light => "logo.svg",
///         Theme::Dark => "logo-dark.svg",
///     };
///     html! { <img src={file} alt="Acme" /> }
/// }
/// ```
#[hook]
pub fn use_host_theme() -> Theme {
    let context = use_extension_context("use_host_theme", PlacementKind::Details);
    use_slice(context.bridge, Slice::Theme, |state, _| state.theme)
}
