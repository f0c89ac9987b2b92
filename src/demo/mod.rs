//! The demo: a shop's app in all four placements.

mod details;
mod fullscreen;
mod message_box;
mod order_facts;
mod page;
mod settings;
mod shop;

pub(crate) use self::{
    details::{OrderActions, Sidebar, orders_section},
    fullscreen::Dashboard,
    message_box::Picker,
    settings::Account,
};
