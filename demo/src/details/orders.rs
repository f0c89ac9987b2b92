//! The customer's orders.

use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{
    prelude::*,
    rich_message::{Card, Cards, Image},
};

use super::orders_section::{OrderActions, orders_section};
use crate::{
    order_facts::OrderFacts,
    page::url_of,
    shop::{Order, orders_of},
};

/// Lists the orders here, and shows the last one in the host's section.
#[component]
pub(super) fn Orders() -> Html {
    let details = use_details();
    let orders = use_customer_resource(|customer| async move { orders_of(&customer).await });

    let last = match &*orders {
        Resource::Ready { value, .. } => value.first().cloned(),
        _ => None,
    };
    let track = {
        let details = details.clone();
        Callback::from(move |()| {
            if let Some(order) = &last {
                insert_tracking_link(&details, order);
            }
        })
    };
    let reload = {
        let orders = orders.clone();
        Callback::from(move |()| orders.reload())
    };
    let again = reload.reform(|_: MouseEvent| ());
    let content = match &*orders {
        Resource::Idle | Resource::Loading => {
            html! { <Skeleton lines=2 label="Loading orders…" /> }
        }
        Resource::Failed(error) => html! {
            <>
                <InlineMessage kind={MessageKind::Error}>{ format!("Couldn't load orders: {error}.") }</InlineMessage>
                <Button onclick={again}>{ "Try again" }</Button>
            </>
        },
        Resource::Ready { value, .. } => html! {
            <List empty="No orders yet.">
                for order in value.iter() {
                    <OrderRow key={order.number.clone()} order={order.clone()} details={details.clone()} />
                }
            </List>
        },
    };
    html! {
        <Section heading="Orders">
            { orders_section(&orders, &OrderActions { track, reload }) }
            { content }
        </Section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OrderRowProps {
    order: Order,
    details: UseDetailsHandle,
}

#[component]
fn OrderRow(props: &OrderRowProps) -> Html {
    let OrderRowProps { order, details } = props.clone();
    let product = order.product;
    let track = {
        let (order, details) = (order.clone(), details.clone());
        move |_| insert_tracking_link(&details, &order)
    };
    let send = move |_| {
        details.send_cards(card_of(&order)).or_toast("Couldn't send the card. Try again.");
    };
    html! {
        <ListItem
            title={product.name}
            description={product.price.to_string()}
            end={html! { <Tag>{ props.order.state.title() }</Tag> }}
        >
            <OrderFacts number={props.order.number.clone()} placed={props.order.placed} />
            <Button onclick={track}>{ "Insert link" }</Button>
            <Button onclick={send}>{ "Send card" }</Button>
        </ListItem>
    }
}

fn insert_tracking_link(details: &UseDetailsHandle, order: &Order) {
    let inserted = details.put_message(format!("You can follow your parcel here: {}", order.tracking_url()));
    let told = details.clone();
    spawn_local(async move {
        drop(match inserted.await {
            Ok(()) => told.toast_success("The tracking link is in the message"),
            Err(_) => told.toast_error("Couldn't insert the tracking link. Try again."),
        });
    });
    let event = TrackedEvent::new("tracking link inserted");
    details.track(event.map(|event| event.with_property("order", order.number.clone())));
}

fn card_of(order: &Order) -> Result<Cards, InvalidArgument> {
    let product = order.product;
    let card = Card::new()
        .with_title(product.name)
        .with_subtitle(format!("Order {}: {}", order.number, order.state.title()))
        .with_image(Image::new(url_of(&format!("products/{}.svg", product.id)))?)
        .with_buttons([rich_message::Button::link("Follow the parcel", order.tracking_url())?])?;
    Cards::new([card])
}
