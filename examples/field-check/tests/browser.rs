//! All steps on the page, with a scripted host.

#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use field_check::{DetailsCheck, FullscreenCheck, MessageBoxCheck, SettingsCheck, SignedInDetailsCheck, steps_of};
use serde_json::{Value, json};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{
    Account, Extension, SignInError,
    protocol::PlacementKind,
    testing::{Answer, FakeAccounts, FakeServer, Mounted, mount},
};

wasm_bindgen_test_configure!(run_in_browser);

/// Forgets what an earlier test has stored.
fn forget() {
    web_sys::window().unwrap().local_storage().unwrap().unwrap().clear().unwrap();
}

async fn skip_to(page: &Mounted, placement: PlacementKind, id: &str) {
    for step in steps_of(placement) {
        page.shows(step.title).await;
        if step.id == id {
            return;
        }
        page.click("Skip").await;
    }
}

fn send(page: &Mounted, name: &str, data: &Value) {
    page.host().send(name, data).unwrap();
}

#[wasm_bindgen_test]
async fn the_steps_beside_the_chat_settle_their_entries() {
    forget();
    let page = mount::<DetailsCheck>(Extension::details()).await;
    page.shows("Open a chat").await;
    send(&page, "authorize", &json!({ "session_id": "s1" }));
    send(&page, "customer_profile", &json!({ "id": "C1", "name": "Mary", "chat": { "id": "T1", "chat_id": "P1" } }));
    page.click("Done").await;
    page.shows("Insert text without a chat").await;
    page.click("Insert text").await;
    assert_eq!(page.host().command("put_message").await, "Field check");
    page.click("No").await;
    page.click("Publish the section").await;
    let section = page.host().command("customer_details_section").await;
    assert_eq!(section["components"][0]["data"]["value"], "Published");
    page.click("No").await;
    page.shows("Write to each other").await;
    assert_eq!(page.host().command("watch_messages").await, Value::Null);
    send(&page, "message", &json!({ "chat": "P1", "message": "Hi", "message_source": "agent" }));
    page.shows("Seen so far:").await;
    page.click("Done").await;
    page.shows("Send a file").await;
    send(&page, "message", &json!({ "chat": "P1" }));
    page.click("Done").await;
    page.shows("A message in another chat").await;
    send(&page, "message", &json!({ "chat": "P2", "message": "Hi" }));
    page.click("Done").await;
    page.click("Report").await;
    for row in [
        "authorize-sent confirmed",
        "authorize-data confirmed",
        "text-needs-chat confirmed",
        "section-kept refuted",
        "agent-author confirmed",
        "message-fields confirmed",
        "other-chats refuted",
        "toast-duration not seen",
    ] {
        page.shows(row).await;
    }
}

#[wasm_bindgen_test]
async fn a_toast_is_timed_until_it_is_gone() {
    forget();
    let page = mount::<DetailsCheck>(Extension::details()).await;
    skip_to(&page, PlacementKind::Details, "toast").await;
    page.click("Show a toast").await;
    assert_eq!(page.host().command("set_toast").await["content"], "Field check");
    page.click("The toast is gone").await;
    page.shows("A message without a plugin id").await;
    page.click("Report").await;
    // At once, which is not six seconds.
    page.shows("toast-duration refuted").await;
}

