//! The customer whose profile the agent has open.

use livechat_protocol::{CustomerProfile, CustomerProfileState, Event, HostState, Slice};
use yew::prelude::*;

use super::context::{use_placements, use_slice};

/// The customer whose profile the agent has open: waiting, shown, unreadable or hidden.
///
/// The JavaScript API's `on("customer_profile")` and `on("customer_profile_hidden")` in one.
/// When a customer is hidden, nothing of theirs but the id is kept. A field of a profile that cannot be read is left
/// out, and the rest is shown; see [`use_connection`](crate::use_connection) for what was left out. A profile that does
/// not say whose it is is [`Unreadable`](CustomerProfileState::Unreadable), and the customer before is shown no more.
///
/// Re-renders when the profile changes.
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
/// fn Customer() -> Html {
///     match use_customer_profile() {
///         CustomerProfileState::Waiting => html! { "Open a chat" },
///         CustomerProfileState::Shown(customer) => html! { <CustomerCard {customer} /> },
///         CustomerProfileState::Unreadable(error) => html! { <p title={error.to_string()}>{ "Open the chat again" }</p> },
///         CustomerProfileState::Hidden { .. } => html! { "The customer left" },
///     }
/// }
/// ```
#[hook]
pub fn use_customer_profile() -> CustomerProfileState {
    let context = use_placements("use_customer_profile", CustomerProfile::PLACEMENTS);
    use_slice(context.bridge, Slice::CustomerProfile, |state: &HostState, _| state.customer_profile.clone())
}
