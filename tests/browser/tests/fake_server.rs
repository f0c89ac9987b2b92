//! The kit's server, which responds on command.

use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, RequestInit, Response, Window};
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{Answer, FakeServer, Scenario, mount, until},
};

fn window() -> Window {
    web_sys::window().unwrap()
}

async fn json_of(response: wasm_bindgen::JsValue) -> (u16, Value) {
    let response: Response = response.unchecked_into();
    let text = JsFuture::from(response.text().unwrap()).await.unwrap().as_string().unwrap();
    (response.status(), serde_json::from_str(&text).unwrap())
}

#[wasm_bindgen_test]
async fn requests_are_answered_in_any_order_and_can_be_looked_at() {
    let server = FakeServer::start();
    let first = JsFuture::from(window().fetch_with_str("/api/orders?customer=C1"));
    let init = RequestInit::new();
    init.set_method("PUT");
    init.set_body(&r#"{"text":"rang twice"}"#.into());
    let second = JsFuture::from(window().fetch_with_str_and_init("/api/note", &init));
    let note = server.request("PUT /api/note").await;
    assert_eq!((note.method().as_str(), note.json().await), ("PUT", json!({ "text": "rang twice" })));
    assert!(note.url().ends_with("/api/note") && note.header("X-Missing").is_none());
    assert_eq!(server.waiting(), 2);
    server.answer("/api/note", (409, json!("changed meanwhile"))).await;
    assert_eq!(json_of(second.await.unwrap()).await, (409, json!("changed meanwhile")));
    server.answer("customer=C1", json!(["A-1"])).await;
    assert_eq!(json_of(first.await.unwrap()).await, (200, json!(["A-1"])));
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn the_network_fails_when_the_test_says_so() {
    let server = FakeServer::start();
    let request = JsFuture::from(window().fetch_with_str("/api/orders"));
    server.answer("/api/orders", Answer::NoNetwork).await;
    assert!(request.await.unwrap_err().is_instance_of::<js_sys::TypeError>());
}

#[wasm_bindgen_test]
async fn what_is_always_answered_is_answered_at_once_and_the_latest_word_counts() {
    let server = FakeServer::start();
    let early = JsFuture::from(window().fetch_with_str("/api/plan"));
    until("it waits", || server.waiting() == 1).await;
    server.always("/api/plan", json!("Solo"));
    assert_eq!(json_of(early.await.unwrap()).await.1, "Solo");
    server.always("GET /api/plan", Answer::Text(200, "\"Team\"".to_owned()));
    let late = JsFuture::from(window().fetch_with_str("/api/plan")).await.unwrap();
    assert_eq!(json_of(late).await.1, "Team");
}

#[wasm_bindgen_test]
async fn a_request_that_the_page_aborts_waits_no_longer() {
    let server = FakeServer::start();
    let (controller, init) = (AbortController::new().unwrap(), RequestInit::new());
    init.set_signal(Some(&controller.signal()));
    let request = JsFuture::from(window().fetch_with_str_and_init("/api/slow", &init));
    assert_eq!(server.waiting(), 1);
    controller.abort();
    assert!(request.await.is_err());
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
fn a_server_that_a_failed_test_has_left_behind_is_replaced() {
    let fetch = || js_sys::Reflect::get(&window(), &"fetch".into()).unwrap();
    let before = fetch();
    std::mem::forget(FakeServer::start());
    drop(FakeServer::start());
    assert_eq!(fetch(), before);
}

#[wasm_bindgen_test]
fn without_a_server_the_browser_has_its_own_fetch_again() {
    let fetch = || js_sys::Reflect::get(&window(), &"fetch".into()).unwrap();
    let before = fetch();
    let server = FakeServer::start();
    assert_ne!(fetch(), before);
    drop(server);
    assert_eq!(fetch(), before);
}

async fn plan_of(id: String) -> Result<String, String> {
    let response = JsFuture::from(window().fetch_with_str(&format!("/api/plan?customer={id}"))).await;
    let (status, plan) = json_of(response.map_err(|_| "no network")?).await;
    if status == 200 { Ok(plan.to_string()) } else { Err(format!("status {status}")) }
}

/// A customer's plan, from a server.
#[component]
fn Plan() -> Html {
    let plan = use_customer_resource(|customer| plan_of(customer.id.clone()));
    let text = match &*plan {
        Resource::Idle => "nobody".to_owned(),
        Resource::Loading => "loading".to_owned(),
        Resource::Ready { value, .. } => format!("plan {value}"),
        Resource::Failed(error) => format!("failed: {error}"),
    };
    html! { <p>{ text }</p> }
}

#[wasm_bindgen_test]
async fn a_scenario_says_what_the_server_answers() {
    let scenario = r#"{ "version": 1, "steps": [
        { "at": 0, "placement": "details", "host": "loads" },
        { "at": 300, "placement": "details", "command": "plugin_inited" },
        { "at": 900, "placement": "details", "event": "customer_profile", "data": { "id": "C1" } },
        { "at": 1900, "placement": "details", "http": { "request": "/api/plan?customer=C1", "body": "Team" } },
        { "at": 2000, "placement": "details", "event": "customer_profile", "data": { "id": "C2" } },
        { "at": 2500, "placement": "details", "http": { "request": "customer=C2", "status": 503 } },
        { "at": 3000, "placement": "details", "event": "customer_profile", "data": { "id": "C3" } },
        { "at": 3500, "placement": "details", "http": { "request": "GET /api/plan?customer=C3", "status": 0 } }
    ]}"#;
    let _server = FakeServer::start();
    let page = mount::<Plan>(Extension::details()).await;
    let mut play = page.host().begin(&Scenario::from_json(scenario).unwrap());
    for shown in ["plan \"Team\"", "failed: status 503", "failed: no network"] {
        while play.step().await.is_some_and(|step| !matches!(step.action, yew_livechat::testing::Action::Http(_))) {}
        page.shows(shown).await;
    }
    assert!(play.finish().await.is_same());
}
