//! Logic, tried natively: `cargo test`.

use app::replies_for;
use yew_livechat::CustomerProfile;

#[test]
fn a_customer_is_greeted_by_name() {
    let mut customer = CustomerProfile::new("C1");
    assert_eq!(replies_for(&customer)[0], "Hello! How can I help you today?");
    customer.name = Some("Mary Brown".into());
    assert_eq!(replies_for(&customer)[0], "Hello Mary Brown! How can I help you today?");
}
