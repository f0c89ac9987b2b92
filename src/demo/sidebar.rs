//! The whole of the demo.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{compose::Compose, profile::Profile, session::SessionSection};

/// The customer while one is shown, and the session always.
#[component]
pub(crate) fn Sidebar() -> Html {
    let customer = match use_customer_profile() {
        CustomerProfileState::Waiting => html! {
            <EmptyState title="No customer yet">{ "Open a chat to see who you are talking to." }</EmptyState>
        },
        CustomerProfileState::Shown(customer) => html! {
            <>
                <CustomerCard customer={customer.clone()} />
                <Compose customer={customer.clone()} />
                <Profile {customer} />
            </>
        },
        CustomerProfileState::Hidden { .. } => html! {
            <EmptyState title="The customer has left">{ "Open another chat to go on." }</EmptyState>
        },
    };
    html! {
        <main>
            { customer }
            <SessionSection />
        </main>
    }
}
