//! A page of its own: the orders that somebody should look after.

mod dashboard;
mod order_list;
mod order_view;

pub(crate) use self::dashboard::Dashboard;
