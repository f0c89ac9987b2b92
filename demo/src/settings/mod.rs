//! The app's settings: the connected shop, its preferences and purchases.

mod account;
mod offers;
mod preferences;
mod purchase;

pub(crate) use self::account::Account;
