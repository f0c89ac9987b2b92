//! Every response of the backend, as HTTP without a socket.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::time::{Duration, SystemTime};

use authorize_example::api_key::ApiKey;
use authorize_example::router::{BODY_LIMIT, router};
use authorize_example::sessions::Sessions;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A backend with an empty store in a temporary folder.
struct Fixture {
    sessions: Sessions,
    api_key: Option<ApiKey>,
    _folder: tempfile::TempDir,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            sessions: Sessions::open(&folder.path().join("sessions.redb"), DAY).unwrap(),
            api_key: None,
            _folder: folder,
        }
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, Value) {
        let response = router(self.sessions.clone(), self.api_key.clone()).oneshot(request).await.unwrap();
        let status = response.status();
        assert_eq!(status == StatusCode::UNAUTHORIZED, response.headers().contains_key(header::WWW_AUTHENTICATE));
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    async fn post(&self, path: &str, body: impl Into<Body>) -> (StatusCode, Value) {
        self.send(Request::post(path).body(body.into()).unwrap()).await
    }

    async fn session(&self, authorization: &str) -> (StatusCode, Value) {
        self.send(Request::get("/session").header(header::AUTHORIZATION, authorization).body(Body::empty()).unwrap())
            .await
    }
}

fn good() -> String {
    json!({"login": "anna@example.com", "api_key": "s3cret-key"}).to_string()
}

#[tokio::test]
async fn a_login_opens_a_session_that_the_extensions_own_api_recognizes() {
    let backend = Fixture::new();
    let (status, body) = backend.post("/authorize/", good()).await;
    assert_eq!(status, StatusCode::OK);
    let id = body["session_id"].as_str().unwrap();
    assert_eq!(id.len(), 32, "122 random bits in hexadecimal: {id}");

    let (status, session) = backend.session(&format!("Bearer {id}")).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(session["login"], "anna@example.com");
    let age = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH + Duration::from_secs(session["created"].as_u64().unwrap()))
        .unwrap();
    assert!(age < Duration::from_secs(60), "{age:?}");
}

