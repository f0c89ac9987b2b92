//! The shop behind the demo. All data is invented, and always the same for the same customer.

use std::fmt;

use gloo_timers::future::TimeoutFuture;
use yew_livechat::prelude::*;

/// An amount in euro cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Money(pub(crate) u32);

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02} EUR", self.0 / 100, self.0 % 100)
    }
}

/// A product.
#[derive(Debug, PartialEq)]
pub(crate) struct Product {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) price: Money,
}

pub(crate) const PRODUCTS: [Product; 6] = [
    Product { id: "chair", name: "Chair Alma", about: "Oak, stackable", price: Money(8_900) },
    Product { id: "lamp", name: "Lamp Nord", about: "Warm light, 3 m cable", price: Money(4_450) },
    Product { id: "desk", name: "Desk Petit", about: "80 × 60 cm, birch", price: Money(19_900) },
    Product { id: "shelf", name: "Shelf Lina", about: "Four boards, steel frame", price: Money(12_500) },
    Product { id: "rug", name: "Rug Karo", about: "Wool, 140 × 200 cm", price: Money(15_900) },
    Product { id: "mug", name: "Mug Bodo", about: "Stoneware, 0.3 l", price: Money(1_290) },
];

/// The state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Packing,
    OnItsWay,
    Late,
    Delivered,
}

impl State {
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Packing => "being packed",
            Self::OnItsWay => "on its way",
            Self::Late => "late",
            Self::Delivered => "delivered",
        }
    }
}

/// A customer's order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Order {
    pub(crate) number: String,
    pub(crate) product: &'static Product,
    pub(crate) state: State,
    /// When it was placed, in milliseconds since 1970.
    pub(crate) placed: f64,
}

impl Order {
    /// The tracking address.
    pub(crate) fn tracking_url(&self) -> String {
        format!("https://shop.example/track/{}", self.number)
    }
}

/// A customer's orders, newest first. A real app calls an API here; the demo only takes as long.
pub(crate) async fn orders_of(customer: &CustomerProfile) -> Result<Vec<Order>, ShopError> {
    TimeoutFuture::new(150).await;
    // Customers with a name have orders, which depend on the id.
    if customer.name.as_deref().is_none_or(|name| name.trim().is_empty()) {
        return Ok(Vec::new());
    }
    let seed = customer.id.bytes().fold(7_usize, |seed, byte| (seed * 31 + usize::from(byte)) % 100_003);
    let order = |index: usize| Order {
        number: format!("A-{}", 20_000 + (seed + index * 7_919) % 80_000),
        product: &PRODUCTS[(seed + index) % PRODUCTS.len()],
        state: [State::OnItsWay, State::Delivered, State::Late, State::Packing][(seed + index) % 4],
        placed: hours_ago(7 + 90 * u32::try_from(index).unwrap_or_default()),
    };
    Ok((0..1 + seed % 3).map(order).collect())
}

/// The orders that need attention.
pub(crate) fn open_orders() -> Vec<Order> {
    let order = |number: &str, product: usize, state, hours| Order {
        number: number.to_owned(),
        product: &PRODUCTS[product],
        state,
        placed: hours_ago(hours),
    };
    vec![
        order("A-20418", 0, State::Late, 220),
        order("A-20431", 2, State::Late, 170),
        order("A-20440", 3, State::Packing, 30),
        order("A-20442", 5, State::Packing, 5),
    ]
}

fn hours_ago(hours: u32) -> f64 {
    js_sys::Date::now() - f64::from(hours) * 3_600_000.0
}

/// The shop's preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// The name that customers know.
    pub(crate) name: String,
    /// After how many days an undelivered order is late.
    pub(crate) late_after: String,
    /// Whether greetings ask for the order number.
    pub(crate) ask_for_order: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { name: "Nordhus".to_owned(), late_after: "7".to_owned(), ask_for_order: true }
    }
}

/// Saves the preferences. A real app calls an API here; the demo only takes as long.
pub(crate) async fn save(_: &Preferences) -> Result<(), ShopError> {
    TimeoutFuture::new(150).await;
    Ok(())
}

/// The shop did not respond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the shop did not respond")]
pub(crate) struct ShopError;
