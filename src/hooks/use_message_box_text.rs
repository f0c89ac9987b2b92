//! The text in the agent's message input.

use std::rc::Rc;

use livechat_protocol::{Event, MessageBoxText, Slice};
use yew::prelude::*;

use super::context::{use_placements, use_slice};

/// Returns the text in the agent's message input; `None` until the host reports it.
///
/// The SDK's event `message_box_text`. Re-renders when the text changes. For extensions in the details panel.
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
/// fn Length() -> Html {
///     let text = use_message_box_text();
///     let letters = text.as_deref().unwrap_or_default().chars().count();
///     html! { <p>{ format!("{letters} letters") }</p> }
/// }
/// ```
#[hook]
pub fn use_message_box_text() -> Option<Rc<str>> {
    let context = use_placements("use_message_box_text", MessageBoxText::PLACEMENTS);
    use_slice(context.bridge, Slice::MessageBoxText, |state, _| state.message_box_text.clone())
}
