//! The app's settings: the shop it belongs to, and what is paid for it.

mod account;
mod offers;
mod purchase;

pub(crate) use self::account::Account;
