//! Events of one type.

use livechat_protocol::{Event, PlacementKind};
use yew::prelude::*;

use super::{context::use_extension_context, use_any_host_event::use_any_host_event};

/// Calls back for every event of the type `E` that the host sends while the component is mounted.
///
/// A field that cannot be read is left out where the type allows it, and an event that cannot be read at all does not
/// reach the callback. Either shows in [`use_connection`](crate::use_connection) and in the console, by event and field.
/// The callback may change from render to render; the latest one is called. Events that came before the app first
/// rendered are kept for that moment; those that came before a component which mounts later are not repeated:
/// for the latest value of something use its hook. Whether the customer could be read is in
/// [`use_customer_profile`](crate::use_customer_profile).
///
/// Never re-renders.
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
