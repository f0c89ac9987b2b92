//! The progress of a payment.

/// The progress of the latest transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Transaction {
    /// No transaction was started.
    #[default]
    None,
    /// The host is asking the customer.
    Pending,
    /// The customer paid.
    Accepted {
        /// The charge; `None` when the host's id could not be read.
        charge_id: Option<String>,
    },
    /// The customer declined.
    Declined {
        /// The charge; `None` when the host's id could not be read.
        charge_id: Option<String>,
    },
    /// The payment failed.
    Failed {
        /// The reason, from the host or from the command's error.
        reason: String,
    },
}

impl Transaction {
    /// Whether the host is asking the customer.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        *self == Self::Pending
    }
}
