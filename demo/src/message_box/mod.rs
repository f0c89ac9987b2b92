//! Above the message input: products to send as cards.

mod picker;

pub(crate) use self::picker::Picker;
