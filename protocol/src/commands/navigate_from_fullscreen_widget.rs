//! A page of the Agent App.

use crate::{
    values::{InvalidArgument, Problem},
    wire::{Decode, DecodeError, Encode, Payload, Reader},
};

/// A path in the Agent App, such as `/reports`: the target of `navigate_from_fullscreen_widget`.
///
/// ```
/// use livechat_protocol::Pathname;
///
/// assert_eq!(Pathname::new("/chats")?.as_str(), "/chats");
/// assert!(Pathname::new("javascript:alert(1)").is_err());
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pathname(String);

impl Pathname {
    /// Creates a path, optionally with a query.
    ///
    /// # Errors
    /// If it does not begin with `/`, begins with two and so names another host, or contains a backslash, white space
    /// or control characters.
    pub fn new(path: impl Into<String>) -> Result<Self, InvalidArgument> {
        let path = path.into();
        let is_plain = |letter: char| !letter.is_control() && !letter.is_whitespace() && letter != '\\';
        if path.starts_with('/') && !path.starts_with("//") && path.chars().all(is_plain) {
            Ok(Self(path))
        } else {
            Err(InvalidArgument::new("pathname", Problem::NotAPath(path)))
        }
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Encode for Pathname {
    fn encode<P: Payload>(&self) -> P {
        self.0.encode()
    }
}

impl Decode for Pathname {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::new(from.text()?).map_err(|_| from.error("a path that begins with one `/`"))
    }
}
