//! The response by redirect.

use std::time::Duration;

use fake_livechat::Switches;
use fake_livechat::switches::{Colon, StateAnswer};

use crate::support::*;

const CODE: [(&str, &str); 2] = [("response_type", "code"), ("code_challenge", CHALLENGE)];

#[tokio::test]
async fn a_token_is_in_the_fragment() {
    let answer = accept(&fake(), &[("scope", "customers:ro")]).await;
    let parameters = answer.parameters('#');
    assert!(parameters.get("access_token").unwrap().starts_with("dal:"));
    assert_eq!(parameters.get("token_type"), Some("Bearer"));
    assert_eq!(parameters.get("expires_in"), Some("28800"));
    assert_eq!(parameters.get("scope"), Some("customers:ro"));
    assert_eq!(parameters.get("state"), Some("s1"));
    assert!(answer.location().contains("access_token=dal%3A"), "{}", answer.location());
}

#[tokio::test]
async fn a_code_is_in_the_query() {
    let answer = accept(&fake(), &CODE).await;
    let parameters = answer.parameters('?');
    assert!(parameters.get("code").unwrap().starts_with("dal:"));
    assert_eq!(parameters.get("state"), Some("s1"));
    assert_eq!(parameters.get("scope"), None);
}

#[tokio::test]
async fn without_a_state_a_code_comes_with_an_empty_one_and_a_token_with_none() {
    let fake = fake();
    assert_eq!(accept(&fake, &[("state", "")]).await.parameters('#').get("state"), None);
    let parameters = [CODE[0], CODE[1], ("state", "")];
    assert_eq!(accept(&fake, &parameters).await.parameters('?').get("state"), Some(""));
}

#[tokio::test]
async fn the_state_can_be_missing_or_wrong() {
    for (switch, expected) in [(StateAnswer::Missing, false), (StateAnswer::Wrong, true)] {
        let fake = fake_with(Switches { state: switch, ..Switches::default() });
        for parameters in [accept(&fake, &[]).await.parameters('#'), accept(&fake, &CODE).await.parameters('?')] {
            assert_eq!(parameters.get("state").is_some(), expected, "{switch:?}");
            assert_ne!(parameters.get("state"), Some("s1"), "{switch:?}");
        }
    }
}

#[tokio::test]
async fn the_colon_can_be_plain_or_encoded_twice() {
    let fake = fake_with(Switches { colon: Colon::Plain, ..Switches::default() });
    assert!(accept(&fake, &[]).await.location().contains("access_token=dal:"));
    assert!(accept(&fake, &CODE).await.location().contains("code=dal:"));
    let fake = fake_with(Switches { colon: Colon::Twice, ..Switches::default() });
    assert!(accept(&fake, &[]).await.location().contains("access_token=dal%253A"));
    let answer = accept(&fake, &[("flow", "button")]).await.posted().0;
    assert!(answer["data"]["access_token"].as_str().unwrap().starts_with("dal%3A"));
}

#[tokio::test]
async fn a_redirect_can_end_on_ooops() {
    let fake = fake_with(Switches { ooops: true, exception: "server_error".to_owned(), ..Switches::default() });
    assert_eq!(accept(&fake, &[]).await.location(), "/ooops?oauth_exception=server_error");
    assert!(accept(&fake, &[("flow", "button")]).await.posted().0["data"]["access_token"].is_string());
}

#[tokio::test]
async fn an_exception_of_authentication_ends_on_the_login_page() {
    for code in ["identity_lost", "unauthorized", "credentials_login_disabled"] {
        let fake = fake_with(Switches { ooops: true, exception: code.to_owned(), ..Switches::default() });
        let answer = accept(&fake, &[]).await;
        assert_eq!(answer.location(), format!("/?identity_exception={code}"));
        let page = accounts(&fake, axum::http::Method::GET, answer.location(), None).await;
        assert!(page.status.is_success() && page.text().contains(code));
        let answer = decide(&fake, &[("flow", "button")], "refuse", AGENT).await;
        assert_eq!(answer.posted_error(), serde_json::json!({ "identity_exception": code }));
    }
}

#[tokio::test(start_paused = true)]
async fn the_fourth_redirect_within_30_seconds_is_refused() {
    let fake = fake();
    for _ in 0..3 {
        accept(&fake, &[]).await.parameters('#');
    }
    let refused = "/ooops?oauth_exception=invalid_request&exception_details=too_many_redirects";
    assert_eq!(accept(&fake, &[]).await.location(), refused);
    decide(&fake, &[], "accept", ADMIN).await.parameters('#');
    assert!(accept(&fake, &[("flow", "button")]).await.posted().0["data"].is_object(), "popups are no redirects");
    tokio::time::advance(Duration::from_secs(29)).await;
    assert_eq!(accept(&fake, &[]).await.location(), refused);
    tokio::time::advance(Duration::from_secs(1)).await;
    accept(&fake, &[]).await.parameters('#');
}

#[tokio::test]
async fn consent_can_be_skipped_unless_the_app_demands_it() {
    let fake = fake_with(Switches { skip_consent: true, ..Switches::default() });
    assert!(open(&fake, &[]).await.parameters('#').get("access_token").is_some());
    assert!(open(&fake, &[("prompt", "consent")]).await.text().contains(">Accept<"));
    // The administrator's hint: only administrators can grant this.
    let parameters = [("email", ADMIN), ("scope", "chats--all:ro")];
    assert_eq!(open(&fake, &parameters).await.parameters('#').get("scope"), Some("chats--all:ro"));
}

#[tokio::test]
async fn the_region_begins_tokens_and_codes() {
    let fake = fake_with(Switches { region: "fra-a".to_owned(), ..Switches::default() });
    assert!(accept(&fake, &[]).await.parameters('#').get("access_token").unwrap().starts_with("fra-a:"));
    assert!(accept(&fake, &CODE).await.parameters('?').get("code").unwrap().starts_with("fra-a:"));
    let refresh_token = sign_in(&fake).await["refresh_token"].as_str().unwrap().to_owned();
    assert!(!refresh_token.contains(':'), "{refresh_token}");
}
