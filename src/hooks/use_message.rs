//! Every message of the agent's chats.

use livechat_protocol::{Event, Message};
use yew::prelude::*;

use super::{context::use_placements, use_host_event::use_host_event};
use crate::bridge::Bridge;

/// Calls back for every message in the agent's chats that arrives while the component is mounted, in order.
///
/// The first use sends the command `watch_messages`, and again whenever the host begins a new connection; no command
/// ends it. The callback may change from render to render; the latest one is called. For messages from before the
/// component mounted, see [`use_messages`](crate::use_messages).
///
/// Never re-renders. For extensions in the details panel.
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
/// fn RefundWatch() -> Html {
///     let asked = use_state(|| false);
///     use_message({
///         let asked = asked.clone();
///         move |message: Message| if message.is_from_customer() && message.text().contains("refund") { asked.set(true); }
///     });
///     html! { if *asked { <Tag>{ "Asked for a refund" }</Tag> } }
/// }
/// ```
#[hook]
pub fn use_message<F>(callback: F)
where
    F: Fn(Message) + 'static,
{
    let context = use_placements("use_message", Message::PLACEMENTS);
    // Subscribes before it asks, so that no message is missed.
    use_host_event(callback);
    use_watching(context.bridge);
}

/// Asks the host for messages once the component is mounted.
#[hook]
pub(super) fn use_watching(bridge: Bridge) {
    use_effect_with(bridge, |bridge| bridge.watch_messages());
}
