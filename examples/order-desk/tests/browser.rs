//! The order desk in a browser, with a scripted host and a server that responds on command.

#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use order_desk::{Desk, Details, Preferences, Replies};
use serde_json::{Value, json};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{
    Extension,
    testing::{Address, Answer, FakeServer, Mounted, mount, until},
};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

fn order(number: &str, article: &str, state: &str) -> Value {
    json!({ "number": number, "customer": "C1", "article": article, "total": 4900, "state": state })
}

/// Clears what an earlier test has stored.
async fn details() -> (FakeServer, Mounted) {
    window().local_storage().unwrap().unwrap().clear().unwrap();
    let server = FakeServer::start();
    let page = mount::<Details>(Extension::details().authorize(false)).await;
    page.open_chat(&json!({ "id": "C1", "name": "Mary" })).await;
    (server, page)
}

#[wasm_bindgen_test]
async fn orders_are_searched_and_their_news_go_into_the_message() {
    let (server, page) = details().await;
    server.answer("/api/orders?customer=C1", Answer::NoNetwork).await;
    page.shows("Couldn't reach the shop.").await;
    page.click("Try again").await;
    let orders =
        json!([order("A-1", "Chair", "open"), order("A-2", "Lamp", "delivered"), order("A-3", "Rug", "canceled")]);
    server.answer("/api/orders?customer=C1", orders).await;
    page.shows("Chair").await;
    page.gone("Rug").await;
    page.fill("Search orders", "lamp").await;
    page.gone("Chair").await;
    page.click("Insert update").await;
    assert_eq!(page.host().command("put_message").await, "Your order A-2 (Lamp) was delivered.");
}

#[wasm_bindgen_test]
async fn a_note_is_saved_and_shown_as_the_shop_has_it() {
    let (server, page) = details().await;
    server.always("GET /api/orders?customer=C1", json!([]));
    page.click("Note").await;
    server.answer("GET /api/notes/C1", json!({ "text": "" })).await;
    page.fill("About Mary, for your colleagues", "rang twice ").await;
    page.click("Save").await;
    server.answer("PUT /api/notes/C1", (503, json!(null))).await;
    page.shows("The shop answered with status 503.").await;
    page.click("Save").await;
    let request = server.request("PUT /api/notes/C1").await;
    assert_eq!(request.json().await, json!({ "text": "rang twice " }));
    server.answer("PUT /api/notes/C1", json!({ "text": "rang twice" })).await;
    let toast = json!({ "content": "Note saved", "kind": "success" });
    assert_eq!(page.host().command("set_toast").await, toast);
}

#[wasm_bindgen_test]
async fn a_draft_about_one_customer_is_not_shown_for_the_next() {
    let (server, page) = details().await;
    server.always("GET /api/orders?customer=C1", json!([]));
    page.click("Note").await;
    server.answer("GET /api/notes/C1", json!({ "text": "" })).await;
    page.fill("About Mary, for your colleagues", "rang twice").await;
    page.open_chat(&json!({ "id": "C2", "name": "Ann" })).await;
    server.answer("GET /api/notes/C2", json!({ "text": "likes tea" })).await;
    page.shows("About Ann").await;
    let field = page.root().query_selector("textarea").unwrap().unwrap();
    until("the other note", || js_sys::Reflect::get(&field, &"value".into()) == Ok("likes tea".into())).await;
}

#[wasm_bindgen_test]
async fn a_reply_is_found_and_inserted_by_the_keyboard_with_the_signature() {
    window().local_storage().unwrap().unwrap().clear().unwrap();
    let settings = mount::<Preferences>(Extension::settings()).await;
    settings.fill("Signature", "Your shop").await;
    let page = mount::<Replies>(Extension::message_box()).await;
    page.fill("Search replies", "return").await;
    page.gone("Goodbye").await;
    page.press("Enter").await;
    let text = "You can return it within 30 days. The label is in the box.\nYour shop";
    let message = json!({ "type": "message", "value": text });
    assert_eq!(page.host().command("put_messagebox_message").await, message);
    page.shows("Goodbye").await;
}

#[wasm_bindgen_test]
async fn the_agent_chooses_another_language_and_everything_follows() {
    window().local_storage().unwrap().unwrap().clear().unwrap();
    let (settings, page) =
        (mount::<Preferences>(Extension::settings()).await, mount::<Replies>(Extension::message_box()).await);
    settings.choose("Language", "Deutsch").await;
    settings.shows("Grußformel").await;
    page.shows("Rückgabe").await;
    settings.choose("Sprache", "Wie der Browser").await;
    page.shows("Returns").await;
}

#[wasm_bindgen_test]
async fn orders_have_pages_of_their_own() {
    let _address = Address::set("/desk");
    let server = FakeServer::start();
    server.always("/api/orders?words=", json!([order("A-1", "Chair", "open"), order("A-2", "Lamp", "delivered")]));
    let page = mount::<Desk>(Extension::fullscreen()).await;
    page.shows("A-2 · Lamp").await;
    assert_eq!(page.host().command("set_fullscreen_widget_notification_badge").await, Value::Null);
    assert_eq!(page.host().command("set_fullscreen_widget_notification_badge").await, 1);
    page.click("Delivered").await;
    page.gone("A-1 · Chair").await;
    page.click("A-2 · Lamp").await;
    server.answer("/api/orders/A-2", order("A-2", "Lamp", "delivered")).await;
    page.shows("49.00 EUR").await;
    page.click("Orders").await;
    page.shows("A-1 · Chair").await;
}
