//! Tests the logic natively: `cargo test`.

use app::{Order, orders_of};
use yew_livechat::CustomerProfile;

fn order(number: &str, email: &str) -> Order {
    Order {
        number: number.into(),
        email: email.into(),
        article: "Chair".into(),
        state: "on its way".into(),
    }
}

#[test]
fn a_customer_has_their_own_orders_and_no_others() {
    let orders = vec![
        order("A-1", "mary@example.com"),
        order("A-2", "ann@example.com"),
    ];
    let mut customer = CustomerProfile::new("C1");
    assert_eq!(orders_of(&customer, orders.clone()), []);
    customer.email = Some("Mary@example.com".into());
    assert_eq!(
        orders_of(&customer, orders),
        [order("A-1", "mary@example.com")]
    );
}

#[test]
fn the_news_name_the_order_and_its_state() {
    assert_eq!(
        order("A-1", "").news(),
        "Your order A-1 (Chair) is on its way."
    );
}
