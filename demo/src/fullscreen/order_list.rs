//! The orders, one below the other.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{
    order_facts::OrderFacts,
    shop::{Order, State},
};

#[derive(PartialEq, Properties)]
pub(super) struct OrderListProps {
    pub(super) orders: Vec<Order>,
    /// The number of the one that is looked at.
    pub(super) chosen: Option<String>,
    /// Called with the number of the one to look at.
    pub(super) choose: Callback<String>,
    /// Called with the number of one that needs nobody any more.
    pub(super) finish: Callback<String>,
}

/// Orders to look at and to finish.
#[component]
pub(super) fn OrderList(OrderListProps { orders, chosen, choose, finish }: &OrderListProps) -> Html {
    let told = |callback: &Callback<String>, order: &Order| {
        let number = order.number.clone();
        callback.reform(move |_: MouseEvent| number.clone())
    };
    html! {
        <List empty="None of them.">
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
