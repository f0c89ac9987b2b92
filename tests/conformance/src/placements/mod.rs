//! The SDK's methods by name, as the typed commands and hooks that they are here: one file a placement.
//!
//! Only the SDK's own `sendMessage` sends raw data. All else goes through the types, and is refused where they refuse.

mod common;
mod details;
mod fullscreen;
mod message_box;
mod rich_messages;
mod settings;

pub(crate) use self::{
    details::DetailsPage, fullscreen::FullscreenPage, message_box::MessageBoxPage, settings::SettingsPage,
};
