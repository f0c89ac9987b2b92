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
    /// A link that shows its own URL, unless [`value`](Self::value) says something else.
    ///
    /// # Errors
    /// When the URL is not safe: not `https:`, `http:` or `mailto:`.
    pub fn new(url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        invalid::url("link.url", url).map(Self::to)
    }

    /// A link to a URL that is known to be safe.
    #[must_use]
    pub fn to(url: SafeUrl) -> Self {
        Self { url, value: None, inline: None }
    }

    /// What it says.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Whether the link is part of the line.
    #[must_use]
    pub fn with_inline(mut self, inline: bool) -> Self {
        self.inline = Some(inline);
        self
    }

    /// Where it leads.
    #[must_use]
    pub fn url(&self) -> &SafeUrl {
        &self.url
    }

    /// What it says: its value, or else its URL.
    #[must_use]
    pub fn text(&self) -> &str {
        self.value.as_deref().unwrap_or(self.url.as_str())
    }

    /// What it says; the URL without it.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Whether the link is part of the line.
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
