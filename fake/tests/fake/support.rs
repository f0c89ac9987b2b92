//! Shared by the tests: a fake, requests and responses.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use fake_livechat::{Client, Fake, Switches};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

pub(crate) const CLIENT: &str = "test-client";
pub(crate) const REDIRECT: &str = "http://localhost:3333/details.html";
pub(crate) const AGENT: &str = "agent@example.com";
pub(crate) const ADMIN: &str = "admin@example.com";
/// The example of RFC 7636.
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Mary Brown of the simulator, her chat, and its active thread.
pub(crate) const MARY: &str = "K3M7Q1";
pub(crate) const CHAT: &str = "S4D8H2PQ0V";
pub(crate) const THREAD: &str = "T9F2B7XK1C";
/// A chat whose only thread has ended.
pub(crate) const ENDED_CHAT: &str = "S1Z7D4QX6K";

pub(crate) fn fake() -> Fake {
    fake_with(Switches::default())
}

pub(crate) fn fake_with(switches: Switches) -> Fake {
    Fake::new(Client::new(CLIENT, ["http://localhost:3333/"]).unwrap(), switches).unwrap()
}

/// A complete response.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The JSON of a response with status 200.
    pub(crate) fn ok(&self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        self.json()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The target of a redirect.
    pub(crate) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.header("location").unwrap()
    }

    /// The parameters of a redirect to the app, after this separator.
    pub(crate) fn parameters(&self, separator: char) -> Parameters {
        let (address, parameters) = self.location().split_once(separator).unwrap();
        assert_eq!(address, REDIRECT);
        let pairs = form_urlencoded::parse(parameters.as_bytes());
        Parameters(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// The message to the page's opener, with its target origin.
    pub(crate) fn posted(&self) -> (Value, String) {
        assert_eq!(self.status, StatusCode::OK);
        let page = self.text();
        let call = page.split_once("postMessage(").unwrap_or_else(|| panic!("posts nothing: {page}")).1;
        let mut values = serde_json::Deserializer::from_str(call).into_iter::<Value>();
        let message = values.next().unwrap().unwrap();
        let rest = &call[values.byte_offset()..];
        let mut values = serde_json::Deserializer::from_str(rest.trim_start_matches([',', ' '])).into_iter::<String>();
        (message, values.next().unwrap().unwrap())
    }

    /// The error in the message to the page's opener.
    pub(crate) fn posted_error(&self) -> Value {
        self.posted().0["error"].clone()
    }

    /// The status and type of an API error.
    pub(crate) fn error(&self) -> (u16, String) {
        let json = self.json();
        assert!(json["error"]["message"].is_string(), "{json}");
        (self.status.as_u16(), json["error"]["type"].as_str().unwrap().to_owned())
    }

    /// The status and code of an error of the accounts server.
    pub(crate) fn accounts_error(&self) -> (u16, String) {
        let json = self.json();
        assert!(json["error_description"].is_string() && json["request_id"].is_string(), "{json}");
        assert!(json.get("sub_error").is_some(), "{json}");
        (self.status.as_u16(), json["error"].as_str().unwrap().to_owned())
    }
}

#[derive(Debug)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| &**value)
    }
}

pub(crate) async fn send(router: Router, request: Request<Body>) -> Answer {
    let response = router.oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    Answer { status, headers, body: response.into_body().collect().await.unwrap().to_bytes() }
}

/// The query of an authorize request: the usual parameters, replaced or extended by these. An empty value removes one.
pub(crate) fn query(parameters: &[(&str, &str)]) -> String {
    let usual = [("client_id", CLIENT), ("redirect_uri", REDIRECT), ("response_type", "token"), ("state", "s1")];
    let mut query = form_urlencoded::Serializer::new(String::new());
    let others = usual.iter().filter(|(name, _)| !parameters.iter().any(|(other, _)| other == name));
    for (name, value) in others.chain(parameters).filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    query.finish()
}

/// Opens the consent page.
pub(crate) async fn open(fake: &Fake, parameters: &[(&str, &str)]) -> Answer {
    let request = Request::get(format!("/?{}", query(parameters))).body(Body::empty()).unwrap();
    send(fake.accounts(), request).await
}

