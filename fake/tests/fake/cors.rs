//! What pages of other origins can read.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use fake_livechat::Switches;
use serde_json::json;

use crate::support::*;

const ORIGIN: &str = "access-control-allow-origin";

async fn preflight(router: Router, path: &str, method: &str) -> Answer {
    let request = Request::builder()
        .method(Method::OPTIONS)
        .uri(path)
        .header(header::ORIGIN, "http://localhost:3333")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, method)
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "authorization,content-type")
        .body(Body::empty())
        .unwrap();
    send(router, request).await
}

#[tokio::test]
async fn preflights_allow_what_clients_send() {
    let fake = fake();
    for (router, path, method) in [
        (fake.accounts(), "/v2/token", "POST"),
        (fake.accounts(), "/v2/token", "DELETE"),
        (fake.accounts(), "/v2/info", "GET"),
        (fake.accounts(), "/v2/accounts/me", "GET"),
        (fake.api(), "/v3.6/agent/action/send_event", "POST"),
        (fake.api(), "/v3.6/configuration/action/list_tags", "POST"),
        (fake.api(), "/fake/switches", "PUT"),
    ] {
        let answer = preflight(router, path, method).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{path}");
        assert_eq!(answer.header(ORIGIN), Some("*"), "{path}");
        assert!(answer.header("access-control-allow-methods").unwrap().contains(method), "{path}");
        let headers = answer.header("access-control-allow-headers").unwrap();
        for name in ["authorization", "content-type", "accept", "x-region"] {
            assert!(headers.contains(name), "{path}: {headers}");
        }
    }
}

#[tokio::test]
async fn answers_and_errors_are_readable() {
    let fake = fake();
    assert_eq!(post_token(&fake, json!({})).await.header(ORIGIN), Some("*"));
    assert_eq!(agent(&fake, "none", "get_chat", json!({})).await.header(ORIGIN), Some("*"));
    assert_eq!(agent(&fake, "none", "no_such_action", json!({})).await.header(ORIGIN), Some("*"));
    assert_eq!(control(&fake, Method::GET, "/fake/switches", "").await.header(ORIGIN), Some("*"));
}

#[tokio::test]
async fn the_accounts_pages_are_not_readable() {
    let fake = fake();
    assert_eq!(open(&fake, &[]).await.header(ORIGIN), None);
    assert_eq!(accept(&fake, &[]).await.header(ORIGIN), None);
    assert_eq!(preflight(fake.accounts(), "/", "POST").await.header(ORIGIN), None);
}

#[tokio::test]
async fn without_cors_at_the_token_endpoint_a_code_is_used_up_unread() {
    let fake = fake_with(Switches { token_without_cors: true, ..Switches::default() });
    assert_eq!(preflight(fake.accounts(), "/v2/token", "POST").await.header(ORIGIN), None);
    let answer = post_token(&fake, exchange_body(&code(&fake).await)).await;
    assert_eq!(answer.header(ORIGIN), None);
    let token = answer.ok()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(accounts(&fake, Method::GET, "/v2/info", Some(&token)).await.header(ORIGIN), Some("*"));
    assert_eq!(preflight(fake.accounts(), "/v2/token", "DELETE").await.header(ORIGIN), Some("*"));
}
