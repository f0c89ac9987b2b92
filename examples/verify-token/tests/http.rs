//! Every response, with the fake LiveChat.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Redirect;
use axum::routing::get;
use fake_livechat::{Client, Fake, Servers as FakeServers, Switches};
use http_body_util::BodyExt;
use livechat_api::{AccessToken, Servers};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower::ServiceExt;
use verify_token_example::cache::LONGEST;
use verify_token_example::refusal::Refusal;
use verify_token_example::router::router;
use verify_token_example::verifier::{Accepted, Agent, Verifier};

const APP: &str = "my-app";
const PAGE: &str = "http://localhost:3333/";

/// A LiveChat with an agent who has signed in to the app.
struct LiveChat {
    fake: Fake,
    servers: Servers,
    token: String,
    agent: Agent,
}

impl LiveChat {
    async fn start(switches: Switches) -> Self {
        let fake = Fake::new(Client::new(APP, [PAGE]).unwrap(), switches).unwrap();
        let servers = FakeServers::bind(&fake, 0, 0).await.unwrap();
        let urls = Servers::new(servers.api(), servers.accounts());
        tokio::spawn(servers.run());
        let token = sign_in(&fake).await;
        let info = Request::get("/v2/info").header(header::AUTHORIZATION, format!("Bearer {token}"));
        let (_, info) = send(fake.accounts(), info.body(Body::empty()).unwrap()).await;
        let text = |name: &str| info[name].as_str().unwrap().to_owned();
        let agent = Agent { account_id: text("account_id"), organization_id: text("organization_id") };
        Self { fake, servers: urls, token, agent }
    }

    fn accepted(&self) -> Accepted {
        Accepted { client_id: APP.to_owned(), organization_ids: vec![self.agent.organization_id.clone()] }
    }

    fn verifier(&self) -> Verifier {
        Verifier::new(self.accepted(), self.servers.clone())
    }
}

/// Signs the agent in, and returns the token from LiveChat's redirect.
async fn sign_in(fake: &Fake) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("client_id", APP), ("redirect_uri", PAGE), ("response_type", "token"), ("state", "s1")])
        .finish();
    let request = Request::post(format!("/?{query}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("decision=accept&agent=agent%40example.com"))
        .unwrap();
    let response = fake.accounts().oneshot(request).await.unwrap();
    let fragment = response.headers()[header::LOCATION].to_str().unwrap().split_once('#').unwrap().1.to_owned();
    let mut pairs = form_urlencoded::parse(fragment.as_bytes());
    pairs.find(|(name, _)| name == "access_token").unwrap().1.into_owned()
}

async fn send(router: Router, request: Request<Body>) -> (StatusCode, Value) {
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    assert_eq!(status == StatusCode::UNAUTHORIZED, response.headers().contains_key(header::WWW_AUTHENTICATE));
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&body).unwrap())
}

/// `GET /me` with this header.
async fn me(verifier: &Verifier, authorization: &str) -> (StatusCode, Value) {
    let request = Request::get("/me").header(header::AUTHORIZATION, authorization).body(Body::empty()).unwrap();
    send(router(verifier.clone()), request).await
}

fn refused(refusal: Refusal) -> (StatusCode, Value) {
    (refusal.status(), json!({ "error": refusal.to_string() }))
}

// ANCHOR: test
#[tokio::test]
async fn the_token_of_an_agent_who_has_signed_in_says_who_the_agent_is() {
    let livechat = LiveChat::start(Switches::default()).await;
    let known = (StatusCode::OK, serde_json::to_value(&livechat.agent).unwrap());
    for scheme in ["Bearer", "bearer"] {
        assert_eq!(me(&livechat.verifier(), &format!("{scheme} {}", livechat.token)).await, known);
    }
}

// ANCHOR_END: test

#[tokio::test]
async fn a_request_without_a_token_is_refused_with_401_and_livechat_is_not_asked() {
    let livechat = LiveChat::start(Switches::default()).await;
    let verifier = Verifier::new(livechat.accepted(), unreachable_servers().await);
    let request = Request::get("/me").body(Body::empty()).unwrap();
    assert_eq!(send(router(verifier.clone()), request).await, refused(Refusal::NoToken));
    let long = format!("Bearer {}", "a".repeat(4 * 1024 + 1));
    for authorization in ["", "Bearer", "Bearer ", "Basic YTpi", &livechat.token, &long] {
        assert_eq!(me(&verifier, authorization).await, refused(Refusal::NoToken), "{authorization}");
    }
}

