//! Above the message input: products to send as cards.

mod messages;
mod picker;
mod send_now;

pub(crate) use self::picker::Picker;
