//! A shop's order desk: orders and a note beside the chat, canned replies above the message input, all orders on a full
//! page, and settings. In English and German.

rust_i18n::i18n!("locales", fallback = "en");

mod api;
mod desk;
mod details;
mod language;
mod loaded;
mod order;
mod replies;
mod settings;

pub use self::{
    desk::Desk,
    details::Details,
    language::texts,
    order::{Order, State},
    replies::{REPLIES, Replies, found},
    settings::Preferences,
};
