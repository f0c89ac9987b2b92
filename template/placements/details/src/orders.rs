//! Customers' orders. Plain Rust except for the request: tested natively, without a browser.

use gloo_net::http::Request;
use serde::Deserialize;
use yew_livechat::CustomerProfile;

/// Replace this with your own API, which would return the orders of one customer.
const URL: &str = "static/orders.json";

/// An order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Order {
    pub number: String,
    pub email: String,
    pub article: String,
    pub state: String,
}

impl Order {
    /// The text to tell the customer about it.
    pub fn news(&self) -> String {
        format!(
            "Your order {} ({}) is {}.",
            self.number, self.article, self.state
        )
    }
}

/// Requests the orders of this customer.
pub async fn load(customer: &CustomerProfile) -> Result<Vec<Order>, gloo_net::Error> {
    let orders = Request::get(URL).send().await?.json().await?;
    Ok(orders_of(customer, orders))
}

/// Returns the orders that belong to this customer.
pub fn orders_of(customer: &CustomerProfile, orders: Vec<Order>) -> Vec<Order> {
    let Some(email) = &customer.email else {
        return Vec::new();
    };
    orders
        .into_iter()
        .filter(|order| order.email.eq_ignore_ascii_case(email))
        .collect()
}
