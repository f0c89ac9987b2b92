use recipes::thread_tags::ThreadTags;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{Answer, FakeAccounts, FakeServer, Mounted, mount, until},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn a_switch_tags_the_open_thread_and_shows_what_livechat_has_then() {
    let (server, page) = open_chat().await;
    assert_eq!(server.request(GET_CHAT).await.json().await, json!({ "chat_id": "CH1", "thread_id": "T1" }));
    server.answer(GET_CHAT, thread(&["late"])).await;
    assert_eq!(server.request(LIST_TAGS).await.json().await, json!({ "filters": { "group_ids": [4] } }));
    server.answer(LIST_TAGS, json!([{ "name": "vip" }, { "name": "VIP" }])).await;
    page.shows("VIP").await;
    assert_eq!((tags(&page, ON), tags(&page, OFF)), (vec!["late".into()], vec!["vip".into(), "VIP".into()]));

    page.click("VIP").await;
    let sent = server.request(TAG).await.json().await;
    assert_eq!(sent, json!({ "chat_id": "CH1", "thread_id": "T1", "tag": "VIP" }));
    server.answer(TAG, json!({})).await;
    assert_eq!(toast(&page).await, json!({ "content": "Tagged VIP", "kind": "success" }));
    // Another agent has removed `late` in the meantime.
    server.answer(GET_CHAT, thread(&["VIP"])).await;
    server.answer(LIST_TAGS, json!([{ "name": "vip" }, { "name": "VIP" }])).await;
    until("the switches show it", || (tags(&page, ON), tags(&page, OFF)) == (vec!["VIP".into()], vec!["vip".into()]))
        .await;
}
// ANCHOR_END: test

#[wasm_bindgen_test]
async fn a_tag_that_could_not_be_removed_stays_and_a_toast_says_so() {
    let (server, page) = open_chat().await;
    let load = async || {
        server.answer(GET_CHAT, thread(&["vip"])).await;
        server.answer(LIST_TAGS, json!([{ "name": "vip" }])).await;
    };
    load().await;
    page.shows("vip").await;
    let refused = (403, json!({ "error": { "type": "missing_access", "message": "no" } }));
    for (answer, text) in [
        (Answer::from(refused), "You can't change the tags of this chat"),
        (Answer::NoNetwork, "Couldn't change vip. Try again."),
    ] {
        page.click("vip").await;
        page.shows("Saving…").await;
        // A second click has no effect while a request is pending.
        page.click("vip").await;
        server.answer(UNTAG, answer).await;
        assert_eq!(toast(&page).await, json!({ "content": text, "kind": "error" }));
        load().await;
        page.gone("Saving…").await;
        assert_eq!(tags(&page, ON), ["vip"]);
    }
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn another_chat_has_its_own_tags() {
    let (server, page) = open_chat().await;
    server.answer(GET_CHAT, thread(&["vip"])).await;
    server.answer(LIST_TAGS, json!([{ "name": "vip" }])).await;
    page.shows("vip").await;
    page.open_chat(&json!({ "id": "C2", "chat": { "id": "T2", "chat_id": "CH2" } })).await;
    assert_eq!(server.request(GET_CHAT).await.json().await, json!({ "chat_id": "CH2", "thread_id": "T2" }));
    assert!(tags(&page, ON).is_empty());
    page.open_chat(&json!({ "id": "C3", "chat": {} })).await;
    page.shows("Open a chat to tag it").await;
}

const ON: &str = "[role=switch]:checked";
const OFF: &str = "[role=switch]:not(:checked)";
const GET_CHAT: &str = "POST /v3.6/agent/action/get_chat";
const LIST_TAGS: &str = "POST /v3.6/configuration/action/list_tags";
const TAG: &str = "POST /v3.6/agent/action/tag_thread";
const UNTAG: &str = "POST /v3.6/agent/action/untag_thread";

async fn open_chat() -> (FakeServer, Mounted) {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<ThreadTags>(Extension::details().signs_in_at(&accounts)).await;
    page.shows("Sign in with LiveChat").await;
    accounts.signed_in(Account::new("ann", "org"));
    page.open_chat(&json!({ "id": "C1", "chat": { "id": "T1", "chat_id": "CH1" } })).await;
    (server, page)
}

/// The chat with its thread, which has its own group.
fn thread(tags: &[&str]) -> Value {
    let thread = json!({ "id": "T1", "active": true, "tags": tags, "access": { "group_ids": [4] } });
    json!({ "id": "CH1", "users": [], "access": { "group_ids": [0] }, "thread": thread })
}

/// The labels of these switches.
fn tags(page: &Mounted, switches: &str) -> Vec<String> {
    let labels = page.root().query_selector_all(&format!("{switches} + label")).unwrap();
    (0..labels.length()).filter_map(|index| labels.get(index)?.text_content()).collect()
}

async fn toast(page: &Mounted) -> Value {
    page.host().command("set_toast").await
}
