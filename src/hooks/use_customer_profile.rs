//! The customer whose profile the agent has open.

use livechat_protocol::{CustomerProfile, CustomerProfileState, Event, HostState, Slice};
use yew::prelude::*;

use super::context::{use_placements, use_slice};

/// Returns the customer whose profile the agent has open: waiting, shown, unreadable or hidden.
///
/// Combines the JavaScript API's `on("customer_profile")` and `on("customer_profile_hidden")`. Of a hidden customer
/// only the id remains. A field that cannot be read is left out, and [`use_connection`](crate::use_connection) names
/// it; the rest of the profile is shown. A profile without a readable id is
/// [`Unreadable`](CustomerProfileState::Unreadable) and replaces the previous customer.
///
/// Re-renders when the profile changes.
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
