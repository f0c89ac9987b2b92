use recipes::product_cards::ProductCards;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{mount, until},
};

#[wasm_bindgen_test]
async fn cards_go_into_the_message_input_and_the_page_tells_when_they_are_sent() {
    let page = mount::<ProductCards>(Extension::message_box()).await;
    page.click("Chair").await;
    let card = json!({
        "title": "Chair",
        "subtitle": "49.00 EUR",
        "image": { "url": "https://shop.example/chair.png" },
        "buttons": [
            { "text": "I'd like that", "type": "message", "value": "order chair",
                "postback_id": "order chair", "user_ids": [] },
            { "text": "View details", "type": "url", "value": "https://shop.example/chair",
                "postback_id": "https://shop.example/chair", "user_ids": [] },
        ],
    });
    let payload = json!({ "template_id": "cards", "elements": [card] });
    let message = json!({ "type": "rich_message", "payload": payload });
    assert_eq!(page.host().command("put_messagebox_message").await, message);
    page.host().send("message_sent", &json!(null)).unwrap();
    page.shows("Sent.").await;

    page.click("Offer all").await;
    let both = page.host().command("put_messagebox_message").await;
    assert_eq!(both["payload"]["elements"].as_array().map(Vec::len), Some(2));
    until("no longer said to be sent", || !page.text().contains("Sent.")).await;
}
