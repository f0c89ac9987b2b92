//! Sample customers and tickets, all invented.

mod customers;
mod message;
mod tickets;

pub(crate) use self::{
    customers::{Customer, UNKNOWN, customers},
    message::{Author, Message, SharedFile},
    tickets::{Ticket, tickets},
};
