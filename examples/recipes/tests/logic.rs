//! Tests natively what needs no browser.

#![cfg(not(target_family = "wasm"))]

use recipes::{
    canned_replies::REPLIES,
    orders_section,
    product_cards::{PRODUCTS, cards},
};
use serde_json::json;
use yew_livechat::CustomerProfile;

// ANCHOR: replies
#[test]
fn a_reply_names_the_customer_if_there_is_a_name() {
    let mut customer = CustomerProfile::new("C1");
    assert_eq!(REPLIES[0].text_for(Some(&customer)), "Hello! How can I help?");
    customer.name = Some("Mary".to_owned());
    assert_eq!(REPLIES[0].text_for(Some(&customer)), "Hello Mary! How can I help?");
}
// ANCHOR_END: replies

// ANCHOR: section
#[test]
fn the_developer_console_gets_the_section_as_it_is_before_anything_is_known() {
    let component = json!({ "type": "label_value", "data": { "label": "Last order", "value": "none" } });
    assert_eq!(
        orders_section::extension().unwrap().initial_state(),
        json!({ "customerDetailsSections": [{ "title": "Orders", "components": [component] }] })
    );
}
// ANCHOR_END: section

// ANCHOR: cards
#[test]
fn no_product_or_too_many_make_no_message() {
    assert!(cards(&PRODUCTS).is_ok());
    assert_eq!(cards([]).unwrap_err().to_string(), "`rich_message.elements` has 0 items: it takes at least 1");
    let eleven = std::iter::repeat_n(&PRODUCTS[0], 11);
    assert_eq!(cards(eleven).unwrap_err().to_string(), "`rich_message.elements` has 11 items: it takes at most 10");
}
// ANCHOR_END: cards
