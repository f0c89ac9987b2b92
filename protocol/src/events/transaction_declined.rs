//! The event for a declined payment.

use serde::Serialize;

use super::change::{Change, replace};
use crate::{
    values::payment::Transaction,
    wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode},
};

/// The customer declined to pay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TransactionDeclined {
    /// The charge; `None` when the host's id could not be read.
    #[serde(rename = "chargeId", skip_serializing_if = "Option::is_none")]
    pub charge_id: Option<String>,
}

impl Decode for TransactionDeclined {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { charge_id: from.lenient("chargeId") })
    }
}

impl Change for TransactionDeclined {
    type Part = Transaction;

    fn change(self, transaction: &mut Transaction) -> bool {
        replace(transaction, Transaction::Declined { charge_id: self.charge_id })
    }
}

deserialize_by_decode!(TransactionDeclined);
