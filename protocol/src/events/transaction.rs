//! What became of a payment.

use serde::Serialize;

use crate::{
    decode::{Decode, DecodeError, Reader, deserialize_by_decode},
    event::Event,
    payload::{Kind, Payload},
    payment::PaymentIntent,
    words::words,
};

/// The customer paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TransactionAccepted {
    /// The charge.
    #[serde(rename = "chargeId")]
    pub charge_id: String,
}

/// The customer did not want to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TransactionDeclined {
    /// The charge.
    #[serde(rename = "chargeId")]
    pub charge_id: String,
}

/// The payment did not work.
///
/// UNVERIFIED: by the SDK's types the error is anything. Its `message`, or it itself where it is text, is the
/// reason; anything else is taken as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TransactionFailed {
    /// What went wrong.
    #[serde(rename = "error")]
    pub reason: String,
}

/// The customer chose another billing cycle in the purchase dialog: register the changed charge with the Billing
/// API, and start a transaction for that.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateBillingCycle {
    /// The billing cycle, in months.
    pub billing_cycle: u32,
    /// The charge that it was chosen for.
    pub charge_id: String,
    /// What the host asks the customer to pay.
    pub payment_intent: PaymentIntent,
}

impl Decode for TransactionAccepted {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge_id: from.required("chargeId")? })
    }
}

impl Event for TransactionAccepted {
    const NAME: &'static str = "transaction_accepted";
}

impl Decode for TransactionDeclined {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge_id: from.required("chargeId")? })
    }
}

impl Event for TransactionDeclined {
    const NAME: &'static str = "transaction_declined";
}

impl Decode for TransactionFailed {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let error = from.member("error")?;
        // An `Error`, too: the SDK's own failures are some.
        let message = error.member_of_any("message").ok().and_then(|message| message.text().ok());
        let reason = match (message, error.kind()) {
            (Some(message), _) => message,
            (None, Kind::Text) => error.text()?,
            (None, Kind::Nothing) => "the host gave no reason".to_owned(),
            // What JSON has no form for is no reason to lose the event.
            (None, _) => words(&error).unwrap_or_else(|_| "unreadable".to_owned()),
        };
        Ok(Self { reason })
    }
}

impl Event for TransactionFailed {
    const NAME: &'static str = "transaction_failed";
}

impl Decode for UpdateBillingCycle {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            billing_cycle: from.required("billingCycle")?,
            charge_id: from.required("chargeId")?,
            payment_intent: from.required("paymentIntent")?,
        })
    }
}

impl Event for UpdateBillingCycle {
    const NAME: &'static str = "update_billing_cycle";
}

deserialize_by_decode!(TransactionAccepted, TransactionDeclined, TransactionFailed, UpdateBillingCycle);
