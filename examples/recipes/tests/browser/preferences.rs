use recipes::preferences::PreferencesPage;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{FakeServer, Mounted, mount, until},
};

const URL: &str = "/api/preferences";
const FIELD: &str = "Address of your shop";

fn has(page: &Mounted, selector: &str) -> bool {
    page.root().query_selector(selector).unwrap().is_some()
}

#[wasm_bindgen_test]
async fn the_settings_are_read_changed_and_saved() {
    let server = FakeServer::start();
    let page = mount::<PreferencesPage>(Extension::settings()).await;
    page.shows("Loading…").await;
    server.answer(URL, json!({ "shop": "old.example", "canceled": true })).await;
    page.shows(FIELD).await;
    page.fill(FIELD, "new.example").await;
    page.click("Save").await;
    let request = server.request(URL).await;
    assert_eq!(request.method(), "PUT");
    assert_eq!(request.json().await, json!({ "shop": "new.example", "canceled": true }));
    assert!(has(&page, "button[aria-busy]"), "it cannot be pressed again");
    server.answer(URL, json!(null)).await;
    let toast = json!({ "content": "Settings saved", "kind": "success" });
    assert_eq!(page.host().command("set_toast").await, toast);
    assert_eq!(page.host().command("update_properties").await, json!({ "onboarded": true }));

    until("saved, and unchanged", || has(&page, "button[disabled]:not([aria-busy])")).await;
    page.fill(FIELD, "newer.example").await;
    page.click("Save").await;
    server.answer(URL, (500, json!(null))).await;
    let toast = json!({ "content": "Couldn't save the settings. Try again.", "kind": "error" });
    assert_eq!(page.host().command("set_toast").await, toast);
}

#[wasm_bindgen_test]
async fn settings_that_cannot_be_read_cannot_be_overwritten() {
    let server = FakeServer::start();
    let page = mount::<PreferencesPage>(Extension::settings()).await;
    server.answer(URL, (500, json!("out of order"))).await;
    page.shows("Couldn't load the settings").await;
    assert!(!has(&page, "button"));
}
