//! The Agent App's theme.

use livechat_protocol::{PlacementKind, Slice, Theme};
use yew::prelude::*;

use super::context::{use_extension_context, use_slice};

/// Returns the Agent App's theme: first the one from the URL, or light, then the one that the agent switches to.
///
/// Components are themed by [`Extension::mount`](crate::Extension::mount) already; use this hook for anything else.
///
/// Re-renders when the theme changes.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
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
