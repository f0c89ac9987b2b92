//! Beside the chat: who the customer is, what they ordered, and what to answer.

mod compose;
mod orders;
mod orders_section;
mod profile;
mod replies;
mod session;
mod sidebar;
mod ticket;

pub(crate) use self::{
    orders_section::{OrderActions, orders_section},
    sidebar::Sidebar,
};
