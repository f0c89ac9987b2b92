use recipes::orders_section::OrdersSection;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::testing::ScriptedHost;

use crate::page::Page;

fn label(value: &str) -> Value {
    json!({ "type": "label_value", "data": { "label": "Last order", "value": value } })
}

fn section(components: &[Value]) -> Value {
    json!({ "title": "Orders", "components": components })
}

#[wasm_bindgen_test]
async fn the_host_draws_the_section_and_a_click_there_runs_here() {
    let page = Page::open(ScriptedHost::details, html! { <OrdersSection /> }).await;
    page.sends("customer_details_section", section(&[label("none")])).await;

    page.host.send("customer_profile", &json!({ "id": "7", "email": "mary@example.com", "chat": {} })).unwrap();
    let button = json!({ "type": "button", "data": { "label": "Insert tracking link", "id": "track" } });
    page.sends("customer_details_section", section(&[label("A-7"), button])).await;

    page.host.send("customer_details_section_button_click", &json!({ "buttonId": "track" })).unwrap();
    page.sends("put_message", json!("https://shop.example/track/A-7")).await;
}
