//! What became of a payment.

use serde::Serialize;

use super::event::Event;
use crate::{
    values::payment::PaymentIntent,
    wire::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode, words},
};

/// The customer paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TransactionAccepted {
    /// The charge; `None` when the host's id could not be read. Ask the Billing API before you rely on it.
    #[serde(rename = "chargeId", skip_serializing_if = "Option::is_none")]
    pub charge_id: Option<String>,
}

/// The customer did not want to pay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TransactionDeclined {
    /// The charge; `None` when the host's id could not be read.
    #[serde(rename = "chargeId", skip_serializing_if = "Option::is_none")]
    pub charge_id: Option<String>,
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
    /// The billing cycle, in months; `None` when it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_cycle: Option<u32>,
    /// The charge that it was chosen for.
    pub charge_id: String,
    /// What the host asks the customer to pay; `None` when it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_intent: Option<PaymentIntent>,
}

impl Decode for TransactionAccepted {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge_id: from.lenient("chargeId") })
    }
}

impl Event for TransactionAccepted {
    const NAME: &'static str = "transaction_accepted";
}

impl Decode for TransactionDeclined {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge_id: from.lenient("chargeId") })
    }
}

impl Event for TransactionDeclined {
    const NAME: &'static str = "transaction_declined";
}

impl Decode for TransactionFailed {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        // Data of another form say something of the failure too.
        let error = from.member("error");
        let error = error.as_ref().unwrap_or(from);
        // An `Error`, too: the SDK's own failures are some.
        let message = error.member_of_any("message").ok().and_then(|message| message.text().ok());
        let reason = match (message, error.kind()) {
            (Some(message), _) => message,
            (None, Kind::Nothing) => "the host gave no reason".to_owned(),
            // What JSON has no form for, or is too long, is no reason to lose the event.
            (None, Kind::Text) => error.text().unwrap_or_else(|_| "unreadable".to_owned()),
            (None, _) => words(error).unwrap_or_else(|_| "unreadable".to_owned()),
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
            charge_id: from.identity("chargeId")?,
            billing_cycle: from.lenient("billingCycle"),
            payment_intent: from.lenient("paymentIntent"),
        })
    }
}

impl Event for UpdateBillingCycle {
    const NAME: &'static str = "update_billing_cycle";
}

deserialize_by_decode!(TransactionAccepted, TransactionDeclined, TransactionFailed, UpdateBillingCycle);
