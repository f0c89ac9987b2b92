//! Messages that the extension prepared and the agent sent.

use livechat_protocol::{Event, MessageSent};
use yew::prelude::*;

use super::{context::use_placements, use_host_event::use_host_event};

/// Calls back when the agent sends the message that the extension put into the message input.
///
/// The SDK's event `message_sent`. The callback may change from render to render; the latest one is called.
/// Never re-renders. For extensions in the message box.
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
/// fn Sent() -> Html {
///     let count = use_state(|| 0);
///     use_message_sent({
///         let count = count.clone();
///         move || count.set(*count + 1)
///     });
///     html! { <p>{ format!("{} sent", *count) }</p> }
/// }
/// ```
#[hook]
pub fn use_message_sent<F>(callback: F)
where
    F: Fn() + 'static,
{
    use_placements("use_message_sent", MessageSent::PLACEMENTS);
    use_host_event(move |_: MessageSent| callback());
}
