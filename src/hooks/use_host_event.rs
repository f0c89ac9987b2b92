//! Events of one type.

use livechat_protocol::{Event, PlacementKind};
use yew::prelude::*;

use super::{context::use_extension_context, use_any_host_event::use_any_host_event};

/// Calls back for every event of type `E` that the host sends while the component is mounted.
///
/// The callback may change from render to render; the latest one is called. Events that arrived before the app first
/// rendered are delivered then. A component that mounts later does not receive earlier events: to get the latest
/// value, use the hook for it, such as [`use_customer_profile`](crate::use_customer_profile).
///
/// A field that cannot be read is left out where the type allows it. An event that cannot be read at all does not
/// reach the callback. [`use_connection`](crate::use_connection) and the console name the event and the field in both
/// cases.
///
/// Never re-renders.
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
/// fn Visits() -> Html {
///     let visits = use_mut_ref(|| 0);
///     use_host_event(move |_: CustomerProfile| *visits.borrow_mut() += 1);
///     html! {}
/// }
/// ```
#[hook]
pub fn use_host_event<E, F>(callback: F)
where
    E: Event + 'static,
    F: Fn(E) + 'static,
{
    let context = use_extension_context("use_host_event", PlacementKind::Details);
    use_any_host_event(move |event| {
        let Some((read, skipped)) = event.read_noting::<E>() else { return };
        if !skipped.is_empty() {
            context.bridge.fields_skipped(skipped);
        }
        match read {
            Ok(data) => callback(data),
            Err(error) => context.bridge.event_unread(error),
        }
    });
}
