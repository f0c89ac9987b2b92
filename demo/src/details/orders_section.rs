//! The section that the host renders in the customer details.

use yew::{html_nested, prelude::*, virtual_dom::VChild};
use yew_livechat::prelude::*;

use crate::shop::{Order, ShopError};

/// The actions of the section's buttons.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct OrderActions {
    /// Inserts the tracking link of the last order.
    pub(crate) track: Callback<()>,
    /// Reloads the orders.
    pub(crate) reload: Callback<()>,
}

/// The section with the customer's orders, as far as they have loaded.
pub(crate) fn orders_section(
    orders: &Resource<Vec<Order>, ShopError>,
    actions: &OrderActions,
) -> VChild<DetailsSection> {
    html_nested! { <DetailsSection title="Orders">{ content(orders, actions) }</DetailsSection> }
}

fn content(orders: &Resource<Vec<Order>, ShopError>, actions: &OrderActions) -> Vec<SectionChild> {
    match orders {
        Resource::Idle => {
            vec![html_nested! { <SectionLabel label="Orders" value="No customer" /> }.into()]
        }
        Resource::Loading => {
            vec![html_nested! { <SectionLabel label="Orders" value="Loading…" /> }.into()]
        }
        Resource::Failed(error) => vec![
            html_nested! { <SectionLabel label="Orders" value={error.to_string()} /> }.into(),
            html_nested! { <SectionButton id="reload" label="Reload orders" onclick={&actions.reload} /> }.into(),
        ],
        Resource::Ready { value, .. } => match value.first() {
            None => vec![html_nested! { <SectionLabel label="Orders" value="None yet" /> }.into()],
            Some(last) => known(last, value.len(), actions),
        },
    }
}

fn known(last: &Order, count: usize, actions: &OrderActions) -> Vec<SectionChild> {
    let tags: Vec<AttrValue> = vec![last.state.title().into()];
    // The number comes from the shop, so its URL is always valid.
    let link = SafeUrl::parse(&last.tracking_url()).ok().map(|url| {
        html_nested! { <SectionLink {url} value="Follow the parcel" inline=true /> }
    });
    let mut children: Vec<SectionChild> = vec![
        html_nested! {
            <SectionTitle
                title={last.product.name}
                value={last.product.price.to_string()}
                description={format!("Order {}", last.number)}
            />
        }
        .into(),
        html_nested! { <SectionTags label="State" {tags} /> }.into(),
        html_nested! { <SectionLabel label="Total orders" value={count.to_string()} /> }.into(),
    ];
    children.extend(link.map(SectionChild::from));
    children.extend([
        html_nested! { <SectionLine /> }.into(),
        html_nested! {
            <SectionButton id="track" label="Insert tracking link" primary=true onclick={&actions.track} />
        }
        .into(),
        html_nested! { <SectionButton id="open" label="Show all orders" secondary=true open_app=true /> }.into(),
    ]);
    children
}