#[wasm_bindgen_test]
async fn the_other_placements_settle_their_entries_and_every_placement_shows_the_report() {
    forget();
    let message_box = mount::<MessageBoxCheck>(Extension::message_box()).await;
    message_box.click("Send quick replies").await;
    assert_eq!(message_box.host().command("send_quick_replies").await["title"], "Field check");
    message_box.click("Yes").await;
    message_box.shows("Done here. Open Field check in fullscreen next").await;

    let fullscreen = mount::<FullscreenCheck>(Extension::fullscreen()).await;
    send(&fullscreen, "page_data", &json!({ "queryParams": { "field": ["1", "2"], "check": "yes" } }));
    fullscreen.click("Done").await;
    fullscreen.click("Open the archives").await;
    assert_eq!(fullscreen.host().command("navigate_from_fullscreen_widget").await, "/archives");
    fullscreen.click("Yes").await;

    let settings = mount::<SettingsCheck>(Extension::settings()).await;
    settings.click("Open a test purchase").await;
    assert_eq!(settings.host().command("register_transaction_success").await["charge"]["test"], true);
    settings.click("No").await;
    settings.shows("A payment that fails").await;
    settings.click("Open a test purchase").await;
    send(&settings, "transaction_failed", &json!({ "error": "declined" }));
    settings.click("Done").await;
    settings.click("Skip").await;
    for row in [
        "quick-replies confirmed",
        "page-data confirmed",
        "page-data-repeated confirmed",
        "navigate-paths confirmed",
        "billing-cycles refuted",
        "transaction-error confirmed",
        "downloads not seen",
    ] {
        settings.shows(row).await;
    }
    settings.click("Start over").await;
    settings.click("Delete all").await;
    settings.shows("A test purchase").await;
    message_box.shows("Send quick replies").await;
}

#[wasm_bindgen_test]
async fn a_step_can_be_done_again() {
    forget();
    let page = mount::<MessageBoxCheck>(Extension::message_box()).await;
    page.click("Send quick replies").await;
    page.click("No").await;
    page.shows("quick-replies refuted").await;
    page.click("Finished steps").await;
    page.click("Again").await;
    page.click("Send quick replies").await;
    page.click("Yes").await;
    page.shows("quick-replies confirmed").await;
}

fn refusal(kind: &str) -> Value {
    json!({ "error": { "type": kind, "message": "no" } })
}

#[wasm_bindgen_test]
async fn a_sign_in_and_calls_of_the_api_settle_their_entries() {
    forget();
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<SignedInDetailsCheck>(Extension::details().signs_in_at(&accounts)).await;
    skip_to(&page, PlacementKind::Details, "sign-in").await;
    page.click("Sign in with LiveChat").await;
    assert_eq!(accounts.asked(), 1);
    accounts.signed_in(Account::new("ann", "org"));
    page.shows("signed in").await;
    page.click("Done").await;
    page.click("Make the calls").await;
    for (call, answer) in [
        ("/v3.6/agent/action/field_check", (404_u16, refusal("not_found"))),
        ("/v3.6/agent/action/get_customer", (404, refusal("not_found"))),
        ("/v3.6/agent/action/get_chat", (404, refusal("not_found"))),
        ("/v3.6/configuration/action/list_tags", (403, refusal("authorization"))),
        ("/v9.6/agent/action/list_chats", (418, refusal("unsupported_version"))),
        ("/v2/accounts/me", (200, json!({ "account_id": "ann" }))),
        ("/list_archives", (200, json!({ "chats": [{ "id": "CH1", "thread": { "id": "T1", "active": true } }] }))),
    ] {
        server.answer(call, Answer::from(answer)).await;
    }
    page.shows("archives: succeeded").await;
    page.click("Done").await;
    for row in [
        "token-readable confirmed",
        "token-json confirmed",
        "api-unknown-action confirmed",
        "api-unknown-customer confirmed",
        "api-not-found confirmed",
        "api-missing-scope confirmed",
        "api-refusal-types confirmed",
        "api-unsupported-version refuted",
        "api-account-readable confirmed",
        "api-archives-ended refuted",
    ] {
        page.shows(row).await;
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_the_page_may_not_read_refutes_what_depends_on_it() {
    forget();
    let accounts = FakeAccounts::new();
    let page = mount::<SignedInDetailsCheck>(Extension::details().signs_in_at(&accounts)).await;
    skip_to(&page, PlacementKind::Details, "sign-in").await;
    page.click("Sign in with LiveChat").await;
    accounts.signed_out(Some(SignInError::TokenEndpointBlocked));
    page.shows("LiveChat does not let a page exchange the code").await;
    page.click("Done").await;
    page.click("Report").await;
    page.shows("token-readable refuted").await;
    page.shows("token-json not seen").await;
}
