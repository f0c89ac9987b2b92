//! The list of orders.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{
    order_facts::OrderFacts,
    shop::{Order, State},
};

#[derive(PartialEq, Properties)]
pub(super) struct OrderListProps {
    pub(super) orders: Vec<Order>,
    /// The number of the selected order.
    pub(super) chosen: Option<String>,
    /// Called with the number of the order to select.
    pub(super) choose: Callback<String>,
    /// Called with the number of a completed order.
    pub(super) finish: Callback<String>,
}

/// Orders to select and complete.
#[component]
pub(super) fn OrderList(OrderListProps { orders, chosen, choose, finish }: &OrderListProps) -> Html {
    let told = |callback: &Callback<String>, order: &Order| {
        let number = order.number.clone();
        callback.reform(move |_: MouseEvent| number.clone())
    };
    html! {
        <List empty="No orders here.">
            for order in orders {
                <ListItem
                    key={&*order.number}
                    title={order.product.name}
                    description={format!("{}, {}", order.number, order.product.price)}
                    end={html! { <Tag>{ order.state.title() }</Tag> }}
                    onclick={told(choose, order)}
                    current={chosen.as_ref() == Some(&order.number)}
                >
                    if chosen.as_ref() == Some(&order.number) {
                        <OrderFacts number={order.number.clone()} placed={order.placed} />
                    }
                    <Button
                        kind={if order.state == State::Late { ButtonKind::Primary } else { ButtonKind::Secondary }}
                        onclick={told(finish, order)}
                    >
                        { "Mark as done" }
                    </Button>
                </ListItem>
            }
        </List>
    }
}
