//! The app's settings: the shop it belongs to, how that is served, and what is paid for it.

mod account;
mod offers;
mod preferences;
mod purchase;

pub(crate) use self::account::Account;
