//! The customer whose profile the agent has open.

use livechat_protocol::{CustomerProfileState, Slice};
use yew::prelude::*;

use crate::context::use_slice;

/// The customer whose profile the agent has open: waiting, shown or hidden.
///
/// The JavaScript API's `on("customer_profile")` and `on("customer_profile_hidden")` in one.
/// When a customer is hidden, nothing of theirs but the id is kept.
///
/// Re-renders when the profile changes. Outside a provider it panics with a sentence that says so.
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Customer() -> Html {
///     match use_customer_profile() {
///         CustomerProfileState::Waiting => html! { "Open a chat" },
///         CustomerProfileState::Shown(customer) => html! { <CustomerCard {customer} /> },
///         CustomerProfileState::Hidden { .. } => html! { "The customer left" },
///     }
/// }
/// ```
#[hook]
pub fn use_customer_profile() -> CustomerProfileState {
    let read = |state: &livechat_protocol::HostState, _: &_| state.customer_profile.clone();
    use_slice("use_customer_profile", Slice::CustomerProfile, read).0
}
