//! Tags in a section.

use crate::wire::{Decode, DecodeError, Encode, Object, Payload, Reader};

/// Tags, optionally with a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    tags: Vec<String>,
    label: Option<String>,
}

impl Tags {
    /// Tags without a label.
    #[must_use]
    pub fn new(tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { tags: tags.into_iter().map(Into::into).collect(), label: None }
    }

    /// The name of the tags.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The tags, in order.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// The name of the tags.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }
}

impl Encode for Tags {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("tags", &self.tags).maybe("label", &self.label).build()
    }
}

impl Decode for Tags {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { tags: from.required("tags")?, label: from.optional("label")? })
    }
}
