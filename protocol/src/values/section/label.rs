//! A label with a value in a section.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// A label with a value; `label_value` on the wire, where all fields are optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    label: Option<String>,
    value: Option<String>,
    icon: Option<SafeUrl>,
    url: Option<SafeUrl>,
}

impl Label {
    /// Creates a label with its value. To set only one of them, start with `Label::default()`.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: Some(label.into()), value: Some(value.into()), ..Self::default() }
    }

    /// The name of the value.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The value.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// An icon next to it.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn with_icon(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.icon = Some(invalid::url("label_value.iconUrl", url)?);
        Ok(self)
    }

    /// The URL that a click on the value opens.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn with_url(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.url = Some(invalid::url("label_value.url", url)?);
        Ok(self)
    }

    /// The name of the value.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// An icon next to it.
    #[must_use]
    pub fn icon(&self) -> Option<&SafeUrl> {
        self.icon.as_ref()
    }

    /// The URL that a click on the value opens.
    #[must_use]
    pub fn url(&self) -> Option<&SafeUrl> {
        self.url.as_ref()
    }
}

impl Encode for Label {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .maybe("label", &self.label)
            .maybe("value", &self.value)
            .maybe("iconUrl", &self.icon)
            .maybe("url", &self.url)
            .build()
    }
}

impl Decode for Label {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            label: from.optional("label")?,
            value: from.optional("value")?,
            icon: from.optional("iconUrl")?,
            url: from.optional("url")?,
        })
    }
}