/// Submits the consent page.
pub(crate) async fn decide(fake: &Fake, parameters: &[(&str, &str)], decision: &str, agent: &str) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("decision", decision)
        .append_pair("agent", agent)
        .finish();
    let request = Request::post(format!("/?{}", query(parameters)))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(form.into())
        .unwrap();
    send(fake.accounts(), request).await
}

pub(crate) async fn accept(fake: &Fake, parameters: &[(&str, &str)]) -> Answer {
    decide(fake, parameters, "accept", AGENT).await
}

/// A code with the challenge of RFC 7636, through a popup so that redirects are not counted.
pub(crate) async fn code(fake: &Fake) -> String {
    code_of(fake, &[], AGENT).await
}

pub(crate) async fn code_of(fake: &Fake, parameters: &[(&str, &str)], agent: &str) -> String {
    let usual = [
        ("response_type", "code"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
        ("flow", "button"),
    ];
    let parameters: Vec<_> = usual.into_iter().chain(parameters.iter().copied()).collect();
    let answer = decide(fake, &parameters, "accept", agent).await;
    answer.posted().0["data"]["code"].as_str().unwrap().to_owned()
}

/// `POST /v2/token` with JSON.
pub(crate) async fn post_token(fake: &Fake, body: Value) -> Answer {
    let request = Request::post("/v2/token").header(header::CONTENT_TYPE, "application/json");
    send(fake.accounts(), request.body(body.to_string().into()).unwrap()).await
}

pub(crate) fn exchange_body(code: &str) -> Value {
    json!({
        "grant_type": "authorization_code",
        "client_id": CLIENT,
        "code": code,
        "redirect_uri": REDIRECT,
        "code_verifier": VERIFIER,
    })
}

pub(crate) fn refresh_body(refresh_token: &str) -> Value {
    json!({ "grant_type": "refresh_token", "client_id": CLIENT, "refresh_token": refresh_token })
}

/// Signs the ordinary agent in with a code, and returns the token's details.
pub(crate) async fn sign_in(fake: &Fake) -> Value {
    let code = code(fake).await;
    post_token(fake, exchange_body(&code)).await.ok()
}

/// Signs the ordinary agent in with these scopes, and returns the access token.
pub(crate) async fn token_with(fake: &Fake, scope: &str) -> String {
    token_of(fake, scope, AGENT).await
}

pub(crate) async fn token_of(fake: &Fake, scope: &str, agent: &str) -> String {
    let answer = decide(fake, &[("flow", "button"), ("scope", scope)], "accept", agent).await;
    answer.posted().0["data"]["access_token"].as_str().unwrap().to_owned()
}

pub(crate) async fn token(fake: &Fake) -> String {
    token_with(fake, "").await
}

/// A request to the accounts server with a token.
pub(crate) async fn accounts(fake: &Fake, method: Method, path: &str, token: Option<&str>) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    send(fake.accounts(), request.body(Body::empty()).unwrap()).await
}

/// Calls an action of the Agent Chat API.
pub(crate) async fn agent(fake: &Fake, token: &str, action: &str, body: Value) -> Answer {
    call(fake, token, &format!("agent/action/{action}"), body).await
}

/// Calls an action of the Configuration API.
pub(crate) async fn configuration(fake: &Fake, token: &str, action: &str, body: Value) -> Answer {
    call(fake, token, &format!("configuration/action/{action}"), body).await
}

pub(crate) async fn call(fake: &Fake, token: &str, path: &str, body: Value) -> Answer {
    send(fake.api(), api_request(token, path).body(body.to_string().into()).unwrap()).await
}

pub(crate) fn api_request(token: &str, path: &str) -> axum::http::request::Builder {
    Request::post(format!("/v3.6/{path}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
}

/// A request to the fake's own endpoints.
pub(crate) async fn control(fake: &Fake, method: Method, path: &str, body: &str) -> Answer {
    let request = Request::builder().method(method).uri(path).body(body.to_owned().into()).unwrap();
    send(fake.api(), request).await
}
