//! The HTTP side: `POST /authorize/` and `GET /session`.

use std::time::SystemTime;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::api_key::ApiKey;
use crate::sessions::{Session, Sessions, StoreError};

/// The maximum body size. A login and an API key need a few hundred bytes.
pub const BODY_LIMIT: usize = 16 * 1024;

/// The state of every request.
#[derive(Debug, Clone)]
struct Backend {
    sessions: Sessions,
    api_key: Option<ApiKey>,
}

/// The application. With an `api_key`, only that key is accepted.
pub fn router(sessions: Sessions, api_key: Option<ApiKey>) -> Router {
    // The Agent App determines the path. A proxy in front may drop the trailing slash.
    Router::new()
        .route("/authorize/", post(authorize))
        .route("/authorize", post(authorize))
        .route("/session", get(session))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(Backend { sessions, api_key })
}

async fn authorize(
    State(backend): State<Backend>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Value>, Refusal> {
    let body = body.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Refusal::TooLarge
        } else {
            Refusal::BadRequest("the body is incomplete: send it again".to_owned())
        }
    })?;
    let Credentials { login, api_key } = Credentials::parse(&body)?;
    if !backend.accepts(&api_key) {
        return Err(Refusal::Unauthorized("login or api_key is not accepted"));
    }
    let sessions = backend.sessions;
    let id = off_the_reactor(move || sessions.create(&login, SystemTime::now())).await?;
    Ok(Json(json!({ "session_id": id })))
}

async fn session(State(backend): State<Backend>, headers: HeaderMap) -> Result<Json<Session>, Refusal> {
    let id = bearer(&headers)
        .ok_or(Refusal::Unauthorized("no session: send `Authorization: Bearer <session id>`"))?
        .to_owned();
    let sessions = backend.sessions;
    off_the_reactor(move || sessions.find(&id, SystemTime::now()))
        .await?
        .map(Json)
        .ok_or(Refusal::Unauthorized("the session has ended or does not exist: sign in again"))
}

impl Backend {
    /// A real backend calls LiveChat here.
    fn accepts(&self, api_key: &ApiKey) -> bool {
        self.api_key.as_ref().is_none_or(|expected| expected.matches(api_key))
    }
}

/// The body that the Agent App sends.
struct Credentials {
    login: String,
    api_key: ApiKey,
}

impl Credentials {
    /// Parses the body by hand: the Agent App's content type is undocumented, and serde's errors repeat the input,
    /// which may be the API key.
    fn parse(body: &[u8]) -> Result<Self, Refusal> {
        let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
            return Err(Refusal::BadRequest(
                r#"the body must be a JSON object: send {"login": "…", "api_key": "…"}"#.to_owned(),
            ));
        };
        Ok(Self { login: text(&fields, "login")?, api_key: ApiKey::new(text(&fields, "api_key")?) })
    }
}

fn text(fields: &Map<String, Value>, name: &str) -> Result<String, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Err(Refusal::BadRequest(format!("{name} is missing: send it"))),
        Some(Value::String(text)) if text.trim().is_empty() => {
            Err(Refusal::BadRequest(format!("{name} is empty: send a value")))
        }
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(Refusal::BadRequest(format!("{name} is not a string: send it as one"))),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, id) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| id.trim())
}

/// The store waits for the disk; other requests must not wait with it.
async fn off_the_reactor<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, Refusal> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => {
            eprintln!("{error}");
            Err(Refusal::Store)
        }
        Err(_) => Err(Refusal::Store),
    }
}

/// Why a request is refused.
enum Refusal {
    BadRequest(String),
    Unauthorized(&'static str),
    TooLarge,
    Store,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, error) = match self {
            Self::BadRequest(error) => (StatusCode::BAD_REQUEST, error),
            Self::Unauthorized(error) => (StatusCode::UNAUTHORIZED, error.to_owned()),
            Self::TooLarge => {
                (StatusCode::PAYLOAD_TOO_LARGE, format!("the body is too large: send at most {BODY_LIMIT} bytes"))
            }
            Self::Store => (StatusCode::INTERNAL_SERVER_ERROR, "the session could not be stored: try again".to_owned()),
        };
        let mut response = (status, Json(json!({ "error": error }))).into_response();
        if status == StatusCode::UNAUTHORIZED {
            // Required with every 401 (RFC 9110, 15.5.2).
            response.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        }
        response
    }
}
