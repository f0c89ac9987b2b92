use recipes::authorization::SignedIn;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{FakeServer, Mounted, mount, until},
};

const URL: &str = "/session";

async fn open() -> (FakeServer, Mounted) {
    let server = FakeServer::start();
    (server, mount::<SignedIn>(Extension::details()).await)
}

fn authorize(page: &Mounted, session: &str) {
    page.host().send("authorize", &json!({ "session_id": session })).unwrap();
}

fn answer(login: &str) -> Value {
    json!({ "login": login, "created": 1 })
}

#[wasm_bindgen_test]
async fn the_server_says_who_the_agent_is() {
    let (server, page) = open().await;
    page.shows("Signing in…").await;
    authorize(&page, "S1");
    let request = server.request(URL).await;
    assert_eq!(request.header("Authorization").as_deref(), Some("Bearer S1"));
    server.answer(URL, (200, answer("agent@example.com"))).await;
    page.shows("Signed in as agent@example.com").await;
}

#[wasm_bindgen_test]
async fn a_session_that_has_ended_is_refreshed_once() {
    let (server, page) = open().await;
    authorize(&page, "S1");
    server.answer(URL, (401, json!({ "error": "ended" }))).await;
    assert_eq!(page.host().command("plugin_loaded").await, Value::Null);
    authorize(&page, "S2");
    server.answer(URL, (401, json!({ "error": "ended" }))).await;
    page.shows("Your session has ended").await;
    let asked = page.host().commands().iter().filter(|(name, _)| name == "plugin_loaded").count();
    assert_eq!(asked, 1);
}

#[wasm_bindgen_test]
async fn an_answer_about_an_earlier_session_is_not_shown() {
    let (server, page) = open().await;
    authorize(&page, "S1");
    server.request(URL).await;
    authorize(&page, "S2");
    until("both are asked for", || server.waiting() == 2).await;
    server.answer(URL, (200, answer("earlier@example.com"))).await;
    server.answer(URL, (200, answer("later@example.com"))).await;
    page.shows("Signed in as").await;
    assert_eq!(page.text(), "Signed in as later@example.com");
}

#[wasm_bindgen_test]
async fn an_agent_without_access_sees_a_warning() {
    let (_server, page) = open().await;
    page.host().send("authorize_error", &Value::Null).unwrap();
    page.shows("Your account has no access.").await;
}
