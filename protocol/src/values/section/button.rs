//! A button in a section.

use crate::{
    values::invalid::{self, InvalidArgument},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// A button. When the agent clicks it, the host sends [`SectionButtonClick`](crate::SectionButtonClick) with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    label: String,
    id: String,
    open_app: Option<bool>,
    primary: Option<bool>,
    secondary: Option<bool>,
}

impl Button {
    /// Creates a button.
    ///
    /// # Errors
    /// If the label or the id is empty.
    pub fn new(label: impl Into<String>, id: impl Into<String>) -> Result<Self, InvalidArgument> {
        Ok(Self {
            label: invalid::text("button.label", label)?,
            id: invalid::text("button.id", id)?,
            open_app: None,
            primary: None,
            secondary: None,
        })
    }

    /// Whether a click also opens the extension.
    #[must_use]
    pub fn with_open_app(mut self, open_app: bool) -> Self {
        self.open_app = Some(open_app);
        self
    }

    /// Whether the host shows it as the primary action.
    #[must_use]
    pub fn with_primary(mut self, primary: bool) -> Self {
        self.primary = Some(primary);
        self
    }

    /// Whether the host shows it as a secondary action.
    #[must_use]
    pub fn with_secondary(mut self, secondary: bool) -> Self {
        self.secondary = Some(secondary);
        self
    }

    /// The label.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The id that reports a click.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether a click also opens the extension.
    #[must_use]
    pub fn open_app(&self) -> Option<bool> {
        self.open_app
    }

    /// Whether the host shows it as the primary action.
    #[must_use]
    pub fn primary(&self) -> Option<bool> {
        self.primary
    }

    /// Whether the host shows it as a secondary action.
    #[must_use]
    pub fn secondary(&self) -> Option<bool> {
        self.secondary
    }
}

impl Encode for Button {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .with("label", &self.label)
            .with("id", &self.id)
            .maybe("openApp", &self.open_app)
            .maybe("primary", &self.primary)
            .maybe("secondary", &self.secondary)
            .build()
    }
}

impl Decode for Button {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let button = Self::new(from.required::<String>("label")?, from.required::<String>("id")?)
            .map_err(|_| from.error("a button with a label and an id"))?;
        Ok(Self {
            open_app: from.optional("openApp")?,
            primary: from.optional("primary")?,
            secondary: from.optional("secondary")?,
            ..button
        })
    }
}
