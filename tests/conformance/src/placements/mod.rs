//! The SDK's methods by name, as typed commands and hooks: one file per placement.
//!
//! Only the SDK's own `sendMessage` sends raw data. Everything else uses the types, and is refused if they refuse.

mod common;
mod details;
mod fullscreen;
mod message_box;
mod rich_messages;
mod settings;

pub(crate) use self::{
    details::DetailsPage, fullscreen::FullscreenPage, message_box::MessageBoxPage, settings::SettingsPage,
};
