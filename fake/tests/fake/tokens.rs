//! `DELETE /v2/token`, `GET /v2/info`, `GET /v2/accounts/me`, and the lifetime of tokens.

use std::time::Duration;

use axum::http::Method;
use fake_livechat::Switches;
use serde_json::json;

use crate::support::*;

async fn info(fake: &fake_livechat::Fake, token: &str) -> Answer {
    accounts(fake, Method::GET, "/v2/info", Some(token)).await
}

fn in_query(path: &str, token: &str) -> String {
    format!("{path}?{}", form_urlencoded::Serializer::new(String::new()).append_pair("code", token).finish())
}

#[tokio::test(start_paused = true)]
async fn info_counts_down_and_names_the_client() {
    let fake = fake();
    let details = sign_in(&fake).await;
    let token = details["access_token"].as_str().unwrap();
    tokio::time::advance(Duration::from_secs(100)).await;
    for answer in [info(&fake, token).await, accounts(&fake, Method::GET, &in_query("/v2/info", token), None).await] {
        let info = answer.ok();
        assert_eq!(info["client_id"], CLIENT);
        assert_eq!(info["expires_in"], 28_700);
        for name in ["access_token", "account_id", "organization_id", "refresh_token", "scope", "token_type"] {
            assert_eq!(info[name], details[name], "{name}");
        }
    }
}

#[tokio::test]
async fn a_token_of_the_implicit_flow_has_no_refresh_token() {
    let fake = fake();
    let token = token(&fake).await;
    assert_eq!(info(&fake, &token).await.ok().get("refresh_token"), None);
}

#[tokio::test]
async fn info_about_an_invalid_access_token_is_422() {
    let fake = fake();
    let refresh_token = sign_in(&fake).await["refresh_token"].as_str().unwrap().to_owned();
    for token in [Some("dal:unknown"), Some(&*refresh_token), None] {
        let answer = accounts(&fake, Method::GET, "/v2/info", token).await;
        assert_eq!(answer.accounts_error(), (422, "invalid_request".to_owned()), "{token:?}");
    }
}

#[tokio::test]
async fn revoking_an_access_token_takes_its_refresh_token_along_and_nothing_else() {
    let fake = fake();
    let (first, second) = (sign_in(&fake).await, sign_in(&fake).await);
    let token = first["access_token"].as_str().unwrap();
    assert_eq!(accounts(&fake, Method::DELETE, "/v2/token", Some(token)).await.ok(), json!({}));
    assert_eq!(info(&fake, token).await.status, 422);
    let refreshed = post_token(&fake, refresh_body(first["refresh_token"].as_str().unwrap())).await;
    assert_eq!(refreshed.status, 401);
    info(&fake, second["access_token"].as_str().unwrap()).await.ok();
    post_token(&fake, refresh_body(second["refresh_token"].as_str().unwrap())).await.ok();
}

#[tokio::test]
async fn a_token_in_the_query_can_be_revoked_too_and_only_once() {
    let fake = fake();
    let details = sign_in(&fake).await;
    for name in ["refresh_token", "access_token"] {
        let path = in_query("/v2/token", details[name].as_str().unwrap());
        accounts(&fake, Method::DELETE, &path, None).await.ok();
        let again = accounts(&fake, Method::DELETE, &path, None).await;
        assert_eq!(again.accounts_error(), (404, "resource_not_found".to_owned()), "{name}");
    }
    let none = accounts(&fake, Method::DELETE, "/v2/token", None).await;
    assert_eq!(none.accounts_error(), (401, "unauthorized".to_owned()));
}

#[tokio::test]
async fn the_account_is_that_of_the_agent() {
    let fake = fake();
    let details = sign_in(&fake).await;
    let account = accounts(&fake, Method::GET, "/v2/accounts/me", details["access_token"].as_str()).await.ok();
    assert_eq!(account["account_id"], details["account_id"]);
    assert_eq!(account["email"], AGENT);
    assert_eq!(account["default_organization_id"], details["organization_id"]);
    let token = token_of(&fake, "accounts--my:rw", ADMIN).await;
    assert_eq!(accounts(&fake, Method::GET, "/v2/accounts/me", Some(&token)).await.ok()["email"], ADMIN);
}

#[tokio::test]
async fn the_account_takes_a_token_with_the_scope() {
    let fake = fake();
    let token = token_with(&fake, "customers:ro").await;
    let answer = accounts(&fake, Method::GET, "/v2/accounts/me", Some(&token)).await;
    assert_eq!(answer.accounts_error(), (403, "access_denied".to_owned()));
    assert_eq!(answer.json()["sub_error"], "insufficient_scope");
    for token in [None, Some("dal:unknown")] {
        let answer = accounts(&fake, Method::GET, "/v2/accounts/me", token).await;
        assert_eq!(answer.accounts_error(), (401, "unauthorized".to_owned()));
    }
}

#[tokio::test(start_paused = true)]
async fn an_access_token_works_for_its_lifetime_and_its_refresh_token_longer() {
    let fake = fake_with(Switches { token_lifetime_seconds: 60, ..Switches::default() });
    let details = sign_in(&fake).await;
    let token = details["access_token"].as_str().unwrap();
    assert_eq!(details["expires_in"], 60);
    tokio::time::advance(Duration::from_secs(59)).await;
    agent(&fake, token, "list_chats", json!({})).await.ok();
    tokio::time::advance(Duration::from_secs(1)).await;
    assert_eq!(agent(&fake, token, "list_chats", json!({})).await.error(), (401, "authentication".to_owned()));
    assert_eq!(info(&fake, token).await.status, 422);
    let refreshed = post_token(&fake, refresh_body(details["refresh_token"].as_str().unwrap())).await.ok();
    agent(&fake, refreshed["access_token"].as_str().unwrap(), "list_chats", json!({})).await.ok();
}

#[tokio::test]
async fn the_26th_token_revokes_the_first() {
    let fake = fake();
    let mut signed_in = Vec::new();
    for _ in 0..25 {
        signed_in.push(sign_in(&fake).await);
    }
    let of_another = token_of(&fake, "customers:ro", ADMIN).await;
    info(&fake, signed_in[0]["access_token"].as_str().unwrap()).await.ok();
    sign_in(&fake).await;
    assert_eq!(info(&fake, signed_in[0]["access_token"].as_str().unwrap()).await.status, 422);
    let refreshed = post_token(&fake, refresh_body(signed_in[0]["refresh_token"].as_str().unwrap())).await;
    assert_eq!(refreshed.status, 401);
    info(&fake, signed_in[1]["access_token"].as_str().unwrap()).await.ok();
    info(&fake, &of_another).await.ok();
}
