//! The target of a settings extension's redirect.

use crate::{
    values::{InvalidArgument, SafeUrl, UnsafeUrl, invalid},
    wire::{Decode, DecodeError, Encode, Payload, Reader},
};

/// A page that `redirect` sends the host's window to.
///
/// ```
/// use livechat_protocol::RedirectTarget;
///
/// assert_eq!(RedirectTarget::new("https://shop.example/connect")?.as_str(), "https://shop.example/connect");
/// assert!(RedirectTarget::new("javascript:alert(1)").is_err());
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectTarget(SafeUrl);

impl RedirectTarget {
    /// Creates a target from a URL.
    ///
    /// # Errors
    /// If it is not an `https:` or `http:` URL.
    pub fn new(url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let url = invalid::url("target", url)?;
        // An email address is not a page.
        if url.is_mailto() { Err(InvalidArgument::new("target", UnsafeUrl)) } else { Ok(Self(url)) }
    }

    /// The URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Encode for RedirectTarget {
    fn encode<P: Payload>(&self) -> P {
        self.0.encode()
    }
}

impl Decode for RedirectTarget {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::new(from.text()?).map_err(|_| from.error("an `https:` or `http:` URL"))
    }
}
