use recipes::product_cards::ProductCards;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::testing::ScriptedHost;

use crate::page::{Page, until};

#[wasm_bindgen_test]
async fn cards_go_into_the_message_input_and_the_page_tells_when_they_are_sent() {
    let page = Page::open(ScriptedHost::message_box, html! { <ProductCards /> }).await;
    page.click("Chair").await;
    let card = json!({
        "title": "Chair",
        "subtitle": "49.00 EUR",
        "image": { "url": "https://shop.example/chair.png" },
        "buttons": [
            { "text": "I'd like that", "type": "message", "value": "order chair", "postback_id": "order chair" },
            { "text": "Look closer", "type": "url", "value": "https://shop.example/chair" },
        ],
    });
    let payload = json!({ "template_id": "cards", "elements": [card] });
    page.sends("put_messagebox_message", json!({ "type": "rich_message", "payload": payload })).await;
    page.host.send("message_sent", &json!(null)).unwrap();
    page.shows("Sent.").await;

    page.click("Offer all").await;
    until("both", || {
        let (_, data) = page.host.commands().last().cloned()?;
        (data["payload"]["elements"].as_array()?.len() == 2).then_some(())
    })
    .await;
    until("no longer said to be sent", || (!page.text().contains("Sent.")).then_some(())).await;
}
