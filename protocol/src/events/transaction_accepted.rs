//! The event for an accepted payment.

use serde::Serialize;

use super::change::{Change, replace};
use crate::{
    values::payment::Transaction,
    wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode},
};

/// The customer paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TransactionAccepted {
    /// The charge; `None` when the host's id could not be read. Ask the Billing API before you rely on it.
    #[serde(rename = "chargeId", skip_serializing_if = "Option::is_none")]
    pub charge_id: Option<String>,
}

impl Decode for TransactionAccepted {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge_id: from.lenient("chargeId") })
    }
}

impl Change for TransactionAccepted {
    type Part = Transaction;

    fn change(self, transaction: &mut Transaction) -> bool {
        replace(transaction, Transaction::Accepted { charge_id: self.charge_id })
    }
}

deserialize_by_decode!(TransactionAccepted);
