//! `POST /v2/token`.

use std::time::Duration;

use axum::http::{Request, header};
use fake_livechat::{Client, Fake, Switches};
use serde_json::{Value, json};

use crate::support::*;

/// The body for a code with other fields; null removes one.
async fn exchange_with(fake: &Fake, fields: Value) -> Answer {
    let mut body = exchange_body(&code(fake).await);
    for (name, value) in fields.as_object().unwrap() {
        body[name] = value.clone();
    }
    post_token(fake, body).await
}

#[tokio::test]
async fn a_code_and_its_verifier_give_tokens() {
    let details = sign_in(&fake()).await;
    assert!(details["access_token"].as_str().unwrap().starts_with("dal:"));
    assert!(details["refresh_token"].is_string());
    assert_eq!(details["token_type"], "Bearer");
    assert_eq!(details["expires_in"], 28_799.max(details["expires_in"].as_i64().unwrap()), "{details}");
    assert!(details["scope"].as_str().unwrap().contains("chats--access:rw,"));
    for id in ["account_id", "organization_id"] {
        assert_eq!(details[id].as_str().unwrap().len(), 36, "{id}");
    }
}

#[tokio::test]
async fn a_form_is_read_like_json() {
    let fake = fake();
    let body = exchange_body(&code(&fake).await);
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in body.as_object().unwrap() {
        form.append_pair(name, value.as_str().unwrap());
    }
    let request = Request::post("/v2/token")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8")
        .body(form.finish().into())
        .unwrap();
    assert!(send(fake.accounts(), request).await.ok()["access_token"].is_string());
}

