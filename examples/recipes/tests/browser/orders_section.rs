use recipes::orders_section::OrdersSection;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{Extension, testing::mount};

const SECTION: &str = "customer_details_section";

fn label(value: &str) -> Value {
    json!({ "type": "label_value", "data": { "label": "Last order", "value": value } })
}

fn section(components: &[Value]) -> Value {
    json!({ "title": "Orders", "components": components })
}

#[wasm_bindgen_test]
async fn the_host_renders_the_section_and_a_click_there_runs_here() {
    let page = mount::<OrdersSection>(Extension::details()).await;
    assert_eq!(page.host().command(SECTION).await, section(&[label("none")]));

    page.host().send("customer_profile", &json!({ "id": "7", "email": "mary@example.com", "chat": {} })).unwrap();
    let button = json!({ "type": "button", "data": { "label": "Insert tracking link", "id": "track" } });
    assert_eq!(page.host().command(SECTION).await, section(&[label("A-7"), button]));

    page.host().send("customer_details_section_button_click", &json!({ "buttonId": "track" })).unwrap();
    assert_eq!(page.host().command("put_message").await, "https://shop.example/track/A-7");
}
