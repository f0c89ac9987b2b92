//! Every event, as it came.

use std::rc::Rc;

use livechat_protocol::{PlacementKind, RawEvent};
use yew::prelude::*;

use super::context::use_extension_context;
use crate::bridge::HostValue;

/// Calls back for every event that the host sends while the component is mounted, known or not, with its data unread.
///
/// The callback may change from render to render; the latest one is called. It runs before the event's state
/// reaches the screen. Events that came before the app first
/// rendered are kept for that moment; those that came before a component which mounts later are not repeated:
/// for the latest value of something use its hook.
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
            // Taken out first: the callback may lead to a render, which puts the next one in.
            let callback = latest.borrow().clone();
            if let Some(callback) = callback {
                callback(event);
            }
        });
        move || drop(subscription)
    });
}
