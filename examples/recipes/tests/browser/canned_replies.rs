// ANCHOR: test
use recipes::canned_replies::CannedReplies;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::testing::ScriptedHost;

use crate::page::Page;

#[wasm_bindgen_test]
async fn a_reply_goes_into_the_message_input_with_the_customers_name() {
    let page = Page::open(ScriptedHost::details, html! { <CannedReplies /> }).await;
    page.click("Greeting").await;
    page.sends("put_message", json!("Hello! How can I help?")).await;

    page.host.send("customer_profile", &json!({ "id": "C1", "name": "Mary", "chat": {} })).unwrap();
    page.shows("Hello Mary!").await;
    page.click("Goodbye").await;
    page.sends("put_message", json!("Thank you for writing to us, Mary.")).await;
}
// ANCHOR_END: test

// ANCHOR: refused
#[wasm_bindgen_test]
async fn the_agent_hears_of_a_reply_that_was_not_inserted() {
    use yew_livechat::{Answering, RemoteError};

    let page = Page::open(ScriptedHost::details, html! { <CannedReplies /> }).await;
    page.host.set_answering(Answering::Refuse(RemoteError { message: "no chat is open".to_owned(), code: None }));
    page.click("Returns").await;
    page.sends("set_toast", json!({ "content": "The reply was not inserted", "kind": "error" })).await;
}
// ANCHOR_END: refused
