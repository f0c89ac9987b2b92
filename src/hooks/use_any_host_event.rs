//! Every event, unread.

use std::rc::Rc;

use livechat_protocol::{PlacementKind, RawEvent};
use yew::prelude::*;

use super::context::use_extension_context;
use crate::bridge::HostValue;

/// Calls back for every event that the host sends while the component is mounted, known or unknown, with its raw
/// data.
///
/// The callback may change from render to render; the latest one is called. It runs before the event's state is on
/// screen. Events that arrived before the app first rendered are delivered then. A component that mounts later does
/// not receive earlier events: to get the latest value, use the hook for it.
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
/// fn EventNames() -> Html {
///     let last = use_state(String::new);
///     use_any_host_event({
///         let last = last.clone();
///         move |event| last.set(event.name.clone())
///     });
///     html! { <p>{ &*last }</p> }
/// }
/// ```
#[hook]
pub fn use_any_host_event<F>(callback: F)
where
    F: Fn(&RawEvent<HostValue>) + 'static,
{
    let context = use_extension_context("use_any_host_event", PlacementKind::Details);
    let latest = use_mut_ref(|| None::<Rc<F>>);
    *latest.borrow_mut() = Some(Rc::new(callback));
    use_effect_with(context.bridge, move |bridge| {
        let subscription = bridge.subscribers().listen(move |event| {
            // A clone: the callback may cause a render, which replaces it.
            let callback = latest.borrow().clone();
            if let Some(callback) = callback {
                callback(event);
            }
        });
        move || drop(subscription)
    });
}
