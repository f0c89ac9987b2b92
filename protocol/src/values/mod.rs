//! Values that several messages carry, or that are part of an extension's state.

mod custom_variables;
pub(crate) mod invalid;
pub mod payment;
mod placement_kind;
pub mod rich_message;
mod safe_url;
pub mod section;
mod session;
mod theme;
mod ticket_priority;
mod ticket_status;
mod timestamp;

pub use self::{
    custom_variables::{CustomVariable, CustomVariables},
    invalid::{InvalidArgument, Problem},
    placement_kind::PlacementKind,
    safe_url::{SafeUrl, UnsafeUrl},
    session::Session,
    theme::Theme,
    ticket_priority::TicketPriority,
    ticket_status::TicketStatus,
    timestamp::Timestamp,
};
