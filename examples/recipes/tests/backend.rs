//! Recipes and their example backends work together.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::time::Duration;

use authorize_example::{router::router, sessions::Sessions};
use axum::{Router, body::Body, http::Request};
use http_body_util::BodyExt;
use recipes::{
    authorization::{Agent, authorization},
    verified_agent,
};
use serde_json::{Value, json};
use tower::ServiceExt;

async fn answer(backend: Router, request: Request<Body>) -> Value {
    let response = backend.oneshot(request).await.unwrap();
    serde_json::from_slice(&response.into_body().collect().await.unwrap().to_bytes()).unwrap()
}

#[tokio::test]
async fn the_session_that_the_host_gets_tells_the_extension_who_the_agent_is() {
    let folder = tempfile::tempdir().unwrap();
    let sessions = Sessions::open(&folder.path().join("sessions.redb"), Duration::from_secs(3600)).unwrap();
    let backend = router(sessions, None);

    // As the Agent App does.
    let body = json!({ "login": "agent@example.com", "api_key": "secret" }).to_string();
    let opened = answer(backend.clone(), Request::post("/authorize/").body(body.into()).unwrap()).await;
    let session = opened["session_id"].as_str().unwrap();

    // As the recipe does.
    let (name, value) = authorization(session);
    let known = answer(backend, Request::get("/session").header(name, value).body(Body::empty()).unwrap()).await;
    let agent: Agent = serde_json::from_value(known).unwrap();
    assert_eq!(agent, Agent { login: "agent@example.com".to_owned() });
}

#[test]
fn the_extension_reads_what_the_backend_says_about_a_verified_agent() {
    let agent = verify_token_example::verifier::Agent {
        account_id: "b7eff798".to_owned(),
        organization_id: "390e44e6".to_owned(),
    };
    let read: verified_agent::Agent = serde_json::from_value(serde_json::to_value(agent).unwrap()).unwrap();
    assert_eq!(read, verified_agent::Agent { account_id: "b7eff798".to_owned() });
}
