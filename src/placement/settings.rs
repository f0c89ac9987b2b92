//! The settings page of an app.

use livechat_protocol::{PlacementKind, RedirectTarget};
use yew::prelude::*;

use super::{handle::UsePlacementHandle, kind::Placement, sealed, use_handle::use_handle};
use crate::bridge::{Acknowledgement, Argument};

/// The settings page of an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings;

impl sealed::Placement for Settings {
    const KIND: PlacementKind = PlacementKind::Settings;
}

impl Placement for Settings {}

/// The commands of a settings page.
pub type UseSettingsPageHandle = UsePlacementHandle<Settings>;

impl UsePlacementHandle<Settings> {
    /// Navigates the Agent App's whole window to another page. The SDK's `redirect`.
    pub fn redirect(&self, target: impl Argument<RedirectTarget>) -> Acknowledgement {
        self.send(target)
    }
}

/// Returns the commands of a settings page.
///
/// Never re-renders.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it, or the extension has another placement.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Connect() -> Html {
///     let settings = use_settings_page();
///     let connect = move |_| { settings.redirect("https://shop.example/connect"); };
///     html! { <Button onclick={connect}>{ "Connect your shop" }</Button> }
/// }
/// ```
#[hook]
pub fn use_settings_page() -> UseSettingsPageHandle {
    use_handle("use_settings_page")
}
