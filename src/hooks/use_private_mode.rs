//! Which threads are in private mode.

use livechat_protocol::{Event, PrivateMode, Slice};
use yew::prelude::*;

use super::context::{use_placements, use_slice};

/// Returns which threads are in private mode: the latest report for each thread, and none until the host sends one.
///
/// The SDK's event `private_mode`, new in 1.6.0-beta.0. UNVERIFIED (private-mode-sent, private-mode-values): whether
/// current hosts send it, and its values, which are JSON as the host sent it. Re-renders when it changes. For
/// extensions in the details panel and the message box.
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
/// fn Privacy() -> Html {
///     let private_mode = use_private_mode();
///     let profile = use_customer_profile();
///     let thread = profile.shown().and_then(|customer| customer.chat.id.clone());
///     let is_private = thread.and_then(|thread| private_mode.get(&thread)) == Some(true.into());
///     html! { if is_private { <Tag>{ "Private" }</Tag> } }
/// }
/// ```
#[hook]
pub fn use_private_mode() -> PrivateMode {
    let context = use_placements("use_private_mode", PrivateMode::PLACEMENTS);
    use_slice(context.bridge, Slice::PrivateMode, |state, _| state.private_mode.clone())
}
