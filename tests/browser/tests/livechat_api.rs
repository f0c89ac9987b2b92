//! LiveChat's API, called from a page.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{
    CallError,
    api::{Call, ListArchives, ListTags, SendEvent, Upload, UploadFile},
    prelude::*,
    testing::{Answer, FakeAccounts, FakeServer, Mounted, ScriptedHost},
};

/// A button for each call, and the result of the last one.
#[component]
fn Caller() -> Html {
    let api = use_livechat_api();
    let outcome = use_state(|| "nothing yet".to_owned());
    let run = |text: fn(UseLivechatApiHandle) -> std::pin::Pin<Box<dyn Future<Output = String>>>| {
        let (api, outcome) = (api.clone(), outcome.clone());
        move |_| {
            let (api, outcome) = (api.clone(), outcome.clone());
            spawn_local(async move { outcome.set(text(api).await) });
        }
    };
    html! {
        <>
            <p>{ &*outcome }</p>
            <button onclick={run(|api| Box::pin(async move { made(&api, &ListTags::new(), |tags| format!("{} tags", tags.len())).await }))}>
                { "Tags" }
            </button>
            <button onclick={run(|api| Box::pin(async move { made(&api, &SendEvent::message("PJ0", "Hi"), |_| "sent".to_owned()).await }))}>
                { "Send" }
            </button>
            <button onclick={run(|api| Box::pin(async move { made(&api, &SendEvent::message("PJ0", ""), |_| "sent".to_owned()).await }))}>
                { "Send nothing" }
            </button>
            <button onclick={run(|api| Box::pin(async move {
                let file = Upload::new("notes.txt", "text/plain", *b"hello");
                made(&api, &UploadFile::new(file), |file| file.url).await
            }))}>
                { "Upload" }
            </button>
            <button onclick={run(|api| Box::pin(async move {
                match all_chats(&api).await {
                    Ok(ids) => ids.join(" "),
                    Err(error) => format!("failed: {error}"),
                }
            }))}>
                { "All chats" }
            </button>
        </>
    }
}

async fn made<C: Call>(api: &UseLivechatApiHandle, call: &C, shown: fn(C::Answer) -> String) -> String {
    match api.call(call).await {
        Ok(answer) => shown(answer),
        Err(error) => format!("failed: {error}"),
    }
}

async fn all_chats(api: &UseLivechatApiHandle) -> Result<Vec<String>, CallError> {
    let mut pages = api.pages(ListArchives::new().with_customer("C1").with_limit(2));
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        ids.extend(page?.chats.into_iter().map(|chat| chat.id));
    }
    Ok(ids)
}

async fn caller() -> (FakeServer, FakeAccounts, Mounted) {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    accounts.signed_in(Account::new("ann", "org"));
    let extension = Extension::details().signs_in_at(&accounts);
    let page = ScriptedHost::new().mount::<Caller>(extension).await;
    (server, accounts, page)
}

fn refusal(kind: &str) -> Value {
    json!({ "error": { "type": kind, "message": "no" } })
}

const TAGS: &str = "POST /v3.6/configuration/action/list_tags";
const SEND: &str = "POST /v3.6/agent/action/send_event";

#[wasm_bindgen_test]
async fn a_call_has_the_agents_token_and_a_new_one_after_a_401() {
    let (server, _accounts, page) = caller().await;
    page.click("Tags").await;
    let request = server.request(TAGS).await;
    assert_eq!(request.header("Authorization").as_deref(), Some("Bearer test:token-1"));
    assert_eq!(request.url(), "https://api.livechatinc.com/v3.6/configuration/action/list_tags");
    assert_eq!(request.json().await, json!({}));
    server.answer(TAGS, (401, refusal("authentication"))).await;
    assert_eq!(server.request(TAGS).await.header("Authorization").as_deref(), Some("Bearer test:token-2"));
    server.answer(TAGS, json!([{ "name": "vip" }])).await;
    page.shows("1 tags").await;
}

#[wasm_bindgen_test]
async fn a_call_goes_to_the_region_that_livechat_names_and_so_do_later_ones() {
    let (server, _accounts, page) = caller().await;
    page.click("Tags").await;
    let misdirected =
        json!({ "error": { "type": "misdirected_request", "message": "no", "data": { "region": "fra" } } });
    server.answer(TAGS, (421, misdirected)).await;
    assert_eq!(server.request(TAGS).await.header("X-Region").as_deref(), Some("fra"));
    server.answer(TAGS, json!([])).await;
    page.shows("0 tags").await;
    page.click("Send").await;
    assert_eq!(server.request(SEND).await.header("X-Region").as_deref(), Some("fra"));
    server.answer(SEND, json!({ "event_id": "E1" })).await;
    page.shows("sent").await;
}

#[wasm_bindgen_test]
async fn a_throttled_call_waits_and_a_lost_message_is_not_sent_twice() {
    let (server, _accounts, page) = caller().await;
    page.click("Send").await;
    server.answer(SEND, (429, refusal("too_many_requests"))).await;
    server.answer(SEND, Answer::NoNetwork).await;
    page.shows("failed: LiveChat's API did not answer").await;
    page.host().settle().await;
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn what_livechat_would_refuse_is_not_sent_and_what_it_answers_badly_is_named() {
    let (server, accounts, page) = caller().await;
    page.click("Send nothing").await;
    page.shows("failed: ").await;
    assert_eq!(server.waiting(), 0);
    page.click("Send").await;
    server.answer(SEND, Answer::Text(200, "<html>".to_owned())).await;
    page.shows("a body that is not JSON").await;
    accounts.signed_out(None);
    page.click("Tags").await;
    page.shows("nobody").await;
}

#[wasm_bindgen_test]
async fn the_pages_of_a_list_are_requested_one_after_the_other_each_with_a_token_that_is_valid() {
    const ARCHIVES: &str = "POST /v3.6/agent/action/list_archives";
    let (server, _accounts, page) = caller().await;
    page.click("All chats").await;
    let first = server.request(ARCHIVES).await;
    assert_eq!(first.json().await, json!({ "filters": { "customer_id": "C1" }, "limit": 2 }));
    let two = json!({ "chats": [{ "id": "A", "users": [] }, { "id": "B", "users": [] }], "next_page_id": "p2" });
    server.answer(ARCHIVES, two).await;
    assert_eq!(server.request(ARCHIVES).await.json().await, json!({ "page_id": "p2" }));
    server.answer(ARCHIVES, (401, refusal("authentication"))).await;
    let again = server.request(ARCHIVES).await;
    assert_eq!(again.header("Authorization").as_deref(), Some("Bearer test:token-2"));
    assert_eq!(again.json().await, json!({ "page_id": "p2" }));
    server.answer(ARCHIVES, json!({ "chats": [{ "id": "C", "users": [] }] })).await;
    page.shows("A B C").await;
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn a_file_is_sent_as_a_form() {
    let (server, _accounts, page) = caller().await;
    page.click("Upload").await;
    let upload = "POST /v3.6/agent/action/upload_file";
    let request = server.request(upload).await;
    assert!(request.header("Content-Type").unwrap().starts_with("multipart/form-data; boundary="));
    let text = request.text().await;
    assert!(text.contains(r#"name="file"; filename="notes.txt""#) && text.contains("hello"), "{text}");
    server.answer(upload, json!({ "url": "https://cdn.example/notes.txt" })).await;
    page.shows("https://cdn.example/notes.txt").await;
}