#[tokio::test]
async fn a_token_that_livechat_does_not_accept_is_refused_with_401() {
    let livechat = LiveChat::start(Switches::default()).await;
    let verifier = livechat.verifier();
    assert_eq!(me(&verifier, "Bearer dal:made-up").await, refused(Refusal::InvalidToken));
    assert_eq!(livechat.fake.expire_tokens(), 1);
    assert_eq!(me(&verifier, &format!("Bearer {}", livechat.token)).await, refused(Refusal::InvalidToken));
}

#[tokio::test]
async fn a_token_of_another_app_or_organization_is_refused_with_403() {
    let livechat = LiveChat::start(Switches::default()).await;
    let authorization = format!("Bearer {}", livechat.token);
    let other_app = Accepted { client_id: "another-app".to_owned(), ..livechat.accepted() };
    let verifier = Verifier::new(other_app, livechat.servers.clone());
    // The second response is cached.
    for _ in 0..2 {
        assert_eq!(me(&verifier, &authorization).await, refused(Refusal::OtherApp));
    }
    for organization_ids in [vec![], vec!["another".to_owned()]] {
        let verifier = Verifier::new(Accepted { organization_ids, ..livechat.accepted() }, livechat.servers.clone());
        assert_eq!(me(&verifier, &authorization).await, refused(Refusal::OtherOrganization));
    }
}

#[tokio::test]
async fn livechat_is_asked_again_after_a_minute_and_not_before() {
    let livechat = LiveChat::start(Switches::default()).await;
    let (verifier, now) = (livechat.verifier(), Instant::now());
    let verify = |after| verifier.verify_at(AccessToken::new(&livechat.token), now + after);
    assert_eq!(verify(Duration::ZERO).await.as_ref(), Ok(&livechat.agent));
    livechat.fake.expire_tokens();
    assert_eq!(verify(LONGEST - Duration::from_secs(1)).await.as_ref(), Ok(&livechat.agent));
    assert_eq!(verify(LONGEST).await, Err(Refusal::InvalidToken));
}

#[tokio::test]
async fn a_token_that_expires_within_the_minute_is_not_accepted_after_that() {
    let livechat = LiveChat::start(Switches { token_lifetime_seconds: 30, ..Switches::default() }).await;
    let (verifier, now) = (livechat.verifier(), Instant::now());
    let verify = |after| verifier.verify_at(AccessToken::new(&livechat.token), now + after);
    assert_eq!(verify(Duration::ZERO).await.as_ref(), Ok(&livechat.agent));
    livechat.fake.expire_tokens();
    assert_eq!(verify(Duration::from_secs(20)).await.as_ref(), Ok(&livechat.agent));
    assert_eq!(verify(Duration::from_secs(31)).await, Err(Refusal::InvalidToken));
}

#[tokio::test]
async fn a_livechat_that_does_not_say_whose_the_token_is_is_a_502() {
    let accepted = Accepted { client_id: APP.to_owned(), organization_ids: vec!["org".to_owned()] };
    let livechat = LiveChat::start(Switches::default()).await;
    let elsewhere = livechat.servers.accounts("info");
    for answer in [
        get(|| async { (StatusCode::BAD_GATEWAY, "<html>") }),
        get(|| async { (StatusCode::TOO_MANY_REQUESTS, "") }),
        get(|| async { "<html>" }),
        get(|| async { r#"{"client_id":"my-app","organization_id":"org"}"# }),
        // The redirect leads to a LiveChat that would accept the token, which is not sent there.
        get(move || async move { Redirect::temporary(&elsewhere) }),
        get(|| async { " ".repeat(1024 * 1024) }),
    ] {
        let servers = servers_at(Router::new().route("/v2/info", answer)).await;
        let verifier = Verifier::new(accepted.clone(), servers);
        assert_eq!(me(&verifier, &format!("Bearer {}", livechat.token)).await, refused(Refusal::LiveChat));
    }
    let verifier = Verifier::new(accepted, unreachable_servers().await);
    assert_eq!(me(&verifier, "Bearer dal:a").await, refused(Refusal::LiveChat));
}

#[tokio::test]
async fn a_livechat_that_never_answers_times_out() {
    let accepted = Accepted { client_id: APP.to_owned(), organization_ids: vec!["org".to_owned()] };
    let silent = Router::new().route("/v2/info", get(std::future::pending::<()>));
    let verifier = Verifier::with_patience(accepted, servers_at(silent).await, Duration::from_millis(50));
    assert_eq!(me(&verifier, "Bearer dal:a").await, refused(Refusal::LiveChat));
}

/// An accounts server with this router.
async fn servers_at(router: Router) -> Servers {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, router).await });
    Servers::new("", url)
}

/// A port that nobody listens on.
async fn unreachable_servers() -> Servers {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Servers::new("", format!("http://{}", listener.local_addr().unwrap()))
}
