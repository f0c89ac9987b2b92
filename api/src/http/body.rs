//! The body of a request.

use std::fmt;

use super::upload::Upload;

/// The body of a request. `Debug` shows only its length, because it may contain a customer's text or a refresh token.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Body {
    /// No body.
    Empty,
    /// JSON text.
    Json(String),
    /// Form-encoded text, as [`form`](Self::form) returns it.
    Form(String),
    /// A file in the field `file` of a `multipart/form-data` body.
    ///
    /// A browser encodes such a body itself: put the file into a `FormData`, and leave `Content-Type` to the browser.
    /// For a client that does not, use [`Upload::to_multipart`].
    File(Upload),
}

impl Body {
    /// Form-encodes names and values.
    ///
    /// ```
    /// use livechat_api::Body;
    ///
    /// let body = Body::form([("grant_type", "refresh_token"), ("client_id", "a b")]);
    /// assert_eq!(body, Body::Form("grant_type=refresh_token&client_id=a+b".into()));
    /// ```
    #[must_use]
    pub fn form<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs {
            text.append_pair(name, value);
        }
        Self::Form(text.finish())
    }

    /// The `Content-Type` of a text. A file has none, because it depends on the boundary.
    pub(super) fn content_type(&self) -> Option<&'static str> {
        match self {
            Self::Json(_) => Some("application/json"),
            Self::Form(_) => Some("application/x-www-form-urlencoded"),
            Self::Empty | Self::File(_) => None,
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Json(text) => write!(f, "Json({} bytes)", text.len()),
            Self::Form(text) => write!(f, "Form({} bytes)", text.len()),
            Self::File(upload) => f.debug_tuple("File").field(upload).finish(),
        }
    }
}