#[tokio::test]
async fn a_code_works_once() {
    let fake = fake();
    let code = code(&fake).await;
    post_token(&fake, exchange_body(&code)).await.ok();
    let again = post_token(&fake, exchange_body(&code)).await;
    assert_eq!(again.accounts_error(), (401, "unauthorized_client".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_code_works_for_five_minutes() {
    let fake = fake();
    let (first, second) = (code(&fake).await, code(&fake).await);
    tokio::time::advance(Duration::from_secs(299)).await;
    post_token(&fake, exchange_body(&first)).await.ok();
    tokio::time::advance(Duration::from_secs(1)).await;
    let late = post_token(&fake, exchange_body(&second)).await;
    assert_eq!(late.accounts_error(), (401, "unauthorized_client".to_owned()));
}

#[tokio::test]
async fn another_verifier_is_refused_and_uses_the_code_up() {
    for verifier in [json!(CHALLENGE), json!("dBjftJeZ4CVP"), json!(null)] {
        let answer = exchange_with(&fake(), json!({ "code_verifier": verifier })).await;
        assert_eq!(answer.accounts_error(), (401, "invalid_grant".to_owned()), "{verifier}");
    }
    let fake = fake();
    let code = code(&fake).await;
    let mut wrong = exchange_body(&code);
    wrong["code_verifier"] = CHALLENGE.into();
    post_token(&fake, wrong).await.accounts_error();
    let right = post_token(&fake, exchange_body(&code)).await;
    assert_eq!(right.accounts_error(), (401, "unauthorized_client".to_owned()));
}

#[tokio::test]
async fn a_plain_challenge_is_its_verifier() {
    let fake = fake();
    for method in ["plain", ""] {
        let parameters = [
            ("flow", "button"),
            ("response_type", "code"),
            ("code_challenge", VERIFIER),
            ("code_challenge_method", method),
        ];
        let code = accept(&fake, &parameters).await.posted().0["data"]["code"].clone();
        post_token(&fake, exchange_body(code.as_str().unwrap())).await.ok();
    }
}

#[tokio::test]
async fn a_code_without_a_challenge_would_take_a_client_secret() {
    let fake = fake();
    let code = accept(&fake, &[("flow", "button"), ("response_type", "code")]).await.posted().0["data"]["code"].clone();
    let answer = post_token(&fake, exchange_body(code.as_str().unwrap())).await;
    assert_eq!(answer.accounts_error(), (401, "unauthorized_client".to_owned()));
    assert!(answer.text().contains("client secret"));
}

#[tokio::test]
async fn another_redirect_uri_or_client_is_refused() {
    let answer = exchange_with(&fake(), json!({ "redirect_uri": "http://localhost:3333/" })).await;
    assert_eq!(answer.accounts_error(), (401, "invalid_grant".to_owned()));
    let answer = exchange_with(&fake(), json!({ "client_id": "another" })).await;
    assert_eq!(answer.accounts_error(), (401, "unauthorized_client".to_owned()));
}

#[tokio::test]
async fn a_code_or_refresh_token_works_for_its_own_client_only() {
    let fake = Fake::new(Client::any(), Switches::default()).unwrap();
    let mut exchange = exchange_body(&code(&fake).await);
    exchange["client_id"] = "another".into();
    assert_eq!(post_token(&fake, exchange.clone()).await.accounts_error(), (401, "unauthorized_client".to_owned()));
    exchange["client_id"] = CLIENT.into();
    let mut refresh = refresh_body(post_token(&fake, exchange).await.ok()["refresh_token"].as_str().unwrap());
    refresh["client_id"] = "another".into();
    assert_eq!(post_token(&fake, refresh).await.accounts_error(), (401, "unauthorized_client".to_owned()));
}

#[tokio::test]
async fn missing_fields_are_named() {
    let fake = fake();
    for (body, fields) in [
        (json!({}), json!({ "grant_type": "required" })),
        (
            json!({ "grant_type": "authorization_code", "code": "" }),
            json!({ "client_id": "required", "code": "required", "redirect_uri": "required" }),
        ),
        (json!({ "grant_type": "refresh_token", "client_id": CLIENT }), json!({ "refresh_token": "required" })),
    ] {
        let answer = post_token(&fake, body.clone()).await;
        assert_eq!(answer.accounts_error(), (422, "invalid_request".to_owned()), "{body}");
        assert_eq!(answer.json()["invalid_fields"], fields, "{body}");
    }
}

#[tokio::test]
async fn other_grants_and_bodies_are_refused() {
    let fake = fake();
    let answer = post_token(&fake, json!({ "grant_type": "client_credentials" })).await;
    assert_eq!(answer.accounts_error(), (403, "unsupported_grant_type".to_owned()));
    assert_eq!(post_token(&fake, json!([])).await.accounts_error(), (400, "bad_request".to_owned()));
    assert_eq!(post_token(&fake, json!({ "grant_type": 7 })).await.accounts_error(), (400, "bad_request".to_owned()));
    let request = Request::post("/v2/token").header(header::CONTENT_TYPE, "text/plain").body("{}".into()).unwrap();
    let answer = send(fake.accounts(), request).await;
    assert_eq!(answer.accounts_error(), (400, "bad_request".to_owned()));
    assert!(answer.text().contains("application/json"));
}

#[tokio::test]
async fn a_refresh_token_works_once_and_gives_the_next() {
    let fake = fake();
    let first = sign_in(&fake).await;
    let second = post_token(&fake, refresh_body(first["refresh_token"].as_str().unwrap())).await.ok();
    assert_ne!(first["access_token"], second["access_token"]);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(first["scope"], second["scope"]);
    let reused = post_token(&fake, refresh_body(first["refresh_token"].as_str().unwrap())).await;
    assert_eq!(reused.accounts_error(), (401, "unauthorized_client".to_owned()));
    post_token(&fake, refresh_body(second["refresh_token"].as_str().unwrap())).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_refreshes_at_once_one_succeeds() {
    let fake = fake();
    let refresh_token = sign_in(&fake).await["refresh_token"].as_str().unwrap().to_owned();
    let refreshes: Vec<_> = (0..32)
        .map(|_| {
            let (fake, body) = (fake.clone(), refresh_body(&refresh_token));
            tokio::spawn(async move { post_token(&fake, body).await.status.as_u16() })
        })
        .collect();
    let mut statuses = Vec::new();
    for refresh in refreshes {
        statuses.push(refresh.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert_eq!(statuses[1..], [401; 31]);
}

#[tokio::test]
async fn refresh_tokens_can_be_made_reusable() {
    let fake = fake_with(Switches { reusable_refresh_tokens: true, ..Switches::default() });
    let refresh_token = sign_in(&fake).await["refresh_token"].as_str().unwrap().to_owned();
    for _ in 0..3 {
        let details = post_token(&fake, refresh_body(&refresh_token)).await.ok();
        assert_eq!(details["refresh_token"], refresh_token);
    }
}

#[tokio::test]
async fn a_refresh_token_of_another_client_is_refused() {
    let fake = fake();
    let mut body = refresh_body(sign_in(&fake).await["refresh_token"].as_str().unwrap());
    body["client_id"] = "another".into();
    assert_eq!(post_token(&fake, body).await.accounts_error(), (401, "unauthorized_client".to_owned()));
}
