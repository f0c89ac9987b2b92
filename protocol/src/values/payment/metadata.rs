//! How the purchase dialog presents a charge.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Payload, Reader},
};

/// How the host's purchase dialog presents a charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentMetadata {
    pub(super) icon: SafeUrl,
    pub(super) description: Option<String>,
    pub(super) billing_cycle_picker: Option<bool>,
}

impl PaymentMetadata {
    /// Creates metadata with this icon.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn new(icon: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let icon = invalid::url("metadata.icon", icon)?;
        Ok(Self { icon, description: None, billing_cycle_picker: None })
    }

    /// The text below the name.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Whether the customer may choose another billing cycle.
    #[must_use]
    pub fn with_billing_cycle_picker(mut self, shown: bool) -> Self {
        self.billing_cycle_picker = Some(shown);
        self
    }

    /// The icon.
    #[must_use]
    pub fn icon(&self) -> &SafeUrl {
        &self.icon
    }

    /// The text below the name.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// Whether the customer may choose another billing cycle; the host then sends
    /// [`UpdateBillingCycle`](crate::UpdateBillingCycle).
    #[must_use]
    pub fn billing_cycle_picker(&self) -> Option<bool> {
        self.billing_cycle_picker
    }
}

impl Decode for PaymentMetadata {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            icon: from.required("icon")?,
            description: from.optional("description")?,
            billing_cycle_picker: from.optional("showBillingCyclePicker")?,
        })
    }
}
