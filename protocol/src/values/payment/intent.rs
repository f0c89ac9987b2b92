//! What the host asks the customer to pay.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{
    charge::{Charge, Terms},
    metadata::PaymentMetadata,
};
use crate::wire::{Decode, DecodeError, Encode, Object, Payload, Reader};

/// What the host asks the customer to pay: the part of a charge that its purchase dialog shows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentIntent {
    /// What is paid for.
    pub name: String,
    /// What one, or one month, costs, in the Billing API's unit.
    pub price: f64,
    /// Whether it is for each account and not for the whole organization.
    pub per_account: Option<bool>,
    /// Whether no money moves.
    pub test: Option<bool>,
    /// Once, or again and again.
    pub terms: Terms,
    /// How the dialog shows it.
    pub metadata: PaymentMetadata,
}

impl PaymentIntent {
    /// What the host asks for a charge.
    #[must_use]
    pub fn new(charge: &Charge, metadata: PaymentMetadata) -> Self {
        Self {
            name: charge.name().to_owned(),
            price: charge.price(),
            per_account: charge.bool("per_account"),
            test: charge.bool("test"),
            terms: charge.terms(),
            metadata,
        }
    }
}

/// `metadata` with what follows from the terms.
struct Metadata<'a>(&'a PaymentIntent);

impl Encode for Metadata<'_> {
    fn encode<P: Payload>(&self) -> P {
        let PaymentIntent { terms, metadata, .. } = self.0;
        let kind = match terms {
            Terms::Direct { .. } => "direct_charge",
            Terms::Recurrent { .. } => "recurrent_charge",
        };
        Object::new()
            .with("type", kind)
            .with("isExternalTransaction", &true)
            .with("icon", metadata.icon())
            .maybe("description", &metadata.description)
            .maybe("showBillingCyclePicker", &metadata.billing_cycle_picker)
            .build()
    }
}

impl Encode for PaymentIntent {
    fn encode<P: Payload>(&self) -> P {
        let intent = Object::new()
            .with("name", &self.name)
            .with("price", &self.price)
            .maybe("per_account", &self.per_account)
            .maybe("test", &self.test)
            .null("return_url")
            .with("metadata", &Metadata(self));
        match self.terms {
            Terms::Direct { quantity } => intent.with("quantity", &quantity),
            Terms::Recurrent { months, trial_days } => intent.with("months", &months).maybe("trial_days", &trial_days),
        }
        .build()
    }
}

impl Serialize for PaymentIntent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.encode::<Value>().serialize(serializer)
    }
}

impl Decode for PaymentIntent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            name: from.required("name")?,
            price: from.required("price")?,
            per_account: from.optional("per_account")?,
            test: from.optional("test")?,
            terms: Terms::read(from)?,
            metadata: from.required("metadata")?,
        })
    }
}
