//! A registered charge.

use crate::{
    values::payment::Charge,
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// Reports that the charge of the pending transaction is registered with the Billing API.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterTransactionSuccess {
    charge: Charge,
}

impl RegisterTransactionSuccess {
    /// Creates the command for this charge.
    #[must_use]
    pub fn new(charge: Charge) -> Self {
        Self { charge }
    }

    /// The charge.
    #[must_use]
    pub fn charge(&self) -> &Charge {
        &self.charge
    }
}

impl Encode for RegisterTransactionSuccess {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("charge", &self.charge).build()
    }
}

impl Decode for RegisterTransactionSuccess {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge: from.required("charge")? })
    }
}
