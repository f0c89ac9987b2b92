//! A link in a section.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    url: SafeUrl,
    value: Option<String>,
    inline: Option<bool>,
}

impl Link {
    /// Creates a link that shows its own URL, unless it has a [`value`](Self::value).
    ///
    /// # Errors
    /// If the URL is not safe: not `https:`, `http:` or `mailto:`.
    pub fn new(url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        invalid::url("link.url", url).map(Self::to)
    }

    /// Creates a link to a URL that is known to be safe.
    #[must_use]
    pub fn to(url: SafeUrl) -> Self {
        Self { url, value: None, inline: None }
    }

    /// Sets the text.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Whether the link is inline.
    #[must_use]
    pub fn with_inline(mut self, inline: bool) -> Self {
        self.inline = Some(inline);
        self
    }

    /// The URL that it opens.
    #[must_use]
    pub fn url(&self) -> &SafeUrl {
        &self.url
    }

    /// The visible text: the value, or else the URL.
    #[must_use]
    pub fn text(&self) -> &str {
        self.value.as_deref().unwrap_or(self.url.as_str())
    }

    /// The text; the URL is shown without one.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Whether the link is inline.
    #[must_use]
    pub fn inline(&self) -> Option<bool> {
        self.inline
    }
}

impl Encode for Link {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("url", &self.url).maybe("value", &self.value).maybe("inline", &self.inline).build()
    }
}

impl Decode for Link {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { url: from.required("url")?, value: from.optional("value")?, inline: from.optional("inline")? })
    }
}
