//! Headless Chromium, driven over its debugging protocol.

mod connection;
mod launch;

pub(super) use self::connection::{Connection, Event, Message};
pub use self::launch::Chromium;
