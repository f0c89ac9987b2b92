//! Calls: building a request, and decoding its answer.

use livechat_protocol::{DecodeError, Payload, Reader, private::Borrowed};
use serde_json::Value;

use crate::{
    answer::{is_empty, outcome},
    error::ApiError,
    http::{Request, Servers},
    invalid_call::InvalidCall,
    repeat::Repeat,
};

/// A call of LiveChat's API: it builds a request, and decodes the answer.
///
/// Implement it for an action without a type here, or use a [`RawCall`](crate::RawCall):
///
/// ```
/// use livechat_api::{Body, Call, InvalidCall, Request, Servers};
/// use livechat_protocol::{DecodeError, Payload, Reader};
///
/// /// Resumes a chat, and returns the id of its new thread.
/// struct ResumeChat {
///     chat_id: String,
/// }
///
/// impl Call for ResumeChat {
///     type Answer = String;
///     const SCOPES: &'static [&'static str] = &["chats--access:rw", "chats--all:rw"];
///
///     fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
///         let body = serde_json::json!({ "chat": { "id": self.chat_id } });
///         Ok(Request::post(servers.agent("resume_chat"), Body::Json(body.to_string())))
///     }
///
///     fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<String, DecodeError> {
///         from.identity("thread_id")
///     }
/// }
///
/// let call = ResumeChat { chat_id: "PJ0MRSHTDG".into() };
/// assert_eq!(call.read(200, r#"{"thread_id":"K600PKZON8"}"#)?, "K600PKZON8");
/// # Ok::<(), livechat_api::ApiError>(())
/// ```
pub trait Call {
    /// What the call returns.
    type Answer;

    /// The scopes for the token, of which any one is enough. Empty if none is documented.
    ///
    /// A normal agent can have the `access` scopes; the `all` scopes of chats are for administrators.
    const SCOPES: &'static [&'static str] = &[];

    /// Whether the call may be repeated if it may already have been carried out.
    fn repeat(&self) -> Repeat {
        Repeat::AfterRefusal
    }

    /// The request, without a token.
    ///
    /// # Errors
    /// If LiveChat would refuse it: a text is empty, a list too long, or nothing would change.
    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall>;

    /// Decodes the body of a success. An empty body counts as `{}`.
    ///
    /// # Errors
    /// If it lacks the essential content.
    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Self::Answer, DecodeError>;

    /// Decodes the answer from a response.
    ///
    /// # Errors
    /// If the status is not a success, or the body is not what the call returns.
    fn read(&self, status: u16, body: &str) -> Result<Self::Answer, ApiError> {
        let value = serde_json::from_str::<Value>(body).ok();
        self.read_by(status, body, |_| value.as_ref().map(Borrowed::new))
    }

    /// Decodes the answer like [`read`](Self::read), with the caller's JSON parser; `None` if the text is not JSON.
    ///
    /// In a browser that is `JSON.parse`, and the answer is decoded from its values: the WebAssembly then needs no
    /// JSON parser. Each text, list and object is decoded within the protocol's
    /// [`limits`](livechat_protocol::limits).
    ///
    /// # Errors
    /// Like [`read`](Self::read).
    fn read_by<P: Payload>(
        &self,
        status: u16,
        body: &str,
        parse: impl FnOnce(&str) -> Option<P>,
    ) -> Result<Self::Answer, ApiError> {
        let parsed = if is_empty(body) { None } else { parse(body) };
        let parsed = outcome(status, body, parsed)?;
        Self::answer(&Reader::new(parsed)).map_err(ApiError::Shape)
    }
}
