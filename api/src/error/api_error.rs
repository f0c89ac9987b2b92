//! Why a call failed.

use livechat_protocol::DecodeError;

use super::{error_kind::ErrorKind, refusal::Refusal};

/// Why a call failed although a response arrived.
///
/// ```
/// use livechat_api::{Call, ErrorKind, GetChat};
///
/// let body = r#"{"error":{"type":"authorization","message":"Requester is not user of the chat"}}"#;
/// let error = GetChat::new("PJ0MRSHTDG").read(403, body).expect_err("refused");
/// assert_eq!((error.kind(), error.status()), (Some(&ErrorKind::Authorization), Some(403)));
/// let error = GetChat::new("PJ0MRSHTDG").read(502, "<html>Bad gateway</html>").expect_err("no answer");
/// assert_eq!(error.to_string(), "LiveChat answered with status 502 and no reason; try again later");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ApiError {
    /// LiveChat refused the call and gave a reason.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// A status without a documented reason: a gateway's page, an empty body, a body of another shape.
    #[error("LiveChat answered with status {status} and no reason; {}", advice(*.status))]
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// A success whose body is not JSON.
    #[error(
        "LiveChat answered with status {status} and a body that is not JSON; check that the server is LiveChat's and that no proxy replaces its answers"
    )]
    NotJson {
        /// The HTTP status.
        status: u16,
    },
    /// A success whose body lacks what the call returns. The call itself may be fine.
    #[error("the answer cannot be read: {0}; make the call with `RawCall` to see all of it")]
    Shape(DecodeError),
    /// The next page of a list is one that was already requested. The pages so far are as LiveChat sent them.
    #[error("this page of the list was loaded before; show the items so far, or load the list again")]
    RepeatedPage,
}

impl ApiError {
    /// LiveChat's type of the error, if it named one.
    #[must_use]
    pub fn kind(&self) -> Option<&ErrorKind> {
        match self {
            Self::Refused(refusal) => Some(&refusal.kind),
            _ => None,
        }
    }

    /// The HTTP status, unless the answer was a success of another shape.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused(refusal) => Some(refusal.status),
            Self::Status { status } | Self::NotJson { status } => Some(*status),
            Self::Shape(_) | Self::RepeatedPage => None,
        }
    }

    /// Whether LiveChat may have carried out the call: it timed out, failed inside LiveChat, or succeeded with an
    /// unreadable answer. A message may then be in the chat. Any other refusal means that nothing was changed.
    ///
    /// ```
    /// use livechat_api::{Call, SendEvent};
    ///
    /// let call = SendEvent::message("PJ0MRSHTDG", "Hello");
    /// assert!(call.read(504, "").expect_err("a gateway gave up").may_have_succeeded());
    /// assert!(!call.read(429, "").expect_err("throttled").may_have_succeeded());
    /// ```
    #[must_use]
    pub fn may_have_succeeded(&self) -> bool {
        match self {
            Self::Refused(refusal) => refusal.status >= 500 || refusal.kind.is_failure_of_livechat(),
            Self::Status { status } => *status == 408 || *status >= 500,
            Self::NotJson { .. } | Self::Shape(_) => true,
            Self::RepeatedPage => false,
        }
    }
}

fn advice(status: u16) -> &'static str {
    match status {
        401 => "refresh the access token, or sign in again",
        403 => "ask for the scope of the action, and check the agent's role",
        404 => "check the name of the action and the base url",
        413 => "send less than 10 MB",
        429 => "wait before the next call",
        500.. => "try again later",
        _ => "check the request",
    }
}
