//! The event for a failed payment.

use serde::Serialize;

use super::change::{Change, replace};
use crate::{
    values::payment::Transaction,
    wire::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode, words},
};

/// The payment failed.
///
/// UNVERIFIED (transaction-error): according to the SDK's types the error can be anything. The reason is its `message`,
/// or the error itself if it is text; anything else becomes JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TransactionFailed {
    /// The reason.
    #[serde(rename = "error")]
    pub reason: String,
}

impl Decode for TransactionFailed {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        // Data in another form also describes the failure.
        let error = from.member("error");
        let error = error.as_ref().unwrap_or(from);
        // Includes an `Error`: the SDK's own failures are of that type.
        let message = error.member_of_any("message").ok().and_then(|message| message.text().ok());
        let reason = match (message, error.kind()) {
            (Some(message), _) => message,
            (None, Kind::Nothing) => "the host gave no reason".to_owned(),
            // A value that JSON cannot represent, or that is too long, must not lose the event.
            (None, Kind::Text) => error.text().unwrap_or_else(|_| "unreadable".to_owned()),
            (None, _) => words(error).unwrap_or_else(|_| "unreadable".to_owned()),
        };
        Ok(Self { reason })
    }
}

impl Change for TransactionFailed {
    type Part = Transaction;

    fn change(self, transaction: &mut Transaction) -> bool {
        replace(transaction, Transaction::Failed { reason: self.reason })
    }
}

deserialize_by_decode!(TransactionFailed);
