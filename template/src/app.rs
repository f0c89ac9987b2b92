use components::Replies;
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::replies_for;

/// The customer, and replies that go into the agent's message input.
#[component]
pub fn App() -> Html {
    let profile = use_customer_profile();
    let details = use_details();
    let onreply = use_callback((), move |reply: AttrValue, ()| {
        details.put_message(reply);
    });
    html! {
        if let Some(customer) = profile.shown() {
            <Replies replies={replies_for(&customer).into_iter().map(AttrValue::from).collect::<Vec<_>>()} {onreply} />
            <CustomerCard {customer} />
        } else {
            <EmptyState title="Open a chat to see the customer" />
        }
    }
}
