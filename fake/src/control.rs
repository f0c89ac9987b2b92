//! The fake's own endpoints, below `/fake/` on the API server.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{Fake, Switches, feed, headers};

pub(crate) fn router() -> Router<Fake> {
    Router::new()
        .route("/fake/switches", get(switches).put(set_switches))
        .route("/fake/expire-tokens", post(expire_tokens))
        .route("/fake/reset", post(reset))
        .route("/fake/events", get(events))
        .route("/fake/files/{id}/{name}", get(file))
}

async fn switches(State(fake): State<Fake>) -> Json<Switches> {
    Json(fake.switches())
}

/// Accepts any content type: `curl -d` and a page's `fetch` don't send JSON's.
async fn set_switches(State(fake): State<Fake>, body: Bytes) -> Response {
    let refused = |error: String| (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": error }))).into_response();
    // An object first: serde would accept a list as the fields in order.
    let object = serde_json::from_slice::<Map<String, Value>>(&body);
    match object.and_then(|object| Switches::deserialize(Value::Object(object))) {
        Err(error) => refused(error.to_string()),
        Ok(switches) => match fake.set_switches(switches) {
            Err(error) => refused(error.to_string()),
            Ok(()) => Json(fake.switches()).into_response(),
        },
    }
}

async fn expire_tokens(State(fake): State<Fake>) -> Response {
    Json(json!({ "expired": fake.expire_tokens() })).into_response()
}

async fn reset(State(fake): State<Fake>) -> Response {
    fake.reset();
    Json(json!({})).into_response()
}

#[derive(Deserialize)]
struct From {
    after: Option<String>,
}

async fn events(State(fake): State<Fake>, Query(from): Query<From>, headers: HeaderMap) -> Response {
    // A reconnecting browser sends the id of the last event that it received.
    let last = headers::text(&headers, "last-event-id").or(from.after.as_deref());
    let position = {
        let feed = &fake.lock().feed;
        last.map_or(feed.len(), |id| feed.seen(id))
    };
    Sse::new(feed::stream(fake, position)).keep_alive(KeepAlive::default()).into_response()
}

/// Serves an uploaded file.
async fn file(State(fake): State<Fake>, Path((id, _)): Path<(String, String)>) -> Response {
    let state = fake.lock();
    let Some(file) = state.license.files.get(&id) else {
        return (StatusCode::NOT_FOUND, "there is no such file").into_response();
    };
    let content_type =
        HeaderValue::from_str(&file.content_type).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, content_type),
        // Never as a page of the API's origin, whatever was uploaded.
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, file.content.clone()).into_response()
}
