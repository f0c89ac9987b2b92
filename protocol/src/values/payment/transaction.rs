//! How far a payment has come.

/// How far the last transaction has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Transaction {
    /// None was started.
    #[default]
    None,
    /// The host asks the customer.
    Pending,
    /// The customer paid.
    Accepted {
        /// The charge; `None` when the host's id could not be read.
        charge_id: Option<String>,
    },
    /// The customer did not want to.
    Declined {
        /// The charge; `None` when the host's id could not be read.
        charge_id: Option<String>,
    },
    /// It did not work.
    Failed {
        /// What went wrong, in the host's words or those of the command's error.
        reason: String,
    },
}

impl Transaction {
    /// Whether the host asks the customer just now.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        *self == Self::Pending
    }
}
