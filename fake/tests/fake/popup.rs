//! The response with `postMessage`: `flow=button`.

use fake_livechat::Switches;
use fake_livechat::switches::Popup;
use serde_json::Value;

use crate::support::*;

const TOKEN: [(&str, &str); 2] = [("flow", "button"), ("scope", "customers:ro")];

fn with(popup: Popup) -> fake_livechat::Fake {
    fake_with(Switches { popup, ..Switches::default() })
}

#[tokio::test]
async fn a_token_comes_with_the_nulls_of_the_real_accounts_page() {
    let (message, origin) = accept(&fake(), &TOKEN).await.posted();
    assert_eq!(origin, "http://localhost:3333");
    let data = &message["data"];
    assert!(data["access_token"].as_str().unwrap().starts_with("dal:"));
    assert_eq!(data["state"], "s1");
    for name in ["token_type", "expires_in", "scope"] {
        assert_eq!(data.get(name), Some(&Value::Null), "{name}");
    }
    assert_eq!(data["client_id"], CLIENT);
}

#[tokio::test]
async fn a_token_can_come_with_all_values_and_with_scopes_for_scope() {
    let (message, _) = accept(&with(Popup::Complete), &TOKEN).await.posted();
    assert_eq!(message["data"]["token_type"], "Bearer");
    assert_eq!(message["data"]["expires_in"], 28_800);
    assert_eq!(message["data"]["scope"], "customers:ro");
    let (message, _) = accept(&with(Popup::Scopes), &TOKEN).await.posted();
    assert_eq!(message["data"]["scopes"], "customers:ro");
    assert_eq!(message["data"].get("scope"), None);
}

#[tokio::test]
async fn a_code_comes_with_scope_and_ids() {
    let parameters = [TOKEN[0], TOKEN[1], ("response_type", "code"), ("code_challenge", CHALLENGE)];
    let (message, _) = accept(&fake(), &parameters).await.posted();
    let data = message["data"].as_object().unwrap();
    let mut names: Vec<&str> = data.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["account_id", "client_id", "code", "organization_id", "scope", "state"]);
    assert_eq!(data["scope"], "customers:ro");
}

#[tokio::test]
async fn the_window_closes_after_the_answer() {
    let page = accept(&fake(), &TOKEN).await.text();
    let (_, after) = page.split_once("postMessage(").unwrap();
    assert!(after.contains("window.close()"));
}

#[tokio::test]
async fn refusing_is_an_error_for_the_opener() {
    let answer = decide(&fake(), &TOKEN, "refuse", AGENT).await;
    assert_eq!(answer.posted_error()["oauth_exception"], "access_denied");
}

#[tokio::test]
async fn a_wrong_request_of_the_app_is_an_error_for_the_opener() {
    let answer = open(&fake(), &[("flow", "button"), ("response_type", "id_token")]).await;
    assert_eq!(answer.posted_error()["oauth_exception"], "unsupported_response_type");
}

#[tokio::test]
async fn another_origin_than_the_apps_receives_nothing() {
    let answer = open(&fake(), &[("flow", "button"), ("redirect_uri", "http://evil.example/")]).await;
    assert!(answer.location().starts_with("/ooops?"));
}

#[tokio::test]
async fn the_answer_can_be_an_error_or_never_come() {
    let fake = fake_with(Switches { popup: Popup::Error, exception: "server_error".to_owned(), ..Switches::default() });
    assert_eq!(accept(&fake, &TOKEN).await.posted_error()["oauth_exception"], "server_error");
    let page = accept(&with(Popup::Never), &TOKEN).await.text();
    assert!(!page.contains("postMessage") && !page.contains("window.close"), "{page}");
}

#[tokio::test]
async fn these_switches_leave_redirects_alone() {
    for popup in [Popup::Error, Popup::Never] {
        accept(&with(popup), &[]).await.parameters('#');
    }
}
