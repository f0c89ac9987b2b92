//! A full page: the orders that need attention.

mod dashboard;
mod order_list;
mod order_view;

pub(crate) use self::dashboard::Dashboard;
