//! A payment that the customer is to confirm.

use crate::{
    values::payment::{Charge, PaymentIntent, PaymentMetadata},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// The host asks the customer to pay, once the charge is registered by
/// [`RegisterTransactionSuccess`](super::RegisterTransactionSuccess).
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterTransactionPending {
    intent: PaymentIntent,
}

impl RegisterTransactionPending {
    /// For this charge.
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
