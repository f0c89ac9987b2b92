//! A server's answer.

use js_sys::TypeError;
use livechat_protocol::scenario::HttpAnswer;
use serde_json::Value;
use wasm_bindgen::JsValue;
use web_sys::{Response, ResponseInit};

/// A server's answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A status, and JSON.
    Json(u16, Value),
    /// A status, and text of any kind.
    Text(u16, String),
    /// No answer: the network fails, and so does `fetch`.
    NoNetwork,
}

impl From<Value> for Answer {
    /// Status 200.
    fn from(body: Value) -> Self {
        Self::Json(200, body)
    }
}

impl From<(u16, Value)> for Answer {
    fn from((status, body): (u16, Value)) -> Self {
        Self::Json(status, body)
    }
}

impl From<&HttpAnswer> for Answer {
    fn from(answer: &HttpAnswer) -> Self {
        match answer.status {
            0 => Self::NoNetwork,
            status => Self::Json(status, answer.body.clone()),
        }
    }
}

impl Answer {
    /// As `fetch` returns it: an error is what it rejects with.
    pub(super) fn to_response(&self) -> Result<Response, JsValue> {
        let (status, text, kind) = match self {
            Self::Json(status, body) => (*status, body.to_string(), "application/json"),
            Self::Text(status, text) => (*status, text.clone(), "text/plain"),
            Self::NoNetwork => return Err(TypeError::new("Failed to fetch").into()),
        };
        let init = ResponseInit::new();
        init.set_status(status);
        // A response with one of these statuses must not have a body, not even an empty one.
        let body = (!matches!(status, 204 | 205 | 304)).then_some(&*text);
        let response = Response::new_with_opt_str_and_init(body, &init)?;
        response.headers().set("Content-Type", kind)?;
        Ok(response)
    }
}
