//! The status of a ticket.

use crate::wire::open_enum;

open_enum! {
    /// The status of a HelpDesk ticket, by HelpDesk's documentation.
    pub enum TicketStatus {
        /// An agent has to act.
        Open = "open",
        /// The customer has to answer.
        Pending = "pending",
        /// Somebody else has to act.
        OnHold = "onhold",
        /// Solved.
        Solved = "solved",
        /// Closed for good.
        Closed = "closed",
    }
}
