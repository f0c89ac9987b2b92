//! A payment that the customer should confirm.

use crate::{
    values::payment::{Charge, PaymentIntent, PaymentMetadata},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// Announces a payment: the host asks the customer to pay once
/// [`RegisterTransactionSuccess`](super::RegisterTransactionSuccess) reports that the charge is registered.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterTransactionPending {
    intent: PaymentIntent,
}

impl RegisterTransactionPending {
    /// Creates the command for this charge.
    #[must_use]
    pub fn new(charge: &Charge, metadata: PaymentMetadata) -> Self {
        Self { intent: PaymentIntent::new(charge, metadata) }
    }

    /// What the host asks the customer to pay.
    #[must_use]
    pub fn intent(&self) -> &PaymentIntent {
        &self.intent
    }
}

impl Encode for RegisterTransactionPending {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("paymentIntent", &self.intent).build()
    }
}

impl Decode for RegisterTransactionPending {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { intent: from.required("paymentIntent")? })
    }
}
