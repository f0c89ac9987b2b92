use components::{ActionItem, ActionList};
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::orders::{self, Order};

/// The customer, and their orders.
#[component]
pub fn App() -> Html {
    let shown = match use_customer_profile() {
        CustomerProfileState::Shown(customer) => html! {
            <>
                <CustomerCard {customer} />
                <Orders />
            </>
        },
        CustomerProfileState::Unreadable(_) => html! {
            <EmptyState title="Couldn't read this customer. Open the chat again." level={1} />
        },
        CustomerProfileState::Waiting | CustomerProfileState::Hidden { .. } => html! {
            <EmptyState title="Open a chat to see the customer" level={1} />
        },
    };
    html! { <main class="app">{ shown }</main> }
}

/// The orders, with a button to insert an update about each.
#[component]
fn Orders() -> Html {
    let details = use_details();
    // Loads again when the agent opens another customer.
    let orders = use_customer_resource(|customer| async move { orders::load(&customer).await });
    match &*orders {
        Resource::Idle => html! {},
        Resource::Loading => html! { <Loader /> },
        Resource::Failed(_) => {
            let orders = orders.clone();
            html! {
                <>
                    <InlineMessage kind={MessageKind::Error}>{ "Couldn't load orders." }</InlineMessage>
                    <Button onclick={move |_| orders.reload()}>{ "Try again" }</Button>
                </>
            }
        }
        Resource::Ready { value, .. } => {
            let orders = value.clone();
            let onaction = Callback::from(move |number: AttrValue| {
                if let Some(order) = orders.iter().find(|order| *order.number == *number) {
                    details
                        .put_message(order.news())
                        .or_toast("Couldn't insert the update. Try again.");
                }
            });
            html! {
                <ActionList
                    heading="Orders"
                    items={value.iter().map(item).collect::<Vec<_>>()}
                    empty="No orders yet."
                    action="Insert update"
                    {onaction}
                />
            }
        }
    }
}

fn item(order: &Order) -> ActionItem {
    ActionItem {
        id: order.number.clone().into(),
        title: order.article.clone().into(),
        description: order.number.clone().into(),
        tag: Some(order.state.clone().into()),
    }
}
