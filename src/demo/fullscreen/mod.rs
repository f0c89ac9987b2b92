//! A page of its own: the orders that somebody should look after.

mod dashboard;

pub(crate) use self::dashboard::Dashboard;
