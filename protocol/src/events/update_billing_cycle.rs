//! The event for another billing cycle.

use serde::Serialize;

use crate::{
    values::payment::PaymentIntent,
    wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode},
};

/// The customer chose another billing cycle in the purchase dialog: register the changed charge with the Billing API,
/// and start a transaction for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateBillingCycle {
    /// The billing cycle, in months; `None` when it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_cycle: Option<u32>,
    /// The charge that it was chosen for.
    pub charge_id: String,
    /// What the host asks the customer to pay; `None` when it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_intent: Option<PaymentIntent>,
}

impl Decode for UpdateBillingCycle {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            charge_id: from.identity("chargeId")?,
            billing_cycle: from.lenient("billingCycle"),
            payment_intent: from.lenient("paymentIntent"),
        })
    }
}

deserialize_by_decode!(UpdateBillingCycle);
