//! A page of the extension's own in the Agent App.

use livechat_protocol::{NotificationBadge, Pathname, PlacementKind, ReportsFilters};
use yew::prelude::*;

use super::{handle::UsePlacementHandle, kind::Placement, sealed, use_handle::use_handle};
use crate::bridge::{Acknowledgement, Argument};

/// A page of the extension's own in the Agent App.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fullscreen;

impl sealed::Placement for Fullscreen {
    const KIND: PlacementKind = PlacementKind::Fullscreen;
}

impl Placement for Fullscreen {}

/// The commands of a fullscreen extension.
pub type UseFullscreenPageHandle = UsePlacementHandle<Fullscreen>;

impl UsePlacementHandle<Fullscreen> {
    /// Sets the number on the extension's icon; `None` removes it. The SDK's `setNotificationBadge`.
    ///
    /// Let agents dismiss it: the SDK's documentation discourages badges that stay.
    pub fn set_notification_badge(&self, badge: impl Into<Option<NotificationBadge>>) -> Acknowledgement {
        self.send(badge.into())
    }

    /// Navigates the agent to another page of the Agent App. The SDK's `navigate`.
    pub fn navigate(&self, path: impl Argument<Pathname>) -> Acknowledgement {
        self.send(path)
    }

    /// Filters the Agent App's reports. The SDK's `setReportsFilters`.
    pub fn set_reports_filters(&self, filters: impl Argument<ReportsFilters>) -> Acknowledgement {
        self.send(filters)
    }
}

/// Returns the commands of a fullscreen extension.
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
/// #[derive(PartialEq, Properties)]
/// struct OrdersProps {
///     open_orders: u32,
/// }
///
/// #[component]
/// fn Orders(props: &OrdersProps) -> Html {
///     let fullscreen = use_fullscreen_page();
///     use_effect_with(props.open_orders, move |open_orders| {
///         let badge = (*open_orders > 0).then_some(NotificationBadge::from(*open_orders));
///         fullscreen.set_notification_badge(badge);
///     });
///     html! { <p>{ props.open_orders }{ " orders are open" }</p> }
/// }
/// ```
#[hook]
pub fn use_fullscreen_page() -> UseFullscreenPageHandle {
    use_handle("use_fullscreen_page")
}
