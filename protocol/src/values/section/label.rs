//! A label with a value in a section.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// A label with a value; on the wire `label_value`, all of whose fields may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// What the value is.
    pub label: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// An icon beside it.
    pub icon: Option<SafeUrl>,
    /// Where a click on the value leads.
    pub url: Option<SafeUrl>,
}

impl Label {
    /// A label with its value. For one without the other, set the field of `Label::default()`.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: Some(label.into()), value: Some(value.into()), ..Self::default() }
    }

    /// An icon beside it.
    ///
    /// # Errors
    /// When the URL is not safe.
    pub fn icon(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.icon = Some(invalid::url("label_value.iconUrl", url)?);
        Ok(self)
    }

    /// Where a click on the value leads.
    ///
    /// # Errors
    /// When the URL is not safe.
    pub fn url(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.url = Some(invalid::url("label_value.url", url)?);
        Ok(self)
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