#[tokio::test]
async fn the_path_works_without_its_trailing_slash() {
    let (status, body) = Fixture::new().post("/authorize", good()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(body["session_id"].is_string());
}

#[tokio::test]
async fn two_logins_are_two_sessions() {
    let backend = Fixture::new();
    let (_, first) = backend.post("/authorize/", good()).await;
    let (_, second) = backend.post("/authorize/", good()).await;
    assert_ne!(first["session_id"], second["session_id"]);
    assert_eq!(backend.sessions.count().unwrap(), 2);
}

#[tokio::test]
async fn a_bad_body_is_400_and_says_why() {
    let bad = [
        ("", "JSON object"),
        ("login=anna&api_key=1", "JSON object"),
        ("{\"login\": \"anna\"", "JSON object"),
        ("[]", "JSON object"),
        ("\"anna\"", "JSON object"),
        ("null", "JSON object"),
        ("{}", "login is missing"),
        (r#"{"api_key": "k"}"#, "login is missing"),
        (r#"{"login": "anna"}"#, "api_key is missing"),
        (r#"{"login": null, "api_key": "k"}"#, "login is missing"),
        (r#"{"login": "", "api_key": "k"}"#, "login is empty"),
        (r#"{"login": "  ", "api_key": "k"}"#, "login is empty"),
        (r#"{"login": "anna", "api_key": ""}"#, "api_key is empty"),
        (r#"{"login": 7, "api_key": "k"}"#, "login is not a string"),
        (r#"{"login": "anna", "api_key": 98765}"#, "api_key is not a string"),
        (r#"{"login": "anna", "api_key": ["k"]}"#, "api_key is not a string"),
    ];
    let backend = Fixture::new();
    for (body, why) in bad {
        let (status, answer) = backend.post("/authorize/", body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        let error = answer["error"].as_str().unwrap();
        assert!(error.contains(why), "{body}: {error}");
        assert!(!error.contains("98765"), "repeats the API key: {error}");
    }
    let (status, _) = backend.post("/authorize/", vec![0xff, 0xfe]).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(backend.sessions.count().unwrap(), 0);
}

#[tokio::test]
async fn a_body_up_to_the_limit_is_read_and_one_above_is_413() {
    let backend = Fixture::new();
    let body = |length: usize| {
        let empty = json!({"login": "anna", "api_key": ""}).to_string().len();
        json!({"login": "anna", "api_key": "k".repeat(length - empty)}).to_string()
    };
    let (status, _) = backend.post("/authorize/", body(BODY_LIMIT)).await;
    assert_eq!(status, StatusCode::OK);
    let (status, answer) = backend.post("/authorize/", body(BODY_LIMIT + 1)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer["error"].as_str().unwrap().contains("16384"));
}

#[tokio::test]
async fn with_a_fixed_api_key_no_other_is_accepted() {
    let mut backend = Fixture::new();
    backend.api_key = Some(ApiKey::new("s3cret-key".to_owned()));
    let (status, _) = backend.post("/authorize/", good()).await;
    assert_eq!(status, StatusCode::OK);
    for wrong in ["s3cret-kez", "s3cret", "s3cret-key ", "S3CRET-KEY"] {
        let body = json!({"login": "anna", "api_key": wrong}).to_string();
        let (status, answer) = backend.post("/authorize/", body).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{wrong}");
        assert!(answer["error"].is_string());
    }
    assert_eq!(backend.sessions.count().unwrap(), 1);
}

#[tokio::test]
async fn no_debug_output_shows_the_api_key() {
    let mut backend = Fixture::new();
    let key = ApiKey::new("s3cret-key".to_owned());
    backend.api_key = Some(key.clone());
    let (status, _) = backend.post("/authorize/", good()).await;
    assert_eq!(status, StatusCode::OK);
    let shown =
        format!("{key:?} {:?} {:?}", backend.sessions, router(backend.sessions.clone(), backend.api_key.clone()));
    assert!(shown.starts_with("ApiKey(…) "), "{shown}");
    assert!(!shown.contains("s3cret-key"), "{shown}");
}

#[tokio::test]
async fn without_a_session_there_is_no_agent() {
    let backend = Fixture::new();
    let (_, body) = backend.post("/authorize/", good()).await;
    let id = body["session_id"].as_str().unwrap();
    let none = Request::get("/session").body(Body::empty()).unwrap();
    assert_eq!(backend.send(none).await.0, StatusCode::UNAUTHORIZED);
    for authorization in [
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        "Bearer 0123456789abcdef0123456789abcdef".to_owned(),
        format!("Basic {id}"),
        id.to_owned(),
        format!("Bearer {}", &id[..31]),
    ] {
        let (status, answer) = backend.session(&authorization).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{authorization}");
        assert!(answer["error"].is_string());
    }
    // RFC 9110: the scheme's name is not case-sensitive.
    let (status, _) = backend.session(&format!("bearer {id}")).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn an_old_session_is_refused_and_removed() {
    let backend = Fixture::new();
    let yesterday = SystemTime::now() - DAY - Duration::from_secs(1);
    let old = backend.sessions.create("anna", yesterday).unwrap();
    assert_eq!(backend.sessions.count().unwrap(), 1);
    let (status, _) = backend.session(&format!("Bearer {old}")).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert_eq!(backend.sessions.count().unwrap(), 0);
}

#[tokio::test]
async fn other_authorization_headers_are_refused() {
    let backend = Fixture::new();
    let get = Request::get("/authorize/").body(Body::empty()).unwrap();
    assert_eq!(backend.send(get).await.0, StatusCode::METHOD_NOT_ALLOWED);
    let (status, _) = backend.post("/elsewhere", good()).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
