//! The people and the tickets of the simulator, all invented.

mod customers;
mod message;
mod tickets;

pub(crate) use self::{
    customers::{Customer, UNKNOWN, customers},
    message::{Author, Message, SharedFile},
    tickets::{Ticket, tickets},
};
