//! What the host asks the customer to pay.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{
    charge::{Charge, Terms},
    metadata::PaymentMetadata,
};
use crate::{
    values::SafeUrl,
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// What the host asks the customer to pay: the part of a charge that its purchase dialog shows.
///
/// A field that the host left out, or that could not be read, is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PaymentIntent {
    /// The name of the charge.
    pub name: Option<String>,
    /// The price of one item, or of one month, in the Billing API's unit.
    pub price: Option<f64>,
    /// Whether the price is per account instead of for the whole organization.
    pub per_account: Option<bool>,
    /// Whether it is a test without real money.
    pub test: Option<bool>,
    /// Whether the customer pays once or regularly.
    pub terms: Option<Terms>,
    /// The icon in the dialog.
    pub icon: Option<SafeUrl>,
    /// The text below the name.
    pub description: Option<String>,
    /// Whether the customer may choose another billing cycle.
    pub billing_cycle_picker: Option<bool>,
}

impl PaymentIntent {
    /// What the host asks for a charge.
    #[must_use]
    pub fn new(charge: &Charge, metadata: PaymentMetadata) -> Self {
        Self {
            name: Some(charge.name().to_owned()),
            price: Some(charge.price()),
            per_account: charge.bool("per_account"),
            test: charge.bool("test"),
            terms: Some(charge.terms()),
            icon: Some(metadata.icon),
            description: metadata.description,
            billing_cycle_picker: metadata.billing_cycle_picker,
        }
    }
}

/// `metadata` on the wire.
struct Metadata<'a>(&'a PaymentIntent);

impl Encode for Metadata<'_> {
    fn encode<P: Payload>(&self) -> P {
        let metadata = match self.0.terms {
            Some(Terms::Direct { .. }) => Object::new().with("type", "direct_charge"),
            Some(Terms::Recurrent { .. }) => Object::new().with("type", "recurrent_charge"),
            None => Object::new(),
        };
        metadata
            .with("isExternalTransaction", &true)
            .maybe("icon", &self.0.icon)
            .maybe("description", &self.0.description)
            .maybe("showBillingCyclePicker", &self.0.billing_cycle_picker)
            .build()
    }
}

impl Encode for PaymentIntent {
    fn encode<P: Payload>(&self) -> P {
        let intent = Object::new()
            .maybe("name", &self.name)
            .maybe("price", &self.price)
            .maybe("per_account", &self.per_account)
            .maybe("test", &self.test)
            .null("return_url")
            .with("metadata", &Metadata(self));
        match self.terms {
            Some(Terms::Direct { quantity }) => intent.with("quantity", &quantity),
            Some(Terms::Recurrent { months, trial_days }) => {
                intent.with("months", &months).maybe("trial_days", &trial_days)
            }
            None => intent,
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
        let Shown { icon, description, billing_cycle_picker } = from.lenient("metadata").unwrap_or_default();
        Ok(Self {
            name: from.lenient("name"),
            price: from.lenient("price"),
            per_account: from.lenient("per_account"),
            test: from.lenient("test"),
            terms: Terms::read_leniently(from),
            icon,
            description,
            billing_cycle_picker,
        })
    }
}

/// The part of `metadata` that is decoded.
#[derive(Default)]
struct Shown {
    icon: Option<SafeUrl>,
    description: Option<String>,
    billing_cycle_picker: Option<bool>,
}

impl Decode for Shown {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            icon: from.lenient("icon"),
            description: from.lenient("description"),
            billing_cycle_picker: from.lenient("showBillingCyclePicker"),
        })
    }
}
