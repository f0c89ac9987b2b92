use recipes::send_at_once::SendAtOnce;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{Answer, FakeAccounts, FakeServer, Mounted, mount},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn a_message_is_sent_to_the_open_chat_and_a_toast_confirms_it() {
    let (server, page) = open_chat().await;
    page.fill("Message", "Your lamp is on its way.").await;
    page.click("Send now").await;
    let sent = server.request(SEND_EVENT).await;
    assert_eq!(sent.header("Authorization").as_deref(), Some("Bearer test:token-1"));
    let event = json!({ "type": "message", "text": "Your lamp is on its way." });
    assert_eq!(sent.json().await, json!({ "chat_id": "CH1", "event": event }));
    server.answer(SEND_EVENT, json!({ "event_id": "E1" })).await;
    assert_eq!(toast(&page).await, json!({ "content": "Message sent", "kind": "success" }));
}

#[wasm_bindgen_test]
async fn a_message_without_an_answer_is_not_sent_again_and_the_agent_is_asked_to_look() {
    let (server, page) = open_chat().await;
    page.fill("Message", "Your lamp is on its way.").await;
    page.click("Send now").await;
    server.answer(SEND_EVENT, Answer::NoNetwork).await;
    let text = "LiveChat didn't confirm it. Check the chat before you send it again.";
    assert_eq!(toast(&page).await, json!({ "content": text, "kind": "error" }));
    assert_eq!(server.waiting(), 0);
}
// ANCHOR_END: test

const SEND_EVENT: &str = "POST /v3.6/agent/action/send_event";

async fn open_chat() -> (FakeServer, Mounted) {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<SendAtOnce>(Extension::details().signs_in_at(&accounts)).await;
    page.shows("Sign in with LiveChat").await;
    accounts.signed_in(Account::new("ann", "org"));
    page.shows("Open a chat to write to it").await;
    page.open_chat(&json!({ "id": "C1", "chat": { "id": "T1", "chat_id": "CH1" } })).await;
    page.shows("Send now").await;
    (server, page)
}

async fn toast(page: &Mounted) -> Value {
    page.host().command("set_toast").await
}

#[wasm_bindgen_test]
async fn the_agent_reads_why_livechat_refused_the_message_and_keeps_its_text() {
    let (server, page) = open_chat().await;
    page.fill("Message", "Hello").await;
    for (status, kind, text) in [
        (403, "authorization", "Not sent. Join the chat first."),
        (422, "chat_inactive", "Not sent. This chat has ended."),
        (422, "validation", "Not sent. This chat has ended."),
        (404, "not_found", "Not sent. Try again in a minute."),
        (504, "request_timeout", "LiveChat didn't confirm it. Check the chat before you send it again."),
    ] {
        page.click("Send now").await;
        server.answer(SEND_EVENT, (status, json!({ "error": { "type": kind, "message": "no" } }))).await;
        assert_eq!(toast(&page).await, json!({ "content": text, "kind": "error" }));
    }
    page.click("Insert").await;
    assert_eq!(page.host().command("put_message").await, "Hello");
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn a_message_that_is_too_long_is_not_sent() {
    let (server, page) = open_chat().await;
    page.fill("Message", &"a".repeat(16 * 1024 + 1)).await;
    page.click("Send now").await;
    let text = "Not sent. The message is longer than 16 KB: split it into several messages.";
    assert_eq!(toast(&page).await, json!({ "content": text, "kind": "error" }));
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn a_draft_for_one_customer_is_not_shown_for_the_next() {
    let (server, page) = open_chat().await;
    page.fill("Message", "For C1").await;
    page.click("Send now").await;
    page.open_chat(&json!({ "id": "C2", "chat": { "id": "T2", "chat_id": "CH2" } })).await;
    page.fill("Message", "For C2").await;
    server.answer(SEND_EVENT, json!({ "event_id": "E1" })).await;
    assert_eq!(toast(&page).await["content"], "Message sent");
    page.click("Send now").await;
    let sent = server.request(SEND_EVENT).await.json().await;
    assert_eq!(sent, json!({ "chat_id": "CH2", "event": { "type": "message", "text": "For C2" } }));
}
