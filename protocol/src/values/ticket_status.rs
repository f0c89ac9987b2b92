//! The status of a ticket.

use crate::wire::open_enum;

open_enum! {
    /// The status of a HelpDesk ticket, according to HelpDesk's documentation.
    pub enum TicketStatus {
        /// Waiting for an agent.
        Open = "open",
        /// Waiting for the customer.
        Pending = "pending",
        /// Waiting for someone else.
        OnHold = "onhold",
        /// Solved.
        Solved = "solved",
        /// Closed permanently.
        Closed = "closed",
    }
}
