//! A payment did not work.

use serde::Serialize;

use super::change::{Change, replace};
use crate::{
    values::payment::Transaction,
    wire::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode, words},
};

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

impl Change for TransactionFailed {
    type Part = Transaction;

    fn change(self, transaction: &mut Transaction) -> bool {
        replace(transaction, Transaction::Failed { reason: self.reason })
    }
}

deserialize_by_decode!(TransactionFailed);
