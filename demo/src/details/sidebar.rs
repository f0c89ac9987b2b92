//! The sidebar.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{
    compose::Compose,
    orders::Orders,
    orders_section::{OrderActions, orders_section},
    profile::Profile,
    replies::Replies,
    session::SessionSection,
    ticket::Ticket,
};

/// The open customer, the ticket if there is one, and the session.
#[component]
pub(crate) fn Sidebar() -> Html {
    let profile = use_customer_profile();
    #[cfg(debug_assertions)]
    crate::panics::at(if profile.shown().is_some() { "customer" } else { "first render" });
    let customer = match profile {
        CustomerProfileState::Waiting => html! {
            <EmptyState title="No customer yet" level=1>{ "Open a chat to see who you are talking to." }</EmptyState>
        },
        CustomerProfileState::Shown(customer) => html! {
            <>
                <CustomerCard customer={customer.clone()} />
                // One instance per customer: a draft for one must not be offered for another.
                <Compose key={customer.id.clone()} customer={customer.clone()} />
                <Orders />
                <Replies chat_id={customer.chat.chat_id.clone().map(AttrValue::from)} />
                <Profile {customer} />
            </>
        },
        // The reason is for developers, and is in the console.
        CustomerProfileState::Unreadable(_) => html! {
            <>
                <EmptyState title="Couldn't read this customer" level=1>
                    { "The profile has no customer ID. Open the chat again." }
                </EmptyState>
                { nobodys_orders() }
            </>
        },
        CustomerProfileState::Hidden { .. } => html! {
            <>
                <EmptyState title="The customer has left" level=1>{ "Open another chat to continue." }</EmptyState>
                { nobodys_orders() }
            </>
        },
    };
    html! {
        <main>
            { customer }
            <Ticket />
            <SessionSection />
        </main>
    }
}

/// The host retains the last section, so the previous customer's orders must be replaced.
fn nobodys_orders() -> Html {
    orders_section(&Resource::Idle, &OrderActions::default()).into()
}
