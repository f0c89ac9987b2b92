//! An error that LiveChat explained.

use std::fmt::{self, Write as _};

use livechat_protocol::{Kind, Payload, Reader};

use super::error_kind::ErrorKind;

/// How many characters of each of LiveChat's texts `Display` shows.
const SHOWN: usize = 300;
/// The longest text that is accepted as a type.
const LONGEST_TYPE: usize = 128;

/// An error that LiveChat explained: `{"error":{"type","message","data"?}}` of the API, or
/// `{"error","error_description","sub_error"?,"request_id"?}` of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// LiveChat's type of the error.
    pub kind: ErrorKind,
    /// LiveChat's message for developers, in English; may be empty.
    pub message: String,
    /// The region to use, with [`ErrorKind::MisdirectedRequest`].
    pub region: Option<String>,
    /// A more specific code of an accounts error, such as `insufficient_scope`.
    pub sub_error: Option<String>,
    /// The id that LiveChat's support asks for, in accounts errors.
    pub request_id: Option<String>,
}

impl Refusal {
    /// Decodes the body of a failure; `None` if it names no type.
    pub(crate) fn read<P: Payload>(status: u16, body: &Reader<'_, P>) -> Option<Self> {
        let error = body.member("error").ok()?;
        let text = |from: &Reader<'_, P>, name: &str| from.lenient::<String>(name);
        let (kind, message, region) = match error.kind() {
            Kind::Object => {
                let region = error.member("data").ok().and_then(|data| text(&data, "region"));
                (text(&error, "type")?, text(&error, "message"), region)
            }
            Kind::Text => (error.text().ok()?, text(body, "error_description"), None),
            _ => return None,
        };
        if kind.is_empty() || kind.len() > LONGEST_TYPE {
            return None;
        }
        Some(Self {
            status,
            kind: ErrorKind::from(kind),
            message: message.unwrap_or_default(),
            region,
            sub_error: text(body, "sub_error"),
            request_id: text(body, "request_id"),
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LiveChat refused the call with `{}` (status {})", Shown(self.kind.as_str()), self.status)?;
        if !self.message.is_empty() {
            write!(f, ": {}", Shown(&self.message))?;
        }
        if let Some(sub_error) = &self.sub_error {
            write!(f, " ({})", Shown(sub_error))?;
        }
        write!(f, "; {}", self.kind.advice())
    }
}

/// A text from the server for display: cut, and without control characters for a terminal.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars().take(SHOWN) {
            f.write_char(if character.is_control() { char::REPLACEMENT_CHARACTER } else { character })?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
